/** https://docs.sentry.io/api/ratelimits/: fixed windows, counted by caller and endpoint. */
export interface RateLimit {
  /** Requests in one window. */
  readonly limit: number;
  /** Seconds. */
  readonly window: number;
}

export interface RateLimits {
  /** Counts a request, and says with which headers it is answered and whether it is one too many. */
  readonly count: (caller: string, operation: string, now: number) => Counted;
}

export interface Counted {
  readonly headers: Readonly<Record<string, string>>;
  readonly exceeded: boolean;
  readonly rule: RateLimit;
}

export function createRateLimits(rule: RateLimit): RateLimits {
  const windows = new Map<string, { start: number; count: number }>();
  return {
    count: (caller, operation, now) => {
      const key = `${caller} ${operation}`;
      const width = rule.window * 1_000;
      const start = Math.floor(now / width) * width;
      const known = windows.get(key);
      const window = known?.start === start ? known : { start, count: 0 };
      window.count += 1;
      windows.set(key, window);
      return {
        rule,
        exceeded: window.count > rule.limit,
        headers: {
          'x-sentry-rate-limit-limit': `${rule.limit}`,
          'x-sentry-rate-limit-remaining': `${Math.max(0, rule.limit - window.count)}`,
          'x-sentry-rate-limit-reset': `${(start + width) / 1_000}`,
          'x-sentry-rate-limit-concurrentlimit': '25',
          'x-sentry-rate-limit-concurrentremaining': '24',
        },
      };
    },
  };
}
