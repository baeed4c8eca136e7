import { folder, list, number, oneOf, optional, secret, structured, text, withDefault } from '#kit/inputs';
import { keyFields } from '#vendors/app-store-connect/key-inputs';
import { credentialsFields } from '#vendors/google-auth/inputs';
import { parseTag } from '#versions/release';

const commands = [
  'tick',
  'open',
  'status',
  'promote',
  'hold',
  'halt',
  'resume',
  'complete',
  'expedite',
  'abandon',
] as const;

const releaseName = { valid: 'letters, digits, ".", "_" and "-", at most 64', example: 'tracker-mobile' };

/** The inputs of `action.yml`, in its order. */
export function fields(workspace: string) {
  return {
    command: withDefault(oneOf(commands), 'tick'),
    release: optional(
      structured(parseTag, { valid: 'NAME@MAJOR.MINOR.PATCH+YYYYMMDD.N', example: 'tracker-mobile@2.15.3+20250114.1' }),
    ),
    platform: withDefault(
      list(text({ valid: 'names of platforms of the policy', example: 'android', pattern: /^[a-z][a-z0-9-]*$/ })),
      '',
    ),
    confirm: withDefault(text({ valid: 'the version, typed again', example: '2.15.3' }), ''),
    why: withDefault(text({ valid: 'a reason, at most 500 characters', example: '', pattern: /^[\s\S]{0,500}$/ }), ''),
    'hold-hours': withDefault(number({ min: 1, max: 720, unit: 'hours', example: '72' }), '72'),
    'version-code': optional(number({ min: 1, max: 2_100_000_000, example: '250114010' })),
    'daily-users': optional(number({ min: 1, max: 1_000_000_000, example: '30000' })),
    mode: withDefault(oneOf(['act', 'observe']), 'act'),
    notify: withDefault(oneOf(['issue', 'none']), 'issue'),
    timeline: withDefault(oneOf(['deployments', 'none']), 'deployments'),
    policy: withDefault(text({ valid: 'a path', example: '.github/slipway.yml' }), '.github/slipway.yml'),
    app: optional(text({ ...releaseName, pattern: /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$/ })),
    'package-name': optional(
      text({
        valid: 'the package name of an Android app',
        example: 'com.example.app',
        pattern: /^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/,
      }),
    ),
    'bundle-id': optional(
      text({ valid: 'a bundle id', example: 'com.example.app', pattern: /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/ }),
    ),
    ...credentialsFields,
    ...keyFields,
    'sentry-token': withDefault(secret(text({ valid: 'a token of Sentry', example: '' })), ''),
    'prometheus-user': withDefault(text({ valid: 'a user of Prometheus', example: '12345' }), ''),
    'prometheus-token': withDefault(
      secret(text({ valid: 'a bearer token, or with "prometheus-user" a password', example: '' })),
      '',
    ),
    'pass-env': withDefault(
      list(text({ valid: 'names of variables', example: 'DATADOG_API_KEY', pattern: /^[A-Za-z_][A-Za-z0-9_]*\*?$/ })),
      '',
    ),
    'github-token': withDefault(
      // An empty token leaves the default as it stands here, which no token looks like.
      secret(text({ valid: 'a token of GitHub', example: '', pattern: /^[^\s${}]+$/ })),
      '${{ github.token }}',
    ),
    'working-directory': withDefault(folder(workspace), '.'),
  };
}
