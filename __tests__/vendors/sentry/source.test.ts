import { describe, expect, test } from '@jest/globals';
import type { SentryWorld } from '#emulators/sentry/world';
import { decide } from '#health/decision';
import { defineGate, mobile } from '#health/parameters';
import { findDefect } from '#health/report';
import { startRollout } from '#health/epochs';
import { ConfigurationError } from '#kit/errors';
import { askSentry } from '#vendors/sentry/source';
import { fillTwoHours, hour, previous, question, release, speakWith, withSentry } from './stage.ts';
import type { ClientStage } from './stage.ts';

const at = (time: string): number => Date.parse(`2026-11-24T${time}Z`);

describe('sessions of a release and of the one before', () => {
  test('come as buckets in two requests; hours without the release are left out', async () => {
    await withSentry({ fill: fillTwoHours }, async ({ connect, asked }) => {
      const report = await askSentry(connect(), question);
      expect(report).toEqual({
        freshUntil: at('11:00:00'),
        buckets: [
          { start: at('09:00:00'), end: at('10:00:00'), units: 100, bad: 2 },
          { start: at('11:00:00'), end: at('12:00:00'), units: 200, bad: 5, previous: { units: 1_000, bad: 4 } },
        ],
      });
      expect(findDefect(report)).toBeUndefined();
      expect(asked()).toEqual(['sessions', 'sessions']);
    });
  });

  test('the open hour comes along as what it is, and moves how far the data reach', async () => {
    await withSentry({ fill: fillTwoHours }, async ({ connect, add }) => {
      add({ at: '2026-11-24T12:20:00Z', sessions: { healthy: 10 } });
      const { buckets, freshUntil } = await askSentry(connect(), question);
      expect(buckets.at(-1)).toEqual({ start: at('12:00:00'), end: at('13:00:00'), units: 10, bad: 0 });
      expect(freshUntil).toBe(at('12:00:00'));
    });
  });

  test('of several earlier releases they are added up, and other releases, projects and environments stay out', async () => {
    const fill = (stage: ClientStage): void => {
      fillTwoHours(stage);
      const row = { at: '2026-11-24T11:00:00Z', sessions: { healthy: 40, crashed: 8 } };
      stage.add(
        { ...row, release: 'tracker-mobile@2.15.1+1' },
        { ...row, release: `${release}-beta` },
        { ...row, project: 'watch' },
        { ...row, environment: 'staging' },
      );
    };
    await withSentry({ fill }, async ({ connect }) => {
      const asked = { ...question, previous: [previous, 'tracker-mobile@2.15.1+1'] };
      const [, second] = (await askSentry(connect(), asked)).buckets;
      expect(second).toMatchObject({ units: 200, bad: 5, previous: { units: 1_048, bad: 12 } });
      const wide = connect({ projects: ['tracker', 'watch'] });
      expect((await askSentry(wide, asked)).buckets[1]).toMatchObject({ units: 248, bad: 13 });
    });
  });

  test('a name is a value and not a search: stars and quotes in it stand for themselves', async () => {
    const fill = ({ add }: ClientStage): void =>
      add(
        { at: '2026-11-24T11:00:00Z', release: 'app@1.*', sessions: { healthy: 1 } },
        { at: '2026-11-24T11:00:00Z', release: 'app@1.2', sessions: { crashed: 9 } },
        { at: '2026-11-24T11:00:00Z', release: 'app@1" OR release:"*', sessions: { healthy: 2 } },
      );
    await withSentry({ fill }, async ({ connect, emulator }) => {
      const ask = async (name: string): Promise<unknown> =>
        (await askSentry(connect(), { ...question, release: name, previous: [] })).buckets.map(({ units }) => units);
      expect(await ask('app@1.*')).toEqual([1]);
      expect(await ask('app@1" OR release:"*')).toEqual([2]);
      expect(emulator.log.entries()[0]?.query['query']).toBe('release:"app@1.\\*"');
    });
  });

  test('more hours than one answer holds are asked for in pieces that join', async () => {
    const fill = ({ add }: ClientStage): void =>
      add(
        { at: '2026-10-10T12:00:00Z', sessions: { healthy: 1 } },
        { at: '2026-11-19T11:00:00Z', sessions: { healthy: 2 } },
        { at: '2026-11-19T12:00:00Z', sessions: { healthy: 3 } },
        { at: '2026-11-24T12:00:00Z', sessions: { healthy: 4 } },
      );
    await withSentry({ fill }, async ({ connect, emulator }) => {
      const start = Date.parse('2026-10-10T12:00:00Z');
      const { buckets } = await askSentry(connect(), { ...question, start });
      expect(buckets.map(({ units }) => units)).toEqual([1, 2, 3, 4]);
      expect(emulator.log.entries()).toHaveLength(3);
      // Twelve releases in one answer leave less room for hours, or the smallest would be missing.
      const many = Array.from({ length: 11 }, (_, index) => `tracker-mobile@1.${index}`);
      expect((await askSentry(connect(), { ...question, start, previous: many })).buckets).toHaveLength(4);
      expect(emulator.log.entries().slice(3)).toHaveLength(4);
    });
  });
});

