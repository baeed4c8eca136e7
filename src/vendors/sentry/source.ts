import type { Bucket, Report, Unit } from '#health/report';
import { ConfigurationError, VendorError } from '#kit/errors';
import { kitMessages } from '#kit/messages';
import type { Sentry } from './client.ts';
import { sentryMessages } from './messages.ts';
import { SentryRefusal, tellPlace, vendor } from './refusals.ts';
import { checkReleaseName, findCore, rankNear, toSearchTerm } from './release-names.ts';
import { hasRelease, listReleases, listUsed } from './releases.ts';
import { dayMs, hourMs, readSessions, splitSpan } from './sessions.ts';
import type { Field, SessionGroup, Span } from './sessions.ts';
import { tallyReleases } from './tallies.ts';

/** What a gate asks. */
export interface SentryQuestion {
  /** Name of the gate. */
  readonly gate: string;
  /** Exactly as the app names it: "tracker-mobile@2.15.3+20250114.1". */
  readonly release: string;
  /** The releases that most users had before; their counts are added up. */
  readonly previous: readonly string[];
  readonly unit: Unit;
  /** From when to when, in milliseconds since the epoch; `end` exclusive, and no later than now counts. */
  readonly start: number;
  readonly end: number;
}

interface Counting {
  readonly field: Field;
  readonly step: number;
}

/** Distinct users of hours must not be added up to those of a day, so each is asked for by itself. Days are those of UTC. */
const countings: Readonly<Partial<Record<Unit, Counting>>> = {
  session: { field: 'sum(session)', step: hourMs },
  'user-hour': { field: 'count_unique(user)', step: hourMs },
  'user-day': { field: 'count_unique(user)', step: dayMs },
};

/** How far back is looked for the newest session of anybody; older data are stale for every gate. */
const heartbeatMs = 48 * hourMs;

/**
 * Sessions or users of a release and of those before it, as a gate takes them: two requests at once for up to 40 days.
 *
 * Sentry puts a session into the hour of its begin, whenever it is reported, and a crash when the app starts again, so counts of an
 * hour grow for days: the gate's maturity or its curve is there for that. An hour that has not ended yet comes along; whoever
 * weighs it knows that it is open. How far the data reach Sentry does not say: it is the begin of the newest hour in which anybody
 * used the app at all. When the ingestion stands still, that stands still, too, and what looks like an hour without crashes is
 * told as stale.
 *
 * @throws ConfigurationError (`sentry-release-unknown` with near names, `sentry-release-invalid`, `sentry-unit-unsupported`),
 *   SentryRefusal, VendorError: whoever asks has no data then.
 */
export async function askSentry(sentry: Sentry, question: SentryQuestion): Promise<Report> {
  const { gate, release, previous, unit } = question;
  const counting = countings[unit];
  if (counting === undefined) throw new ConfigurationError(sentryMessages['sentry-unit-unsupported'](gate, unit));
  for (const name of [release, ...previous]) checkReleaseName(name);
  const span = alignSpan(question, counting, sentry.clock.now());
  const [buckets, freshUntil] = await Promise.all([
    readBuckets(sentry, question, span, counting),
    readHeartbeat(sentry),
  ]);
  if (buckets.length === 0) await explainSilence(sentry, question);
  return { buckets, freshUntil };
}

/** Whole steps around what is asked for, up to the one that is open now. */
function alignSpan({ start, end }: SentryQuestion, { step }: Counting, now: number): Span {
  const last = Math.ceil(Math.min(end, now) / step) * step;
  return { start: Math.floor(start / step) * step, end: last, step };
}

async function readBuckets(
  sentry: Sentry,
  { release, previous }: SentryQuestion,
  span: Span,
  { field }: Counting,
): Promise<readonly Bucket[]> {
  const operation = 'read the sessions';
  const search = [release, ...previous].map(toSearchTerm).join(' OR ');
  const pieces = await Promise.all(
    splitSpan(span, 1 + previous.length).map(async (piece) => {
      const groupBy = ['release', 'session.status'] as const;
      const groups = await readSessions(sentry, { operation, span: piece, field, groupBy, search });
      return makeBuckets(groups, { release, previous, piece, field, operation });
    }),
  );
  return pieces.flat();
}

interface Making {
  readonly release: string;
  readonly previous: readonly string[];
  readonly piece: Span;
  readonly field: Field;
  readonly operation: string;
}

/** Steps in which the release was not used are left out: nothing is no evidence. */
function makeBuckets(groups: readonly SessionGroup[], making: Making): readonly Bucket[] {
  const { release, previous, piece, field, operation } = making;
  const { start, end, step } = piece;
  const steps = (end - start) / step;
  try {
    const own = tallyReleases(groups, [release], { steps, field });
    const before = tallyReleases(groups, previous, { steps, field });
    return own.flatMap((tally, index) => {
      if (tally === undefined) return [];
      const at = start + index * step;
      const other = before[index];
      return [{ start: at, end: at + step, ...tally, ...(other === undefined ? {} : { previous: other }) }];
    });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const note = kitMessages['vendor-unreadable'](vendor, operation, error.message);
    throw new VendorError(note, { vendor, operation, attempts: 1, ambiguous: false }, { cause: error });
  }
}

/** The begin of the newest hour with a session of any release. */
async function readHeartbeat(sentry: Sentry): Promise<number> {
  const end = Math.ceil(sentry.clock.now() / hourMs) * hourMs;
  const span: Span = { start: end - heartbeatMs, end, step: hourMs };
  const operation = 'see how far the data reach';
  const groups = await readSessions(sentry, { operation, span, field: 'sum(session)', groupBy: [] });
  const newest = Math.max(-1, ...groups.map(({ series }) => series.findLastIndex((count) => (count ?? 0) > 0)));
  // Without any, no more is known than that they do not reach into this time.
  return newest < 0 ? span.start : span.start + newest * hourMs;
}

/**
 * A name that nobody sends is the first suspect. A release that Sentry knows is only mentioned: it may be too young.
 * @throws ConfigurationError (`sentry-release-unknown`).
 */
async function explainSilence(sentry: Sentry, { release }: SentryQuestion): Promise<void> {
  const [known, listed, used] = await Promise.all([
    unlessForbidden(hasRelease(sentry, release)),
    unlessForbidden(listReleases(sentry, findCore(release))),
    listUsed(sentry),
  ]);
  const names = used.map((one) => one.release);
  const near = tellNear(rankNear(release, names), rankNear(release, listed ?? []));
  if (known === false)
    throw new ConfigurationError(sentryMessages['sentry-release-unknown'](release, tellPlace(sentry), near));
  const { text, cure } = sentryMessages['sentry-release-silent'](release, tellPlace(sentry), near);
  sentry.log.info(`${text} ${cure}`);
}

/** A token may read sessions and no releases; then nobody knows. */
async function unlessForbidden<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof SentryRefusal && error.details.status === 403) return undefined;
    throw error;
  }
}

function tellNear(used: readonly string[], listed: readonly string[]): string {
  const quote = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
  const unused = listed.filter((name) => !used.includes(name));
  const parts = [
    ...(used.length === 0 ? [] : [`In use are: ${quote(used)}.`]),
    ...(unused.length === 0 ? [] : [`Known without sessions: ${quote(unused)}.`]),
  ];
  return parts.length === 0 ? 'No release there has a name like it.' : parts.join(' ');
}
