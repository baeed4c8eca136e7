import { ConfigurationError } from '#kit/errors';
import { sentryMessages } from './messages.ts';

/** https://docs.sentry.io/product/releases/naming-releases/ */
const rules: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'it is empty'],
  [/[\n\r\t\\/]/, 'it has a slash, a backslash, a tab or a line break in it'],
  [/^\.{1,2}$/, 'it is "." or ".."'],
  [/^\s|\s$/, 'it begins or ends with a space'],
  [/^.{201}/, 'it has more than 200 characters'],
];

/** @throws ConfigurationError (`sentry-release-invalid`). */
export function checkReleaseName(name: string): void {
  const broken = rules.find(([pattern]) => pattern.test(name));
  if (broken !== undefined) throw new ConfigurationError(sentryMessages['sentry-release-invalid'](name, broken[1]));
}

/** A term of Sentry's search that meets exactly this release: `*` would stand for anything, a quote would end it. */
export function toSearchTerm(name: string): string {
  return `release:"${name.replaceAll(/["*]/g, (character) => `\\${character}`)}"`;
}

/** "2.15.3" of "tracker-mobile@2.15.3+20250114.1": what near names are likely to share. The whole name where there is none. */
export function findCore(name: string): string {
  return /\d+\.\d+(?:\.\d+)*/.exec(name.slice(name.lastIndexOf('@') + 1))?.[0] ?? name;
}

const mostNear = 5;
/** Shares of pairs of letters in common below this are names of something else. */
const leastLikeness = 0.3;

/** The names that may have been meant, the nearest first. */
export function rankNear(asked: string, names: readonly string[]): readonly string[] {
  const core = findCore(asked);
  return [...new Set(names)]
    .filter((name) => name !== asked)
    .map((name) => ({ name, likeness: measureLikeness(asked, name) + (findCore(name) === core ? 1 : 0) }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .toSorted((one, other) => other.likeness - one.likeness || (one.name < other.name ? -1 : 1))
    .slice(0, mostNear)
    .map(({ name }) => name);
}

/** Dice's coefficient of the pairs of neighbouring letters: 0 for nothing in common, 1 for the same. */
function measureLikeness(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  const rest = [...right];
  const shared = left.filter((pair) => {
    const index = rest.indexOf(pair);
    if (index >= 0) rest.splice(index, 1);
    return index >= 0;
  });
  return left.length + right.length === 0 ? 0 : (2 * shared.length) / (left.length + right.length);
}

function pairsOf(name: string): readonly string[] {
  const lower = name.toLowerCase();
  return Array.from({ length: Math.max(0, lower.length - 1) }, (_, index) => lower.slice(index, index + 2));
}
