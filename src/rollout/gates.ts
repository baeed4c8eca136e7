import { defineGate, mobile, type Gate, type Parameters } from '#health/parameters';
import type { Overdispersion } from '#health/overdispersion';
import type { PlannedStage } from '#health/planner';
import type { GatePolicy, PlatformPolicy, Policy } from './policy.ts';
import { haltOnly, phaseEvidence, phases } from './presets.ts';

const dayMs = 86_400_000;

/** Until the previous version was measured: what src/health assumes of one that cannot be. */
const assumed: Overdispersion = { value: 3, origin: 'fallback' };

export function gatesOf({ gates }: Policy, { name }: PlatformPolicy): readonly GatePolicy[] {
  return gates.filter(({ platforms }) => platforms.includes(name));
}

/**
 * What the verdicts of a platform depend on.
 * @param measured overdispersion by the name of the gate, where it could be estimated
 */
export function toParameters(
  policy: Policy,
  platform: PlatformPolicy,
  measured: Readonly<Record<string, Overdispersion>> = {},
): Parameters {
  const { onInsufficient, maxHold } = policy;
  const gates = gatesOf(policy, platform).map((gate) => toGate(gate, measured[gate.name] ?? assumed));
  return { ...mobile, onInsufficient, maxHold, stages: planStages(platform).length, gates };
}

function toGate(policy: GatePolicy, overdispersion: Overdispersion): Gate {
  const { name, unit, max, required, compare, staleness, maturity, lateUnits } = policy;
  return defineGate('mobile', {
    name,
    unit,
    limit: max,
    required,
    overdispersion,
    staleness,
    maturity,
    lateUnits,
    ...(compare === undefined ? {} : { comparison: { ratio: compare, minimumIncrease: 0.2 * max } }),
  });
}

/** The stages as the planner and the risk of a false halt count them. */
export function planStages(platform: PlatformPolicy): readonly PlannedStage[] {
  if (platform.store === 'google-play')
    return platform.steps.map(({ name, reach, isProduction, soak, evidence }, index, { length }) => ({
      name,
      // Testers are few beside the users of the store.
      exposure: isProduction ? reach : 0,
      soak: index === length - 1 ? platform.watch : soak,
      evidence,
    }));
  const { testFlight, phased, watch } = platform;
  const test = testFlight === undefined ? [] : [{ name: 'testflight', exposure: 0, ...testFlight }];
  const shares = phased ? phases : [1];
  return [
    ...test.map(({ name, exposure, soak, evidence }) => ({ name, exposure, soak, evidence })),
    ...shares.map((share, index) => ({
      name: phased ? `app-store day ${index + 1}` : 'app-store',
      exposure: share,
      soak: share >= 1 ? watch : dayMs,
      evidence: share >= 1 ? haltOnly : phaseEvidence(platform),
    })),
  ];
}
