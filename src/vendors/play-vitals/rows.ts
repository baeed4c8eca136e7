import { list, oneOf, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import { unreadable } from './client.ts';
import type { PlayVitals } from './client.ts';
import { decimal, int64, optional } from './documents.ts';
import { usersMetric } from './measures.ts';
import type { Metrics } from './measures.ts';
import { beginOf } from './periods.ts';
import type { Period } from './periods.ts';

/** What Google measured of the users of one version in one hour or day. */
export interface Row {
  readonly versionCode: number;
  /** Of the hour or day, milliseconds since the epoch. */
  readonly start: number;
  /** 0 to 1: the share of users that were hit. */
  readonly rate: number;
  readonly interval?: { readonly lower: number; readonly upper: number };
  /** Rounded. */
  readonly users: number;
}

/** https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/UserCohort */
export type Cohort = 'OS_PUBLIC' | 'APP_TESTERS';

export interface RowsQuestion {
  readonly metrics: Metrics;
  readonly period: Period;
  /** Begins of the period; `end` exclusive, and no later than the figures reach. */
  readonly start: number;
  readonly end: number;
  readonly versionCode: number;
  readonly cohort: Cohort;
}

/** What Google gives where nothing is said. 1,000 hours are 41 days. */
const pageSize = 1_000;
const mostPages = 25;

/**
 * All rows of one version. Hours and days that have none were left out: too few users, or no data; either way nothing is known.
 * https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/vitals.crashrate/query
 * @throws VitalsRefusal; VendorError, also for a row that was not asked for or comes twice, and for more than 25 pages.
 */
export async function readRows(play: PlayVitals, question: RowsQuestion): Promise<readonly Row[]> {
  const { metrics, period, start, end, versionCode, cohort } = question;
  const operation = `read the ${metrics.name}`;
  const shape = pageOf(question);
  const rows = new Map<number, Row>();
  let pageToken: string | undefined;
  for (let page = 1; page <= mostPages; page += 1) {
    const found = await play.read(
      {
        operation,
        api: 'reporting',
        path: `/${metrics.set}:query`,
        // A page is good for the query that named it, so nothing else may differ.
        body: {
          timelineSpec: {
            aggregationPeriod: period.name,
            startTime: period.toPoint(start),
            endTime: period.toPoint(end),
          },
          dimensions: ['versionCode'],
          metrics: [metrics.rate, usersMetric],
          filter: `versionCode = ${versionCode}`,
          userCohort: cohort,
          pageSize,
          ...(pageToken === undefined ? {} : { pageToken }),
        },
      },
      shape,
    );
    for (const row of found.rows) {
      if (row.versionCode !== versionCode) continue;
      if (rows.has(row.start)) throw unreadable(operation, `${new Date(row.start).toISOString()} comes twice`);
      rows.set(row.start, row);
    }
    pageToken = found.nextPageToken;
    if (pageToken === undefined) return [...rows.values()].toSorted((one, other) => one.start - other.start);
  }
  throw unreadable(operation, `the list goes on after ${mostPages} pages`);
}

interface Page {
  readonly rows: readonly Row[];
  readonly nextPageToken: string | undefined;
}

function pageOf({ metrics, period, start, end }: RowsQuestion): Shape<Page> {
  const begin = beginOf(period);
  const within: Shape<number> = (value, where) => {
    const at = begin(value, where);
    if (at < start || at >= end)
      throw new SyntaxError(`${where} is ${new Date(at).toISOString()}, which was not asked for`);
    return at;
  };
  const row = record(
    {
      aggregationPeriod: oneOf([period.name]),
      startTime: within,
      dimensions: list(record({ dimension: text(100), int64Value: optional(int64) }, 'ignored')),
      metrics: list(metricShape),
    },
    'ignored',
  );
  const page = record({ rows: optional(list(row)), nextPageToken: optional(text(10_000)) }, 'ignored');
  return (value, where) => {
    const { rows = [], nextPageToken } = page(value, where);
    return {
      rows: rows.map(({ startTime, dimensions, metrics: values }, index) => ({
        versionCode: readVersionCode(dimensions, `rows[${index}]`),
        start: startTime,
        ...readMetrics(values, metrics.rate, `rows[${index}]`),
      })),
      nextPageToken: nextPageToken === '' ? undefined : nextPageToken,
    };
  };
}

/** A bound of zero is left out, as a default is: https://protobuf.dev/programming-guides/json/ */
const bounds = record({ lowerBound: optional(decimal), upperBound: optional(decimal) }, 'ignored');
const metricShape = record(
  { metric: text(100), decimalValue: optional(decimal), decimalValueConfidenceInterval: optional(bounds) },
  'ignored',
);
type MetricValue = ReturnType<typeof metricShape>;

function readVersionCode(
  dimensions: readonly { readonly dimension: string; readonly int64Value: number | undefined }[],
  where: string,
): number {
  const versionCode = dimensions.find(({ dimension }) => dimension === 'versionCode')?.int64Value;
  if (versionCode === undefined) throw new SyntaxError(`${where} does not say of which version it is`);
  return versionCode;
}

/** A rate that is missing is not a rate of 0. */
function readMetrics(
  values: readonly MetricValue[],
  rateMetric: string,
  where: string,
): Pick<Row, 'rate' | 'interval' | 'users'> {
  const find = (name: string): MetricValue & { readonly decimalValue: number } => {
    const found = values.find(({ metric }) => metric === name);
    if (found?.decimalValue === undefined) throw new SyntaxError(`${where} has no value of ${name}`);
    return { ...found, decimalValue: found.decimalValue };
  };
  const { decimalValue: rate, decimalValueConfidenceInterval: interval } = find(rateMetric);
  const { decimalValue: users } = find(usersMetric);
  if (rate < 0 || rate > 1) throw new SyntaxError(`${where} has a ${rateMetric} of ${rate}, which is no share`);
  if (!Number.isSafeInteger(users) || users < 0) throw new SyntaxError(`${where} has ${users} users`);
  if (interval === undefined) return { rate, users };
  const { lowerBound: lower = 0, upperBound: upper = 0 } = interval;
  if (lower > rate || upper < rate)
    throw new SyntaxError(`${where} has a ${rateMetric} of ${rate} outside of its interval, ${lower} to ${upper}`);
  return { rate, users, interval: { lower, upper } };
}
