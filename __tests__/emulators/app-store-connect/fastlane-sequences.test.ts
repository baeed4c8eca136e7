import { expect, test } from '@jest/globals';
import { asFastlane, findApp, findBuilds, findEditable, findSubmissions, IN_PROGRESS, items } from './fastlane.ts';
import { idOf, makeVersion, prepareVersion, submitVersion, versionState } from './flows.ts';
import { HOUR, MINUTE, withAsc, type Item, type Reply } from './harness.ts';

/**
 * What Fastlane 2.240.1 sends (fastlane/fastlane: spaceship, pilot, deliver), request by request. It has been recorded against a
 * stand-in: the emulator must take all of it, and answer so that it goes on.
 */

test('latest_testflight_build_number and app_store_build_number', async () => {
  await withAsc({}, async (stage) => {
    const fastlane = asFastlane(stage);
    const { emulator, app } = stage;
    const announced = { cfBundleShortVersionString: '1.1', cfBundleVersion: '42', platform: 'IOS' };
    const upload = idOf(await stage.post('buildUploads', announced, { app: ['apps', app.id] }));
    const found = await findApp(fastlane);
    expect(found?.relationships?.['appStoreVersions']?.data).toEqual([
      { type: 'appStoreVersions', id: app.versions[0]?.id },
    ]);
    const latest = async (): Promise<unknown[]> => {
      const query = {
        'filter[platform]': 'IOS',
        'filter[state]': 'PROCESSING,FAILED,COMPLETE',
        limit: '1',
        sort: '-uploadedDate',
      };
      const uploads = items(await fastlane.get(`/v1/apps/${app.id}/buildUploads`, query));
      return uploads.map(({ attributes }) => attributes['cfBundleVersion']);
    };
    expect(await latest()).toEqual([]);
    emulator.console.change(({ tables }) => {
      const { attributes } = tables.buildUploads[upload] ?? {};
      if (attributes !== undefined) attributes.state = { ...attributes.state, state: 'COMPLETE' };
    });
    expect(await latest()).toEqual(['42']);
    const live = await fastlane.get(`/v1/apps/${app.id}/appStoreVersions`, {
      'filter[appVersionState]': 'READY_FOR_DISTRIBUTION,PROCESSING_FOR_DISTRIBUTION',
      'filter[platform]': 'IOS',
      include: 'build',
    });
    expect(live.body?.included?.map(({ attributes }) => attributes['version'])).toEqual(['1']);
  });
});

