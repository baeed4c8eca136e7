import { boolean, folder, list, number, oneOf, optional, secret, text, withDefault } from '#kit/inputs';

/** The inputs of `action.yml`, in its order. */
export function fields(workspace: string) {
  return {
    artifact: text({ valid: 'the path of an .ipa', example: 'build/Tracker.ipa' }),
    'bundle-id': optional(
      text({ valid: 'a bundle id', example: 'com.example.app', pattern: /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/ }),
    ),
    version: optional(
      text({ valid: 'one to three numbers with dots between', example: '2.15.3', pattern: /^\d+(\.\d+){0,2}$/ }),
    ),
    build: optional(
      text({ valid: 'one to three numbers with dots between', example: '20250114.1', pattern: /^\d+(\.\d+){0,2}$/ }),
    ),
    groups: withDefault(list(text({ valid: 'names of groups of TestFlight', example: 'Friends' })), ''),
    'what-to-test': optional(
      text({ valid: 'a text of at most 4000 characters', example: 'Try the new map.', pattern: /^[\s\S]{1,4000}$/ }),
    ),
    locale: withDefault(
      text({ valid: 'a language of Apple', example: 'en-US', pattern: /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/ }),
      'en-US',
    ),
    'uses-non-exempt-encryption': optional(oneOf(['false', 'true'])),
    'app-store-connect-key-id': text({ valid: 'a key id', example: '2X9R4HXF34', pattern: /^[\w-]+$/ }),
    'app-store-connect-issuer-id': optional(
      text({ valid: 'a UUID', example: '57246542-96fe-1a63-e053-0824d011072a', pattern: /^[0-9a-fA-F-]{36}$/ }),
    ),
    'app-store-connect-key': secret(text({ valid: "the content of the key's .p8 file", example: '' })),
    'processing-minutes': withDefault(number({ min: 1, max: 1_440, unit: 'minutes', example: '60' }), '60'),
    'working-directory': withDefault(folder(workspace), '.'),
    'dry-run': withDefault(boolean(), 'false'),
  };
}
