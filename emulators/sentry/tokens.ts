import { createHash } from 'node:crypto';
import type { TokenKind } from './world.ts';

/**
 * A token of the form that Sentry gives out. It is made of its number, so that a run is the same every time and no secret is in it.
 * Organization tokens say where they belong: "sntrys_", base64 of JSON, "_", 43 characters
 * (https://github.com/getsentry/rfcs/blob/main/text/0091-ci-upload-tokens.md). Others are 64 hex digits, with a prefix.
 */
export function makeToken(kind: TokenKind, organization: string, id: number): string {
  const hash = createHash('sha256').update(`${id}`);
  if (kind === 'integration') return `sntryi_${hash.digest('hex')}`;
  const place = { iat: id, url: 'https://sentry.io', region_url: 'https://us.sentry.io', org: organization };
  return `sntrys_${Buffer.from(JSON.stringify(place)).toString('base64')}_${hash.digest('base64').replace(/=+$/, '')}`;
}
