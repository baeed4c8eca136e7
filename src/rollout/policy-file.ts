import type { Freeze, Need, Policy, Window } from './policy.ts';
import { defaultGates, readGates } from './policy-gates.ts';
import { policyMessages } from './policy-messages.ts';
import { readPlatforms } from './policy-platforms.ts';
import {
  isList,
  isTreeMap,
  readEntries,
  readItems,
  readMap,
  readTree,
  readWritten,
  refuse,
  type Defect,
  type Tree,
} from './policy-tree.ts';
import { readSome, readSpan, readText, readWord } from './policy-values.ts';

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** One without a part of its own for each release would count all releases as one. */
const releaseNamePattern =
  /^(?=.{1,250}$)(?:[^\s/{}]|\{(?:release|version|build|version-code|app)\})*\{(?:version|build|version-code)\}(?:[^\s/{}]|\{(?:release|version|build|version-code|app)\})*$/;

/** A policy, or everything that is wrong with the file. */
export type PolicyResult = { readonly policy: Policy } | { readonly defects: readonly [Defect, ...Defect[]] };

/**
 * Reads a policy file. All mistakes are told at once, each where it stands.
 * @param name of the release where the file does not say: mostly the name of the repository
 */
export function readPolicy(text: string, name: string): PolicyResult {
  const { tree, defects } = readTree(text);
  const policy = tree === undefined ? undefined : readWhole(tree, name);
  const [first, ...others] = withoutTwins(defects).toSorted(
    (one, other) => one.line - other.line || one.column - other.column,
  );
  if (first !== undefined) return { defects: [first, ...others] };
  if (policy === undefined) throw new TypeError('A policy without a defect could not be read.');
  return { policy };
}

/** A place that is read twice says the same twice. */
function withoutTwins(defects: readonly Defect[]): readonly Defect[] {
  const keyOf = ({ line, column, message }: Defect): string => `${line}:${column} ${message.text}`;
  return [...new Map(defects.map((defect) => [keyOf(defect), defect])).values()];
}

function readWhole(tree: Tree, name: string): Policy | undefined {
  const platformsTree = isTreeMap(tree) ? readEntries(tree)?.find(({ key }) => key === 'platforms')?.value : undefined;
  if (isTreeMap(tree) && platformsTree === undefined) refuse(tree, policyMessages['policy-platform-none']());
  const platforms = (platformsTree === undefined ? undefined : readPlatforms(platformsTree)) ?? [];
  const read = readMap(tree, {
    release: readText(
      /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$/,
      'a name of letters, digits, ".", "_" and "-", at most 64',
      'tracker-mobile',
    ),
    platforms: () => platforms,
    gates: (value) => readGates(value, platforms),
    'on-insufficient': readWord(['ask', 'promote-unproven', 'hold']),
    'max-hold': readSpan,
    window: readWindow,
    freeze: readFreezes,
    needs: readNeeds,
    mention: readSome(readText(/^@[A-Za-z0-9-]+(\/[\w.-]+)?$/, 'a person or a team of GitHub', '"@octocat"')),
    ledger: readText(/^(?!refs\/)[A-Za-z0-9][\w./-]{0,100}$/, 'the name of a branch', 'slipway-ledger'),
    'release-name': readText(
      releaseNamePattern,
      'a name with {version}, {build} or {version-code}, and beside these only {release} and {app}',
      '"{release}@{version}+{build}"',
    ),
  });
  if (read === undefined) return undefined;
  return {
    release: read.release ?? name,
    platforms,
    gates: read.gates ?? defaultGates(platforms),
    onInsufficient: read['on-insufficient'] ?? 'ask',
    maxHold: read['max-hold'] ?? 72 * 3_600_000,
    ...(read.window === undefined ? {} : { window: read.window }),
    freezes: read.freeze ?? [],
    needs: read.needs ?? [],
    mention: read.mention ?? [],
    ledger: read.ledger ?? 'slipway-ledger',
    releaseName: read['release-name'] ?? '{release}@{version}+{build}',
  };
}

function readWindow(tree: Tree): Window | undefined {
  const read = readMap(tree, { days: readDays, hours: readHours, timezone: readZone });
  if (read === undefined) return undefined;
  const { from, to } = read.hours ?? { from: 0, to: 1_440 };
  return { days: read.days ?? [0, 1, 2, 3, 4, 5, 6], from, to, timezone: read.timezone ?? 'UTC' };
}

