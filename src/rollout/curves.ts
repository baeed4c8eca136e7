import { learnCurve, type Curve } from '#health/completeness';
import type { Ledgers, Rollout } from './ledgers.ts';
import type { PlatformState } from './state.ts';

/**
 * How late the reports of each gate come on a platform, from the newest release before this one that knows: from its counts where
 * enough of them have settled, else what it had taken over itself.
 */
export function findCurves({ rollouts }: Ledgers, own: Rollout, platform: string): Readonly<Record<string, Curve>> {
  const curves = new Map<string, Curve>();
  // The newest come first.
  for (const rollout of rollouts.slice(rollouts.indexOf(own) + 1)) {
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
