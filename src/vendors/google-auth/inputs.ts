import { secret, text, withDefault } from '#kit/inputs';

/** The input by which an action gets credentials of Google's. */
export const credentialsFields = {
  'google-credentials': withDefault(
    secret(text({ valid: 'JSON of a service account or of workload identity, a path, or "machine"', example: '' })),
    '',
  ),
};
