import { expect, test } from '@jest/globals';
import { idOf } from './flows.ts';
import { DAY, HOUR, MINUTE, refusalOf, withAsc, type Item, type Reply, type Stage } from './harness.ts';

async function betaStates({ get }: Stage, build: string): Promise<unknown[]> {
  const { attributes } = await get(`/v1/builds/${build}/buildBetaDetail`);
  return [attributes['internalBuildState'], attributes['externalBuildState']];
}

function sendBuild({ app, emulator }: Stage, number = '42', more: object = {}): string {
  return emulator.console.sendBuild({
    app: app.id,
    version: '1.1',
    number,
    usesNonExemptEncryption: false,
    ...more,
  });
}

async function review({ post }: Stage, build: string): Promise<Reply> {
  return post('betaAppReviewSubmissions', {}, { build: ['builds', build] });
}

async function changeGroups(
  { request }: Stage,
  method: string,
  build: string,
  ...groups: readonly string[]
): Promise<Reply> {
  const data = groups.map((id) => ({ type: 'betaGroups', id }));
  return request(method, `/v1/builds/${build}/relationships/betaGroups`, { body: { data } });
}

test('a build is processed by time, and internal testers with all builds have it then', async () => {
  await withAsc({}, async (stage) => {
    const build = sendBuild(stage);
    expect((await stage.get(`/v1/builds/${build}`)).attributes).toMatchObject({
      version: '42',
      processingState: 'PROCESSING',
      uploadedDate: '2026-11-24T01:00:00-08:00',
      expirationDate: '2027-02-22T01:00:00-08:00',
      expired: false,
    });
    expect(await betaStates(stage, build)).toEqual(['PROCESSING', 'PROCESSING']);
    stage.clock.advanceBy(10 * MINUTE);
    expect((await stage.get(`/v1/builds/${build}`)).attributes['processingState']).toBe('VALID');
    expect(await betaStates(stage, build)).toEqual(['IN_BETA_TESTING', 'READY_FOR_BETA_SUBMISSION']);
    stage.clock.advanceBy(90 * DAY);
    expect(await betaStates(stage, build)).toEqual(['EXPIRED', 'EXPIRED']);
    expect(await stage.get<Item[]>(`/v1/builds?filter[app]=${stage.app.id}&filter[expired]=false`)).toEqual([]);
  });
});

test('TestFlight may take longer than the processing of a build, which cannot be reviewed before', async () => {
  await withAsc({ settings: { testFlightProcessing: 5 * MINUTE } }, async (stage) => {
    const build = sendBuild(stage);
    stage.clock.advanceBy(14 * MINUTE);
    expect((await stage.get(`/v1/builds/${build}`)).attributes['processingState']).toBe('VALID');
    expect(await betaStates(stage, build)).toEqual(['PROCESSING', 'PROCESSING']);
    expect((await review(stage, build)).status).toBe(422);
    stage.clock.advanceBy(MINUTE);
    expect(await betaStates(stage, build)).toEqual(['IN_BETA_TESTING', 'READY_FOR_BETA_SUBMISSION']);
    expect((await review(stage, build)).status).toBe(201);
  });
});

test.each(['INVALID', 'FAILED'] as const)('a build that comes out %s goes nowhere', async (outcome) => {
  await withAsc({ settings: { buildOutcome: outcome } }, async (stage) => {
    const build = sendBuild(stage);
    stage.emulator.console.finishProcessing(build);
    expect((await stage.get(`/v1/builds/${build}`)).attributes['processingState']).toBe(outcome);
    expect(await betaStates(stage, build)).toEqual(['PROCESSING_EXCEPTION', 'PROCESSING_EXCEPTION']);
    expect(refusalOf(await review(stage, build))).toEqual([
      422,
      'ENTITY_UNPROCESSABLE: The build is not in a valid processing state for this operation.',
    ]);
    expect((await changeGroups(stage, 'POST', build, stage.app.groups.Public)).status).toBe(422);
  });
});