/** "mon-fri", or a list of days. */
function readDays(tree: Tree): readonly number[] | undefined {
  if (!isList(tree)) {
    const [, first = '', last = first] = /^([a-z]{3})(?:-([a-z]{3}))?$/.exec(readWritten(tree) ?? '') ?? [];
    const [from, to] = [days.indexOf(first), days.indexOf(last)];
    if (from < 0 || to < 0) return refuse(tree, policyMessages['policy-days']());
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => (from + index) % 7);
  }
  const items = readItems(tree)?.map((item) => days.indexOf(readWritten(item) ?? ''));
  if (items === undefined || items.length === 0 || items.includes(-1))
    return refuse(tree, policyMessages['policy-days']());
  return [...new Set(items)];
}

function readHours(tree: Tree): { readonly from: number; readonly to: number } | undefined {
  const written = readWritten(tree);
  if (written === undefined) return undefined;
  const note = policyMessages['policy-hours'];
  const [, ...parts] = /^(\d\d):(\d\d)\s*-\s*(\d\d):(\d\d)$/.exec(written) ?? [];
  if (parts.length === 0) return refuse(tree, note('it has another form'));
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = parts.map(Number);
  if (fromMinute > 59 || toMinute > 59) return refuse(tree, note('an hour has 60 minutes'));
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
  if (to > 1_440) return refuse(tree, note('a day ends at 24:00'));
  return from < to ? { from, to } : refuse(tree, note('it ends before it begins'));
}

function readZone(tree: Tree): string | undefined {
  const written = readWritten(tree);
  if (written === undefined) return undefined;
  // The first format of a process takes longer than all else that reads a policy, so it is for names outside of this list: `UTC`,
  // those of before a renaming.
  if (Intl.supportedValuesOf('timeZone').includes(written)) return written;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions().timeZone;
  } catch {
    return refuse(tree, policyMessages['policy-time-zone'](written));
  }
}

function readFreezes(tree: Tree): readonly Freeze[] | undefined {
  return readItems(tree)?.flatMap((item) => {
    const read = isTreeMap(item)
      ? readMap(item, { days: readDates, reason: readText(/^.{1,200}$/, 'a reason', 'holidays') })
      : { days: readDates(item) };
    if (read === undefined) return [];
    if (isTreeMap(item) && !readEntries(item)?.some(({ key }) => key === 'days')) {
      refuse(item, policyMessages['policy-key-missing']('days', 'days: 2026-12-20..2027-01-02'));
      return [];
    }
    if (read.days === undefined) return [];
    return [{ ...read.days, reason: 'reason' in read ? (read.reason ?? '') : '' }];
  });
}

function readDates(tree: Tree): { readonly from: string; readonly to: string } | undefined {
  const written = readWritten(tree);
  if (written === undefined) return undefined;
  const note = policyMessages['policy-date'];
  const [, from, to = from] = /^(\d{4}-\d\d-\d\d)(?:\s*\.\.\s*(\d{4}-\d\d-\d\d))?$/.exec(written) ?? [];
  if (from === undefined || to === undefined) return refuse(tree, note('it has another form'));
  const odd = [from, to].find((day) => !isDay(day));
  if (odd !== undefined) return refuse(tree, note(`there is no ${odd}`));
  return from <= to ? { from, to } : refuse(tree, note('it ends before it begins'));
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function readNeeds(tree: Tree): readonly Need[] | undefined {
  return readItems(tree)?.flatMap((item) => readNeed(item) ?? []);
}

function readNeed(tree: Tree): Need | undefined {
  const read = readMap(tree, {
    name: readText(/^.{1,100}$/, 'a name', 'backend@2.15.0'),
    run: readText(/^[\s\S]{1,20000}$/, 'a command', 'test "$(curl -sf https://example.com/version)" = 2.15.0'),
    url: readText(/^https:\/\/\S+$/, 'an https address', 'https://example.com/version'),
    contains: readText(/^.{1,1000}$/, 'a text', '2.15.0'),
  });
  if (read === undefined) return undefined;
  const { name, run, url, contains } = read;
  if (name === undefined) return refuse(tree, policyMessages['policy-key-missing']('name', 'name: backend@2.15.0'));
  const other = url === undefined ? (contains === undefined ? undefined : 'contains') : 'url';
  if (run !== undefined && other !== undefined) return refuse(tree, policyMessages['policy-keys-apart']('run', other));
  if (run !== undefined) return { name, check: { run } };
  if (url === undefined)
    return refuse(tree, policyMessages['policy-key-missing']('url or run', 'url: https://example.com/version'));
  if (contains === undefined) return refuse(tree, policyMessages['policy-key-missing']('contains', 'contains: 2.15.0'));
  return { name, check: { url, contains } };
}
