import { coverage, type CoverageRow, type CoverageState } from './coverage.ts';
import type { FileKind } from './schema.ts';

const states: Readonly<Record<CoverageState, string>> = {
  run: 'a rehearsal does what GitHub does with it',
  checked: 'nothing is done with it on a laptop, but what GitHub would refuse or decide by it is found',
  refused: 'a file that says it is not rehearsed; the refusal names file, line, column and the reason',
  'without-effect': 'it changes nothing on GitHub that a rehearsal could show',
};

const titles: Readonly<Record<FileKind, string>> = { workflow: 'Workflow files', action: 'Action metadata' };

/** The table of coverage as a page of the documentation. */
export function renderCoverage(): string {
  const counts = (Object.keys(states) as CoverageState[]).map(
    (state) => `- **${state}** (${count(state)}): ${states[state]}`,
  );
  return [
    '# What a rehearsal covers',
    '',
    'Every property and value that GitHub knows in workflow files and in `action.yml`, by the schemas of its own parser,',
    'and what `slipway rehearse` does about it. Names are those of the schema; `*` stands for names of your own, `=` for a value.',
    'This page is generated from `rehearsal/workflow/coverage.ts`; a test fails for any property of the schema that has no row.',
    '',
    ...counts,
    '',
    ...(['workflow', 'action'] as const).flatMap((kind) => ['## ' + titles[kind], '', ...table(kind), '']),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function count(state: CoverageState): number {
  return coverage.filter((row) => row.state === state).length;
}

function table(kind: FileKind): string[] {
  const rows = coverage.filter((row) => row.kind === kind).map(renderRow);
  return ['| Definition | Property | | Why |', '| --- | --- | --- | --- |', ...rows];
}

function renderRow({ definition, property, state, reason }: CoverageRow): string {
  return `| ${definition} | \`${property}\` | ${state} | ${reason.replaceAll('|', '\\|')} |`;
}
