import type { Traffic } from './expected-units.ts';
import type { OnInsufficient, Parameters } from './parameters.ts';
import type { GateForecast, StageForecast } from './planner.ts';
import { formatCount, formatShare, formatSpan } from './wording.ts';

/** What follows when a stage never gets its evidence. */
export const afterwards: Readonly<Record<OnInsufficient, string>> = {
  ask: 'a person is asked',
  'promote-unproven': 'it is raised unproven if nothing speaks against it',
  hold: 'it holds until somebody decides',
  halt: 'it is halted',
};

export function warnOfPlan(
  parameters: Parameters,
  stages: readonly StageForecast[],
  traffic: Readonly<Record<string, Traffic>>,
): string[] {
  return [
    ...parameters.gates.flatMap(({ name, limit }) => {
      const rate = traffic[name]?.rate ?? 0;
      return rate > limit
        ? [
            `${name}: the previous version is at ${formatShare(rate)}, above the limit of ${formatShare(limit)}, so nearly every release would be halted. Raise the limit above what is normal today, or make the gate optional and mend the rate first.`,
          ]
        : [];
    }),
    ...warnOfEmptyGates(parameters, stages),
    ...stages.flatMap((stage) => warnOfStage(parameters, stage)),
  ];
}

function warnOfEmptyGates({ gates }: Parameters, stages: readonly StageForecast[]): string[] {
  const asks = stages.some(({ stage }) => stage.evidence.kind !== 'halt-only');
  if (asks && !gates.some((gate) => gate.required)) {
    return [
      'No gate is required, so no stage that asks for evidence could ever be raised. Make one required, or give the stages "evidence: halt-only".',
    ];
  }
  const needing = stages.filter(({ outlook }) => outlook !== 'needs-nothing');
  if (needing.length > 0 && needing.every(({ outlook }) => outlook === 'never')) {
    return [
      'At this traffic no stage can prove anything within the longest hold: the plan is a timetable, not a test. Fewer and larger first stages decide sooner (20/50/100 % instead of 5/10/20/50/100 %), or choose "on-insufficient: promote-unproven" knowingly.',
    ];
  }
  return [];
}

function warnOfStage(
  { maxHold, onInsufficient }: Parameters,
  { stage, outlook, gate, from, to }: StageForecast,
): string[] {
  if (gate === undefined || (outlook !== 'late' && outlook !== 'never')) return [];
  const short = `${stage.name}: about ${formatCount(gate.expected)} of the ${formatCount(gate.needed)} units that ${gate.name} needs will count when its soak of ${formatSpan(stage.soak)} ends`;
  const unmeasured = gate.nothingCounts
    ? ' The source is unmeasured, so hours count only when they are old: this ends by itself once its delay has been learned.'
    : '';
  if (outlook === 'late') return [`${short}, so the raise comes after about ${formatSpan(to - from)}.${unmeasured}`];
  const hold = formatSpan(Math.max(maxHold, stage.soak));
  return [
    `${short}, and not enough within ${hold} either; then ${afterwards[onInsufficient]}. ${suggestCure(gate)}${unmeasured}`,
  ];
}

function suggestCure({ exposureInTime }: GateForecast): string {
  return exposureInTime <= 1
    ? `Begin it with about ${formatShare(exposureInTime)} of the users, or soak longer.`
    : 'No exposure would do within this soak: soak longer, or give it "evidence: halt-only".';
}
