import { refuse, notEmulated } from './refusals.ts';
import { readEnvironments, readProjects, type Call } from './routing.ts';
import { readFilter } from './session-filter.ts';
import {
  STATUSES,
  startOf,
  sumOf,
  total,
  userRows,
  type Counts,
  type SessionRow,
  type SessionStatus,
} from './sessions.ts';
import { readTimeRange, stepsOf, type TimeRange } from './time-range.ts';

type Metric = 'session' | 'user';

interface Field {
  readonly metric: Metric;
  /** Of the counts of one group and step. `status` is there when groups are split by it. */
  readonly valueOf: (counts: Counts, status: SessionStatus | undefined) => number | null;
  /** Whether it can be split by status. */
  readonly splits: boolean;
}

const count = (metric: Metric): Field => ({
  metric,
  splits: true,
  valueOf: (counts, status) => (status === undefined ? total(counts) : counts[status]),
});
const rate = (metric: Metric, of: (crashed: number) => number): Field => ({
  metric,
  splits: false,
  valueOf: (counts) => (total(counts) === 0 ? null : of(counts.crashed / total(counts))),
});
/** https://github.com/getsentry/sentry/discussions/42716: durations are recorded no longer. */
const duration: Field = { metric: 'session', splits: true, valueOf: () => null };

/** https://docs.sentry.io/api/releases/retrieve-release-health-session-statistics/: rates are fractions of 1. */
const FIELDS: Readonly<Record<string, Field>> = {
  'sum(session)': count('session'),
  'count_unique(user)': count('user'),
  'crash_rate(session)': rate('session', (share) => share),
  'crash_rate(user)': rate('user', (share) => share),
  'crash_free_rate(session)': rate('session', (share) => 1 - share),
  'crash_free_rate(user)': rate('user', (share) => 1 - share),
  ...Object.fromEntries(
    ['avg', 'p50', 'p75', 'p90', 'p95', 'p99', 'max'].map((name) => [`${name}(session.duration)`, duration]),
  ),
};

const GROUPS: Readonly<Record<string, (row: SessionRow) => string | number>> = {
  project: ({ project }) => project,
  release: ({ release }) => release,
  environment: ({ environment }) => environment,
};
const STATUS = 'session.status';
/** https://docs.sentry.io/api/releases/retrieve-release-health-session-statistics/: points of all groups together. */
const MOST_POINTS = 10_000;

interface Plan {
  readonly fields: readonly string[];
  readonly groupBy: readonly string[];
  readonly range: TimeRange;
}

type Group = Readonly<Record<string, unknown>>;

/** The whole answer to a query of sessions. */
export function answerSessions(call: Call): Record<string, unknown> {
  const fields = readNames(call.values('field'), FIELDS, 'field');
  if (fields.length === 0) throw refuse(400, 'Request is missing a "field"');
  const groupBy = readNames(call.values('groupBy'), { ...GROUPS, [STATUS]: true }, 'groupBy');
  if (groupBy.includes(STATUS) && fields.some((name) => FIELDS[name]?.splits === false))
    throw notEmulated('rates split by status');
  const range = readTimeRange(call);
  const query = call.value('query') ?? '';
  const plan: Plan = { fields, groupBy, range };
  const { start, end } = range;
  return {
    start: iso(start),
    end: iso(end),
    query,
    intervals: stepsOf(range).map(iso),
    groups: makeGroups(call, plan, selectRows(call, plan, query)),
  };
}

function readNames(
  names: readonly string[],
  known: Readonly<Record<string, unknown>>,
  what: string,
): readonly string[] {
  const wrong = names.find((name) => !Object.hasOwn(known, name));
  if (wrong !== undefined) throw refuse(400, `Invalid ${what}: "${wrong}"`);
  return [...new Set(names)];
}

