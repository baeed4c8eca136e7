import { boolean, folder, number, oneOf, optional, secret, structured, text, withDefault } from '#kit/inputs';
import { keyFields } from '#vendors/app-store-connect/key-inputs';
import { credentialsFields } from '#vendors/google-auth/inputs';
import { parseTag } from '#versions/release';
import { parseVersion } from '#versions/version';

/** The inputs of `action.yml`, in its order. */
export function fields(workspace: string) {
  return {
    command: withDefault(oneOf(['reserve', 'publish']), 'reserve'),
    release: optional(
      text({
        valid: 'letters, digits, ".", "_" and "-", at most 64',
        example: 'tracker-mobile',
        pattern: /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$/,
      }),
    ),
    version: optional(structured(parseVersion, { valid: 'MAJOR.MINOR.PATCH', example: '2.15.3' })),
    tag: optional(
      structured(parseTag, { valid: 'NAME@MAJOR.MINOR.PATCH+YYYYMMDD.N', example: 'tracker-mobile@2.15.3+20250114.1' }),
    ),
    commit: optional(
      text({ valid: 'the full name of a commit', example: 'a'.repeat(40), pattern: /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/ }),
    ),
    notes: withDefault(oneOf(['pull-requests', 'none']), 'pull-requests'),
    prerelease: withDefault(boolean(), 'false'),
    latest: withDefault(boolean(), 'true'),
    'version-code-offset': withDefault(number({ min: 0, max: 2_000_000_000, example: '1000000000' }), '0'),
    'package-name': optional(
      text({
        valid: 'the package name of an Android app',
        example: 'com.example.app',
        pattern: /^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/,
      }),
    ),
    ...credentialsFields,
    'bundle-id': optional(
      text({ valid: 'a bundle id', example: 'com.example.app', pattern: /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/ }),
    ),
    ...keyFields,
    reservations: withDefault(
      text({
        valid: 'a folder of refs outside of refs/heads',
        example: 'refs/slipway/builds',
        pattern: /^refs\/(?!heads\/|heads$)[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)+$/,
      }),
      'refs/slipway/builds',
    ),
    'working-directory': withDefault(folder(workspace), '.'),
    'github-token': withDefault(
      // An empty token leaves the default as it stands here, which no token looks like.
      secret(text({ valid: 'a token of GitHub', example: '', pattern: /^[^\s${}]+$/ })),
      '${{ github.token }}',
    ),
    'dry-run': withDefault(boolean(), 'false'),
  };
}
