import { learnCurve, type Curve } from '#health/completeness';
import type { ReleaseId } from './entries.ts';
import { compareReleases, type Ledgers } from './ledgers.ts';
import type { PlatformState } from './state.ts';

/**
 * How late the reports of each gate come on a platform, from the newest release before this one that knows: from its counts where
 * enough of them have settled, else what it had taken over itself.
 */
export function findCurves({ rollouts }: Ledgers, own: ReleaseId, platform: string): Readonly<Record<string, Curve>> {
  const curves = new Map<string, Curve>();
  // The newest come first.
  for (const rollout of rollouts) {
    if (compareReleases(rollout.state.release, own) >= 0) continue;
    const state = rollout.state.platforms.find((one) => one.platform === platform);
    for (const [gate, curve] of state === undefined ? [] : listCurves(state))
      if (!curves.has(gate)) curves.set(gate, curve);
  }
  return Object.fromEntries(curves);
}

function listCurves({ memory, snapshots }: PlatformState): readonly (readonly [string, Curve])[] {
  return (memory?.parameters.gates ?? []).flatMap(({ name }) => {
    const curve = learnCurve(snapshots[name] ?? []) ?? memory?.promotion[name]?.curve;
    return curve === undefined ? [] : [[name, curve] as const];
  });
}
