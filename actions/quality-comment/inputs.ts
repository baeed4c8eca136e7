import { boolean, optional, secret, text, withDefault } from '#kit/inputs';

const positive = /^[1-9]\d{0,14}$/;

/** The inputs of `action.yml`, in its order. */
export function fields() {
  return {
    // An empty token leaves the default as it stands here, which no token looks like.
    'github-token': withDefault(
      secret(text({ valid: 'a token of GitHub', example: '', pattern: /^[^\s${}]+$/ })),
      '${{ github.token }}',
    ),
    name: withDefault(
      text({
        valid: 'letters, digits, ".", "_" and "-", at most 64',
        example: 'quality',
        pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
      }),
      'quality',
    ),
    'run-id': optional(
      text({ valid: 'the number in the address of a run', example: '12345678901', pattern: positive }),
    ),
    'pull-request': optional(text({ valid: 'the number of a pull request', example: '42', pattern: positive })),
    'dry-run': withDefault(boolean(), 'false'),
  };
}
