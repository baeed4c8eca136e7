import { folder, list, number, oneOf, optional, text, withDefault } from '#kit/inputs';

/** The inputs of `action.yml`, in its order. */
export function fields(workspace: string) {
  return {
    'working-directory': withDefault(list(folder(workspace)), '.'),
    order: withDefault(oneOf(['parallel', 'gated']), 'parallel'),
    'coverage-threshold': withDefault(number({ min: 1, max: 100, unit: 'percent', example: '80' }), '80'),
    'patch-threshold': optional(number({ min: 1, max: 100, unit: 'percent', example: '80' })),
    'report-directory': optional(text({ valid: 'a folder, relative to the workspace', example: 'reports' })),
    'timeout-minutes': withDefault(number({ min: 0.01, max: 350, unit: 'minutes', example: '15' }), '15'),
    'pass-env': withDefault(list(text({ valid: 'names of environment variables', example: 'API_URL' })), ''),
  };
}
