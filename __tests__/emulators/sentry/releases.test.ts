import { describe, expect, test } from '@jest/globals';
import { ORGANIZATION, PROJECT, START, withSentry, type Stage } from './harness.ts';

const versionsOf = (body: unknown): readonly string[] => (body as { version: string }[]).map(({ version }) => version);

describe('releases', () => {
  test('are listed the newest first, by a part of their name, page by page', async () => {
    const prepare = (world: Stage['world']): void => {
      for (let index = 0; index < 5; index += 1)
        world.addRelease(ORGANIZATION, `Tracker@2.0.${index}`, {
          project: PROJECT,
          createdAt: `2026-11-2${index}T08:00:00Z`,
        });
      world.addRelease(ORGANIZATION, 'backend@2.0.9', { project: 'backend', createdAt: START });
    };
    await withSentry({ prepare }, async ({ get, emulator }) => {
      const first = await get(`releases/?project=${PROJECT}&query=tracker@2.0&per_page=3`);
      expect(versionsOf(first.body)).toEqual(['Tracker@2.0.4', 'Tracker@2.0.3', 'Tracker@2.0.2']);
      const link = first.headers.get('link') ?? '';
      expect(link).toMatch(/rel="previous"; results="false"; cursor="0:0:1"/);
      expect(link).toMatch(/rel="next"; results="true"; cursor="0:3:0"/);
      const second = await get(`releases/?project=${PROJECT}&query=tracker@2.0&per_page=3&cursor=0:3:0`);
      expect(versionsOf(second.body)).toEqual(['Tracker@2.0.1', 'Tracker@2.0.0']);
      // The last page has a link to a next one all the same.
      expect(second.headers.get('link')).toMatch(/rel="next"; results="false"/);
      expect((await get('releases/?per_page=101')).status).toBe(400);
      expect((await get('releases/?cursor=2')).status).toBe(400);
      emulator.ingestion.addSessions(ORGANIZATION, { project: PROJECT, release: 'Tracker@2.0.1', at: START });
      // In an environment are those that were used there.
      expect(versionsOf((await get('releases/?environment=production')).body)).toEqual(['Tracker@2.0.1']);
    });
  });

  test('come into being with their first session, and tell their health in percent', async () => {
    await withSentry({}, async ({ get, emulator: { ingestion } }) => {
      const release = 'tracker@2.0.0+2';
      const path = `releases/${encodeURIComponent(release)}/`;
      expect((await get(path)).status).toBe(404);
      ingestion.addSessions(
        ORGANIZATION,
        { project: PROJECT, release, at: '2026-11-24T11:00:00Z', sessions: { healthy: 199, crashed: 1 } },
        { project: PROJECT, release: 'tracker@1', at: '2026-11-24T11:00:00Z', sessions: { healthy: 600 } },
      );
      const health = async (more: string): Promise<unknown> =>
        ((await get(`${path}?${more}`)).body as { projects: { healthData?: unknown }[] }).projects[0]?.healthData;
      expect(await health('')).toBeUndefined();
      expect(await health('health=1')).toMatchObject({
        crashFreeSessions: 99.5,
        totalSessions: 200,
        sessionsAdoption: 25,
        adoption: 25,
        hasHealthData: true,
      });
      expect((await get(`${path}?health=1&summaryStatsPeriod=3d`)).status).toBe(400);
      const staged = (await get(`${path}?adoptionStages=1`)).body as { adoptionStages: unknown };
      expect(staged.adoptionStages).toEqual({
        [PROJECT]: { stage: 'adopted', adopted: '2026-11-24T11:00:00.000Z', unadopted: null },
      });
      expect((await get(`${path}?project=backend`)).status).toBe(404);
      expect((await get(`${path}?project=backend&project=${PROJECT}`)).status).toBe(501);
      // An hour later nearly everybody uses another one.
      ingestion.addSessions(
        ORGANIZATION,
        { project: PROJECT, release, at: '2026-11-24T12:00:00Z', sessions: { healthy: 1 } },
        { project: PROJECT, release: 'tracker@3', at: '2026-11-24T12:00:00Z', sessions: { healthy: 99 } },
      );
      expect(((await get(`${path}?adoptionStages=1`)).body as typeof staged).adoptionStages).toEqual({
        [PROJECT]: { stage: 'replaced', adopted: '2026-11-24T11:00:00.000Z', unadopted: '2026-11-24T12:00:00.000Z' },
      });
    });
  });

  test('without sessions have null for every figure', async () => {
    const prepare = ({ addRelease }: Stage['world']): void =>
      addRelease(ORGANIZATION, 'tracker@3', { project: PROJECT, createdAt: START });
    await withSentry({ prepare }, async ({ get }) => {
      const { body } = await get('releases/tracker@3/?health=1&adoptionStages=1');
      expect(body).toMatchObject({
        projects: [
          { hasHealthData: false, healthData: { crashFreeSessions: null, adoption: null, totalSessions: null } },
        ],
        adoptionStages: { [PROJECT]: { stage: 'low_adoption', adopted: null } },
      });
    });
  });
});

describe('callers', () => {
  test('are told what their token is not good for', async () => {
    let [ci, other, useless] = ['', '', ''];
    const prepare = (world: Stage['world']): void => {
      ci = world.addToken(ORGANIZATION, 'organization');
      world.addOrganization('other');
      other = world.addToken('other', 'integration');
      useless = world.addToken(ORGANIZATION, 'integration', ['event:read']);
    };
    await withSentry({ prepare }, async ({ get }) => {
      const sessions = 'sessions/?field=sum(session)&statsPeriod=1h';
      const ask = async (path: string, token: string | null): Promise<number> => (await get(path, token)).status;
      expect(ci).toMatch(/^sntrys_[A-Za-z0-9+/=]+_[A-Za-z0-9+/]{43}$/);
      expect(await ask(sessions, ci)).toBe(403);
      expect(await ask('releases/', ci)).toBe(200);
      expect(await ask(sessions, useless)).toBe(403);
      expect(await ask(sessions, other)).toBe(403);
      expect(await ask('releases/', 'sntryi_unknown')).toBe(401);
      expect(await ask('releases/', null)).toBe(401);
      expect(await ask('/api/0/organizations/nobody/releases/', ci)).toBe(404);
      expect(await ask('/api/0/organizations/acme/issues/', ci)).toBe(501);
    });
  });

  test('are limited by endpoint in windows of time, and every answer says how far', async () => {
    await withSentry({ limit: { limit: 2, window: 5 } }, async ({ get, clock }) => {
      const first = await get('releases/');
      expect(first.headers.get('x-sentry-rate-limit-remaining')).toBe('1');
      expect(first.headers.get('x-sentry-rate-limit-reset')).toBe(`${Date.parse('2026-11-24T12:27:30Z') / 1_000}`);
      await get('releases/');
      const third = await get('releases/');
      expect([third.status, third.body]).toEqual([
        429,
        { detail: 'You are attempting to use this endpoint too frequently. Limit is 2 requests in 5 seconds' },
      ]);
      expect((await get('sessions/?field=sum(session)&statsPeriod=1h')).status).toBe(200);
      clock.advanceBy(3_000);
      expect((await get('releases/')).status).toBe(200);
    });
  });
});
