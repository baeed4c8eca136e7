import { list, number, optional, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import type { Measured } from './counts.ts';
import { timePoint } from './time-points.ts';
import type { Period } from './time-points.ts';

/** One slice: a version in an hour or a day. */
export interface Row extends Measured {
  /** Milliseconds since the epoch. */
  readonly start: number;
  readonly versionCode: number;
}

/** https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/MetricValue: a decimal is a text. */
const decimal: Shape<number> = (value, where) => {
  const { value: written } = record({ value: text(60, /^\d+(\.\d+)?([eE][-+]?\d+)?$/, 'a decimal') }, 'ignored')(
    value,
    where,
  );
  return number('any', 0, Number.MAX_SAFE_INTEGER)(Number(written), where);
};

const rowShape = record(
  {
    aggregationPeriod: text(40),
    startTime: (value: unknown) => value,
    dimensions: list(record({ dimension: text(100), int64Value: optional(text(19, /^\d+$/)) }, 'ignored')),
    metrics: list(
      record(
        {
          metric: text(100),
          decimalValue: optional(decimal),
          decimalValueConfidenceInterval: optional(
            record({ lowerBound: optional(decimal), upperBound: optional(decimal) }, 'ignored'),
          ),
        },
        'ignored',
      ),
    ),
  },
  'ignored',
);

/** The rows of one page. A slice that is not there has too few users to be told: it is no row, and never a good one. */
export function rowsShape(metric: string, period: Period): Shape<readonly Row[]> {
  const shape = record({ rows: optional(list(rowShape)) }, 'ignored');
  return (value, where) =>
    (shape(value, where).rows ?? []).map((row, index) => readRow(row, `rows[${index}]`, metric, period));
}

function readRow(row: ReturnType<typeof rowShape>, where: string, metric: string, period: Period): Row {
  if (row.aggregationPeriod !== period)
    throw new SyntaxError(`${where} is ${row.aggregationPeriod}, and ${period} was asked for`);
  const version = row.dimensions.find(({ dimension }) => dimension === 'versionCode')?.int64Value;
  if (version === undefined) throw new SyntaxError(`${where} does not tell its version`);
  const find = (name: string): ReturnType<typeof rowShape>['metrics'][number] | undefined =>
    row.metrics.find((one) => one.metric === name);
  const [rated, counted] = [find(metric), find('distinctUsers')];
  const rate = rated?.decimalValue;
  const users = counted?.decimalValue;
  // What is not told is not zero: a rate that is missing would be the best of all rates.
  if (rate === undefined || users === undefined) throw new SyntaxError(`${where} has no ${metric} or no distinctUsers`);
  if (rate > 1) throw new SyntaxError(`${where} has a ${metric} of ${rate}, which is no share`);
  const interval = rated?.decimalValueConfidenceInterval;
  return {
    start: timePoint(period)(row.startTime, `${where}.startTime`),
    versionCode: Number(version),
    users,
    rate,
    // A lower bound of zero is left out; without an upper one there is no interval.
    interval:
      interval?.upperBound === undefined ? null : { lower: interval.lowerBound ?? 0, upper: interval.upperBound },
  };
}
