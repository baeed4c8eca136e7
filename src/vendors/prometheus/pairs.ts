import type { Tally } from '#health/report';
import { ConfigurationError, VendorError } from '#kit/errors';
import { kitMessages } from '#kit/messages';
import type { Message } from '#kit/messages';
import { vendor } from './client.ts';
import type { Prometheus } from './client.ts';
import { prometheusMessages } from './messages.ts';
import type { QueryPair } from './source.ts';

export interface Pairing {
  readonly gate: string;
  readonly release: string;
  /** Filled. */
  readonly queries: QueryPair;
  /** Times to ask for, `step` apart. */
  readonly grid: readonly number[];
  readonly step: number;
}

type Role = 'bad' | 'total' | 'good';
type Values = ReadonlyMap<number, number>;

/**
 * increase() estimates what happened between the last sample and the end of its range, for each series by itself: where all is
 * bad, the two sums may differ by a little. More than this share is another thing.
 */
const tolerance = 0.01;

/**
 * What was counted of one release, by the end of the bucket. Empty when there is no series of it at all.
 * @throws ConfigurationError where the two series do not fit each other or a value is no count.
 */
export async function pairSeries(prometheus: Prometheus, pairing: Pairing): Promise<ReadonlyMap<number, Tally>> {
  const { queries } = pairing;
  const role = 'total' in queries ? 'total' : 'good';
  const expression = 'total' in queries ? queries.total : queries.good;
  const [bad, other] = await Promise.all([
    readValues(prometheus, pairing, 'bad', queries.bad),
    readValues(prometheus, pairing, role, expression),
  ]);
  checkMatch(pairing, bad, role, other);
  return new Map(
    [...bad].map(([time, count]) => {
      const units = (other.get(time) ?? 0) + (role === 'good' ? count : 0);
      if (count > units * (1 + tolerance)) throw exceeds(pairing.gate, count, units, time);
      return [time, { units: Math.max(units, count), bad: count }];
    }),
  );
}

async function readValues(
  prometheus: Prometheus,
  { gate, grid, step }: Pairing,
  role: Role,
  expression: string,
): Promise<Values> {
  const [start = 0] = grid;
  const end = grid.at(-1) ?? start;
  const matrix = await prometheus.queryRange({ gate, role, expression, start, end, step });
  const [series, ...more] = matrix;
  if (more.length > 0) {
    const some = matrix.slice(0, 3).map(({ name }) => name);
    throw problem(prometheusMessages['prometheus-many-series'](gate, expression, matrix.length, some.join(', ')));
  }
  const times = new Set(grid);
  const values = new Map<number, number>();
  for (const { at, value } of series?.samples ?? []) {
    if (!times.has(at)) throw unasked(gate, role, at);
    if (!Number.isFinite(value) || value < 0)
      throw problem(prometheusMessages['prometheus-value-unusable'](gate, expression, `${value}`, tellTime(at)));
    values.set(at, value);
  }
  return values;
}

function checkMatch({ gate, release, grid }: Pairing, bad: Values, role: Role, other: Values): void {
  const sides = [
    { missing: 'bad', values: bad, there: role, others: other },
    { missing: role, values: other, there: 'bad', others: bad },
  ];
  for (const { missing, values, there, others } of sides) {
    if (values.size === 0 && others.size > 0)
      throw problem(prometheusMessages['prometheus-series-missing'](gate, missing, there, release));
    const apart = grid.filter((time) => others.has(time) && !values.has(time));
    const [first] = apart;
    if (first !== undefined)
      throw problem(
        prometheusMessages['prometheus-series-apart'](gate, missing, tellTime(first), apart.length, release),
      );
  }
}

/** A value at another time belongs to no bucket. */
function unasked(gate: string, role: Role, at: number): VendorError {
  const operation = `ask for "${role}" of the gate "${gate}"`;
  const reason = `it has a value at ${tellTime(at)}, which was not asked for`;
  const note = kitMessages['vendor-unreadable'](vendor, operation, reason);
  return new VendorError(note, { vendor, operation, attempts: 1, ambiguous: false });
}

function exceeds(gate: string, bad: number, units: number, time: number): ConfigurationError {
  return problem(prometheusMessages['prometheus-bad-exceeds'](gate, bad, units, tellTime(time)));
}

function problem(note: Message): ConfigurationError {
  return new ConfigurationError(note);
}

function tellTime(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
