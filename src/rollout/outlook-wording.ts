import { afterwards } from '#health/plan-warnings';
import type { RaiseNeed } from '#health/verdict';
import { formatCount, formatShare, formatSpan, formatUnits } from '#health/wording';
import type { Cure } from './outlook-cures.ts';
import type { Outlook, StageOutlook } from './outlook.ts';
import { isDaily } from './traffic.ts';

/** As the policy writes it: "screened 5x". */
export function tellEvidence(evidence: RaiseNeed): string {
  return evidence.kind === 'screened' ? `screened ${evidence.factor}x` : evidence.kind;
}

/** What is wanting in a stage, what follows, and what to change; undefined where nothing is. */
export function explainStage(outlook: Outlook, one: StageOutlook): string | undefined {
  const { stage, state, from, to, gate, unknown } = one;
  const cure = [tellEnough(one), tellCures(one)].filter((part) => part !== '').join(' ');
  const end = `its soak of ${formatSpan(stage.soak)}`;
  if (state === 'unknown') {
    const why =
      one.isTest && one.testers === undefined
        ? `nobody knows how many test there, since its stage has no "testers"`
        : `nobody knows how much ${unknown.join(' and ')} will count`;
    return `${stage.name}: whether it decides within ${end} is not known: ${why}. ${cure}`.trim();
  }
  if (state !== 'late' && state !== 'never') return undefined;
  const then = afterwards[outlook.onInsufficient];
  const hold = formatSpan(Math.max(outlook.maxHold, stage.soak));
  if (gate === undefined)
    return `${stage.name}: no gate is required, so its evidence never comes; after ${hold} ${then}.`;
  const short = `${stage.name}: when ${end} ends, about ${formatCount(gate.expected)} of the ${formatUnits(gate.needed, gate.unit)} that ${gate.name} needs for "${tellEvidence(stage.evidence)}" count`;
  const unmeasured = gate.nothingCounts
    ? ' Hours count only when they are as old as "maturity" says, until the delay of the source has been learned.'
    : '';
  return state === 'late'
    ? `${short}; they are there after about ${formatSpan(to - from)}, and the rest of the plan moves by as much.${unmeasured} ${cure}`.trim()
    : `${short}, and not enough within ${hold} either; then ${then}.${unmeasured} ${cure}`.trim();
}

function tellEnough({ enough, isTest }: StageOutlook): string {
  if (enough === undefined) return '';
  const { gate, unit, perDay, within } = enough;
  const time = within === 'soak' ? 'within its soak' : 'within the longest hold (no number would do within its soak)';
  const who = !isDaily(unit)
    ? `${formatUnits(perDay, unit)} a day`
    : isTest
      ? `${formatCount(perDay)} testers`
      : `${formatCount(perDay)} users a day`;
  return `It takes about ${who} for ${gate} to decide ${time}.`;
}

function tellCures({ cures, stage }: StageOutlook): string {
  const written = cures.map((cure) => tellCure(cure));
  const last = written.at(-1);
  if (last === undefined) return '';
  const all = written.length > 1 ? `${written.slice(0, -1).join(', ')} or ${last}` : last;
  return `What would do, each by itself (now ${formatShare(stage.exposure)} for ${formatSpan(stage.soak)}): ${all}.`;
}

function tellCure(cure: Cure): string {
  switch (cure.kind) {
    case 'soak':
      return `${formatSpan(cure.soak)} until the next stage`;
    case 'share':
      return `${formatShare(cure.share)} of the users`;
    case 'evidence':
      return `"evidence: ${tellEvidence(cure.evidence)}"`;
  }
}

/** Where the numbers come from. */
export function explainSources({ sources, stages }: Outlook): string {
  const of = (wanted: string): string =>
    sources
      .filter(({ origin }) => origin === wanted)
      .map(({ gate }) => gate)
      .join(', ');
  const parts = [
    [of('measured'), 'counted of the release before'],
    [of('estimated'), 'estimated from the number of users, one unit a day from each'],
    [of('unknown'), 'unknown'],
  ].flatMap(([gates, from]) => (gates === '' ? [] : [`${gates}: ${from}`]));
  const testers = stages.some((one) => one.testers !== undefined) ? '; testers as the policy says' : '';
  return `Traffic: ${parts.length === 0 ? 'no gate' : parts.join('; ')}${testers}. All numbers are estimates; windows, freezes and reviews are not counted.`;
}

/** The outlook in one line, for the terminal. */
export function describeOutlook(outlook: Outlook): string {
  const { platform, stages, warnings } = outlook;
  const asking = stages.filter(({ state }) => state !== 'needs-nothing');
  const named = (wanted: StageOutlook['state'], how: (one: StageOutlook) => string): string[] =>
    asking.filter(({ state }) => state === wanted).map((one) => `${one.stage.name} ${how(one)}`);
  const troubles = [
    ...named('late', ({ from, to }) => `after about ${formatSpan(to - from)}`),
    ...named('never', () => `not within ${formatSpan(outlook.maxHold)}`),
    ...named('unknown', () => 'unknown'),
  ];
  const inTime = asking.filter(({ state }) => state === 'in-time').length;
  const sum =
    asking.length === 0
      ? 'no stage asks for evidence'
      : `${inTime} of ${asking.length} ${asking.length === 1 ? 'stage that asks' : 'stages that ask'} for evidence can decide in time`;
  const more = warnings.length === 0 ? '' : `; ${warnings.length === 1 ? 'a warning' : `${warnings.length} warnings`}`;
  return `${platform}: ${sum}${troubles.length === 0 ? '' : ` (${troubles.join(', ')})`}${more}`;
}
