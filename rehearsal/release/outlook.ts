import { planRollout } from '#health/planner';
import type { Traffic } from '#health/expected-units';
import { gatesOf, planStages, toParameters } from '#rollout/gates';
import type { GatePolicy, Policy } from '#rollout/policy';
import { activeHours, activeShare, sessionsPerHour, type Rates } from '#rehearsal/world/settings';
import { listPlatforms } from './app.ts';
import type { Scenario } from './scenario.ts';

/** What of a policy cannot work with the users of a scenario, and what to change; one sentence each, with its platform. */
export function foresee(policy: Policy, scenario: Scenario): readonly string[] {
  return listPlatforms(policy).flatMap((platform) => {
    const rates = scenario.versions.previous;
    const users = scenario.users[platform.kind];
    const traffic = Object.fromEntries(
      gatesOf(policy, platform.policy).map((gate): [string, Traffic] => [
        gate.name,
        {
          unitsPerHour: countUnits(gate, users, rates),
          adoption: scenario.adoption,
          ...(rates === undefined ? {} : { rate: rateOf(gate, rates) }),
        },
      ]),
    );
    const parameters = toParameters(policy, platform.policy);
    const { warnings } = planRollout(parameters, planStages(platform.policy), traffic);
    return warnings.map((warning) => `${platform.name}: ${warning}`);
  });
}

function countUnits({ source }: GatePolicy, users: number, rates: Rates | undefined): number {
  const userHours = (users * activeShare * activeHours) / 24;
  if (source.kind === 'reviews') return (users * (rates?.reviews ?? 0)) / 24;
  return source.kind === 'sentry' ? userHours * sessionsPerHour : userHours;
}

function rateOf({ source }: GatePolicy, rates: Rates): number {
  if (source.kind === 'reviews') return rates.oneStar;
  return source.kind === 'play-vitals' && source.measure === 'anr' ? rates.anr : rates.crash;
}
