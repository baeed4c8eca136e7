import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '#kit/errors';
import { createExec } from '#kit/exec';
import { askCommand } from '#vendors/command/source';
import type { CommandQuestion } from '#vendors/command/source';
import { readHealthReport } from '#vendors/command/health-report';
import type { Report } from '#health/report';
import { findMisfits } from '../../support/json-schema.ts';
import { root } from '../../support/scenario.ts';

const question: CommandQuestion = {
  gate: 'crash',
  release: 'tracker-mobile@2.15.3+20250114.1',
  unit: 'session',
  start: Date.parse('2026-11-24T08:00:00Z'),
  end: Date.parse('2026-11-24T10:00:00Z'),
};

const bucket = { start: '2026-11-24T08:00:00Z', end: '2026-11-24T09:00:00Z', units: 1_000, bad: 3 };
const good = { version: 1, release: question.release, unit: 'session', buckets: [bucket] };

async function ask(run: string, more: { timeoutMs?: number; passEnv?: string[]; ask?: object } = {}): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-command-'));
  const log = { info: () => undefined, foreign: () => undefined } as never;
  const exec = createExec(log, new AbortController().signal, () => performance.now());
  try {
    return await askCommand(
      {
        exec,
        run,
        folder,
        environment: { PATH: process.env['PATH'], GITHUB_TOKEN: 'ghs_token', CRASHES_KEY: 'key-of-the-user' },
        passEnv: more.passEnv ?? [],
        timeoutMs: more.timeoutMs ?? 30_000,
      },
      { ...question, ...more.ask },
    );
  } finally {
    await exec.close();
    rmSync(folder, { recursive: true });
  }
}

const print = (value: unknown): string => `cat <<'E'\n${JSON.stringify(value)}\nE`;

test('a command prints buckets, and learns by environment what it is asked for', async () => {
  const run = `
    echo "a word for the log" >&2
    cat <<E
    { "version": 1, "release": "$SLIPWAY_RELEASE", "unit": "$SLIPWAY_UNIT", "freshUntil": "$SLIPWAY_END",
      "buckets": [{ "start": "$SLIPWAY_START", "end": "2026-11-24T09:00:00.000Z", "units": 1000.5, "bad": 3, "uncertainty": 50,
        "previous": { "units": 2000, "bad": \${#SLIPWAY_PREVIOUS} } }] }
E`;
  const expected: Report = {
    freshUntil: question.end,
    buckets: [
      {
        start: question.start,
        end: Date.parse('2026-11-24T09:00:00Z'),
        units: 1_000.5,
        bad: 3,
        uncertainty: 50,
        previous: { units: 2_000, bad: 6 },
      },
    ],
  };
  expect(await ask(run, { ask: { previous: '2.15.2' } })).toEqual(expected);
});

test('it gets the credentials that are passed by name, and never the token of the job', async () => {
  const run = `test "$CRASHES_KEY" = key-of-the-user; test -z "\${GITHUB_TOKEN:-}"; ${print(good)}`;
  expect((await ask(run, { passEnv: ['CRASHES_KEY'] })).buckets).toHaveLength(1);
  await expect(ask(run)).rejects.toThrow('it ended with exit code 1');
  await expect(ask(run, { passEnv: ['GITHUB_TOKEN'] })).rejects.toThrow('must never see');
});

test('what is asked for is a value and never a part of the command', async () => {
  const release = '"$(echo pwned)"; exit 0 #';
  await expect(ask(print(good), { ask: { release } })).rejects.toThrow(`"${release}" was asked for`);
});

test('a report without buckets is an answer: there is no data', async () => {
  expect(await ask(print({ ...good, buckets: [] }))).toEqual({ buckets: [] });
});

describe('no data, and the reason', () => {
  test.each<[why: string, run: string, timeoutMs: number]>([
    ['ended with exit code 7. Its last words: the service is down', 'echo the service is down >&2; exit 7', 30_000],
    ['ended with exit code 1', `false | ${print(good)}`, 30_000],
    ['ended with SIGKILL', 'kill -9 $$', 30_000],
    ['ended with the time limit of 200 ms', 'sleep 60', 200],
    ['is no health report: it is empty', 'true', 30_000],
    ['it is no JSON, and begins with "hello {"version"', `echo hello; ${print(good)}`, 30_000],
    ['it is no JSON', `${print(good)}; echo`.replace('"bad":3', '"bad":'), 30_000],
  ])('%s', async (why, run, timeoutMs) => {
    const asking = ask(run, { timeoutMs });
    await expect(asking).rejects.toThrow(ConfigurationError);
    await expect(asking).rejects.toThrow(`the gate "crash"`);
    await expect(asking).rejects.toThrow(why);
  });
});

