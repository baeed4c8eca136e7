import { verify } from 'node:crypto';
import { isRecord } from '../base/data.ts';
import type { EmulatorRequest } from '../base/routes.ts';
import type { Key } from './keys.ts';

/** https://developer.apple.com/documentation/appstoreconnectapi/generating-tokens-for-api-requests: 20 minutes, in seconds. */
const LONGEST_S = 1_200;

interface Asked {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly key: Key;
  readonly request: EmulatorRequest;
  /** Seconds since the epoch. */
  readonly now: number;
}

interface TokenRule {
  readonly broken: (asked: Asked) => boolean;
  readonly source: string;
}

const GENERATING = 'https://developer.apple.com/documentation/appstoreconnectapi/generating-tokens-for-api-requests';

/** What a signed token must say. Apple tells a caller nothing of which rule it has broken. */
const RULES: readonly TokenRule[] = [
  { broken: ({ claims }) => claims['aud'] !== 'appstoreconnect-v1', source: GENERATING },
  // A key of a team names the team, and one of a person says `user`; neither says both.
  {
    broken: ({ claims, key }) =>
      key.issuerId === null
        ? claims['sub'] !== 'user' || claims['iss'] !== undefined
        : claims['iss'] !== key.issuerId || claims['sub'] !== undefined,
    source: GENERATING,
  },
  { broken: ({ claims, now }) => !isNumber(claims['exp']) || claims['exp'] <= now, source: GENERATING },
  // Counted from Apple's time: a token that was dated back by a minute may be valid for 21 minutes (seen with fastlane 2.240.1).
  { broken: ({ claims, now }) => Number(claims['exp']) > now + LONGEST_S, source: GENERATING },
  // A clock that is fast: https://github.com/Ponytech/appstoreconnectapi/issues/41. A token may also not say when it was made: so
  // signs the client of npm that the contract test runs, and whose users Apple lets in.
  {
    broken: ({ claims, now }) => claims['iat'] !== undefined && !(isNumber(claims['iat']) && claims['iat'] <= now),
    source: GENERATING,
  },
  { broken: ({ claims, request }) => !isInScope(claims['scope'], request), source: GENERATING },
];

/** The key that a request is signed with; undefined where its token is missing or not good. @param now ms since the epoch */
export function findSigner(keys: readonly Key[], request: EmulatorRequest, now: number): Key | undefined {
  const [, token = ''] = /^bearer (\S+)$/i.exec(request.headers['authorization'] ?? '') ?? [];
  const [head = '', body = '', signature = '', ...rest] = token.split('.');
  const header = readPart(head);
  const claims = readPart(body);
  if (header === undefined || claims === undefined || rest.length > 0 || header['alg'] !== 'ES256') return undefined;
  const key = keys.find(({ keyId, revoked }) => keyId === header['kid'] && !revoked);
  if (key === undefined) return undefined;
  // RFC 7518 3.4: r and s as 64 bytes, not as DER.
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key: key.publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const asked: Asked = { header, claims, key, request, now: now / 1_000 };
  return signed && RULES.every(({ broken }) => !broken(asked)) ? key : undefined;
}

function readPart(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

/** A token may be bound to requests, such as `GET /v1/apps?filter[platform]=IOS`: each names a method, a path, and parameters. */
function isInScope(scope: unknown, request: EmulatorRequest): boolean {
  if (scope === undefined) return true;
  if (!Array.isArray(scope)) return false;
  return scope.some((entry) => {
    const [method, address = ''] = String(entry).split(' ');
    const [path, query = ''] = address.split('?');
    const wanted = [...new URLSearchParams(query)];
    return (
      method === request.method &&
      path === request.path &&
      wanted.every(([name, value]) => request.query[name] === value)
    );
  });
}
