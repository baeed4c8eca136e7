import { ConfigurationError, VendorError } from './errors.ts';
import type { Fault, ForeseenError, Problem } from './errors.ts';
import type { Summary } from './summary.ts';
import { code, md } from './summary.ts';

/** How a kind of failure is introduced: whose fault it is, before anything else. */
const titles: Readonly<Record<Fault, string>> = {
  gate: 'the answer is no',
  configuration: 'cannot run as it is configured',
  vendor: 'somebody else failed',
  cancelled: 'cancelled',
  ours: 'a defect of ours',
};

const icons: Readonly<Record<Fault, string>> = {
  gate: '❌',
  configuration: '⚙️',
  vendor: '🌩️',
  cancelled: '⏹️',
  ours: '🐞',
};

export interface RenderedFailure {
  readonly title: string;
  /** One line, for the annotation. */
  readonly headline: string;
  /** For the log: every reason with its id and cure, every problem. */
  readonly lines: readonly string[];
  describe(summary: Summary): void;
}

/** A failure as a person reads it, in the log, as an annotation and in the summary. */
export function renderFailure(action: string, failure: ForeseenError): RenderedFailure {
  const [first] = failure.notes;
  const problems = failure instanceof ConfigurationError ? failure.problems : [];
  const details = failure instanceof VendorError ? vendorDetails(failure) : [];
  return {
    title: titles[failure.fault],
    headline: [
      ...failure.notes.map((note) => `${note.text} [${note.id}]`),
      ...problems.map((problem) => `${problem.name}: ${problem.reason}`),
    ].join('\n'),
    lines: [
      ...failure.notes.flatMap((note) => [`${icons[failure.fault]} ${note.text} [${note.id}]`, `   → ${note.cure}`]),
      ...problems.map(({ name, reason, value, valid, example }) => {
        const such = example === undefined ? '' : `; for example: ${example}`;
        return `   ${name}: ${reason}; got "${value}"; valid: ${valid}${such}`;
      }),
      ...details.map(([name, value]) => `   ${name}: ${value}`),
    ],
    describe(summary) {
      if (failure.described) return;
      summary.heading(2, `${icons[failure.fault]} ${action}: ${titles[failure.fault]}`);
      for (const note of failure.notes) summary.paragraph(md`**${note.text}** ${note.cure} (${code(note.id)})`);
      if (problems.length > 0) describeProblems(summary, problems);
      if (details.length > 0) summary.table([{ title: 'Request' }, { title: first.id }], details);
    },
  };
}

function describeProblems(summary: Summary, problems: readonly Problem[]): void {
  const areInputs = problems.some(({ example }) => example !== undefined);
  const columns = areInputs ? ['Input', 'Given', 'Problem', 'Valid', 'Example'] : ['What', 'Found', 'Problem', 'Valid'];
  const rows = problems.map(({ name, value, reason, valid, example = '' }) => [
    code(name),
    value === '' ? '' : code(value),
    reason,
    valid,
    ...(areInputs ? [code(example)] : []),
  ]);
  summary.table(
    columns.map((title) => ({ title })),
    rows,
  );
}

function vendorDetails({ details }: VendorError): [string, string][] {
  const rows: [string, string | undefined][] = [
    ['vendor', details.vendor],
    ['operation', details.operation],
    ['status', details.status?.toString()],
    ['attempts', String(details.attempts)],
    ['correlation id', details.correlationId],
    ['answer', details.body],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '');
}
