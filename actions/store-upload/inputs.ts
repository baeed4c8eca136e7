import { boolean, folder, list, number, oneOf, optional, secret, structured, text, withDefault } from '#kit/inputs';
import { keyFields } from '#vendors/app-store-connect/key-inputs';
import { credentialsFields } from '#vendors/google-auth/inputs';
import { parseArtifacts, parseSums } from './artifact-inputs.ts';
import { parseFraction, parseNotes, parseWearFraction } from './release-options.ts';

/** The inputs of `action.yml`, in its order. */
export function fields(workspace: string) {
  return {
    artifact: structured(parseArtifacts, {
      valid:
        'the path or the https address of an .ipa or .aab, or "eas:" and the id of a build; those of a phone and of a watch on lines of their own',
      example: 'build/app.aab',
    }),
    'artifact-sha256': optional(
      structured(parseSums, {
        valid: 'a SHA-256 in hex for each artifact, in their order',
        example: '9f86d081884c7d65…',
      }),
    ),
    'expo-token': optional(secret(text({ valid: 'an access token of Expo', example: '' }))),
    platform: optional(oneOf(['android', 'ios'])),
    'bundle-id': optional(
      text({
        valid: 'a bundle id, or the package name of an Android app',
        example: 'com.example.app',
        pattern: /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/,
      }),
    ),
    version: optional(
      text({ valid: 'one to three numbers with dots between', example: '2.15.3', pattern: /^\d+(\.\d+){0,2}$/ }),
    ),
    build: optional(
      text({ valid: 'one to three numbers with dots between', example: '20250114.1', pattern: /^\d+(\.\d+){0,2}$/ }),
    ),
    'version-code': optional(number({ min: 1, max: 2_100_000_000, example: '250114010' })),
    destination: withDefault(oneOf(['testflight', 'app-store']), 'testflight'),
    groups: withDefault(list(text({ valid: 'names of groups of TestFlight', example: 'Friends' })), ''),
    'what-to-test': optional(
      text({ valid: 'a text of at most 4000 characters', example: 'Try the new map.', pattern: /^[\s\S]{1,4000}$/ }),
    ),
    locale: withDefault(
      text({ valid: 'a language of Apple', example: 'en-US', pattern: /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/ }),
      'en-US',
    ),
    'uses-non-exempt-encryption': optional(oneOf(['false', 'true'])),
    ...keyFields,
    'processing-minutes': withDefault(number({ min: 1, max: 1_440, unit: 'minutes', example: '60' }), '60'),
    release: withDefault(oneOf(['manual', 'automatic']), 'manual'),
    'phased-release': withDefault(boolean(), 'true'),
    'submit-for-review': withDefault(boolean(), 'true'),
    metadata: optional(text({ valid: 'the path of a folder', example: 'fastlane/metadata' })),
    screenshots: optional(text({ valid: 'the path of a folder', example: 'fastlane/screenshots' })),
    'uses-idfa': optional(oneOf(['false', 'true'])),
    track: withDefault(
      text({ valid: 'a track of Google Play', example: 'internal', pattern: /^[^/]{1,100}$/ }),
      'internal',
    ),
    rollout: optional(structured(parseFraction, { valid: 'a share above 0 and below 1', example: '0.05' })),
    'release-notes': withDefault(
      structured(parseNotes, {
        valid: 'YAML: a text for each language, at most 500 characters for Google Play and 4000 for the App Store',
        example: 'en-US: Faster.',
      }),
      '{}',
    ),
    'wear-track': optional(
      text({ valid: 'a track of Wear OS', example: 'wear:internal', pattern: /^wear:[^/]{1,95}$/ }),
    ),
    'wear-rollout': optional(
      structured(parseWearFraction, { valid: 'a share above 0, up to 1 for everybody', example: '0.5' }),
    ),
    'wear-version-code': optional(number({ min: 1, max: 2_100_000_000, example: '250114011' })),
    'in-app-update-priority': optional(number({ min: 0, max: 5, example: '3' })),
    mapping: optional(text({ valid: "the path of R8's mapping.txt", example: 'mapping.txt' })),
    'native-symbols': optional(text({ valid: 'the path of a zip', example: 'native-debug-symbols.zip' })),
    supersede: withDefault(boolean(), 'false'),
    'on-review': withDefault(oneOf(['stop', 'cancel']), 'stop'),
    ...credentialsFields,
    lane: optional(
      text({
        valid: 'a lane, with its platform if it has one',
        example: 'android release',
        pattern: /^[\w-]+( [\w-]+)?$/,
      }),
    ),
    'pass-env': withDefault(
      list(text({ valid: 'names of variables', example: 'MATCH_PASSWORD', pattern: /^[A-Za-z_][A-Za-z0-9_]*\*?$/ })),
      '',
    ),
    'upload-minutes': withDefault(number({ min: 1, max: 350, unit: 'minutes', example: '30' }), '30'),
    'working-directory': withDefault(folder(workspace), '.'),
    'open-rollout': withDefault(boolean(), 'false'),
    policy: withDefault(text({ valid: 'a path', example: '.github/slipway.yml' }), '.github/slipway.yml'),
    app: optional(
      text({
        valid: 'letters, digits, ".", "_" and "-", at most 64',
        example: 'tracker-mobile',
        pattern: /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$/,
      }),
    ),
    'github-token': withDefault(
      // An empty token leaves the default as it stands here, which no token looks like.
      secret(text({ valid: 'a token of GitHub', example: '', pattern: /^[^\s${}]+$/ })),
      '${{ github.token }}',
    ),
    'dry-run': withDefault(boolean(), 'false'),
  };
}
