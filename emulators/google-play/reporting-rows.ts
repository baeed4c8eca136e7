import { NUMBERS, type Fact, type Metric, type MetricSet } from './metric-sets.ts';
import type { Filter } from './reporting-filter.ts';
import { renderPoint, type Timeline } from './reporting-timeline.ts';
import { rowsOf, type Cohort, type Vitals } from './vitals.ts';

/** What is known of one combination of dimensions, by the start of its period. */
type Slice = ReadonlyMap<number, readonly Fact[]>;

export interface Question {
  readonly set: MetricSet;
  readonly timeline: Timeline;
  readonly dimensions: readonly string[];
  readonly metrics: readonly string[];
  readonly filter: Filter;
  readonly cohort: Cohort | null;
}

const DAY = 86_400_000;
/** The longest average looks back so far; a day of summer time is an hour longer. */
const LONGEST_MS = 28 * DAY;

/** Size of a count, and what it is rounded to. The steps are documented, where they lie is not: docs/unverified.md. */
const ROUNDING = [
  { below: 1_000, to: 10 },
  { below: 100_000, to: 100 },
  { below: 100_000_000, to: 1_000 },
  { below: Infinity, to: 1_000_000 },
];

/** 95 %: of which level Google's intervals are is not documented. */
const Z = 1.96;

/** All rows that answer a question, by time and then by dimensions. */
export function makeRows(vitals: Vitals, question: Question): Record<string, unknown>[] {
  const { set, timeline, dimensions, cohort, filter } = question;
  const facts = rowsOf(vitals, timeline.period, timeline.from - LONGEST_MS, timeline.to)
    .filter((row) => cohort === null || row.cohort === cohort)
    .flatMap(set.factsOf)
    .filter((fact) => filter(fact.dimensions));
  const slices = Map.groupBy(facts, (fact) => JSON.stringify(dimensions.map((name) => fact.dimensions[name] ?? '')));
  return [...slices]
    .flatMap(([key, list]) => {
      const values = JSON.parse(key) as string[];
      const slice = Map.groupBy(list, ({ start }) => start);
      return [...slice.keys()]
        .filter((start) => start >= timeline.from)
        .map((start) => ({ key, values, start, slice }));
    })
    .filter(({ slice, start }) => !set.floored || sumUsers(slice, start, start) >= vitals.settings.floor)
    .sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : 1))
    .map(({ values, start, slice }) => ({
      aggregationPeriod: timeline.period,
      startTime: renderPoint(timeline.period, start),
      dimensions: dimensions.map((dimension, index) => renderDimension(dimension, values[index] ?? '')),
      metrics: question.metrics.map((name) => {
        const metric = set.metrics[name];
        return { metric: name, ...(metric === undefined ? {} : renderMetric(metric, slice, start)) };
      }),
    }));
}

function renderDimension(dimension: string, value: string): Record<string, unknown> {
  return NUMBERS.includes(dimension) ? { dimension, int64Value: value } : { dimension, stringValue: value };
}

function renderMetric(metric: Metric, slice: Slice, start: number): Record<string, unknown> {
  if (metric.kind === 'count') return { decimalValue: { value: `${sumCounts(slice, metric.of, start, start)}` } };
  if (metric.kind === 'users') return { decimalValue: { value: `${round(sumUsers(slice, start, start))}` } };
  // Days are compared by their beginnings, which summer time moves by an hour.
  const from = metric.days === 1 ? start : start - (metric.days - 0.5) * DAY;
  return renderRate(sumCounts(slice, metric.of, from, start), sumUsers(slice, from, start));
}

/** A rate is a fraction of 1 as a decimal text, with an interval (Wilson). A lower bound of nothing is left out. */
function renderRate(hit: number, users: number): Record<string, unknown> {
  const rate = users === 0 ? 0 : hit / users;
  const middle = (rate + (Z * Z) / (2 * users)) / (1 + (Z * Z) / users);
  const half = (Z / (1 + (Z * Z) / users)) * Math.sqrt((rate * (1 - rate)) / users + (Z * Z) / (4 * users * users));
  const lower = hit === 0 ? 0 : middle - half;
  return {
    decimalValue: { value: decimal(rate) },
    decimalValueConfidenceInterval: {
      ...(lower === 0 ? {} : { lowerBound: { value: decimal(lower) } }),
      upperBound: { value: decimal(hit === users ? 1 : middle + half) },
    },
  };
}

function decimal(value: number): string {
  return value.toFixed(10).replace(/\.?0+$/, '');
}

function round(users: number): number {
  const { to } = ROUNDING.find(({ below }) => users < below) ?? { to: 1 };
  return Math.round(users / to) * to;
}

function sumUsers(slice: Slice, from: number, to: number): number {
  return sum(slice, from, to, ({ users }) => users);
}

function sumCounts(slice: Slice, of: string, from: number, to: number): number {
  return sum(slice, from, to, ({ counts }) => counts[of] ?? 0);
}

function sum(slice: Slice, from: number, to: number, of: (fact: Fact) => number): number {
  // One period is most of what is asked for, and needs no search.
  const facts =
    from === to
      ? (slice.get(from) ?? [])
      : [...slice].flatMap(([start, list]) => (start >= from && start <= to ? list : []));
  return facts.reduce((total, fact) => total + of(fact), 0);
}
