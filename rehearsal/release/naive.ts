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
  while (world.now < endsAt) {
    const share = shareAt(plan, world.now);
    const passed: { readonly world: PlatformWorld; readonly hour: WorldHour } = passHour(
      world,
      expose(platform, share, halt !== null),
    );
    world = passed.world;
    if (passed.hour.at < scenario.start) continue;
    hours.push(passed.hour);
    shares.push({ at: passed.hour.at, share: halt === null ? share : 0 });
    if (halt !== null) continue;
    exposed = passed.hour.users[version] ?? 0;
    const production = plan.find((step) => step.share > 0)?.at ?? endsAt;
    if (world.now < production) continue;
    const since = hours.filter(({ at }) => at >= production);
    halt = look(gates, since, { now: world.now + lookAfter, scenario, version });
  }
  return { platform: platform.name, kind: platform.kind, halt, exposed, shares };
}

/** What has already come to users stays open, as in the stores: a halt gives it to nobody else. */
function expose({ kind }: PlayPlatform | AppStorePlatform, share: number, isHalted: boolean): Exposure {
  const byHand = kind === 'ios' && share > 0 ? { byHand: release } : {};
  if (isHalted || share === 0) return { everybody: previous, tracks: {}, ...(isHalted ? byHand : {}) };
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
    const onset = findOnset([gate], hours, version);
    return {
      at: now,
      gate: gate.policy.name,
      units,
      bad,
      isFalse: onset === undefined || onset > now,
      after: onset === undefined ? null : Math.max(0, now - onset),
    };
  }
  return null;
}