test('upload_to_app_store: metadata, phases and submission of a version with a build that is there', async () => {
  await withAsc({ settings: { waiting: null } }, async (stage) => {
    const fastlane = asFastlane(stage);
    const { get, send } = fastlane;
    const { clock, emulator } = stage;
    emulator.console.addBuild({ app: stage.app.id, version: '1.1', number: '42' });
    const app = (await findApp(fastlane))?.id ?? '';
    expect(await findEditable(fastlane, app)).toEqual([]);
    const version = idOf(
      await send('POST', '/v1/appStoreVersions', {
        type: 'appStoreVersions',
        attributes: { versionString: '1.1', platform: 'IOS' },
        relationships: { app: { data: { type: 'apps', id: app } } },
      }),
    );
    const include = 'appStoreVersionSubmission,build,appClipDefaultExperience';
    expect((await findEditable(fastlane, app, include)).map(({ id }) => id)).toEqual([version]);
    const path = `/v1/appStoreVersions/${version}`;
    const localizations = await get(`${path}/appStoreVersionLocalizations`);
    const infos = await get(`/v1/apps/${app}/appInfos`, {
      include:
        'primaryCategory,primarySubcategoryOne,primarySubcategoryTwo,secondaryCategory,secondarySubcategoryOne,secondarySubcategoryTwo',
    });
    const info = items(infos).find(({ attributes }) => attributes['state'] === 'PREPARE_FOR_SUBMISSION');
    expect(items(await get(`/v1/appInfos/${info?.id ?? ''}/appInfoLocalizations`)).length).toBe(1);
    const newest = await get(`/v1/apps/${app}/appStoreVersions`, { 'filter[platform]': 'IOS', limit: '2' });
    expect(items(newest).length).toBe(2);
    const attributes = { earliestReleaseDate: '2027-01-15T08:00:00+00:00', releaseType: 'SCHEDULED' };
    idOf(await send('PATCH', path, { type: 'appStoreVersions', id: version, attributes }), 200);
    idOf(await send('PATCH', path, { type: 'appStoreVersions', id: version, attributes: {} }), 200);
    await Promise.all(
      items(localizations).map(async ({ type, id }) => {
        const whatsNew = { whatsNew: 'Better.' };
        idOf(await send('PATCH', `/v1/appStoreVersionLocalizations/${id}`, { type, id, attributes: whatsNew }), 200);
      }),
    );
    idOf(await send('PATCH', `/v1/appInfos/${info?.id ?? ''}`, { type: 'appInfos', id: info?.id }), 200);
    expect((await get(`${path}/appStoreVersionPhasedRelease`)).body?.data).toBeNull();
    idOf(
      await send('POST', '/v1/appStoreVersionPhasedReleases', {
        type: 'appStoreVersionPhasedReleases',
        attributes: { phasedReleaseState: 'INACTIVE' },
        relationships: { appStoreVersion: { data: { type: 'appStoreVersions', id: version } } },
      }),
    );
    expect((await get(`${path}/resetRatingsRequest`)).body?.data).toBeNull();
    expect(
      (await get(`${path}/appStoreReviewDetail`, { include: 'appStoreReviewAttachments' })).body?.data,
    ).not.toBeNull();
    const builds = await findBuilds(fastlane, app, '1.1', '42');
    expect(builds.body?.included?.map(({ type }) => type).sort()).toEqual([
      'apps',
      'buildBetaDetails',
      'buildBundles',
      'preReleaseVersions',
    ]);
    const build = items(builds)[0]?.id ?? '';
    const linked = { build: { data: { type: 'builds', id: build } } };
    idOf(await send('PATCH', path, { type: 'appStoreVersions', id: version, relationships: linked }), 200);
    const compliance = { usesNonExemptEncryption: false };
    idOf(await send('PATCH', `/v1/builds/${build}`, { type: 'builds', id: build, attributes: compliance }), 200);
    expect(await findSubmissions(fastlane, app, IN_PROGRESS)).toEqual([]);
    expect(await findSubmissions(fastlane, app, 'READY_FOR_REVIEW', { include: 'items' })).toEqual([]);
    const submission = idOf(
      await send('POST', '/v1/reviewSubmissions', {
        type: 'reviewSubmissions',
        attributes: { platform: 'IOS' },
        relationships: { app: { data: { type: 'apps', id: app } } },
      }),
    );
    // With no item in it, its relationship still has data.
    const [draft] = await findSubmissions(fastlane, app, 'READY_FOR_REVIEW', { include: 'items' });
    expect(draft?.relationships?.['items']?.data).toEqual([]);
    idOf(
      await send('POST', '/v1/reviewSubmissionItems', {
        type: 'reviewSubmissionItems',
        relationships: {
          reviewSubmission: { data: { type: 'reviewSubmissions', id: submission } },
          appStoreVersion: { data: { type: 'appStoreVersions', id: version } },
        },
      }),
    );
    let polls = 0;
    for (; (await versionState(stage, version)) !== 'READY_FOR_REVIEW'; polls += 1) clock.advanceBy(15_000);
    expect(polls).toBe(2);
    const submitted = { type: 'reviewSubmissions', id: submission, attributes: { submitted: true } };
    idOf(await send('PATCH', `/v1/reviewSubmissions/${submission}`, submitted), 200);
    expect(await versionState(stage, version)).toBe('WAITING_FOR_REVIEW');
    // Once more: it says that a submission is in progress.
    expect((await findSubmissions(fastlane, app, IN_PROGRESS)).map(({ id }) => id)).toEqual([submission]);
  });
});

