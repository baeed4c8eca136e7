import type { EmulatorRequest } from '../base/routes.ts';
import type { Permissions } from './routing.ts';

/** A credential that the emulator takes. */
export interface Token {
  /** The secret itself, as it stands in the Authorization header. */
  readonly secret: string;
  /** Its name in the request log. */
  readonly name: string;
  /** The login that acts with it, such as `github-actions[bot]`. */
  readonly actor: string;
  readonly kind: TokenKind;
  readonly permissions: Permissions;
  /** Private repositories that it reaches, by `owner/name`; default: all. */
  readonly repositories?: readonly string[];
}

/** `github-token` is the GITHUB_TOKEN of a workflow, `app` an installation token, `pat` a personal access token. */
export type TokenKind = 'github-token' | 'app' | 'pat';

/** The token of a request, from `Authorization: Bearer`, `token` or `Basic` (any user, the token as password). */
export function findToken(tokens: readonly Token[], request: EmulatorRequest): Token | undefined {
  const secret = readSecret(request.headers['authorization'] ?? '');
  return tokens.find((token) => token.secret === secret);
}

function readSecret(header: string): string | undefined {
  const [scheme = '', value] = header.split(' ', 2);
  if (/^(bearer|token)$/i.test(scheme)) return value;
  if (/^basic$/i.test(scheme))
    return Buffer.from(value ?? '', 'base64')
      .toString()
      .replace(/^[^:]*:/, '');
  return undefined;
}