describe('users', () => {
  test('of an hour and of a day are different units, and a sketch is told as one', async () => {
    const fill = ({ add }: ClientStage): void =>
      add(
        { at: '2026-11-24T10:00:00Z', sessions: { healthy: 900, crashed: 6 }, users: { healthy: 397, crashed: 3 } },
        { at: '2026-11-24T11:00:00Z', sessions: { healthy: 900, crashed: 6 }, users: { healthy: 397, crashed: 3 } },
        { at: '2026-11-24T00:00:00Z', daily: true, users: { healthy: 495, crashed: 5 } },
      );
    await withSentry({ fill }, async ({ connect }) => {
      const hours = await askSentry(connect(), { ...question, unit: 'user-hour' });
      expect(hours.buckets).toEqual([
        { start: at('10:00:00'), end: at('11:00:00'), units: 400, bad: 3, uncertainty: 4 },
        { start: at('11:00:00'), end: at('12:00:00'), units: 400, bad: 3, uncertainty: 4 },
      ]);
      const days = await askSentry(connect(), { ...question, unit: 'user-day' });
      expect(days.buckets).toEqual([
        { start: at('00:00:00'), end: at('00:00:00') + 24 * hour, units: 500, bad: 5, uncertainty: 5 },
      ]);
      expect(days.freshUntil).toBe(at('11:00:00'));
    });
  });

  test.each(['request', 'rating'] as const)('%s is no unit of Sentry', async (unit) => {
    const { sentry, urls } = speakWith(() => new Response('{}'));
    const asking = askSentry(sentry, { ...question, unit });
    await expect(asking).rejects.toMatchObject({ notes: [{ id: 'sentry-unit-unsupported' }] });
    expect(urls).toEqual([]);
  });
});

describe('data that do not come', () => {
  test('a release that Sentry does not know is told with the nearest names, those in use first', async () => {
    const prepare = (world: SentryWorld): void => {
      for (let index = 0; index < 120; index += 1)
        world.addRelease('acme', `other@9.2.15.3.${index}`, { project: 'tracker', createdAt: '2026-11-01T00:00:00Z' });
      world.addRelease('acme', 'tracker-mobile@2.15.3', { project: 'tracker', createdAt: '2026-10-01T00:00:00Z' });
    };
    const fill = ({ add }: ClientStage): void =>
      add(
        { at: '2026-11-24T11:00:00Z', release: 'com.example.tracker@2.15.3+20250114', sessions: { healthy: 9 } },
        { at: '2026-11-24T11:00:00Z', release: 'wholly-different', sessions: { healthy: 9 } },
      );
    await withSentry({ prepare, fill }, async ({ connect, asked }) => {
      const asking = askSentry(connect(), question);
      await expect(asking).rejects.toThrow(ConfigurationError);
      await expect(asking).rejects.toThrow(
        `knows no release "${release}" in project "tracker" of "acme", environment "production". ` +
          'In use are: "com.example.tracker@2.15.3+20250114". Known without sessions: "tracker-mobile@2.15.3"',
      );
      await expect(asking).rejects.not.toThrow('wholly-different');
      // Two questions, and then whether it is there, two pages of releases, and those in use.
      expect(asked().toSorted()).toEqual([
        'releases.get',
        ...Array.from({ length: 2 }, () => 'releases.list'),
        ...Array.from({ length: 3 }, () => 'sessions'),
      ]);
    });
  });

  test('a release that is known and not used has no buckets, and a line in the log', async () => {
    const prepare = ({ addRelease }: SentryWorld): void =>
      addRelease('acme', release, { project: 'tracker', createdAt: '2026-11-24T08:00:00Z' });
    const fill = ({ add }: ClientStage): void =>
      add({ at: '2026-11-24T11:00:00Z', release: previous, sessions: { healthy: 500 } });
    await withSentry({ prepare, fill }, async ({ connect, lines }) => {
      expect(await askSentry(connect(), question)).toEqual({ buckets: [], freshUntil: at('11:00:00') });
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(
        `Sentry counts no session of the release "${release}" in project "tracker" of "acme", environment "production". In use are: "${previous}". Nothing is decided without data.`,
      );
    });
  });

  test('a token that may not list releases does not turn silence into an error', async () => {
    let token = '';
    const prepare = ({ addToken }: SentryWorld): void => {
      token = addToken('acme', 'integration', ['org:read']);
    };
    const fill = ({ add }: ClientStage): void =>
      add({ at: '2026-11-24T11:00:00Z', release: 'x', sessions: { healthy: 1 } });
    await withSentry({ prepare, fill }, async ({ connect, lines }) => {
      expect((await askSentry(connect({ token }), question)).buckets).toEqual([]);
      expect(lines).toHaveLength(1);
    });
  });

  test('a standing ingestion is not an hour without crashes: freshness stands still, and the gate holds', async () => {
    await withSentry({ fill: fillTwoHours }, async ({ connect, emulator, add, clock }) => {
      emulator.ingestion.freeze('acme');
      add(
        { at: '2026-11-24T12:30:00Z', sessions: { crashed: 50 } },
        { at: '2026-11-24T15:30:00Z', sessions: { healthy: 900 } },
      );
      clock.advanceTo('2026-11-24T19:00:00Z');
      const report = await askSentry(connect(), { ...question, end: clock.now() });
      expect(report.freshUntil).toBe(at('11:00:00'));
      expect(report.buckets).toHaveLength(2);
      const gate = defineGate('mobile', {
        name: 'crash',
        unit: 'session',
        limit: 0.05,
        overdispersion: { value: 1, origin: 'given' },
      });
      const parameters = { ...mobile, stages: 1, gates: [gate] };
      const stage = { name: '5 %', startedAt: question.start, soak: hour, evidence: { kind: 'halt-only' } as const };
      const decision = decide({
        now: clock.now(),
        memory: startRollout(parameters, question.start),
        stage,
        reports: { crash: report },
      });
      expect(decision.verdict).toMatchObject({ state: 'hold', reason: 'stale' });
    });
  });

  test('without any session for two days the data are told to reach no further', async () => {
    const fill = ({ add }: ClientStage): void => add({ at: '2026-11-20T11:00:00Z', sessions: { healthy: 5 } });
    await withSentry({ fill }, async ({ connect }) => {
      const { freshUntil } = await askSentry(connect(), question);
      expect(freshUntil).toBe(Date.parse('2026-11-22T13:00:00Z'));
    });
  });
});

