import { gatesOf } from '#rollout/gates';
import type { GatePolicy, PlatformPolicy, Policy } from '#rollout/policy';
import type { Measure } from '#rehearsal/world/settings';
import type { Usage } from '#rehearsal/world/usage';
import type { WorldHour } from '#rehearsal/world/world';
import { crashReports, sessionsAfter, splitCrashes } from './feeds.ts';
import type { Scenario } from './scenario.ts';

const hourMs = 3_600_000;

/** A gate that a world can answer. */
export interface WorldGate {
  readonly policy: GatePolicy;
  readonly measure: Exclude<Measure, 'reviews'>;
}

/** Gates of a platform whose sources are rehearsed. */
export function listWorldGates(policy: Policy, platform: PlatformPolicy): readonly WorldGate[] {
  return gatesOf(policy, platform).flatMap((gate): readonly WorldGate[] => {
    const { source } = gate;
    if (source.kind === 'sentry') return [{ policy: gate, measure: 'crash' }];
    if (source.kind === 'play-vitals') return [{ policy: gate, measure: source.measure }];
    return source.kind === 'reviews' ? [{ policy: gate, measure: 'oneStar' }] : [];
  });
}

export interface Tally {
  readonly units: number;
  readonly bad: number;
}

/** What a source shows at a moment of an hour of a version. */
function showTally(gate: WorldGate, hour: WorldHour, usage: Usage, now: number, scenario: Scenario): Tally {
  const { source } = gate.policy;
  const seenAt = (delay: number): boolean => hour.at + delay <= reach(scenario, source.kind, now);
  if (source.kind === 'sentry') {
    if (!seenAt(sessionsAfter)) return { units: 0, bad: 0 };
    const parts = splitCrashes(usage.crashes);
    const bad = parts.reduce(
      (sum, count, index) => sum + (seenAt(sessionsAfter + (crashReports[index]?.after ?? 0)) ? count : 0),
      0,
    );
    return { units: usage.sessions, bad };
  }
  if (source.kind === 'reviews') return seenAt(hourMs) ? { units: usage.reviews, bad: usage.oneStars } : nothing;
  const isShown = hour.at + hourMs <= Math.floor((reach(scenario, source.kind, now) - vitalsLag) / hourMs) * hourMs;
  if (!isShown) return nothing;
  return {
    units: usage.userHours,
    bad: gate.measure === 'anr' ? usage.anrs : Math.min(usage.crashes, usage.userHours),
  };
}

const nothing: Tally = { units: 0, bad: 0 };
/** As the emulator of Google Play has it: docs/unverified.md. */
const vitalsLag = 3 * hourMs;

/** How far a source's data reach at a moment: a stalled one shows nothing newer. */
function reach({ acts, start }: Scenario, kind: string, now: number): number {
  const stalls = acts.flatMap((act) => (act.does === 'stall' ? [act] : []));
  const current = stalls.find(
    ({ source, after, lasts }) =>
      (source === 'sentry' ? 'sentry' : 'play-vitals') === kind && now >= start + after && now < start + after + lasts,
  );
  return current === undefined ? now : start + current.after;
}

/** What a gate has seen of a version at a moment, in all hours of it. */
export function sumTallies(
  gate: WorldGate,
  hours: readonly WorldHour[],
  version: string,
  now: number,
  scenario: Scenario,
): Tally {
  let [units, bad] = [0, 0];
  for (const hour of hours) {
    const usage = hour.usage.find((one) => one.version === version);
    if (usage === undefined) continue;
    const tally = showTally(gate, hour, usage, now, scenario);
    units += tally.units;
    bad += tally.bad;
  }
  return { units, bad };
}
