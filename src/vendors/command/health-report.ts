import { findDefect } from '#health/report';
import type { Report, Unit } from '#health/report';
import { list, number, oneOf, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';

/** What a report has to be about. */
export interface Subject {
  /** Such as "2.15.3+20250114.1", as the command was told. */
  readonly release: string;
  readonly unit: Unit;
}

/** Hours of 40 days. */
const mostBuckets = 1_000;
const units: readonly Unit[] = ['session', 'user-hour', 'user-day', 'request', 'rating'];

/** A member that may be missing, but is not null. */
function orAbsent<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, where) => (value === undefined ? undefined : shape(value, where));
}

const amount = number('any', 0, Number.MAX_SAFE_INTEGER);

/** Of a day that exists: `Date.parse` alone takes 31 February. */
const instant: Shape<number> = (value, where) => {
  const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
  const written = text(24, pattern, 'a time in UTC such as 2026-11-24T09:00:00Z')(value, where);
  const read = Date.parse(written);
  if (Number.isNaN(read) || !new Date(read).toISOString().startsWith(written.slice(0, 19)))
    throw new SyntaxError(`${where} has to be a time that exists, and is "${written}"`);
  return read;
};

const tally = { units: amount, bad: amount, uncertainty: orAbsent(amount) };
const shape = record({
  version: oneOf([1]),
  release: text(250),
  unit: oneOf(units),
  freshUntil: orAbsent(instant),
  buckets: list(record({ start: instant, end: instant, ...tally, previous: orAbsent(record(tally)) }), mostBuckets),
});

/**
 * Reads what a user's command printed: schemas/health-report.schema.json, and what a schema cannot say (no more bad than all,
 * no overlap, the release and the unit that were asked for).
 * @throws SyntaxError that says where something else was expected.
 */
export function readHealthReport(json: string, subject: Subject): Report {
  if (json.trim() === '') throw new SyntaxError('it is empty');
  const { release, unit, freshUntil, buckets } = shape(parse(json), '');
  if (release !== subject.release)
    throw new SyntaxError(`it is about the release "${release}", and "${subject.release}" was asked for`);
  if (unit !== subject.unit)
    throw new SyntaxError(`it counts the unit "${unit}", and the gate asks for "${subject.unit}"`);
  const report: Report = {
    ...(freshUntil === undefined ? {} : { freshUntil }),
    buckets: buckets.map(({ start, end, previous, ...own }) => ({
      start,
      end,
      ...present(own),
      ...(previous === undefined ? {} : { previous: present(previous) }),
    })),
  };
  const defect = findDefect(report);
  if (defect !== undefined) throw new SyntaxError(defect);
  return report;
}

function present({ units: all, bad, uncertainty }: { units: number; bad: number; uncertainty: number | undefined }): {
  units: number;
  bad: number;
  uncertainty?: number;
} {
  return { units: all, bad, ...(uncertainty === undefined ? {} : { uncertainty }) };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new SyntaxError(`it is no JSON, and begins with "${json.trim().slice(0, 60).replaceAll(/\s+/g, ' ')}"`);
  }
}
