import type { Unit } from '#health/report';
import type { GatePolicy, PlatformPolicy, SourcePolicy } from './policy.ts';
import { policyMessages } from './policy-messages.ts';
import { tell } from './policy-stages.ts';
import { readEntries, readMap, readWritten, refuse, type Tree, type TreeEntry } from './policy-tree.ts';
import { readBoolean, readDuration, readShare, readSome, readSpan, readText, readWord } from './policy-values.ts';

const hour = 3_600_000;
const unitWords = ['session', 'user-hour', 'user-day', 'request', 'rating'] as const satisfies readonly Unit[];
const sources = ['sentry', 'play-vitals', 'reviews', 'prometheus', 'command'] as const;
type Source = (typeof sources)[number];

/** What a gate is where the policy does not say, by its source: docs/health-sources.md. */
const defaults: Readonly<Record<Source, { unit: Unit; required: boolean; staleness: number; lateUnits: boolean }>> = {
  sentry: { unit: 'session', required: true, staleness: 6 * hour, lateUnits: false },
  // Their own freshness lags by hours, and the hour's users come as late as its crashes.
  'play-vitals': { unit: 'user-hour', required: true, staleness: 12 * hour, lateUnits: true },
  // A review shows within a day.
  reviews: { unit: 'rating', required: false, staleness: 48 * hour, lateUnits: false },
  prometheus: { unit: 'request', required: true, staleness: 6 * hour, lateUnits: false },
  command: { unit: 'session', required: true, staleness: 6 * hour, lateUnits: false },
};
/** What a source can count: docs/health-sources.md. */
const countable: Readonly<Record<Source, readonly Unit[]>> = {
  sentry: ['session', 'user-hour', 'user-day'],
  'play-vitals': ['user-hour', 'user-day'],
  reviews: ['rating'],
  prometheus: unitWords,
  command: unitWords,
};
const maxDefaults: Readonly<Record<Unit, number>> = {
  session: 0.005,
  'user-hour': 0.005,
  'user-day': 0.005,
  request: 0.005,
  rating: 0.05,
};
/** The seed's line for paging: below 99 % crash-free. */
const pageDefault = 0.01;

const anyText = readText(/^[\s\S]{1,20000}$/, 'a text', '"…"');
const slug = readText(/^[\w.-]{1,100}$/, 'a slug: letters, digits, "-", "_" and "."', 'example');

const readers = {
  source: readWord(sources),
  unit: readWord(unitWords),
  max: readShare,
  'page-above': readShare,
  required: readBoolean,
  compare: readCompare,
  staleness: readSpan,
  maturity: readDuration,
  'late-units': readBoolean,
  platforms: readSome(readText(/^\S+$/, 'names of platforms', '[android, ios]')),
  organization: slug,
  project: readSome(slug),
  environment: readText(/^[^\s/][^/\n]{0,63}$/, 'the name of an environment', 'production'),
  at: readText(/^(us|de|https:\/\/\S+)$/, '"us", "de" or an https address', 'us'),
  measure: readWord(['crash', 'anr']),
  url: readText(/^https?:\/\/\S+$/, 'an address', 'https://prometheus.example.com'),
  bad: anyText,
  total: anyText,
  good: anyText,
  step: readSpan,
  settle: readDuration,
  run: anyText,
  timeout: readSpan,
} as const;

/** Keys that belong to one source. */
const own: Readonly<Record<Source, readonly (keyof typeof readers)[]>> = {
  sentry: ['organization', 'project', 'environment', 'at'],
  'play-vitals': ['measure'],
  reviews: [],
  prometheus: ['url', 'bad', 'total', 'good', 'step', 'settle'],
  command: ['run', 'timeout'],
};
const shared = Object.keys(readers).filter(
  (key) => !Object.values(own).some((keys) => keys.some((one) => one === key)),
) as (keyof typeof readers)[];

/** @param platforms that the policy has, for whom a gate may be */
export function readGates(tree: Tree, platforms: readonly PlatformPolicy[]): readonly GatePolicy[] | undefined {
  return readEntries(tree)?.flatMap((entry) => readGate(entry, platforms) ?? []);
}