test('phased_release false, which is the default, deletes what is there', async () => {
  await withAsc({}, async (stage) => {
    const { get, send } = asFastlane(stage);
    const version = await makeVersion(stage, '1.1');
    const phases = { phasedReleaseState: 'INACTIVE' };
    const id = idOf(
      await stage.post('appStoreVersionPhasedReleases', phases, { appStoreVersion: ['appStoreVersions', version] }),
    );
    const reply = await send('DELETE', `/v1/appStoreVersionPhasedReleases/${id}`, undefined);
    expect(reply.status).toBe(204);
    expect((await get(`/v1/appStoreVersions/${version}/appStoreVersionPhasedRelease`)).body?.data).toBeNull();
  });
});

test('reject_if_possible: the submission is no longer in progress at once, and the version can be edited later', async () => {
  await withAsc({}, async (stage) => {
    const fastlane = asFastlane(stage);
    const version = await prepareVersion(stage);
    const submission = await submitVersion(stage, version);
    const { id: app } = stage.app;
    expect((await findSubmissions(fastlane, app, IN_PROGRESS)).length).toBe(1);
    const canceled = { type: 'reviewSubmissions', id: submission, attributes: { canceled: true } };
    idOf(await fastlane.send('PATCH', `/v1/reviewSubmissions/${submission}`, canceled), 200);
    expect(await findSubmissions(fastlane, app, IN_PROGRESS)).toEqual([]);
    const edit = (): Promise<Reply> =>
      fastlane.send('PATCH', `/v1/appStoreVersions/${version}`, {
        type: 'appStoreVersions',
        id: version,
        attributes: { copyright: 'x' },
      });
    expect((await edit()).status).toBe(409);
    stage.clock.advanceBy(MINUTE);
    expect((await edit()).status).toBe(200);
  });
});

test('a version that was left READY_FOR_REVIEW keeps it from going on', async () => {
  await withAsc({}, async (stage) => {
    const fastlane = asFastlane(stage);
    await prepareVersion(stage);
    const [version] = await findEditable(fastlane, stage.app.id);
    const submission = idOf(
      await stage.post('reviewSubmissions', { platform: 'IOS' }, { app: ['apps', stage.app.id] }),
    );
    const links = {
      reviewSubmission: ['reviewSubmissions', submission],
      appStoreVersion: ['appStoreVersions', version?.id ?? ''],
    } as const;
    idOf(await stage.post('reviewSubmissionItems', {}, links));
    stage.clock.advanceBy(MINUTE);
    expect(await findEditable(fastlane, stage.app.id)).toEqual([]);
    const again = await fastlane.send('POST', '/v1/appStoreVersions', {
      type: 'appStoreVersions',
      attributes: { versionString: '1.2', platform: 'IOS' },
      relationships: { app: { data: { type: 'apps', id: stage.app.id } } },
    });
    expect(again.body?.errors?.[0]).toMatchObject({
      title: 'The provided entity includes a relationship with an invalid value',
      detail: 'You cannot create a new version of the App in the current state.',
      source: { pointer: '/data/relationships/app' },
    });
  });
});

