import { policyMessages } from '#rollout/policy-messages';
import { readItems, readMap, readTree, refuse, type Defect, type Read, type Tree } from '#rollout/policy-tree';
import { readBoolean, readDuration, readShare, readSome, readText, readWord } from '#rollout/policy-values';
import type { Rates } from '#rehearsal/world/settings';
import { kinds, roles, type Kind, type Role } from './app.ts';
import {
  commands,
  lives,
  type Act,
  type Expectation,
  type Scenario,
  type ScenarioChange,
  type Ticking,
} from './scenario.ts';
import {
  hasKey,
  readCount,
  readCounts,
  readPart,
  readRecord,
  readShares,
  readSpan,
  readTarget,
  readTime,
} from './scenario-values.ts';

const hourMs = 3_600_000;

/** What a healthy app of a million phones is like, where a scenario does not say. */
const defaults = {
  start: Date.parse('2026-11-30T08:00:00Z'),
  limit: 240 * hourMs,
  users: { android: 1_000_000, wear: 30_000, ios: 800_000 },
  testers: { internal: 100, alpha: 10_000, 'wear:internal': 50, 'wear:beta': 300, testflight: 200 },
  adoption: 36 * hourMs,
  rates: { crash: 0.003, anr: 0.002, oneStar: 0.03, reviews: 0.00001 },
  reviewers: { google: 0, apple: 8 * hourMs, rejects: false },
  ticks: { drift: 12 * 60_000, dropped: 0.02, gaps: [] },
} as const;

/** A scenario, or everything that is wrong with the file. */
export type ScenarioResult = { readonly scenario: Scenario } | { readonly defects: readonly [Defect, ...Defect[]] };

/** Reads a scenario as strictly as a policy: all mistakes at once, each where it stands. @param name of the file */
export function readScenario(text: string, name: string): ScenarioResult {
  const { tree, defects } = readTree(text);
  const scenario = tree === undefined ? undefined : readWhole(tree, name);
  const [first, ...others] = defects.toSorted((one, other) => one.line - other.line || one.column - other.column);
  if (first !== undefined) return { defects: [first, ...others] };
  if (scenario === undefined) throw new TypeError('A scenario without a defect could not be read.');
  return { scenario };
}

function readWhole(tree: Tree, name: string): Scenario | undefined {
  const read = readMap(tree, {
    about: readText(/^[\s\S]{1,1000}$/, 'a sentence', 'Crashes begin when a tenth of the users have it.'),
    seed: readCount,
    start: readTime,
    limit: readDuration,
    users: readUsers,
    testers: readRecord(/^[\w:.-]{1,60}$/, 'the name of a track, or "testflight"', readCount),
    adoption: readDuration,
    versions: readVersions,
    next: readNext,
    changes: readList(readChange),
    reviewers: readReviewers,
    ticks: readTicks,
    acts: readList(readAct),
    expect: readList(readExpectation),
  });
  if (read === undefined) return undefined;
  if (read.about === undefined && !hasKey(tree, 'about')) missing(tree, 'about', 'about: What happens.');
  if (!hasKey(tree, 'expect')) missing(tree, 'expect', 'expect: [{ on: android, life: complete }]');
  const versions = { previous: defaults.rates, release: defaults.rates, ...read.versions };
  return {
    name,
    about: read.about ?? '',
    seed: read.seed ?? 1,
    start: read.start ?? defaults.start,
    limit: read.limit ?? defaults.limit,
    users: { ...defaults.users, ...read.users },
    testers: read.testers === undefined ? defaults.testers : { ...defaults.testers, ...nameTracks(read.testers) },
    adoption: read.adoption ?? defaults.adoption,
    versions: read.next === undefined ? versions : { next: defaults.rates, ...versions },
    ...(read.next === undefined ? {} : { next: read.next }),
    changes: read.changes ?? [],
    reviewers: { ...defaults.reviewers, ...read.reviewers },
    ticks: { ...defaults.ticks, ...read.ticks },
    acts: (read.acts ?? []).toSorted((one, other) => one.after - other.after),
    expect: read.expect ?? [],
  };
}

/** "closed" is what policies call the track that Google calls "alpha". */
function nameTracks(testers: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(testers).map(([track, count]) => [track === 'closed' ? 'alpha' : track, count]),
  );
}

function missing(tree: Tree, key: string, example: string): undefined {
  return refuse(tree, policyMessages['policy-key-missing'](key, example));
}

/** A list; what of it cannot be read is left out, with its defects. */
function readList<T>(read: Read<T>): Read<readonly T[]> {
  return (tree) => readItems(tree)?.flatMap((item) => read(item) ?? []);
}

const readUsers: Read<Partial<Record<Kind, number>>> = (tree) =>
  readMap(tree, { android: readCount, wear: readCount, ios: readCount });

function readRates(tree: Tree): Rates | undefined {
  const read = readMap(tree, { crash: readPart, anr: readPart, 'one-star': readPart, reviews: readPart });
  if (read === undefined) return undefined;
  const { 'one-star': oneStar, ...others } = read;
  return { ...defaults.rates, ...others, ...(oneStar === undefined ? {} : { oneStar }) };
}

