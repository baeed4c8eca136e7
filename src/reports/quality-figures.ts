import type { Count, Counts } from './coverage.ts';
import { figuresShape, longest, most, unfitRun } from './quality-figures-shape.ts';

export interface FiguresReason {
  readonly id: string;
  readonly text: string;
  readonly cure: string;
  /** Of which package; empty for the workspace as a whole. */
  readonly package: string;
}

export interface FiguresCheck {
  /** Empty for the workspace as a whole. */
  readonly package: string;
  /** "types", "lint", "tests", "patch" ... */
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'not-run';
  /** What was looked at: "118 tests in 12 files". */
  readonly extent: string;
  /** How many; the first of them are in `findings`. */
  readonly findings: number;
  /** Wall time, in whole milliseconds. */
  readonly durationMs: number;
}

export interface FiguresFinding {
  /** Relative to the repository, with forward slashes. */
  readonly file: string;
  /** 1-based; null when it is about the file as a whole. */
  readonly line: number | null;
  readonly title: string;
  /** Its first line. */
  readonly message: string;
  /** Name of the check that found it. */
  readonly check: string;
}

export interface FiguresPackage {
  readonly name: string;
  readonly suite: 'unit' | 'integration';
  readonly counts: Counts;
  /** Percent that each metric has to reach. */
  readonly threshold: number;
  /** The counts of the base; null when they are not known. */
  readonly base: Counts | null;
}

export interface FiguresFile {
  /** Relative to the repository, with forward slashes. */
  readonly file: string;
  readonly lines: Count;
  /** "3, 7-9, 12", for people. */
  readonly uncovered: string;
}

/** Where the figures of the base come from, or why there are none. */
export type FiguresBase = { readonly commit: string; readonly distance: number } | { readonly none: string };

export interface FiguresCoverage {
  /** The same package may be there once per suite. */
  readonly packages: readonly FiguresPackage[];
  /** Of all packages together; null unless each has its counts. `base` likewise. */
  readonly total: { readonly counts: Counts; readonly base: Counts | null } | null;
  /** Changed lines; null when nobody asked or there is no patch. A total of 0: no executable line changed. */
  readonly patch: (Count & { readonly threshold: number }) | null;
  /** Null when no comparison was asked for. */
  readonly base: FiguresBase | null;
  /** The files with the most lines left to cover, the worst first. */
  readonly worstFiles: readonly FiguresFile[];
}

/** How many tests of each kind there are; null when not known. */
export interface FiguresPyramid {
  readonly unit: number | null;
  readonly integration: number | null;
  readonly e2e: number | null;
}

/** What a run of the gate came to, for whoever shows it elsewhere. The file is `quality.json`. */
export interface Figures {
  readonly version: 1;
  /** Of the gate: several in one repository tell their artifacts and comments apart by it. */
  readonly name: string;
  /** Full name of the commit under check, in hexadecimal; empty outside of git. */
  readonly commit: string;
  /** The event that started the run; empty outside of GitHub. */
  readonly event: string;
  /** ISO 8601, UTC. */
  readonly measuredAt: string;
  readonly verdict: 'pass' | 'fail';
  /** Whose fault a fail is; empty for a pass. */
  readonly blame: '' | 'code' | 'configuration' | 'tool';
  /** The most important first. */
  readonly reasons: readonly FiguresReason[];
  readonly checks: readonly FiguresCheck[];
  /** The first of all checks together; how many there are stands with the checks. */
  readonly findings: readonly FiguresFinding[];
  readonly coverage: FiguresCoverage;
  readonly pyramid: FiguresPyramid;
  /** How many the writer left out at the end of a list that was longer than the format allows. */
  readonly leftOut: { readonly reasons: number; readonly checks: number; readonly packages: number };
}

/**
 * Reads figures that may be a stranger's: sizes are bounded, nothing is guessed, unknown members are refused. Every text
 * is one line without control characters; it is still foreign, so whoever shows it escapes it.
 * @throws SyntaxError that names the place, the value and what is valid.
 */
