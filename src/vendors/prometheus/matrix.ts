import { list, oneOf, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';

/** A value at a time, milliseconds since the epoch. NaN and the infinities are values to Prometheus. */
export interface Sample {
  readonly at: number;
  readonly value: number;
}

export interface Series {
  /** Labels as Prometheus writes them: {version="2.15.3"}. */
  readonly name: string;
  readonly samples: readonly Sample[];
}

export type Matrix = readonly Series[];

const numbers: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  '+Inf': Infinity,
  Inf: Infinity,
  '-Inf': -Infinity,
};

/** [ <unix time in seconds>, "<value>" ] */
const sample: Shape<Sample> = (value, where) => {
  if (!Array.isArray(value) || value.length !== 2) throw new SyntaxError(`${where} has to be a pair of time and value`);
  const [time, written] = value as readonly unknown[];
  if (typeof time !== 'number' || !Number.isFinite(time)) throw new SyntaxError(`${where} has no time`);
  const read = typeof written === 'string' ? (numbers[written] ?? toNumber(written)) : undefined;
  if (read === undefined) throw new SyntaxError(`${where} has no value`);
  return { at: Math.round(time * 1_000), value: read };
};

/** Only what is a number: an empty text would be 0. */
function toNumber(written: string): number | undefined {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(written) ? Number(written) : undefined;
}

const labels: Shape<string> = (value, where) => {
  if (typeof value !== 'object' || value === null) throw new SyntaxError(`${where} has to be labels`);
  const { __name__: name = '', ...rest } = value as Readonly<Record<string, string>>;
  return `${name}{${Object.entries(rest)
    .map(([label, one]) => `${label}=${JSON.stringify(one)}`)
    .join(', ')}}`;
};

const plainSeries = record({ metric: labels, values: list(sample) }, 'ignored');
const series: Shape<Series> = (value, where) => {
  if (typeof value === 'object' && value !== null && 'histograms' in value)
    throw new SyntaxError(
      `${where} has histograms, and numbers were expected: use histogram_count(...) or histogram_sum(...)`,
    );
  const { metric, values } = plainSeries(value, where);
  return { name: metric, samples: values };
};

const optionalTexts: Shape<readonly string[]> = (value, where) =>
  value === undefined || value === null ? [] : list(text(10_000))(value, where);

const successShape = record(
  {
    status: oneOf(['success']),
    data: record({ resultType: oneOf(['matrix']), result: list(series) }, 'ignored'),
    warnings: optionalTexts,
    infos: optionalTexts,
  },
  'ignored',
);

/** https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview */
export const answerShape: Shape<{
  readonly data: Matrix;
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
}> = (value, where) => {
  const { data, warnings, infos } = successShape(value, where);
  return { data: data.result, warnings, infos };
};

export const errorShape = record({ status: oneOf(['error']), errorType: text(200), error: text(10_000) }, 'ignored');