const readVersions: Read<Partial<Record<Role, Rates>>> = (tree) =>
  readMap(tree, { previous: readRates, release: readRates, next: readRates });

function readNext(tree: Tree): Scenario['next'] | undefined {
  const read = readMap(tree, { after: readDuration, expedite: readBoolean });
  if (read === undefined) return undefined;
  if (read.after === undefined) return missing(tree, 'after', 'after: 60h');
  return { after: read.after, expedite: read.expedite ?? false };
}

const measures = { crash: 'crash', anr: 'anr', 'one-star': 'oneStar', reviews: 'reviews' } as const;

function readChange(tree: Tree): ScenarioChange | undefined {
  const read = readMap(tree, {
    of: readWord(roles),
    on: readWord(kinds),
    what: readWord(Object.keys(measures) as (keyof typeof measures)[]),
    to: readTarget,
    after: readDuration,
    'from-share': readShare,
    within: readDuration,
    lasts: readDuration,
  });
  if (read === undefined) return undefined;
  const { what, to, after, 'from-share': share, of, on, lasts, within = 0 } = read;
  if (what === undefined) return hasKey(tree, 'what') ? undefined : missing(tree, 'what', 'what: crash');
  if (to === undefined) return hasKey(tree, 'to') ? undefined : missing(tree, 'to', 'to: 2.5%');
  if ((after === undefined) === (share === undefined)) return missing(tree, 'after or from-share', 'from-share: 10%');
  return {
    ...(of === undefined ? {} : { of }),
    ...(on === undefined ? {} : { on }),
    what: measures[what],
    to,
    at: share === undefined ? { after: after ?? 0 } : { share },
    within,
    ...(lasts === undefined ? {} : { lasts }),
  };
}

function readReviewers(tree: Tree): Partial<Scenario['reviewers']> | undefined {
  return readMap(tree, { google: readDuration, apple: readDuration, rejects: readBoolean });
}

function readTicks(tree: Tree): Partial<Ticking> | undefined {
  return readMap(tree, {
    drift: readDuration,
    dropped: readPart,
    gaps: readList((item) => {
      const read = readMap(item, { after: readDuration, lasts: readDuration });
      if (read === undefined) return undefined;
      const { after, lasts } = read;
      return after === undefined || lasts === undefined
        ? missing(item, 'after and lasts', '{ after: 50h, lasts: 10h }')
        : { after, lasts };
    }),
  });
}

const doings = ['stall', 'lose-ledger', 'raise', 'stop', 'run'] as const;

function readAct(tree: Tree): Act | undefined {
  const read = readMap(tree, {
    after: readDuration,
    does: readWord(doings),
    source: readWord(['sentry', 'vitals']),
    lasts: readDuration,
    on: readWord(kinds),
    to: readShare,
    command: readWord(commands),
    of: readWord(roles),
  });
  if (read === undefined) return undefined;
  const { after, does, source, lasts, on, to, command, of = 'release' } = read;
  if (after === undefined) return hasKey(tree, 'after') ? undefined : missing(tree, 'after', 'after: 30h');
  if (does === undefined) return hasKey(tree, 'does') ? undefined : missing(tree, 'does', 'does: stall');
  switch (does) {
    case 'lose-ledger':
      return { after, does };
    case 'stall':
      if (source === undefined) return missing(tree, 'source', 'source: sentry');
      return lasts === undefined ? missing(tree, 'lasts', 'lasts: 9h') : { after, does, source, lasts };
    case 'raise':
      if (on === undefined) return missing(tree, 'on', 'on: android');
      return to === undefined ? missing(tree, 'to', 'to: 50%') : { after, does, on, to };
    case 'stop':
      return on === undefined ? missing(tree, 'on', 'on: android') : { after, does, on };
    case 'run':
      if (command === undefined) return missing(tree, 'command', 'command: resume');
      return { after, does, command, of, ...(on === undefined ? {} : { on }) };
  }
}

function readExpectation(tree: Tree): Expectation | undefined {
  const read = readMap(tree, {
    on: readWord(kinds),
    of: readWord(roles),
    life: readWord(lives),
    reason: readText(/^[a-z-]{1,40}$/, 'the reason of a verdict', 'above-threshold'),
    track: readText(/^[\w:.-]{1,60}$/, 'the name of a track', 'production'),
    share: readShares,
    halt: readSpan,
    exposed: readShares,
    users: readCounts,
    everybody: readSpan,
    held: readSome(readText(/^[a-z-]{1,40}$/, 'the reason of a hold', 'stale')),
  });
  if (read === undefined) return undefined;
  const { on, of = 'release', life, held = [], ...others } = read;
  if (on === undefined) return hasKey(tree, 'on') ? undefined : missing(tree, 'on', 'on: android');
  if (life === undefined) return hasKey(tree, 'life') ? undefined : missing(tree, 'life', 'life: complete');
  return { on, of, life, held, ...others };
}