test('upload_to_testflight: distribution of a build that is being processed', async () => {
  await withAsc({}, async (stage) => {
    const fastlane = asFastlane(stage);
    const { get, send } = fastlane;
    const { app, clock, emulator } = stage;
    const sent = emulator.console.sendBuild({ app: app.id, version: '1.1', number: '42' });
    const wait = async (): Promise<Item | undefined> => {
      const both = [await findBuilds(fastlane, app.id, '1.1', '42'), await findBuilds(fastlane, app.id, '1.1.0', '42')];
      const [build] = both.flatMap(items);
      return build?.attributes['processingState'] === 'PROCESSING' ? undefined : build;
    };
    expect(await wait()).toBeUndefined();
    clock.advanceBy(10 * MINUTE);
    const build = (await wait())?.id ?? '';
    expect(build).toBe(sent);
    const compliance = { usesNonExemptEncryption: false };
    idOf(await send('PATCH', `/v1/builds/${build}`, { type: 'builds', id: build, attributes: compliance }), 200);
    const include = 'app,buildBetaDetail,preReleaseVersion,buildBundles';
    const read = (await get(`/v1/builds/${build}`, { include })).body;
    const detail = read?.included?.find(({ type }) => type === 'buildBetaDetails');
    expect(detail?.attributes['externalBuildState']).toBe('READY_FOR_BETA_SUBMISSION');
    for (const { type, id } of items(await get('/v1/betaBuildLocalizations', { 'filter[build]': build }))) {
      const attributes = { whatsNew: 'Look.' };
      idOf(await send('PATCH', `/v1/betaBuildLocalizations/${id}`, { type, id, attributes }), 200);
    }
    const notify = { type: 'buildBetaDetails', id: detail?.id, attributes: { autoNotifyEnabled: true } };
    idOf(await send('PATCH', `/v1/buildBetaDetails/${detail?.id ?? ''}`, notify), 200);
    idOf(
      await send('POST', '/v1/betaAppReviewSubmissions', {
        type: 'betaAppReviewSubmissions',
        relationships: { build: { data: { type: 'builds', id: build } } },
      }),
    );
    const groups = items(await get('/v1/betaGroups', { 'filter[app]': app.id }));
    const external = groups.filter(({ attributes }) => attributes['name'] === 'Public');
    const linked = external.map(({ type, id }) => ({ type, id }));
    expect((await send('POST', `/v1/builds/${build}/relationships/betaGroups`, linked)).status).toBe(204);
    clock.advanceBy(3 * HOUR);
    const { attributes } = await stage.get(`/v1/builds/${build}/buildBetaDetail`);
    expect(attributes['externalBuildState']).toBe('IN_BETA_TESTING');
    const expire = { type: 'builds', id: build, attributes: { expired: true } };
    idOf(await send('PATCH', `/v1/builds/${build}`, expire), 200);
  });
});

test('download_dsyms, pause, resume and release by the Ruby API', async () => {
  await withAsc({}, async (stage) => {
    const { get, send } = asFastlane(stage);
    const { app, clock, emulator } = stage;
    const dSYMUrl = 'http://127.0.0.1:1/app.dSYM.zip';
    emulator.console.addBuild({ app: app.id, version: '1.1', number: '41', dSYMUrl, watch: true });
    const found = await get('/v1/builds', {
      'filter[app]': app.id,
      'filter[preReleaseVersion.platform]': 'IOS',
      'filter[preReleaseVersion.version]': '1.1',
      'filter[version]': '41',
      include: 'preReleaseVersion,buildBundles',
      limit: '10',
      sort: '-uploadedDate',
    });
    const bundles = found.body?.included?.filter(({ type }) => type === 'buildBundles') ?? [];
    expect(bundles.map(({ attributes }) => [attributes['bundleType'], attributes['dSYMUrl']])).toEqual([
      ['APP', dSYMUrl],
      ['WATCH_APP', dSYMUrl],
    ]);
    const version = await prepareVersion(stage, '1.1', { releaseType: 'MANUAL' });
    const related = { appStoreVersion: { data: { type: 'appStoreVersions', id: version } } };
    const phase = idOf(
      await send('POST', '/v1/appStoreVersionPhasedReleases', {
        type: 'appStoreVersionPhasedReleases',
        attributes: { phasedReleaseState: 'INACTIVE' },
        relationships: related,
      }),
    );
    await submitVersion(stage, version);
    emulator.console.review(version, 'approve');
    const released = { type: 'appStoreVersionReleaseRequests', relationships: related };
    idOf(await send('POST', '/v1/appStoreVersionReleaseRequests', released));
    clock.advanceBy(HOUR);
    for (const phasedReleaseState of ['PAUSED', 'ACTIVE', 'COMPLETE']) {
      const data = { type: 'appStoreVersionPhasedReleases', id: phase, attributes: { phasedReleaseState } };
      idOf(await send('PATCH', `/v1/appStoreVersionPhasedReleases/${phase}`, data), 200);
    }
    expect((await findApp({ get, send }))?.id).toBe(app.id);
  });
});
