import { list, nullable, number, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import { path } from './client.ts';
import type { Sentry } from './client.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export type Field = 'sum(session)' | 'count_unique(user)';

/** Times are milliseconds since the epoch; whole steps of an hour or a day (UTC), `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

export interface SessionQuestion {
  readonly operation: string;
  readonly span: Span;
  readonly field: Field;
  readonly groupBy: readonly ('release' | 'session.status')[];
  /** In Sentry's search language. */
  readonly search?: string;
}

/** A count by step; null is no data, which is not the same as none. */
export type Series = readonly (number | null)[];

export interface SessionGroup {
  readonly release?: string;
  readonly status?: string;
  /** One for each step of the span. */
  readonly series: Series;
}

/**
 * Sentry answers so many points at most, and leaves out what does not fit without a word, the least used releases first. The page
 * says 10,000; servers of a few years ago stop at half of that.
 */
const mostPoints = 5_000;
/** And 1,000 steps, or it refuses. 40 days of hours. */
const mostSteps = 960;

/** A span in pieces, each of which one request can answer for so many releases. */
export function splitSpan({ start, end, step }: Span, releases: number): readonly Span[] {
  const width = step * Math.min(mostSteps, Math.max(1, Math.floor(mostPoints / releases) - 1));
  const pieces = Math.max(0, Math.ceil((end - start) / width));
  return Array.from({ length: pieces }, (_, index) => ({
    start: start + index * width,
    end: Math.min(end, start + (index + 1) * width),
    step,
  }));
}

/**
 * https://docs.sentry.io/api/releases/retrieve-release-health-session-statistics/
 * @throws VendorError, also when the answer leaves out a step that was asked for.
 */
export async function readSessions(sentry: Sentry, question: SessionQuestion): Promise<readonly SessionGroup[]> {
  const { operation, span, field, groupBy, search } = question;
  return sentry.read(
    {
      operation,
      path: path`/sessions/`,
      query: [
        ['field', field],
        ...groupBy.map((name) => ['groupBy', name] as const),
        ['interval', span.step === hourMs ? '1h' : '1d'],
        ['start', toTime(span.start)],
        // Sentry takes the end as inclusive: with a full hour, another one would come along.
        ['end', toTime(span.end - 1_000)],
        ['includeTotals', '0'],
        ...(search === undefined ? [] : [['query', search] as const]),
      ],
    },
    shapeFor(span, field, sentry.clock.now() - clockErrorMs),
  );
}

/** By how much the clocks of Sentry and of the runner may differ: a step that begins now may not have begun there. */
const clockErrorMs = 5 * 60_000;

/** Without a zone it is UTC, as in the examples of the page. */
function toTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19);
}

const count = nullable(number('whole', 0, Number.MAX_SAFE_INTEGER));
const word = text(500);
const optionalWord: Shape<string | undefined> = (value, where) =>
  value === undefined ? undefined : word(value, where);

function shapeFor(span: Span, field: Field, youngest: number): Shape<readonly SessionGroup[]> {
  const shape = record(
    {
      intervals: list(text(40)),
      groups: list(
        record(
          {
            by: record({ release: optionalWord, 'session.status': optionalWord }, 'ignored'),
            series: record({ [field]: list(count) }, 'ignored'),
          },
          'ignored',
        ),
      ),
    },
    'ignored',
  );
  return (value, where) => {
    const { intervals, groups } = shape(value, where);
    const places = findPlaces(intervals, span, youngest);
    return groups.map(({ by, series }, index) => {
      const values = series[field] ?? [];
      if (values.length !== intervals.length)
        throw new SyntaxError(`groups[${index}] has ${values.length} counts for ${intervals.length} intervals`);
      const { release, 'session.status': status } = by;
      return {
        ...(release === undefined ? {} : { release }),
        ...(status === undefined ? {} : { status }),
        series: places.map((place) => (place === undefined ? null : (values[place] ?? null))),
      };
    });
  };
}

/**
 * Where each step of the span stands in the answer. Sentry rounds what it is asked for, so it is not taken on trust. Only a step
 * that has just begun may be missing: it has no data yet.
 */
function findPlaces(
  intervals: readonly string[],
  { start, end, step }: Span,
  youngest: number,
): readonly (number | undefined)[] {
  const places = new Map(intervals.map((interval, index) => [Date.parse(interval), index]));
  return Array.from({ length: (end - start) / step }, (_, index) => {
    const at = start + index * step;
    const place = places.get(at);
    if (place === undefined && at < youngest) {
      const [first = 'nowhere', last = 'nowhere'] = [intervals[0], intervals.at(-1)];
      throw new SyntaxError(`it has no interval of ${toTime(at)}Z; it goes from ${first} to ${last}`);
    }
    return place;
  });
}
