import { describe, expect, test } from '@jest/globals';
import { ORGANIZATION, PROJECT, withSentry, type Sessions, type Stage } from './harness.ts';

const V2 = 'tracker@2.0.0+2';
const V1 = 'tracker@1.0.0+1';

function fill({ emulator: { ingestion } }: Stage): void {
  const base = { project: PROJECT, release: V2 };
  ingestion.addSessions(
    ORGANIZATION,
    { ...base, at: '2026-11-24T10:10:00Z', sessions: { healthy: 90, errored: 5, crashed: 4, abnormal: 1 } },
    { ...base, at: '2026-11-24T11:59:59Z', sessions: { healthy: 10 }, users: { healthy: 6 } },
    { ...base, at: '2026-11-24T11:00:00Z', environment: 'beta', sessions: { crashed: 7 } },
    { project: PROJECT, release: V1, at: '2026-11-24T11:30:00Z', sessions: { healthy: 990, crashed: 10 } },
    { project: 'backend', release: 'backend@9', at: '2026-11-24T11:30:00Z', sessions: { unhandled: 3 } },
  );
}

const byStatus = ({ groups }: Sessions, field: string): Record<string, unknown> =>
  Object.fromEntries(groups.map(({ by, series }) => [by['session.status'], series[field]])) as Record<string, unknown>;

describe('counts', () => {
  test('by hour and status, each session in one, at the time of its begin', async () => {
    await withSentry({}, async (stage) => {
      fill(stage);
      const answer = await stage.sessions(
        'field=sum(session)&field=count_unique(user)&groupBy=session.status&groupBy=release&interval=1h',
        'environment=production&project=tracker&start=2026-11-24T10:00:00&end=2026-11-24T11:59:59',
        `query=${encodeURIComponent(`release:"${V2}"`)}`,
      );
      expect(answer.intervals).toEqual(['2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z']);
      expect(byStatus(answer, 'sum(session)')).toEqual({
        healthy: [90, 10],
        errored: [5, 0],
        crashed: [4, 0],
        abnormal: [1, 0],
        unhandled: [0, 0],
      });
      expect(byStatus(answer, 'count_unique(user)')).toMatchObject({ healthy: [90, 6], crashed: [4, 0] });
      expect(answer.groups.every(({ by }) => by['release'] === V2)).toBe(true);
    });
  });

  test('rates are fractions of 1, and null without a session', async () => {
    await withSentry({}, async (stage) => {
      fill(stage);
      const [group] = (
        await stage.sessions(
          'field=crash_free_rate(session)&field=crash_rate(session)&field=p50(session.duration)&project=tracker',
          'environment=production&start=2026-11-24T09:00:00&end=2026-11-24T10:59:59&interval=1h',
        )
      ).groups;
      expect(group?.series).toEqual({
        'crash_free_rate(session)': [null, 0.96],
        'crash_rate(session)': [null, 0.04],
        'p50(session.duration)': [null, null],
      });
    });
  });

  test('without sessions: one group of nothing, or none where they are grouped by release', async () => {
    await withSentry({}, async ({ sessions }) => {
      const period = 'statsPeriod=1h&interval=1h';
      const none = await sessions(`field=sum(session)&field=crash_rate(user)&${period}`);
      expect(none.groups).toEqual([
        { by: {}, totals: { 'sum(session)': 0, 'crash_rate(user)': null }, series: expect.anything() },
      ]);
      expect((await sessions(`field=sum(session)&groupBy=release&${period}`)).groups).toEqual([]);
      expect((await sessions(`field=sum(session)&groupBy=session.status&${period}`)).groups).toHaveLength(5);
    });
  });

  test('users of a day are those that are given for it, and otherwise those of its hours', async () => {
    await withSentry({}, async (stage) => {
      fill(stage);
      const ask = 'field=count_unique(user)&groupBy=release&project=tracker&environment=production&interval=1d';
      const days = async (): Promise<unknown> =>
        (await stage.sessions(ask, 'statsPeriod=1d')).groups.map(({ by, series }) => [
          by['release'],
          series['count_unique(user)']?.at(-1),
        ]);
      expect(await days()).toEqual([
        [V1, 1_000],
        [V2, 106],
      ]);
      const day = { project: PROJECT, release: V2, at: '2026-11-24T00:00:00Z', daily: true } as const;
      stage.emulator.ingestion.addSessions(ORGANIZATION, { ...day, users: { healthy: 70, crashed: 3 } });
      expect(await days()).toContainEqual([V2, 73]);
    });
  });
});

