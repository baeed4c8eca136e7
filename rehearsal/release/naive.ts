import type { Policy } from '#rollout/policy';
import { createPlatformWorld, passHour, type PlatformWorld, type WorldHour } from '#rehearsal/world/world';
import type { Exposure } from '#rehearsal/world/population';
import type { WorldSettings } from '#rehearsal/world/settings';
import { releases, type AppStorePlatform, type PlayPlatform } from './app.ts';
import { listWorldGates, sumTallies, type WorldGate } from './evidence.ts';
import { findOnset } from './onset.ts';
import { listPlan } from './plan.ts';
import type { NaiveHalt, NaiveRecord, PlanStep } from './result.ts';
import type { Scenario } from './scenario.ts';

const lookAfter = 17 * 60_000;
const previous = 0;
const release = 1;

export interface NaiveOptions {
  readonly scenario: Scenario;
  readonly policy: Policy;
  readonly settings: WorldSettings;
  /** When the world begins, milliseconds since the epoch. */
  readonly beganAt: number;
  readonly endsAt: number;
}

/**
 * The rule that most teams have: raise by the plan's hours, and halt as soon as one hourly look at production shows a share of bad
 * units above the limit. It sees the same users, through the same sources and their delays. Pure.
 */
export function playNaive(
  platform: PlayPlatform | AppStorePlatform,
  { scenario, policy, settings, beganAt, endsAt }: NaiveOptions,
): NaiveRecord {
  const plan = listPlan(policy, platform.policy, scenario.start);
  const gates = listWorldGates(policy, platform.policy);
  const { version } = releases.release;
  const hours: WorldHour[] = [];
  const shares: { at: number; share: number }[] = [];
  let world = createPlatformWorld(settings, platform.name, beganAt);
  let halt: NaiveHalt | null = null;
  let exposed = 0;
  while (world.now < endsAt && halt === null) {
    const share = shareAt(plan, world.now);
    const passed: { readonly world: PlatformWorld; readonly hour: WorldHour } = passHour(
      world,
      expose(platform, share),
    );
    world = passed.world;
    if (passed.hour.at < scenario.start) continue;
    hours.push(passed.hour);
    shares.push({ at: passed.hour.at, share });
    exposed = passed.hour.users[version] ?? 0;
    halt = look(gates, hours, { now: world.now + lookAfter, scenario, version });
  }
  // A halt gives it to nobody else, and takes it from nobody.
  if (halt !== null) shares.push({ at: world.now, share: 0 });
  return { platform: platform.name, kind: platform.kind, halt, exposed, shares };
}

function expose({ kind }: PlayPlatform | AppStorePlatform, share: number): Exposure {
  const byHand = kind === 'ios' ? { byHand: release } : {};
  if (share === 0) return { everybody: previous, tracks: {} };
  if (share >= 1) return { everybody: release, tracks: {} };
  return { everybody: previous, rollout: { version: release, share }, tracks: {}, ...byHand };
}

function shareAt(plan: readonly PlanStep[], now: number): number {
  return plan.findLast(({ at }) => at <= now)?.share ?? 0;
}

function look(
  gates: readonly WorldGate[],
  hours: readonly WorldHour[],
  { now, scenario, version }: { readonly now: number; readonly scenario: Scenario; readonly version: string },
): NaiveHalt | null {
  for (const gate of gates) {
    const { units, bad } = sumTallies(gate, hours, version, now, scenario);
    if (units === 0 || bad / units <= gate.policy.max) continue;
    // Of the hours until now: what turns bad later does not make it right.
    const onset = findOnset([gate], hours, version);
    return {
      at: now,
      gate: gate.policy.name,
      units,
      bad,
      isFalse: onset === undefined,
      after: onset === undefined ? null : Math.max(0, now - onset),
    };
  }
  return null;
}