function readGate(
  { key: name, keyTree, value }: TreeEntry,
  platforms: readonly PlatformPolicy[],
): GatePolicy | undefined {
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(name))
    return refuse(keyTree, policyMessages['policy-text']('a name of small letters, digits and "-"', 'crash'));
  const entries = readEntries(value);
  if (entries === undefined) return undefined;
  const sourceTree = entries.find(({ key }) => key === 'source')?.value;
  if (sourceTree === undefined) return refuse(value, policyMessages['policy-key-missing']('source', 'source: sentry'));
  const kind = readWord(sources)(sourceTree);
  if (kind === undefined) return undefined;
  const valid = [...shared, ...own[kind]];
  const read = readMap(
    value,
    Object.fromEntries(valid.map((key) => [key, readers[key]])) as Partial<typeof readers> as typeof readers,
  );
  const source = read === undefined ? undefined : toSource(kind, name, read, value);
  if (read === undefined || source === undefined) return undefined;
  const known = defaults[kind];
  const unit = read.unit ?? known.unit;
  const max = read.max ?? maxDefaults[unit];
  const place = (key: string): Tree => entries.find((entry) => entry.key === key)?.value ?? value;
  if (!countable[kind].includes(unit))
    return refuse(place('unit'), policyMessages['policy-gate-unit'](unit, kind, countable[kind].join(', ')));
  if (max * 1.5 >= 1) return refuse(place('max'), policyMessages['policy-gate-loose'](tell(max)));
  const page = read['page-above'] ?? (unit === 'rating' ? undefined : Math.max(pageDefault, max * 2));
  if (page !== undefined && page < max)
    return refuse(place('page-above'), policyMessages['policy-gate-page'](tell(page), tell(max)));
  const compare = read.compare ?? (unit === 'rating' ? 0 : 1.5);
  return {
    name,
    unit,
    max,
    ...(page === undefined ? {} : { pageAbove: page }),
    required: read.required ?? known.required,
    ...(compare === 0 ? {} : { compare }),
    staleness: read.staleness ?? known.staleness,
    maturity: read.maturity ?? 6 * hour,
    lateUnits: read['late-units'] ?? known.lateUnits,
    platforms: choosePlatforms(kind, read.platforms, platforms, place('platforms')),
    source,
  };
}

function choosePlatforms(
  kind: Source,
  given: readonly string[] | undefined,
  platforms: readonly PlatformPolicy[],
  tree: Tree,
): readonly string[] {
  const fitting = platforms
    .filter(({ store }) => kind !== 'play-vitals' || store === 'google-play')
    .map(({ name }) => name);
  const valid = fitting.length === 0 ? 'none, since no platform here is of Google Play' : fitting.join(', ');
  if (given === undefined && fitting.length === 0)
    refuse(tree, policyMessages['policy-gate-platform']('of Google Play', valid));
  for (const name of given ?? [])
    if (!fitting.includes(name)) refuse(tree, policyMessages['policy-gate-platform'](`"${name}"`, valid));
  return given ?? fitting;
}

type Given = { readonly [K in keyof typeof readers]?: Exclude<ReturnType<(typeof readers)[K]>, undefined> };

function toSource(kind: Source, gate: string, read: Given, tree: Tree): SourcePolicy | undefined {
  const missing = (key: string, example: string): undefined => {
    const isThere = readEntries(tree)?.some((entry) => entry.key === key) === true;
    return isThere ? undefined : refuse(tree, policyMessages['policy-key-missing'](key, example));
  };
  switch (kind) {
    case 'sentry': {
      const { organization, project, environment, at = 'us' } = read;
      if (organization === undefined) return missing('organization', 'organization: example');
      const [first, ...others] = project ?? [];
      if (first === undefined) return missing('project', 'project: tracker-mobile');
      return {
        kind,
        organization,
        projects: [first, ...others],
        ...(environment === undefined ? {} : { environment }),
        at,
      };
    }
    case 'play-vitals':
      return { kind, measure: read.measure ?? (gate === 'anr' ? 'anr' : 'crash') };
    case 'reviews':
      return { kind };
    case 'prometheus': {
      const { url, bad, total, good, step = hour, settle = 120_000 } = read;
      if (url === undefined) return missing('url', 'url: https://prometheus.example.com');
      if (bad === undefined) return missing('bad', 'bad: sum(increase(errors_total{version="{{version}}"}[{{step}}]))');
      if (total !== undefined && good !== undefined)
        return refuse(tree, policyMessages['policy-keys-apart']('total', 'good'));
      if (total !== undefined) return { kind, url, bad, beside: { total }, step, settle };
      if (good === undefined)
        return missing('total', 'total: sum(increase(requests_total{version="{{version}}"}[{{step}}]))');
      return { kind, url, bad, beside: { good }, step, settle };
    }
    case 'command': {
      const { run, timeout = 120_000 } = read;
      return run === undefined ? missing('run', 'run: node scripts/health.js') : { kind, run, timeout };
    }
  }
}

/** How many times the previous version's share is tolerated: "1.5x", or "off" as 0. */
function readCompare(tree: Tree): number | undefined {
  const written = readWritten(tree);
  if (written === undefined) return undefined;
  if (written === 'off') return 0;
  const factor = Number(/^(\d+(?:\.\d+)?)\s*x$/.exec(written)?.[1]);
  // Below 1.25 who updates first halts good releases: docs/health.md.
  return factor >= 1.25 && factor <= 10
    ? factor
    : refuse(tree, policyMessages['policy-text']('a factor from 1.25x to 10x, or "off"', '1.5x'));
}

/** Where a policy names no gate, Google's own figures are asked, which need no further credentials. */
export function defaultGates(platforms: readonly PlatformPolicy[]): readonly GatePolicy[] {
  const play = platforms.filter(({ store }) => store === 'google-play').map(({ name }) => name);
  if (play.length === 0) return [];
  return (['crash', 'anr'] as const).map((measure) => ({
    name: measure,
    ...defaults['play-vitals'],
    max: maxDefaults['user-hour'],
    pageAbove: pageDefault,
    compare: 1.5,
    maturity: 6 * hour,
    platforms: play,
    source: { kind: 'play-vitals', measure },
  }));
}