describe('time', () => {
  // What was asked for, and the answer's start, end and number of steps. The clock stands at 12:27:28.
  test.each([
    ['statsPeriod=1d&interval=1d', '2026-11-24T00:00:00Z', '2026-11-24T12:28:00Z', 1],
    ['statsPeriod=1d&interval=12h', '2026-11-24T00:00:00Z', '2026-11-24T12:28:00Z', 2],
    ['statsPeriod=2h&interval=1h', '2026-11-24T11:00:00Z', '2026-11-24T12:28:00Z', 2],
    ['statsPeriod=30m', '2026-11-24T12:00:00Z', '2026-11-24T12:28:00Z', 1],
    // An end is inclusive: with one on the hour, another hour comes along.
    ['start=2026-11-24T08:00:00&end=2026-11-24T10:00:00', '2026-11-24T08:00:00Z', '2026-11-24T11:00:00Z', 3],
    ['start=2026-11-24T08:00:00Z&end=2026-11-24T09:59:59Z', '2026-11-24T08:00:00Z', '2026-11-24T10:00:00Z', 2],
    ['start=2026-11-24T08:20:00&end=2026-11-24T09:19:59', '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z', 1],
  ])('%s', async (parameters, start, end, steps) => {
    await withSentry({}, async ({ sessions }) => {
      const answer = await sessions('field=sum(session)', parameters);
      expect([answer.start, answer.end, answer.intervals.length]).toEqual([start, end, steps]);
    });
  });

  test('sessions that come late are not there before; crashes look healthy until they are reported', async () => {
    await withSentry({}, async ({ emulator: { ingestion }, clock, sessions }) => {
      ingestion.set(ORGANIZATION, { delay: 20 * 60_000, crashDelay: 3 * 3_600_000 });
      const row = { project: PROJECT, release: V2, at: '2026-11-24T12:20:00Z' };
      ingestion.addSessions(ORGANIZATION, { ...row, sessions: { healthy: 8, crashed: 2 } });
      const look = async (): Promise<unknown> =>
        byStatus(
          await sessions('field=sum(session)&groupBy=session.status&start=2026-11-24T12:00:00&end=2026-11-24T12:59:59'),
          'sum(session)',
        );
      expect(await look()).toMatchObject({ healthy: [0], crashed: [0] });
      clock.advanceTo('2026-11-24T12:40:00Z');
      expect(await look()).toMatchObject({ healthy: [10], crashed: [0] });
      clock.advanceTo('2026-11-24T15:20:00Z');
      expect(await look()).toMatchObject({ healthy: [8], crashed: [2] });
    });
  });

  test('a frozen ingestion answers as if nothing had happened since, and catches up when it thaws', async () => {
    await withSentry({}, async ({ emulator: { ingestion }, clock, sessions }) => {
      const sum = async (): Promise<unknown> =>
        (await sessions('field=sum(session)&statsPeriod=6h&interval=1h')).groups[0]?.totals['sum(session)'];
      const row = { project: PROJECT, release: V2, sessions: { healthy: 5 } };
      ingestion.addSessions(ORGANIZATION, { ...row, at: '2026-11-24T12:00:00Z' });
      ingestion.freeze(ORGANIZATION);
      ingestion.addSessions(ORGANIZATION, { ...row, at: '2026-11-24T12:30:00Z' });
      clock.advanceTo('2026-11-24T14:00:00Z');
      expect(await sum()).toBe(5);
      ingestion.thaw(ORGANIZATION);
      expect(await sum()).toBe(10);
    });
  });
});