test('beta review: one build of a version at a time, and external testers after it', async () => {
  await withAsc({}, async (stage) => {
    const { app, clock, emulator } = stage;
    const build = sendBuild(stage);
    const next = sendBuild(stage, '43');
    clock.advanceBy(10 * MINUTE);
    idOf(await review(stage, build));
    expect((await betaStates(stage, build))[1]).toBe('WAITING_FOR_BETA_REVIEW');
    expect(refusalOf(await review(stage, build))).toMatchObject({ 0: 422 });
    expect(refusalOf(await review(stage, next))).toEqual([
      422,
      'ENTITY_UNPROCESSABLE.ANOTHER_BUILD_IN_REVIEW: There is already another build in review.',
    ]);
    clock.advanceBy(2 * HOUR);
    expect((await betaStates(stage, build))[1]).toBe('IN_BETA_REVIEW');
    clock.advanceBy(HOUR);
    expect((await betaStates(stage, build))[1]).toBe('BETA_APPROVED');
    expect((await changeGroups(stage, 'POST', build, app.groups.Public)).status).toBe(204);
    expect((await betaStates(stage, build))[1]).toBe('IN_BETA_TESTING');
    expect((await changeGroups(stage, 'DELETE', build, app.groups.Public)).status).toBe(204);
    expect((await betaStates(stage, build))[1]).toBe('BETA_APPROVED');
    idOf(await review(stage, next));
    emulator.console.reviewBeta(next, 'reject');
    expect((await betaStates(stage, next))[1]).toBe('BETA_REJECTED');
    const states = await stage.get<Item[]>(`/v1/betaAppReviewSubmissions?filter[build]=${build},${next}`);
    expect(states.map(({ attributes }) => attributes['betaReviewState'])).toEqual(['APPROVED', 'REJECTED']);
  });
});

test('export compliance is said once', async () => {
  await withAsc({}, async (stage) => {
    const build = sendBuild(stage, '42', { usesNonExemptEncryption: null });
    stage.clock.advanceBy(10 * MINUTE);
    expect(await betaStates(stage, build)).toEqual(['MISSING_EXPORT_COMPLIANCE', 'MISSING_EXPORT_COMPLIANCE']);
    expect((await review(stage, build)).status).toBe(422);
    const waiting = `/v1/builds?filter[app]=${stage.app.id}&exists[usesNonExemptEncryption]=false`;
    expect((await stage.get<Item[]>(waiting)).map(({ id }) => id)).toEqual([build]);
    const say = async (usesNonExemptEncryption: boolean): Promise<unknown> =>
      refusalOf(await stage.patch('builds', build, { usesNonExemptEncryption }));
    expect(await say(false)).toEqual([200]);
    expect(await say(false)).toEqual([
      409,
      'ENTITY_ERROR.ATTRIBUTE.INVALID: You cannot update when the value is already set.',
    ]);
    expect((await betaStates(stage, build))[0]).toBe('IN_BETA_TESTING');
  });
});

test('a build that a person expires does not come back', async () => {
  await withAsc({}, async (stage) => {
    const build = sendBuild(stage);
    stage.clock.advanceBy(10 * MINUTE);
    idOf(await stage.patch('builds', build, { expired: true }), 200);
    expect(await betaStates(stage, build)).toEqual(['EXPIRED', 'EXPIRED']);
    expect((await stage.patch('builds', build, { expired: false })).status).toBe(409);
    expect((await changeGroups(stage, 'POST', build, stage.app.groups.Friends)).status).toBe(422);
  });
});

test('groups: by hand from both sides, and not the one that has all builds', async () => {
  await withAsc({}, async (stage) => {
    const { app, clock, request, get } = stage;
    const build = sendBuild(stage);
    const inner = sendBuild(stage, '43', { internalOnly: true });
    expect(refusalOf(await changeGroups(stage, 'POST', build, app.groups.Friends))).toMatchObject({ 0: 422 });
    clock.advanceBy(10 * MINUTE);
    expect(refusalOf(await changeGroups(stage, 'POST', build, app.groups.Team))).toEqual([
      422,
      'ENTITY_ERROR.RELATIONSHIP.INVALID: Cannot add internal group to a build.',
    ]);
    const path = `/v1/betaGroups/${app.groups.Friends}/relationships/builds`;
    const body = { data: [{ type: 'builds', id: build }] };
    expect((await request('POST', path, { body })).status).toBe(204);
    expect((await changeGroups(stage, 'POST', build, app.groups.Friends)).status).toBe(204);
    const names = async (query: string): Promise<unknown[]> =>
      (await get<Item[]>(`/v1/betaGroups?filter[app]=${app.id}&sort=name${query}`)).map(
        ({ attributes }) => attributes['name'],
      );
    expect(await names('')).toEqual(['Friends', 'Public', 'Team']);
    expect(await names(`&filter[builds]=${build}`)).toEqual(['Friends']);
    expect((await get<Item[]>(`/v1/betaGroups/${app.groups.Friends}/builds`)).map(({ id }) => id)).toEqual([build]);
    expect((await request('DELETE', path, { body })).status).toBe(204);
    expect(await names(`&filter[builds]=${build}`)).toEqual([]);
    expect((await changeGroups(stage, 'POST', inner, app.groups.Public)).status).toBe(422);
    expect((await betaStates(stage, inner))[1]).toBe('NOT_APPLICABLE');
    const refused = await changeGroups(stage, 'POST', build, 'nobody');
    expect(refused.status).toBe(404);
  });
});

