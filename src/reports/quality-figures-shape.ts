import { list, nullable, number, oneOf, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import type { Count, Counts } from './coverage.ts';
import type {
  Figures,
  FiguresBase,
  FiguresCheck,
  FiguresCoverage,
  FiguresFile,
  FiguresFinding,
  FiguresPackage,
  FiguresPyramid,
  FiguresReason,
} from './quality-figures.ts';

/** Items of a list, and UTF-16 units of a text: what a reader of a stranger's file is ready to hold. */
export const most = {
  reasons: 100,
  checks: 2_000,
  findings: 50,
  packages: 500,
  worstFiles: 20,
  units: 4_000_000,
} as const;
export const longest = { word: 80, name: 200, path: 500, extent: 200, sentence: 1_000, ranges: 300 } as const;

/** Line breaks, other control characters, halves of a character, and what turns the direction of writing. */
const unfit = String.raw`\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`;
export const unfitRun = new RegExp(`[${unfit}]+`, 'gu');

const line = (longestOf: number): Shape<string> =>
  text(longestOf, new RegExp(`^[^${unfit}]*$`, 'u'), `one line of at most ${longestOf} characters`);
const whole = (max: number = Number.MAX_SAFE_INTEGER): Shape<number> => number('whole', 0, max);
const percent = number('any', 0, 100);

const countShape: Shape<Count> = (value, where) => {
  const count = record<Count>({ covered: whole(), total: whole() })(value, where);
  if (count.covered > count.total)
    throw new SyntaxError(`${where} has ${count.covered} covered of ${count.total}: more than there are`);
  return count;
};
const countsShape = record<Counts>({
  lines: countShape,
  branches: countShape,
  functions: countShape,
  statements: countShape,
});
const commitShape = text(64, /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'the full name of a commit');
/** Becomes part of the name of an artifact and of a file. */
const gateName = text(64, /^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a name of letters, digits, ".", "_" and "-"');

const timeShape: Shape<string> = (value, where) => {
  const expected = 'a time of ISO 8601 in UTC';
  const time = text(30, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/, expected)(value, where);
  if (Number.isNaN(Date.parse(time))) throw new SyntaxError(`${where} has to be ${expected}, and is "${time}"`);
  return time;
};

const baseShape: Shape<FiguresBase> = (value, where) =>
  typeof value === 'object' && value !== null && 'none' in value
    ? record({ none: line(longest.sentence) })(value, where)
    : record({ commit: commitShape, distance: whole() })(value, where);

const patchShape: Shape<Count & { threshold: number }> = (value, where) => {
  const { threshold, ...count } = record({ covered: whole(), total: whole(), threshold: percent })(value, where);
  return { ...countShape(count, where), threshold };
};

/** `schemas/quality-figures.schema.json` says the same to others. */
export const figuresShape = record<Figures>({
  version: oneOf([1]),
  name: gateName,
  commit: (value, where) => (value === '' ? '' : commitShape(value, where)),
  event: line(longest.word),
  measuredAt: timeShape,
  verdict: oneOf(['pass', 'fail']),
  blame: oneOf(['', 'code', 'configuration', 'tool']),
  reasons: list(
    record<FiguresReason>({
      id: line(longest.word),
      text: line(longest.sentence),
      cure: line(longest.sentence),
      package: line(longest.name),
    }),
    most.reasons,
  ),
  checks: list(
    record<FiguresCheck>({
      package: line(longest.name),
      name: line(longest.word),
      outcome: oneOf(['passed', 'failed', 'not-run']),
      extent: line(longest.extent),
      findings: whole(),
      durationMs: whole(),
    }),
    most.checks,
  ),
  findings: list(
    record<FiguresFinding>({
      file: line(longest.path),
      line: nullable(number('whole', 1, Number.MAX_SAFE_INTEGER)),
      title: line(longest.name),
      message: line(longest.sentence),
      check: line(longest.word),
    }),
    most.findings,
  ),
  coverage: record<FiguresCoverage>({
    packages: list(
      record<FiguresPackage>({
        name: line(longest.name),
        suite: oneOf(['unit', 'integration']),
        counts: countsShape,
        threshold: percent,
        base: nullable(countsShape),
      }),
      most.packages,
    ),
    total: nullable(record({ counts: countsShape, base: nullable(countsShape) })),
    patch: nullable(patchShape),
    base: nullable(baseShape),
    worstFiles: list(
      record<FiguresFile>({ file: line(longest.path), lines: countShape, uncovered: line(longest.ranges) }),
      most.worstFiles,
    ),
  }),
  pyramid: record<FiguresPyramid>({
    unit: nullable(whole()),
    integration: nullable(whole()),
    e2e: nullable(whole()),
  }),
  leftOut: record<Figures['leftOut']>({ reasons: whole(), checks: whole(), packages: whole() }),
});