describe('groups', () => {
  test('the largest win; those beyond the limit of points are left out without a word', async () => {
    await withSentry({}, async ({ emulator: { ingestion }, sessions }) => {
      const sizes = [3, 9, 6];
      ingestion.addSessions(
        ORGANIZATION,
        ...sizes.map((healthy, index) => ({
          project: PROJECT,
          release: `tracker@${index}`,
          at: '2026-11-24T12:00:00Z',
          sessions: { healthy },
        })),
      );
      const names = async (more: string): Promise<unknown> =>
        (await sessions('field=sum(session)&groupBy=release', more)).groups.map(({ by }) => by['release']);
      expect(await names('statsPeriod=1h')).toEqual(['tracker@1', 'tracker@2', 'tracker@0']);
      expect(await names('statsPeriod=1h&orderBy=sum(session)')).toEqual(['tracker@0', 'tracker@2', 'tracker@1']);
      expect(await names('statsPeriod=1h&per_page=2')).toHaveLength(2);
      // 41 days by the hour: floor(10000 / 985) is 10.
      ingestion.addSessions(
        ORGANIZATION,
        ...Array.from({ length: 12 }, (_, index) => ({
          project: PROJECT,
          release: `large@${index}`,
          at: '2026-11-24T12:00:00Z',
          sessions: { healthy: 100 },
        })),
      );
      const shown = (await names('statsPeriod=41d&interval=1h')) as readonly string[];
      expect(shown).toHaveLength(10);
      expect(shown).not.toContain('tracker@1');
    });
  });

  // Terms, and which of the releases they meet.
  test.each([
    ['release:tracker@1.0', ['tracker@1.0']],
    ['release:"tracker@1.0" OR release:"tracker@1.1"', ['tracker@1.0', 'tracker@1.1']],
    ['release:[tracker@1.0,"tracker@1.1"]', ['tracker@1.0', 'tracker@1.1']],
    ['release:tracker@1.*', ['tracker@1.0', 'tracker@1.1']],
    ['release:tracker@1.\\*', []],
    ['!release:tracker@1.* environment:production', ['other+"x"']],
    ['release:"other+\\"x\\""', ['other+"x"']],
    ['release:tracker@1.0 AND environment:beta', []],
  ])('query %s', async (query, expected) => {
    await withSentry({}, async ({ emulator: { ingestion }, sessions }) => {
      ingestion.addSessions(
        ORGANIZATION,
        ...['tracker@1.0', 'tracker@1.1', 'other+"x"'].map((release) => ({
          project: PROJECT,
          release,
          at: '2026-11-24T12:00:00Z',
          sessions: { healthy: 1 },
        })),
      );
      const { groups } = await sessions(
        'field=sum(session)&groupBy=release&statsPeriod=1h',
        `query=${encodeURIComponent(query)}`,
      );
      expect(groups.map(({ by }) => by['release']).toSorted()).toEqual(expected.toSorted());
    });
  });
});

describe('refusals', () => {
  test.each([
    ['', 400, 'Request is missing a "field"'],
    ['field=count(session)', 400, 'Invalid field: "count(session)"'],
    ['field=sum(session)&groupBy=version', 400, 'Invalid groupBy: "version"'],
    ['field=sum(session)', 400, 'would create too many results'],
    ['field=sum(session)&statsPeriod=42d', 400, 'would create too many results'],
    ['field=sum(session)&statsPeriod=1x', 400, "Invalid statsPeriod: '1x'"],
    ['field=sum(session)&start=2026-11-24T10:00:00', 400, 'start and end are both required'],
    ['field=sum(session)&start=2026-11-24T10:00:00&end=2026-11-24T09:00:00', 400, 'start must be before end'],
    ['field=sum(session)&start=2026-11-24&end=2026-11-25', 400, 'start is not a valid ISO8601 date'],
    ['field=sum(session)&start=2026-01-01T00:00:00&end=2026-01-01T01:00:00', 400, 'a more recent date range'],
    ['field=sum(session)&statsPeriod=1d&interval=30m', 400, 'a multiple of the minimum interval of one hour'],
    ['field=sum(session)&statsPeriod=1d&interval=5h', 400, 'divide one day without a remainder'],
    ['field=sum(session)&statsPeriod=1d&interval=48h', 400, 'has to be less than one day'],
    ['field=sum(session)&statsPeriod=1h&orderBy=release', 400, "'orderBy' must be one of"],
    ['field=sum(session)&statsPeriod=1h&orderBy=sum(session)&groupBy=session.status', 400, "Cannot use 'orderBy'"],
    ['field=sum(session)&statsPeriod=1h&query=crash', 400, 'Invalid query field: "message"'],
    ['field=sum(session)&statsPeriod=1h&query=os:ios', 400, 'Invalid query field: "os"'],
    ['field=sum(session)&statsPeriod=1h&query=release:a%20OR', 400, 'on one side of an operator'],
    ['field=sum(session)&statsPeriod=1h&query=(release:a)', 501, 'parentheses'],
    ['field=sum(session)&statsPeriod=1h&query=release:latest', 501, 'release:latest'],
    ['field=crash_rate(user)&statsPeriod=1h&groupBy=session.status', 501, 'rates split by status'],
    ['field=sum(session)&statsPeriod=1h&project=nothing', 403, 'You do not have permission'],
    ['field=sum(session)&statsPeriod=1h&environment=nowhere', 404, 'does not exist'],
  ])('sessions/?%s', async (parameters, status, detail) => {
    await withSentry({}, async ({ get }) => {
      const reply = await get(`sessions/?${parameters}`);
      expect([reply.status, reply.body]).toEqual([status, { detail: expect.stringContaining(detail) }]);
    });
  });

  test.each([{ healthy: -1 }, { healthy: 1.5 }])('counts that the driver cannot mean: %j', async (counts) => {
    await withSentry({}, async ({ emulator }) => {
      const row = { project: PROJECT, release: V2, at: '2026-11-24T12:00:00Z', sessions: counts };
      expect(() => emulator.ingestion.addSessions(ORGANIZATION, row)).toThrow('no count');
      await Promise.resolve();
    });
  });
});
