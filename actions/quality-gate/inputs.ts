import { folder, list, number, oneOf, optional, secret, structured, text, withDefault } from '#kit/inputs';
import { commandsExample, parseCommands } from './commands.ts';

const percent = { min: 1, max: 100, unit: 'percent', example: '80' };

/** The inputs of `action.yml`, in its order. */
export function fields(workspace: string) {
  return {
    'working-directory': withDefault(list(folder(workspace)), '.'),
    order: withDefault(oneOf(['parallel', 'gated']), 'parallel'),
    'test-runner': withDefault(oneOf(['auto', 'jest', 'vitest']), 'auto'),
    commands: optional(
      structured(parseCommands, {
        valid: 'a map in YAML from types, lint, tests or integration to what is run instead',
        example: commandsExample,
      }),
    ),
    'coverage-threshold': withDefault(number(percent), '80'),
    'integration-config': optional(
      text({ valid: 'a path from the folder of each package', example: 'jest.integration.config.js' }),
    ),
    'integration-threshold': withDefault(number({ ...percent, example: '60' }), '60'),
    'patch-threshold': optional(number(percent)),
    'e2e-tests': withDefault(list(text({ valid: 'folders, relative to each package', example: 'e2e' })), 'e2e'),
    cache: withDefault(oneOf(['off', 'safe']), 'off'),
    'cache-directory': optional(text({ valid: 'a folder, relative to the workspace', example: '/tmp/quality-cache' })),
    'report-directory': optional(text({ valid: 'a folder, relative to the workspace', example: 'reports' })),
    name: withDefault(
      text({
        pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
        valid: 'up to 64 letters, digits, ".", "_" and "-"',
        example: 'quality',
      }),
      'quality',
    ),
    'github-token': optional(secret(text({ valid: 'a token that may read Actions', example: '' }))),
    'timeout-minutes': withDefault(number({ min: 0.01, max: 350, unit: 'minutes', example: '15' }), '15'),
    'pass-env': withDefault(list(text({ valid: 'names of environment variables', example: 'API_URL' })), ''),
  };
}