describe('answers that are none', () => {
  const intervals = ['2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z', '2026-11-24T12:00:00Z'];
  const group = (status: string, series: readonly unknown[], name = release): object => ({
    by: { release: name, 'session.status': status },
    series: { 'sum(session)': series },
  });
  const healthy = group('healthy', [1, 2, 3, 4]);
  const crashed = group('crashed', [0, 0, 0, 1]);

  async function ask(groups: readonly object[], steps: readonly string[] = intervals, time?: string): Promise<unknown> {
    const { sentry } = speakWith((url) => {
      const body = url.searchParams.has('groupBy')
        ? { intervals: steps, groups }
        : {
            intervals: Array.from({ length: 48 }, (_, index) =>
              new Date(at('12:00:00') - (47 - index) * hour).toISOString(),
            ),
            groups: [{ by: {}, series: { 'sum(session)': Array.from({ length: 48 }, () => 1) } }],
          };
      return new Response(JSON.stringify(body));
    }, time);
    return askSentry(sentry, { ...question, previous: [], end: Date.parse('2026-11-24T12:27:28Z') });
  }

  test('are read where they are whole', async () => {
    const other = group('healthy', [9, 9, 9, 9], 'another@1');
    expect(await ask([healthy, crashed, group('dizzy', [1, 0, 0, 0]), other])).toMatchObject({
      buckets: [
        { units: 2, bad: 0 },
        { units: 2, bad: 0 },
        { units: 3, bad: 0 },
        { units: 5, bad: 1 },
      ],
    });
  });

  test('an hour that has just begun may not have begun at Sentry', async () => {
    expect(
      await ask(
        [group('healthy', [1, 2, 3]), group('crashed', [0, 0, 1])],
        intervals.slice(0, 3),
        '2026-11-24T12:01:00Z',
      ),
    ).toMatchObject({
      buckets: [{ units: 1 }, { units: 2 }, { units: 4, bad: 1 }],
    });
  });

  test('hours of null are hours without data', async () => {
    const blank = [null, 2, null, 0];
    expect(await ask([group('healthy', blank), group('crashed', [null, 1, null, 0])])).toMatchObject({
      buckets: [{ units: 3, bad: 1 }],
    });
  });

  test.each<[why: string, groups: readonly object[], steps: readonly string[]]>([
    ['no count of those that crashed', [healthy], intervals],
    ['not those that are "crashed"', [healthy, group('crashed', [0, null, 0, 0])], intervals],
    ['has the status "crashed" twice', [healthy, crashed, crashed], intervals],
    ['has 3 counts for 4 intervals', [healthy, group('crashed', [0, 0, 0])], intervals],
    ['has to be a whole number', [healthy, group('crashed', [0, 0, 0.5, 0])], intervals],
    ['has to be a whole number', [healthy, group('crashed', [0, 0, -1, 0])], intervals],
    ['has no interval of 2026-11-24T12:00:00Z', [], intervals.slice(0, 3)],
    ['has no interval of 2026-11-24T10:00:00Z', [], ['2026-11-24T09:00:00Z', '2026-11-24T11:00:00Z']],
  ])('%s', async (why, groups, steps) => {
    const asking = ask(groups, steps);
    await expect(asking).rejects.toMatchObject({ notes: [{ id: 'vendor-unreadable' }] });
    await expect(asking).rejects.toThrow(why);
  });
});

test.each(['', 'a/b', 'a\\b', 'a\tb', '..', ' a', 'a'.repeat(201)])('"%s" is no name of a release', async (name) => {
  const { sentry, urls } = speakWith(() => new Response('{}'));
  await expect(askSentry(sentry, { ...question, previous: [name] })).rejects.toMatchObject({
    notes: [{ id: 'sentry-release-invalid' }],
  });
  expect(urls).toEqual([]);
});
