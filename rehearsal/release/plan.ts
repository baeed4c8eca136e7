import { planStages } from '#rollout/gates';
import type { PlatformPolicy, Policy } from '#rollout/policy';
import type { PlanStep } from './result.ts';

/**
 * The plan of a platform, as if every stage ended as soon as it may: no window, no reviewers, no evidence to wait for.
 * @param openedAt milliseconds since the epoch
 */
export function listPlan(policy: Policy, platform: PlatformPolicy, openedAt: number): readonly PlanStep[] {
  let at = openedAt;
  const steps = planStages(platform).map(({ name, exposure, soak }) => {
    // The first step with users of the store waits for other platforms.
    if (exposure > 0) at = Math.max(at, earliest(policy, platform, openedAt));
    const step = { at, name, share: exposure };
    at += soak;
    return step;
  });
  return steps;
}

function earliest(policy: Policy, { after }: PlatformPolicy, openedAt: number): number {
  const due = after.map(({ platform: name, delay }) => {
    const other = policy.platforms.find((one) => one.name === name);
    const first = other === undefined ? undefined : listPlan(policy, other, openedAt).find(({ share }) => share > 0);
    return (first?.at ?? openedAt) + delay;
  });
  return Math.max(openedAt, ...due);
}
