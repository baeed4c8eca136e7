import type { VirtualClock } from '../base/clock.ts';
import type { EmulatorRequest } from '../base/routes.ts';
import type { VendorManners } from '../base/server.ts';
import { isAllowed, type Key } from './keys.ts';
import { findForbidden } from './operations.ts';
import type { RateLimits } from './rate-limits.ts';
import { errorAnswer, failure, FORBIDDEN, NO_AGREEMENT, notEmulated, RATE_LIMITED, UNAUTHORIZED } from './refusals.ts';
import type { Needs } from './routing.ts';
import type { AscState } from './state.ts';
import { findSigner } from './tokens.ts';

interface Parts {
  readonly keys: readonly Key[];
  readonly clock: VirtualClock;
  readonly limits: RateLimits;
}

/** How Apple treats every request: tokens, limits, agreements and roles, in this order. */
export function createManners({ keys, clock, limits }: Parts): VendorManners<AscState, Needs> {
  const signerOf = (request: EmulatorRequest): Key | undefined => findSigner(keys, request, clock.now());
  return {
    identify: (request) => signerOf(request)?.keyId ?? null,
    admit: (request, route, state, { now }) => {
      if (route !== undefined && 'free' in route.needs) return undefined;
      const key = signerOf(request);
      if (key === undefined) return errorAnswer(UNAUTHORIZED);
      if (limits.take(key.keyId, now)) return errorAnswer(RATE_LIMITED);
      if (!state.agreementsInEffect) return errorAnswer(NO_AGREEMENT);
      if (route !== undefined && 'task' in route.needs && !isAllowed(key, route.needs.task)) {
        return errorAnswer(FORBIDDEN);
      }
      return undefined;
    },
    notFound: ({ method, path }) => errorAnswer(findForbidden(method, path) ?? notEmulated(`${method} ${path}`)),
    complete: (answer, request, route, { now }) => {
      const key = signerOf(request);
      if (key === undefined || (route !== undefined && 'free' in route.needs)) return answer;
      return { ...answer, headers: { ...answer.headers, 'x-rate-limit': limits.describe(key.keyId, now) } };
    },
    fail: failure,
  };
}
