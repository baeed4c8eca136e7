import { bar, md } from '#kit/summary';
import type { Column, Summary, Text } from '#kit/summary';
import type { Decision, GateDecision } from './decision.ts';
import type { Gate } from './parameters.ts';
import { describeFactor, explainDecision, explainGate } from './sentence.ts';
import type { RaiseNeed, Verdict } from './verdict.ts';
import { formatCount, formatGood, formatRatio, formatShare, formatSpan, formatTime, formatUnits } from './wording.ts';

const marks: Readonly<Record<Verdict['state'], string>> = { promote: '✅', hold: '⏸️', halt: '🛑' };

/** Writes one decision as a section of a job summary: the sentence first, then one row per gate, then how it was weighed. */
export function renderDecision(summary: Summary, decision: Decision): void {
  const { verdict, gates } = decision;
  summary.heading(2, `${marks[verdict.state]} ${verdict.state}: ${verdict.reason}`);
  summary.paragraph(explainDecision(decision));
  if (gates.length > 0) {
    summary.table(columns, gates.map(renderRow));
    const others = gates.filter(({ gate }) => gate.name !== decision.because);
    if (others.length > 0) summary.list(others.map((other) => explainGate(other, decision)));
  }
  summary.details('How this was weighed', (inner) => {
    inner.list([
      `A raise from here needs ${describeNeed(decision.stage.evidence)}; the soak ${decision.now < decision.dueAt ? `ends at ${formatTime(decision.dueAt)}` : 'is over'}.`,
      'The interval holds the true rate at every look at once, so looking every hour makes no false alarm. A full bar is all the evidence that is needed; a raise also asks that the rate itself keeps the limit.',
      ...gates.map(describeWeighing),
    ]);
  });
}

const columns: readonly Column[] = [
  { title: 'Gate' },
  { title: 'Verdict' },
  { title: 'Good', align: 'right' },
  { title: 'Bad, valid at every look', align: 'right' },
  { title: 'Limit', align: 'right' },
  { title: 'Units', align: 'right' },
  { title: 'Before', align: 'right' },
  { title: 'To a halt' },
  { title: 'To a raise' },
  { title: 'Data age', align: 'right' },
];

function renderRow({ gate, verdict, findings }: GateDecision): readonly Text[] {
  const name = gate.required ? gate.name : `${gate.name} (optional)`;
  const state = `${marks[verdict.state]} ${verdict.reason}`;
  if (findings === undefined) return [name, state, '–', '–', formatShare(gate.limit), '–', '–', '–', '–', '–'];
  const { rate, interval, previous, progress, dataAge } = findings;
  return [
    name,
    state,
    rate === undefined ? '–' : formatGood(rate),
    rate === undefined ? '–' : `${formatShare(interval.low)} to ${formatShare(interval.high)}`,
    formatShare(gate.limit),
    `${formatUnits(findings.units, gate.unit)}, ${formatCount(findings.bad)} bad`,
    previous === undefined ? '–' : `${formatShare(previous.rate)}, now ${formatRatio(previous.ratio)} that`,
    renderBar(Math.max(progress.halt, progress.worse ?? 0)),
    progress.promote === undefined ? 'needs none' : renderBar(progress.promote),
    dataAge === undefined ? '–' : formatSpan(dataAge),
  ];
}

/** Rounded down, so that 100 % means that it is there. */
function renderBar(share: number): Text {
  return md`${bar(share)} ${Math.floor(Math.min(1, share) * 100)} %`;
}

function describeNeed(need: RaiseNeed): string {
  switch (need.kind) {
    case 'proven':
      return 'proof that the rate is below the limit times the margin';
    case 'screened':
      return `enough units that a release ${describeFactor(need)} too bad would have been halted (or proof)`;
    case 'halt-only':
      return 'nothing but that no test halts it';
  }
}

function describeWeighing({ gate, findings }: GateDecision): string {
  const { value, origin } = gate.overdispersion;
  const curve =
    (findings?.curveFrom ?? 0) > 0
      ? `how late reports come was learned from ${formatCount(findings?.curveFrom ?? 0)} buckets`
      : `how late reports come is not measured, so a raise counts only what is older than ${formatSpan(gate.maturity)}`;
  return `${gate.name}: counts are divided by an overdispersion of ${String(Number(value.toFixed(2)))} (${originWords[origin]}); ${curve}.`;
}

const originWords: Readonly<Record<Gate['overdispersion']['origin'], string>> = {
  given: 'given',
  estimated: "estimated from the previous version's last seven days",
  floor: 'the least that is believed for this unit',
  fallback: 'assumed, since the previous version had too few bad units to estimate it',
};
