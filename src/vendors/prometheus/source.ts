import type { Bucket, Report, Tally } from '#health/report';
import { formatDuration } from '#kit/duration';
import { ConfigurationError } from '#kit/errors';
import type { Prometheus } from './client.ts';
import { prometheusMessages } from './messages.ts';
import { pairSeries } from './pairs.ts';
import { fillTemplate } from './template.ts';

/** Bad units beside all of them, or beside the good ones. Placeholders: see `fillTemplate`. Each gives counts of one step. */
export type QueryPair = { readonly bad: string } & ({ readonly total: string } | { readonly good: string });

export interface PrometheusSource {
  readonly queries: QueryPair;
  /** Width of a bucket in milliseconds, whole seconds; `{{step}}` in the queries. */
  readonly step: number;
  /** How long after its end a bucket is believed to be whole, milliseconds: the interval of scraping, and what writing takes. */
  readonly settle: number;
}

/** What a gate asks. */
export interface PrometheusQuestion {
  /** Name of the gate. */
  readonly gate: string;
  readonly release: string;
  /** The releases that most users had before; their counts are added up. */
  readonly previous: readonly string[];
  /** From when to when, in milliseconds since the epoch; `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** https://github.com/prometheus/prometheus/blob/main/web/api/v1/api.go: points of one series. */
const mostSteps = 11_000;

/**
 * Asks two range queries for the release and two for each one before. The value at a time T is taken for what happened in the
 * step before T, as `increase(...[{{step}}])` counts it, and only when the step has been over for `settle`.
 *
 * Missing is not 0: a bucket without both values is left out, one with a single value is an error, and a value that is no count is
 * one, too. Data reach up to the newest bucket of the release that has values.
 *
 * @throws ConfigurationError (`prometheus-…`), VendorError: whoever asks has no data then.
 */
export async function askPrometheus(
  prometheus: Prometheus,
  source: PrometheusSource,
  question: PrometheusQuestion,
): Promise<Report> {
  const { gate, release, previous } = question;
  const { step } = source;
  const grid = alignGrid(source, question, prometheus.clock.now());
  const asked = [release, ...previous].map((name) => ({
    name,
    queries: fillPair(source, { gate, release: name, step }),
  }));
  if (grid.length === 0) return { buckets: [] };
  const [own = new Map<number, Tally>(), ...before] = await Promise.all(
    asked.map(async ({ name, queries }) => {
      const found = await pairSeries(prometheus, { gate, release: name, queries, grid, step });
      if (found.size === 0) prometheus.log.info(tellNothing(gate, name, Object.values(queries)));
      return found;
    }),
  );
  const newest = Math.max(...own.keys());
  return {
    buckets: grid.flatMap((end) => makeBucket({ start: end - step, end }, own.get(end), before)),
    ...(own.size === 0 ? {} : { freshUntil: newest }),
  };
}

/** Ends of the buckets that are over and settled. */
function alignGrid(
  { step, settle }: PrometheusSource,
  { gate, start, end }: PrometheusQuestion,
  now: number,
): readonly number[] {
  if (!Number.isSafeInteger(step / 1_000) || step <= 0)
    throw new ConfigurationError(prometheusMessages['prometheus-step-invalid'](gate, formatDuration(step)));
  const first = Math.floor(start / step) * step + step;
  const last = Math.floor(Math.min(end, now - settle) / step) * step;
  const steps = Math.max(0, (last - first) / step + 1);
  if (steps > mostSteps)
    throw new ConfigurationError(prometheusMessages['prometheus-time-too-long'](gate, steps, mostSteps));
  return Array.from({ length: steps }, (_, index) => first + index * step);
}

function fillPair(
  { queries, step }: PrometheusSource,
  { gate, release }: { readonly gate: string; readonly release: string; readonly step: number },
): QueryPair {
  const fill = (template: string): string => fillTemplate(template, { gate, release, step });
  const bad = fill(queries.bad);
  return 'total' in queries ? { bad, total: fill(queries.total) } : { bad, good: fill(queries.good) };
}

/** None without units of the release: nothing is no evidence. */
function makeBucket(
  time: { readonly start: number; readonly end: number },
  own: Tally | undefined,
  before: readonly ReadonlyMap<number, Tally>[],
): readonly Bucket[] {
  if (own === undefined || own.units === 0) return [];
  const others = before.flatMap((tallies) => tallies.get(time.end) ?? []);
  const previous = {
    units: others.reduce((sum, { units }) => sum + units, 0),
    bad: others.reduce((sum, { bad }) => sum + bad, 0),
  };
  return [{ ...time, ...own, ...(previous.units === 0 ? {} : { previous }) }];
}

function tellNothing(gate: string, release: string, queries: readonly string[]): string {
  const { text, cure } = prometheusMessages['prometheus-no-series'](gate, release, queries.join(' and '));
  return `${text} ${cure}`;
}
