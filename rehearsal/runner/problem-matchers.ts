import type { Annotation } from './log-commands.ts';

/**
 * Problem matchers, which make annotations of the lines that a tool prints. Form and rules:
 * https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md and actions/runner, IssueMatcher and OutputManager.
 */
export interface ProblemMatchers {
  /** @param text the JSON of a matcher file. Owners that are known already are replaced. @throws Error for a bad file. */
  add(text: string): void;
  remove(owner: string): void;
  /** @returns the annotation that a visible line (without colours) completes */
  match(line: string): Annotation | undefined;
  readonly owners: readonly string[];
}

interface Pattern {
  readonly regexp: RegExp;
  /** Group numbers by property. */
  readonly groups: Readonly<Partial<Record<Property, number>>>;
  readonly loop: boolean;
}

interface Matcher {
  readonly owner: string;
  readonly severity: string | undefined;
  readonly patterns: readonly Pattern[];
  /** What the patterns so far have matched; by the number of the pattern. */
  state: (Found | undefined)[];
}

const properties = ['file', 'fromPath', 'line', 'column', 'severity', 'code', 'message'] as const;
type Property = (typeof properties)[number];
type Found = Readonly<Partial<Record<Property, string>>>;

const levels: Readonly<Record<string, Annotation['level']>> = { error: 'error', warning: 'warning', notice: 'notice' };

/** A file that a tool named, relative to the repository; undefined where it is not in it, as the runner drops it then. */
export type RootFile = (file: string, fromPath: string | undefined) => string | undefined;

export function createProblemMatchers(rootFile: RootFile): ProblemMatchers {
  let matchers: Matcher[] = [];
  return {
    get owners() {
      return matchers.map(({ owner }) => owner);
    },
    add: (text) => {
      const added = readMatchers(text);
      const owners = new Set(added.map(({ owner }) => owner.toLowerCase()));
      // The newest stands first: the runner asks it first.
      matchers = [...added, ...matchers.filter(({ owner }) => !owners.has(owner.toLowerCase()))];
    },
    remove: (owner) => {
      matchers = matchers.filter((matcher) => matcher.owner.toLowerCase() !== owner.toLowerCase());
    },
    match: (line) => {
      for (const matcher of matchers) {
        const found = matchLine(matcher, line);
        if (found === undefined) continue;
        // A line that one matcher has taken ends what the others had begun.
        for (const other of matchers) if (other !== matcher) other.state = [];
        const annotation = toAnnotation(found, matcher, rootFile);
        if (annotation !== undefined) return annotation;
      }
      return undefined;
    },
  };
}

/**
 * From the last pattern to the first, as IssueMatcher does: a line may end one match and begin the next. What an earlier
 * pattern has found counts before what a later one finds.
 */
function matchLine(matcher: Matcher, line: string): Found | undefined {
  const { patterns } = matcher;
  const last = patterns.length - 1;
  for (const [index, pattern] of [...patterns.entries()].reverse()) {
    const running = index === 0 ? {} : matcher.state[index - 1];
    if (running === undefined) continue;
    const match = pattern.regexp.exec(line);
    const found = match === null ? undefined : { ...pick(pattern, match), ...running };
    if (index < last) {
      matcher.state[index] = found;
      continue;
    }
    if (found !== undefined) {
      matcher.state = [];
      if (pattern.loop) matcher.state[index - 1] = running;
      return found;
    }
    if (index > 0) matcher.state[index - 1] = undefined;
  }
  return undefined;
}

function pick(pattern: Pattern, match: RegExpExecArray): Found {
  const pairs = properties.flatMap((property): [Property, string][] => {
    const group = pattern.groups[property];
    const value = group === undefined ? undefined : match[group];
    return value === undefined || value === '' ? [] : [[property, value]];
  });
  return Object.fromEntries(pairs);
}

function toAnnotation(found: Found, matcher: Matcher, rootFile: RootFile): Annotation | undefined {
  if (found.message === undefined || found.message.trim() === '') return undefined;
  const severity = (found.severity ?? matcher.severity ?? 'error').toLowerCase();
  // An unknown severity is no annotation (OutputManager.ConvertToIssue says so in the debug log).
  const level = levels[severity];
  if (level === undefined) return undefined;
  const number = (text: string | undefined): number | undefined =>
    text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
  const [line, column] = [number(found.line), number(found.column)];
  const file = found.file === undefined ? undefined : rootFile(found.file, found.fromPath);
  return {
    level,
    message: found.message,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

interface RawPattern extends Partial<Record<Property, number>> {
  readonly regexp?: string;
  readonly loop?: boolean;
}

interface RawMatcher {
  readonly owner?: string;
  readonly severity?: string;
  readonly pattern?: readonly RawPattern[];
}

function readMatchers(text: string): Matcher[] {
  const { problemMatcher } = JSON.parse(text) as { problemMatcher?: readonly RawMatcher[] };
  if (!Array.isArray(problemMatcher)) throw new Error('a matcher file holds a list "problemMatcher"');
  return (problemMatcher as readonly RawMatcher[]).map(({ owner, severity, pattern }) => {
    if (owner === undefined || owner === '') throw new Error('a matcher needs an "owner"');
    if (pattern === undefined || pattern.length === 0) throw new Error(`the matcher "${owner}" needs a "pattern"`);
    const patterns = pattern.map((raw, index) => {
      if (raw.regexp === undefined) throw new Error(`pattern ${index + 1} of the matcher "${owner}" needs a "regexp"`);
      if (raw.loop === true && (index === 0 || index < pattern.length - 1))
        throw new Error(`only the last of several patterns may loop, not pattern ${index + 1} of "${owner}"`);
      return { regexp: new RegExp(raw.regexp), groups: raw, loop: raw.loop === true };
    });
    return { owner, severity, patterns, state: [] };
  });
}
