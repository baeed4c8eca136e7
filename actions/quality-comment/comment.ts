import { formatDuration } from '#kit/duration';
import { code, createSummary, md } from '#kit/summary';
import type { Column, Markdown, Summary, Text } from '#kit/summary';
import { coverageMetrics, formatShare, formatShareChange, markShare } from '#reports/coverage';
import type { Count, Counts } from '#reports/coverage';
import { pyramidGoal } from '#reports/pyramid';
import type { Figures, FiguresBase, FiguresCheck, FiguresCoverage, FiguresPyramid } from '#reports/quality-figures';
import type { WorkflowRun } from '#vendors/github/runs';
import { inert, inertCode } from './inert.ts';

/** What a run left behind, or why there is nothing to show of it. */
export type Left = { readonly figures: Figures } | { readonly missing: string };

/** Rows of a table: a comment is read, a report is searched. */
const most = { reasons: 10, checks: 30, packages: 30, findings: 20, worstFiles: 10 } as const;

/**
 * The comment as blocks, the most important first, so that what does not fit is left out from the end. The figures come
 * from the code under check, possibly of a fork: every text of theirs is made inert. How the run ended is GitHub's word,
 * and where the two disagree it is the run that counts.
 */
export function describeRun(name: string, run: WorkflowRun, left: Left): readonly string[] {
  const passed = run.conclusion === 'success' && 'figures' in left && left.figures.verdict === 'pass';
  const blocks = [block((summary) => describeVerdict(summary, name, run, left, passed))];
  if ('missing' in left) return blocks;
  const { reasons, checks, coverage, pyramid } = left.figures;
  if (reasons.length > 0) blocks.push(block((summary) => describeReasons(summary, left.figures)));
  if (checks.length > 0) blocks.push(block((summary) => describeChecks(summary, left.figures)));
  if (coverage.packages.length > 0 || coverage.patch !== null)
    blocks.push(block((summary) => describeCoverage(summary, left.figures)));
  if (left.figures.findings.length > 0) blocks.push(block((summary) => describeFindings(summary, left.figures)));
  if (coverage.worstFiles.length > 0) blocks.push(block((summary) => describeWorstFiles(summary, coverage)));
  if (Object.values(pyramid).some((count) => count !== null))
    blocks.push(block((summary) => describePyramid(summary, pyramid)));
  return blocks;
}

function block(describe: (summary: Summary) => void): string {
  const summary = createSummary();
  describe(summary);
  // Whole: what is too long is left out as a block, and the tables are short already.
  return summary.render(Number.POSITIVE_INFINITY);
}

function describeVerdict(summary: Summary, name: string, run: WorkflowRun, left: Left, passed: boolean): void {
  summary.heading(3, `${passed ? '✅' : '❌'} ${name}: ${passed ? 'pass' : 'fail'}`);
  const ended = run.conclusion ?? 'nothing yet';
  const link: Markdown = { markdown: `[run ${run.id}](${run.url})` };
  const attempt = run.attempt > 1 ? `, attempt ${run.attempt}` : '';
  summary.paragraph(md`Commit ${code(run.headSha.slice(0, 10))}, ${link}${attempt}, which ended with ${code(ended)}.`);
  if ('missing' in left) {
    summary.paragraph(md`⚠️ There are no figures of it: ${inert(left.missing)}.`);
    return;
  }
  const { verdict } = left.figures;
  if (verdict === 'pass' && !passed)
    summary.paragraph(md`
⚠️ The figures say pass, and the run did not succeed. Another job of it may have failed, or the figures are not true: the run counts.
    `);
  if (verdict === 'fail' && run.conclusion === 'success')
    summary.paragraph(md`
⚠️ The figures say fail, and the run succeeded all the same: nothing there stops a merge.
    `);
}

/** "and 7 more", where the comment or the file does not hold all. */
function more(summary: Summary, shown: number, all: number): void {
  if (all > shown) summary.paragraph(`… and ${all - shown} more; the job summary of the run has them.`);
}

function describeReasons(summary: Summary, { reasons, leftOut, blame }: Figures): void {
  if (blame !== '') summary.paragraph(md`Whose fault it is: **${blame === 'code' ? 'the code under check' : blame}**.`);
  const shown = reasons.slice(0, most.reasons);
  summary.list(
    shown.map((reason) => {
      const of = reason.package === '' ? '' : md`${inertCode(reason.package)}: `;
      return md`${of}**${inert(reason.text)}** ${inert(reason.cure)} (${inertCode(reason.id)})`;
    }),
  );
  more(summary, shown.length, reasons.length + leftOut.reasons);
}

const outcomes: Readonly<Record<FiguresCheck['outcome'], string>> = {
  passed: '✅ passed',
  failed: '❌ failed',
  'not-run': '⏭️ not run',
};