test('1.1 and 1.1.0 are one version, of which the first spelling can be found', async () => {
  await withAsc({}, async (stage) => {
    sendBuild(stage, '42');
    sendBuild(stage, '43', { version: '1.1.0' });
    const numbers = async (version: string): Promise<unknown[]> =>
      (
        await stage.get<Item[]>(
          `/v1/builds?filter[app]=${stage.app.id}&filter[preReleaseVersion.version]=${version}&sort=-version`,
        )
      ).map(({ attributes }) => attributes['version']);
    expect(await numbers('1.1')).toEqual(['43', '42']);
    expect(await numbers('1.1.0')).toEqual([]);
  });
});

test('what to test: one text for each language, not too long', async () => {
  await withAsc({}, async (stage) => {
    const { post, patch, get } = stage;
    const build = sendBuild(stage);
    const [english] = await get<Item[]>(`/v1/betaBuildLocalizations?filter[build]=${build}`);
    expect(english?.attributes).toEqual({ locale: 'en-US', whatsNew: null });
    idOf(await patch('betaBuildLocalizations', english?.id ?? '', { whatsNew: 'Look.' }), 200);
    const add = (locale: string, whatsNew: string): Promise<Reply> =>
      post('betaBuildLocalizations', { locale, whatsNew }, { build: ['builds', build] });
    expect((await add('en-US', 'Look.')).status).toBe(409);
    expect((await add('de-DE', 'x'.repeat(4_001))).status).toBe(409);
    expect((await add('de-DE', 'x'.repeat(4_000))).status).toBe(201);
    const texts = await get<Item[]>(`/v1/builds/${build}/betaBuildLocalizations`);
    expect(texts.map(({ attributes }) => attributes['locale'])).toEqual(['en-US', 'de-DE']);
  });
});

test('what testers and their reviewers are told of the app', async () => {
  await withAsc({}, async (stage) => {
    const { app, get, patch, post } = stage;
    const [detail] = await get<Item[]>(`/v1/betaAppReviewDetails?filter[app]=${app.id}`);
    idOf(await patch('betaAppReviewDetails', detail?.id ?? '', { contactEmail: 'a@example.test' }), 200);
    expect((await get(`/v1/apps/${app.id}/betaAppReviewDetail`)).attributes['contactEmail']).toBe('a@example.test');
    idOf(await post('betaAppLocalizations', { locale: 'de-DE', description: 'x' }, { app: ['apps', app.id] }));
    const [english] = await get<Item[]>(`/v1/betaAppLocalizations?filter[app]=${app.id}&filter[locale]=en-US`);
    idOf(await patch('betaAppLocalizations', english?.id ?? '', { feedbackEmail: 'b@example.test' }), 200);
    const build = sendBuild(stage);
    const { id } = await get(`/v1/builds/${build}/buildBetaDetail`);
    idOf(await patch('buildBetaDetails', id, { autoNotifyEnabled: false }), 200);
    expect((await get(`/v1/buildBetaDetails/${id}`)).attributes['autoNotifyEnabled']).toBe(false);
    const group = idOf(await post('betaGroups', { name: 'New' }, { app: ['apps', app.id] }));
    expect((await get(`/v1/betaGroups/${group}`)).attributes).toMatchObject({ name: 'New', isInternalGroup: false });
    idOf(await patch('betaGroups', group, { name: 'Newer' }), 200);
    expect((await get(`/v1/betaGroups/${group}`)).attributes['name']).toBe('Newer');
    for (const path of [`/v1/betaGroups/${group}`, `/v1/betaAppLocalizations/${english?.id ?? ''}`]) {
      expect((await stage.request('DELETE', path)).status).toBe(204);
      expect((await stage.request('DELETE', path)).status).toBe(404);
      expect((await stage.request('GET', path)).status).toBe(404);
    }
  });
});