const one = (change: object): object => ({ ...good, buckets: [{ ...bucket, ...change }] });
const other = { start: '2026-11-24T08:30:00Z', end: '2026-11-24T09:30:00Z', units: 1, bad: 0 };

describe('the format', () => {
  const schema = JSON.parse(readFileSync(join(root, 'schemas/health-report.schema.json'), 'utf8')) as Record<
    string,
    unknown
  >;

  // `schema`: whether a schema can say it.
  test.each<[why: string, value: unknown, bySchema: boolean]>([
    ['the whole has to be an object', [], true],
    ['version has to be 1', { ...good, version: 2 }, true],
    ['release has to be', { ...good, release: undefined }, true],
    ['unit has to be "session" or', { ...good, unit: 'sessions' }, true],
    ['a member "cached"', { ...good, cached: true }, true],
    ['freshUntil has to be a time in UTC', { ...good, freshUntil: '2026-11-24' }, true],
    ['freshUntil has to be a time in UTC', { ...good, freshUntil: null }, true],
    ['buckets has to be a list', { ...good, buckets: {} }, true],
    ['1000 are the most', { ...good, buckets: Array.from({ length: 1_001 }, () => bucket) }, true],
    ['buckets[0].start has to be a time in UTC', one({ start: '2026-11-24T08:00:00+01:00' }), true],
    ['buckets[0].units has to be a number', one({ units: '1000' }), true],
    ['buckets[0].units has to be a number', one({ units: -1 }), true],
    ['buckets[0].units has to be a number', one({ units: null }), true],
    ['buckets[0].previous.bad has to be', one({ previous: { units: 1 } }), true],
    ['a member "crashes"', one({ crashes: 3 }), true],
    ['a time that exists', one({ start: '2026-02-31T08:00:00Z' }), false],
    ['about the release "2.15.2"', { ...good, release: '2.15.2' }, false],
    ['counts the unit "rating"', { ...good, unit: 'rating' }, false],
    ['1001 bad of only 1000 units', one({ bad: 1_001 }), false],
    ['of the previous version, 2 bad of only 1 units', one({ previous: { units: 1, bad: 2 } }), false],
    ['it ends before it starts', one({ end: bucket.start }), false],
    ['it overlaps', { ...good, buckets: [bucket, other] }, false],
  ])('%s', (why, value, bySchema) => {
    expect(() => readHealthReport(JSON.stringify(value), question)).toThrow(why);
    expect(findMisfits(schema, JSON.parse(JSON.stringify(value))).length > 0).toBe(bySchema);
  });

  test('what the reader takes fits the schema, and comes back as it was', () => {
    const hour = 3_600_000;
    const amounts = fc
      .record({ bad: fc.nat(1_000), more: fc.double({ min: 0, max: 1e9, noNaN: true }), wide: fc.option(fc.nat(50)) })
      .map(({ bad, more, wide }) => ({ units: bad + more, bad, ...(wide === null ? {} : { uncertainty: wide }) }));
    const reports = fc
      .array(fc.record({ own: amounts, previous: fc.option(amounts) }), { maxLength: 20 })
      .map((tallies): Report => ({
        buckets: tallies.map(({ own, previous }, index) => ({
          start: question.start + index * hour,
          end: question.start + (index + 1) * hour,
          ...own,
          ...(previous === null ? {} : { previous }),
        })),
      }));
    fc.assert(
      fc.property(reports, (report) => {
        const written = {
          ...good,
          buckets: report.buckets.map(({ start, end, ...rest }) => ({
            start: new Date(start).toISOString(),
            end: new Date(end).toISOString(),
            ...rest,
          })),
        };
        expect(findMisfits(schema, written)).toEqual([]);
        expect(readHealthReport(JSON.stringify(written), question)).toEqual(report);
      }),
    );
  });
});
