import type { Column, Summary } from '#kit/summary';
import type { Outlook, Plan } from './planner.ts';
import { formatCount, formatShare, formatSpan } from './wording.ts';

const columns: readonly Column[] = [
  { title: 'Stage' },
  { title: 'Begins after', align: 'right' },
  { title: 'Ends after', align: 'right' },
  { title: 'Evidence' },
  { title: 'Units by the end of the soak', align: 'right' },
  { title: 'Units needed', align: 'right' },
  { title: 'Exposure in time', align: 'right' },
];

const outlooks: Readonly<Record<Outlook, string>> = {
  'in-time': '✅ in time',
  late: '⏳ late',
  never: '⚠️ not within the longest hold',
  'needs-nothing': 'needs none',
};

/** Writes a plan as a section of a job summary: one row per stage, then what cannot work and its cure. All numbers are estimates. */
export function renderPlan(summary: Summary, { stages, warnings }: Plan): void {
  summary.table(
    columns,
    stages.map(({ stage, outlook, from, to, gate }) => [
      stage.name,
      formatSpan(from),
      formatSpan(to),
      outlooks[outlook],
      ...(gate === undefined
        ? ['–', '–', '–']
        : [
            formatCount(gate.expected),
            formatCount(gate.needed),
            gate.exposureInTime <= 1 ? formatShare(gate.exposureInTime) : 'none',
          ]),
    ]),
  );
  if (warnings.length > 0) summary.list(warnings);
}
