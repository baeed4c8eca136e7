import { expect } from '@jest/globals';
import { readDescription } from '#emulators/sentry/contract/description';
import { testWith } from '../../support/required.ts';
import { ORGANIZATION, PROJECT, withSentry } from './harness.ts';

const description = readDescription();
const check = testWith('sentry-types', typeof description === 'string' ? description : undefined);

check('every answer has the type that Sentry publishes for it, and no route goes without', async () => {
  if (typeof description === 'string') throw new Error(description);
  await withSentry({}, async ({ get, emulator }) => {
    const row = { project: PROJECT, release: 'tracker@2', at: '2026-11-24T12:00:00Z' };
    emulator.ingestion.addSessions(ORGANIZATION, { ...row, sessions: { healthy: 9, crashed: 1 } });
    const fields = ['sum(session)', 'count_unique(user)', 'crash_rate(session)', 'p50(session.duration)'];
    const query = fields.map((field) => `field=${field}`).join('&');
    const sessions = { type: 'RetrieveReleaseHealthSessionStatisticsResponse' };
    const release = { type: 'RetrieveAnOrganizationSReleaseResponse' };
    const list = await get('releases/');
    const answers = {
      sessions: { ...sessions, body: (await get(`sessions/?${query}&statsPeriod=2h`)).body },
      'sessions by status': {
        ...sessions,
        body: (
          await get(
            'sessions/?field=sum(session)&statsPeriod=2h&groupBy=session.status&groupBy=release&groupBy=project',
          )
        ).body,
      },
      release: { ...release, body: (await get('releases/tracker@2/?health=1&adoptionStages=1')).body },
      // The type of the list is older than the one of a release, to which the newer descriptions have brought it.
      'item of the list': { ...release, body: (list.body as readonly unknown[])[0] },
    };
    expect(description.findProblems(answers)).toBe('');
    const driven = new Set(emulator.log.entries().map(({ operation }) => operation));
    expect(emulator.routes.map(({ operation }) => operation).filter((name) => !driven.has(name))).toEqual([]);
    // That it would notice: something left out, something made up, a text for a number.
    const broken = { ...(answers.sessions.body as object), query: undefined };
    expect(description.findProblems({ broken: { ...sessions, body: broken } })).toContain("'query' is missing");
    const more = { ...(answers.sessions.body as object), freshness: 1 };
    expect(description.findProblems({ more: { ...sessions, body: more } })).toContain('"freshness"\' does not exist');
    const text = { ...(answers.sessions.body as object), intervals: [1] };
    expect(description.findProblems({ text: { ...sessions, body: text } })).toContain("'number' is not assignable");
  });
});