export function readFigures(file: string): Figures {
  if (file.length > most.units)
    throw new SyntaxError(`the figures have ${file.length} characters, and ${most.units} are the most`);
  const value: unknown = JSON.parse(file);
  // Before anything else is looked at: what a newer version added would read as a mistake.
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof version === 'number' && version !== 1)
    throw new SyntaxError(`the figures have the version ${version}; this version of the suite reads 1`);
  const figures = figuresShape(value, '');
  if ((figures.verdict === 'pass') !== (figures.blame === ''))
    throw new SyntaxError(`the verdict "${figures.verdict}" does not go with the blame "${figures.blame}"`);
  return figures;
}

/**
 * JSON of the figures. Lists that are too long lose their end, and `leftOut` says how much; texts become one line, lose
 * their control characters and, when they are too long, their end, with "…" in its place.
 * @throws SyntaxError for figures that cannot be (more covered than there is, a pass with a blame): nobody could read them.
 */
export function writeFigures(figures: Omit<Figures, 'version' | 'leftOut'>): string {
  const { reasons, checks, findings, coverage, pyramid } = figures;
  const { packages, total, patch, base, worstFiles } = coverage;
  const fitted: Figures = {
    version: 1,
    name: figures.name,
    commit: figures.commit,
    event: fit(figures.event, longest.word),
    measuredAt: figures.measuredAt,
    verdict: figures.verdict,
    blame: figures.blame,
    reasons: reasons.slice(0, most.reasons).map((reason) => ({
      id: fit(reason.id, longest.word),
      text: fit(reason.text, longest.sentence),
      cure: fit(reason.cure, longest.sentence),
      package: fit(reason.package, longest.name),
    })),
    checks: checks.slice(0, most.checks).map((check) => ({
      package: fit(check.package, longest.name),
      name: fit(check.name, longest.word),
      outcome: check.outcome,
      extent: fit(check.extent, longest.extent),
      findings: check.findings,
      durationMs: Math.max(0, Math.round(check.durationMs)),
    })),
    findings: findings.slice(0, most.findings).map((finding) => ({
      file: fit(finding.file, longest.path),
      line: finding.line,
      title: fit(finding.title, longest.name),
      message: fit(finding.message.trimStart().split('\n')[0] ?? '', longest.sentence),
      check: fit(finding.check, longest.word),
    })),
    coverage: {
      packages: packages.slice(0, most.packages).map((one) => ({
        name: fit(one.name, longest.name),
        suite: one.suite,
        counts: pickCounts(one.counts),
        threshold: one.threshold,
        base: one.base === null ? null : pickCounts(one.base),
      })),
      total:
        total === null
          ? null
          : { counts: pickCounts(total.counts), base: total.base === null ? null : pickCounts(total.base) },
      patch: patch === null ? null : { ...pickCount(patch), threshold: patch.threshold },
      base:
        base !== null && 'none' in base
          ? { none: fit(base.none, longest.sentence) }
          : base === null
            ? null
            : { commit: base.commit, distance: base.distance },
      worstFiles: worstFiles.slice(0, most.worstFiles).map(({ file, lines, uncovered }) => ({
        file: fit(file, longest.path),
        lines: pickCount(lines),
        uncovered: fit(uncovered, longest.ranges),
      })),
    },
    pyramid: { unit: pyramid.unit, integration: pyramid.integration, e2e: pyramid.e2e },
    leftOut: {
      reasons: Math.max(0, reasons.length - most.reasons),
      checks: Math.max(0, checks.length - most.checks),
      packages: Math.max(0, packages.length - most.packages),
    },
  };
  const file = `${JSON.stringify(fitted, undefined, 1)}\n`;
  readFigures(file);
  return file;
}

function fit(foreign: string, longestOf: number): string {
  const flat = foreign.replaceAll(unfitRun, ' ').trim();
  if (flat.length <= longestOf) return flat;
  // A cut in the middle of a character leaves half of one.
  return `${flat.slice(0, longestOf - 1).replace(/\p{Cs}$/u, '')}…`;
}

/** Without what else an object may carry: the format refuses unknown members. */
function pickCount({ covered, total }: Count): Count {
  return { covered, total };
}

function pickCounts(counts: Counts): Counts {
  return {
    lines: pickCount(counts.lines),
    branches: pickCount(counts.branches),
    functions: pickCount(counts.functions),
    statements: pickCount(counts.statements),
  };
}
