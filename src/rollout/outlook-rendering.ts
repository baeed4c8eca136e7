import { formatCount, formatSpan } from '#health/wording';
import type { Column, Summary } from '#kit/summary';
import type { Outlook, StageOutlook, StageState } from './outlook.ts';
import { describeOutlook, explainSources, explainStage, tellEvidence } from './outlook-wording.ts';

const columns: readonly Column[] = [
  { title: 'Stage' },
  { title: 'Begins after', align: 'right' },
  { title: 'Soak', align: 'right' },
  { title: 'The raise needs' },
  { title: 'Evidence' },
  { title: 'Units by then', align: 'right' },
  { title: 'Units needed', align: 'right' },
  { title: 'Would be halted by then' },
];

const states: Readonly<Record<StageState, string>> = {
  'in-time': '✅ in time',
  late: '⏳ late',
  never: '⚠️ not within the longest hold',
  unknown: '❔ unknown',
  'needs-nothing': 'needs none',
};

/** Writes an outlook as a section of a job summary: one row per stage, then what is wanting and what to change. */
export function renderOutlook(summary: Summary, outlook: Outlook): void {
  summary.heading(3, `🔭 Outlook of ${outlook.platform}`);
  summary.paragraph(`${describeOutlook(outlook)}.`);
  summary.table(columns, outlook.stages.map(renderRow));
  const sentences = outlook.stages.flatMap((one) => explainStage(outlook, one) ?? []);
  const all = [...outlook.warnings, ...sentences];
  if (all.length > 0) summary.list(all);
  summary.paragraph(explainSources(outlook));
}

function renderRow(one: StageOutlook): readonly string[] {
  const { stage, isTest, state, from, gate, notices } = one;
  const name = isTest && stage.exposure === 1 ? `${stage.name} (testers)` : stage.name;
  return [
    name,
    from === 0 ? 'at once' : formatSpan(from),
    formatSpan(stage.soak),
    tellEvidence(stage.evidence),
    states[state],
    gate === undefined ? '–' : formatCount(gate.expected),
    gate === undefined ? '–' : formatCount(gate.needed),
    notices === undefined ? '–' : `${notices.factor} times the limit of ${notices.gate}`,
  ];
}
