import { refuse } from './refusals.ts';

/** Seconds since the epoch, and seconds. */
export interface RangeParameters {
  readonly query: string;
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

type Query = Readonly<Record<string, string>>;

const KNOWN = ['query', 'start', 'end', 'step', 'timeout', 'limit', 'lookback_delta'];
/** https://github.com/prometheus/prometheus/blob/main/web/api/v1/api.go, and the words with it. */
const MOST_POINTS = 11_000;
const UNITS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** Stricter than Prometheus is in one thing: it ignores parameters that it does not know. */
export function readParameters(query: Query): RangeParameters {
  const stranger = Object.keys(query).find((name) => !KNOWN.includes(name));
  if (stranger !== undefined) throw refuse(400, 'bad_data', `The emulator does not know the parameter "${stranger}".`);
  const start = readTime(query, 'start');
  const end = readTime(query, 'end');
  if (end < start) throw invalid('end', 'end timestamp must not be before start time');
  const step = readDuration(query, 'step');
  if (step <= 0)
    throw invalid('step', 'zero or negative query resolution step widths are not accepted. Try a positive integer');
  if (Math.floor((end - start) / step) + 1 > MOST_POINTS) {
    throw refuse(
      400,
      'bad_data',
      'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
    );
  }
  if (query['timeout'] !== undefined) readDuration(query, 'timeout');
  return { query: readExpression(query['query'] ?? ''), start, end, step };
}

function readTime(query: Query, name: string): number {
  const text = query[name] ?? '';
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Date.parse(text.includes('T') ? text : '') / 1_000;
  if (Number.isNaN(seconds)) throw invalid(name, `cannot parse "${text}" to a valid timestamp`);
  return seconds;
}

function readDuration(query: Query, name: string): number {
  const text = query[name] ?? '';
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const parts = [...text.matchAll(/(\d+)(ms|[smhdwy])/g)];
  if (text === '' || parts.map(([part]) => part).join('') !== text)
    throw invalid(name, `cannot parse "${text}" to a valid duration`);
  return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0), 0);
}

/** Whether quotes and brackets close: the rest of the language is the table's. */
function readExpression(text: string): string {
  if (text.trim() === '') throw invalid('query', 'unknown position: parse error: no expression found in input');
  const bare = text.replaceAll(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`[^`]*`/g, '').replaceAll(/#.*/g, '');
  if (/["'`]/.test(bare)) throw invalid('query', '1:1: parse error: unterminated quoted string');
  const open: string[] = [];
  for (const [bracket] of bare.matchAll(/[()[\]{}]/g)) {
    if ('([{'.includes(bracket)) open.push(bracket);
    else if (/^(\(\)|\[\]|\{\})$/.exec(`${open.pop() ?? ''}${bracket}`) === null)
      throw invalid('query', `1:1: parse error: unexpected "${bracket}"`);
  }
  if (open.length > 0) throw invalid('query', '1:1: parse error: unclosed left parenthesis');
  return text;
}

function invalid(name: string, what: string): Error {
  return refuse(400, 'bad_data', `invalid parameter "${name}": ${what}`);
}
