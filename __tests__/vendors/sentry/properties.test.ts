import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Bucket } from '#health/report';
import { findDefect } from '#health/report';
import { rankNear, toSearchTerm } from '#vendors/sentry/release-names';
import { splitSpan } from '#vendors/sentry/sessions';
import { askSentry } from '#vendors/sentry/source';
import { hour, previous, question, release, withSentry } from './stage.ts';

const first = Date.parse('2026-11-24T02:00:00Z');
const statuses = ['healthy', 'errored', 'crashed', 'abnormal', 'unhandled'] as const;

const rows = fc.array(
  fc.record({
    minutes: fc.nat(10 * 60 - 1),
    release: fc.constantFrom(release, previous, 'other@1'),
    environment: fc.constantFrom('production', 'beta'),
    sessions: fc.record(Object.fromEntries(statuses.map((status) => [status, fc.nat(20)]))),
  }),
  { minLength: 1, maxLength: 30 },
);
type Row = (typeof rows extends fc.Arbitrary<infer T> ? T : never)[number];

/** The same sums, made from the sessions themselves. */
function count(all: readonly Row[]): readonly Bucket[] {
  const tally = (name: string, index: number): { units: number; bad: number } => {
    const own = all.filter(
      (row) => row.release === name && row.environment === 'production' && Math.floor(row.minutes / 60) === index,
    );
    const sum = (status: string): number => own.reduce((total, { sessions }) => total + (sessions[status] ?? 0), 0);
    return { units: statuses.reduce((total, status) => total + sum(status), 0), bad: sum('crashed') };
  };
  return Array.from({ length: 10 }, (_, index) => index).flatMap((index) => {
    const [own, before] = [tally(release, index), tally(previous, index)];
    if (own.units === 0) return [];
    const start = first + index * hour;
    return [{ start, end: start + hour, ...own, ...(before.units === 0 ? {} : { previous: before }) }];
  });
}

test('whatever is sent, buckets are the sums of it', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      await withSentry({}, async ({ add, connect }) => {
        const environments = ['production', 'beta'].map((environment) => ({
          environment,
          release: 'other@1',
          sessions: {},
        }));
        add(...environments.map((one) => ({ ...one, at: new Date(first).toISOString() })));
        add(...all.map(({ minutes, ...row }) => ({ ...row, at: new Date(first + minutes * 60_000).toISOString() })));
        // A release that nobody uses is another story.
        if (count(all).length === 0) return;
        const report = await askSentry(connect(), { ...question, start: first });
        expect(report.buckets).toEqual(count(all));
        expect(findDefect(report)).toBeUndefined();
      });
    }),
    { numRuns: 40 },
  );
});

test('pieces of a time join, and each fits into one answer', () => {
  const spans = fc.record({
    start: fc.nat(10_000).map((hours) => hours * hour),
    steps: fc.nat(5_000),
    step: fc.constantFrom(hour, 24 * hour),
    releases: fc.integer({ min: 1, max: 200 }),
  });
  fc.assert(
    fc.property(spans, ({ start, steps, step, releases }) => {
      const pieces = splitSpan({ start, end: start + steps * step, step }, releases);
      const borders = pieces.flatMap((piece) => [piece.start, piece.end]);
      expect(borders[0] ?? start).toBe(start);
      expect(borders.at(-1) ?? start).toBe(start + steps * step);
      for (const [index, piece] of pieces.entries()) {
        if (index > 0) expect(piece.start).toBe(pieces[index - 1]?.end);
        const width = (piece.end - piece.start) / step;
        expect(width).toBeGreaterThan(0);
        expect(width).toBeLessThanOrEqual(960);
        expect((width + 1) * releases).toBeLessThanOrEqual(5_000);
      }
    }),
  );
});

test('a name leaves its quotes in no way', () => {
  const names = fc.string({ minLength: 1, unit: fc.constantFrom(...Array.from('ab1.+*"@ ')) });
  fc.assert(
    fc.property(names, (name) => {
      const inner = toSearchTerm(name).slice('release:"'.length, -1);
      expect(inner.replaceAll(/\\["*]/g, '')).not.toMatch(/["*]/);
      expect(inner.replaceAll(/\\(["*])/g, '$1')).toBe(name);
    }),
  );
});

test('near names: the version counts most, the name itself is none, and five are enough', () => {
  const names = ['app@2.15.2', 'com.example.app@2.15.3+9', 'backend@7', 'app@2.15.3', 'app@2.15.3-beta', 'app@2.14.0'];
  expect(rankNear('app@2.15.3', names)).toEqual([
    'app@2.15.3-beta',
    'com.example.app@2.15.3+9',
    'app@2.15.2',
    'app@2.14.0',
  ]);
  expect(rankNear('a', ['b'])).toEqual([]);
  const many = Array.from({ length: 9 }, (_, index) => `app@2.15.${index}`);
  expect(rankNear('app@2.15.3', many)).toHaveLength(5);
});
