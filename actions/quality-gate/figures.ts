import { sumCounts } from '#reports/coverage';
import type { Counts, FileCoverage } from '#reports/coverage';
import { formatRanges } from '#reports/line-ranges';
import type { Figures, FiguresCoverage, FiguresPyramid } from '#reports/quality-figures';
import type { Base } from './base.ts';
import { measuredIn } from './checks/check.ts';
import type { CheckResult, Measured } from './checks/check.ts';
import type { Verdict } from './verdict.ts';

export interface RunFacts {
  readonly name: string;
  readonly commit: string;
  readonly event: string;
  /** Milliseconds since the epoch. */
  readonly measuredAt: number;
  readonly patchThreshold: number | undefined;
  /** From an absolute path to one from the workspace, with forward slashes. */
  readonly pathOf: (file: string) => string;
}

/** Everything that the run came to, without a word of presentation. */
export function collectFigures(
  results: readonly CheckResult[],
  verdict: Verdict,
  base: Base | undefined,
  pyramid: FiguresPyramid,
  facts: RunFacts,
): Omit<Figures, 'version' | 'leftOut'> {
  return {
    name: facts.name,
    commit: facts.commit,
    event: facts.event,
    measuredAt: new Date(facts.measuredAt).toISOString(),
    verdict: verdict.verdict,
    blame: verdict.blame,
    reasons: verdict.reasons.map(({ package: of, message }) => ({ ...message, package: of })),
    checks: results.map(({ package: of, name, notRun, reasons, extent, findings, durationMs }) => ({
      package: of,
      name,
      outcome: notRun === true ? 'not-run' : reasons.length === 0 ? 'passed' : 'failed',
      extent,
      findings: findings.length,
      durationMs,
    })),
    findings: results.flatMap(({ name, findings }) =>
      findings.map(({ file, line, title, message }) => ({
        file: facts.pathOf(file),
        line: line ?? null,
        title,
        message,
        check: name,
      })),
    ),
    coverage: collectCoverage(results, base, facts),
    pyramid,
  };
}

function collectCoverage(results: readonly CheckResult[], base: Base | undefined, facts: RunFacts): FiguresCoverage {
  const measured = measuredIn(results);
  const baseOf = ({ package: of, name }: Measured): Counts | null => {
    if (base === undefined || 'none' in base || name !== 'tests') return null;
    return base.baseline.packages.find((one) => one.name === of)?.counts ?? null;
  };
  const packages = measured.map((result) => ({
    name: result.package,
    suite: result.name === 'tests' ? ('unit' as const) : ('integration' as const),
    counts: result.measured.coverage.total,
    threshold: result.measured.threshold,
    base: baseOf(result),
  }));
  const units = packages.filter(({ suite }) => suite === 'unit');
  const whole = units.length > 0 && units.length === results.filter(({ name }) => name === 'tests').length;
  const bases = units.flatMap((one) => one.base ?? []);
  const patch = results.find((result) => result.patch !== undefined)?.patch;
  return {
    packages,
    total: whole
      ? {
          counts: sumCounts(units.map(({ counts }) => counts)),
          base: bases.length === units.length ? sumCounts(bases) : null,
        }
      : null,
    patch: patch === undefined ? null : { ...patch, threshold: facts.patchThreshold ?? 0 },
    base: base === undefined ? null : 'none' in base ? base : { commit: base.commit, distance: base.distance },
    worstFiles: worstFiles(measured).map(({ file, counts, uncoveredLines }) => ({
      file: facts.pathOf(file),
      lines: counts.lines,
      uncovered: formatRanges(uncoveredLines),
    })),
  };
}

/** The files with the most lines left to cover by unit tests: that is where effort moves the number. */
export function worstFiles(measured: readonly Measured[]): readonly FileCoverage[] {
  const missing = ({ counts: { lines } }: FileCoverage): number => lines.total - lines.covered;
  return measured
    .filter(({ name }) => name === 'tests')
    .flatMap((result) => result.measured.coverage.files)
    .filter((file) => missing(file) > 0)
    .sort((a, b) => missing(b) - missing(a));
}
