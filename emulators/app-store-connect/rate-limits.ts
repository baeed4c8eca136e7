/** https://developer.apple.com/documentation/appstoreconnectapi/identifying-rate-limits */
const HOUR = 3_600_000;

export interface RateLimits {
  /** Counts a request of a key. Whether it is one too many within the hour that ends now. */
  readonly take: (keyId: string, now: number) => boolean;
  /** Value of `X-Rate-Limit`. */
  readonly describe: (keyId: string, now: number) => string;
}

/** Counts requests by key in a rolling hour. A refused request counts too. @param limit requests in an hour */
export function createRateLimits(limit: number): RateLimits {
  const requests = new Map<string, number[]>();
  const recent = (keyId: string, now: number): number[] =>
    (requests.get(keyId) ?? []).filter((time) => time > now - HOUR);
  return {
    take: (keyId, now) => {
      const times = [...recent(keyId, now), now];
      requests.set(keyId, times);
      return times.length > limit;
    },
    describe: (keyId, now) => `user-hour-lim:${limit};user-hour-rem:${Math.max(0, limit - recent(keyId, now).length)};`,
  };
}