function selectRows(call: Call, { range }: Plan, query: string): readonly SessionRow[] {
  const projects = readProjects(call).map(({ id }) => id);
  if (projects.length === 0) throw refuse(400, 'No projects available');
  const environments = readEnvironments(call);
  const filter = readFilter(query);
  return call.rows.filter(
    (row) =>
      row.at >= range.start &&
      row.at < range.end &&
      projects.includes(row.project) &&
      (environments === null || environments.includes(row.environment)) &&
      filter(row),
  );
}

function makeGroups(call: Call, plan: Plan, rows: readonly SessionRow[]): readonly Group[] {
  const slices = slice(rows, plan);
  const first = plan.fields[0] ?? '';
  const sorted = sortSlices(call, plan, [...slices], first);
  // The largest groups win, and those that do not fit are left out without a word.
  const most = Math.floor(MOST_POINTS / (stepsOf(plan.range).length + 1));
  const page = Number(call.value('per_page') ?? most);
  const shown = sorted.slice(0, Math.min(most, page));
  const split = plan.groupBy.includes(STATUS);
  // Without groups to speak of there is one all the same, which has nothing in it.
  const all = shown.length === 0 && plan.groupBy.every((name) => name === STATUS) ? [['[]', []] as const] : shown;
  return all.flatMap(([key, slice]) => {
    const by = JSON.parse(key) as [string, unknown][];
    const statuses = split ? STATUSES : [undefined];
    return statuses.map((status) => ({
      by: Object.fromEntries([...by, ...(status === undefined ? [] : [[STATUS, status]])]) as Group,
      ...renderParts(call, plan, slice, status),
    }));
  });
}

function slice(rows: readonly SessionRow[], { groupBy }: Plan): ReadonlyMap<string, readonly SessionRow[]> {
  const names = groupBy.filter((name) => name !== STATUS);
  return Map.groupBy(rows, (row) => JSON.stringify(names.map((name) => [name, GROUPS[name]?.(row)])));
}

type Slice = readonly [string, readonly SessionRow[]];

function sortSlices(call: Call, plan: Plan, slices: readonly Slice[], first: string): readonly Slice[] {
  const order = call.value('orderBy') ?? `-${first}`;
  const name = order.replace(/^-/, '');
  if (!plan.fields.includes(name)) throw refuse(400, "'orderBy' must be one of the provided 'fields'");
  if (call.value('orderBy') !== undefined && plan.groupBy.includes(STATUS))
    throw refuse(400, "Cannot use 'orderBy' when grouping by sessions.status");
  const weigh = ([, rows]: Slice): number => valueOf(name, rows, plan.range.step, undefined) ?? 0;
  const sign = order.startsWith('-') ? -1 : 1;
  return slices.toSorted((one, other) => sign * (weigh(one) - weigh(other)) || (one[0] < other[0] ? -1 : 1));
}

function renderParts(
  call: Call,
  { fields, range }: Plan,
  rows: readonly SessionRow[],
  status: SessionStatus | undefined,
): Group {
  const each = <T>(make: (name: string) => T): Record<string, T> =>
    Object.fromEntries(fields.map((name) => [name, make(name)]));
  const totals = each((name) => valueOf(name, rows, range.step, status));
  const byStep = Map.groupBy(rows, ({ at }) => startOf(range.step, at));
  const steps = stepsOf(range);
  const series = each((name) => steps.map((at) => valueOf(name, byStep.get(at) ?? [], range.step, status)));
  return {
    ...(call.value('includeTotals') === '0' ? {} : { totals }),
    ...(call.value('includeSeries') === '0' ? {} : { series }),
  };
}

function valueOf(
  name: string,
  rows: readonly SessionRow[],
  step: number,
  status: SessionStatus | undefined,
): number | null {
  const field = FIELDS[name];
  if (field === undefined) return null;
  const counted = field.metric === 'user' ? userRows(rows, step) : rows;
  return field.valueOf(sumOf(counted.map((row) => (field.metric === 'user' ? row.users : row.sessions))), status);
}

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