function describeChecks(summary: Summary, { checks, leftOut }: Figures): void {
  const several = new Set(checks.map((check) => check.package).filter((name) => name !== '')).size > 1;
  const shown = checks.slice(0, most.checks);
  const right = (title: string): Column => ({ title, align: 'right' });
  summary.heading(4, 'Checks');
  summary.table(
    [
      ...(several ? [{ title: 'Package' }] : []),
      { title: 'Check' },
      { title: 'Result' },
      { title: 'Looked at' },
      right('Found'),
      right('Time'),
    ],
    shown.map((check) => [
      ...(several ? [check.package === '' ? 'all' : inertCode(check.package)] : []),
      inert(check.name),
      outcomes[check.outcome],
      inert(check.extent),
      `${check.findings}`,
      check.outcome === 'not-run' ? '' : formatDuration(check.durationMs),
    ]),
  );
  more(summary, shown.length, checks.length + leftOut.checks);
}

function describeCoverage(summary: Summary, { coverage, leftOut }: Figures): void {
  const { packages, total, patch, base } = coverage;
  summary.heading(4, 'Coverage');
  if (packages.length > 0) {
    const shown = packages.slice(0, most.packages);
    summary.table(
      [
        { title: 'Package' },
        { title: 'Suite' },
        ...coverageMetrics.map((title) => ({ title, align: 'right' as const })),
        { title: 'Required', align: 'right' },
      ],
      [
        ...shown.map((one): Text[] => [
          inertCode(one.name),
          one.suite,
          ...shares(one.counts, one.base, one.threshold),
          `${one.threshold} %`,
        ]),
        ...(total === null || packages.length < 2 ? [] : [['all', '', ...shares(total.counts, total.base), '']]),
      ],
    );
    more(summary, shown.length, packages.length + leftOut.packages);
  }
  if (patch !== null) summary.paragraph(describePatch(patch, patch.threshold));
  if (base !== null) summary.paragraph(describeBase(base));
}

/** "81.25 % (+1.25) ✅" for each metric. */
function shares(counts: Counts, base: Counts | null, threshold?: number): readonly string[] {
  return coverageMetrics.map((metric) => {
    const count = counts[metric];
    const change = base === null ? '' : ` (${formatShareChange(base[metric], count)})`;
    return `${formatShare(count)}${change}${threshold === undefined ? '' : ` ${markShare(count, threshold)}`}`.trim();
  });
}

function describePatch(patch: Count, threshold: number): string {
  if (patch.total === 0) return 'Changed lines: none of them is executable.';
  const { covered, total } = patch;
  return `Changed lines: ${formatShare(patch)} (${covered} of ${total}), required ${threshold} % ${markShare(patch, threshold)}`;
}

function describeBase(base: FiguresBase): Text {
  if ('none' in base) return `No baseline: ${inert(base.none)}.`;
  const { commit, distance } = base;
  const where = distance === 0 ? 'where the change begins' : `${distance} before the change begins`;
  return md`Compared with ${code(commit.slice(0, 10))}, ${where}.`;
}

function describeFindings(summary: Summary, { findings, checks }: Figures): void {
  const shown = findings.slice(0, most.findings);
  summary.heading(4, 'What to mend');
  summary.table(
    [{ title: 'Where' }, { title: 'Check' }, { title: 'What' }],
    shown.map(({ file, line, title, message, check }) => [
      inertCode(line === null ? file : `${file}:${line}`),
      inert(check),
      md`**${inert(title)}** ${inert(message)}`,
    ]),
  );
  const all = checks.reduce((sum, check) => sum + check.findings, 0);
  more(summary, shown.length, Math.max(all, findings.length));
}

function describeWorstFiles(summary: Summary, { worstFiles }: FiguresCoverage): void {
  summary.details('Least covered files', (inner) => {
    inner.table(
      [{ title: 'File' }, { title: 'Lines', align: 'right' }, { title: 'Not covered' }],
      worstFiles
        .slice(0, most.worstFiles)
        .map(({ file, lines, uncovered }) => [inertCode(file), formatShare(lines), inert(uncovered)]),
    );
  });
}

const kinds: Readonly<Record<keyof FiguresPyramid, string>> = {
  unit: 'Unit',
  integration: 'Integration',
  e2e: 'End to end',
};

function describePyramid(summary: Summary, pyramid: FiguresPyramid): void {
  const names = Object.keys(kinds) as (keyof FiguresPyramid)[];
  const known = names.every((kind) => pyramid[kind] !== null);
  const total = names.reduce((sum, kind) => sum + (pyramid[kind] ?? 0), 0);
  summary.heading(4, 'Shape of the tests');
  summary.table(
    [
      { title: 'Kind' },
      { title: 'Tests', align: 'right' },
      { title: 'Share', align: 'right' },
      { title: 'Goal', align: 'right' },
    ],
    names.map((kind) => {
      const covered = pyramid[kind];
      const share = known && covered !== null ? formatShare({ covered, total }) : '';
      return [kinds[kind], covered === null ? 'not known' : `${covered}`, share, `${pyramidGoal[kind]} %`];
    }),
  );
}
