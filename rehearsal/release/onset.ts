import type { WorldHour } from '#rehearsal/world/world';
import { releases } from './app.ts';
import type { WorldGate } from './evidence.ts';

/**
 * The begin of the first hour in which somebody had what is truly above the limit of a gate, and the version before was not: a fault
 * of both is no fault of the release. Milliseconds since the epoch; undefined where that never was.
 */
export function findOnset(
  gates: readonly WorldGate[],
  hours: readonly WorldHour[],
  version: string,
): number | undefined {
  return hours.find(({ usage, users, testers }) => {
    if ((users[version] ?? 0) + (testers[version] ?? 0) === 0) return false;
    const own = usage.find((one) => one.version === version);
    const before = usage.find((one) => one.version === releases.previous.version);
    return gates.some(({ measure, policy }) => {
      const isShared = before !== undefined && before.rates[measure] > policy.max;
      return own !== undefined && own.rates[measure] > policy.max && !isShared;
    });
  })?.at;
}
