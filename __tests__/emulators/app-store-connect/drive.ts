import { isResourceType, rowOf } from '#emulators/app-store-connect/resources';
import { addToSubmission, idOf, makeVersion, prepareVersion, submitVersion } from './flows.ts';
import { makePng } from '../../support/pictures.ts';
import { createMethods, HOUR, MINUTE, type Item, type Reply, type Stage } from './harness.ts';

/** One request with its answer, as the emulator has logged it. */
export interface Seen {
  readonly operation: string;
  readonly status: number;
  readonly sent: unknown;
  readonly body: Reply['body'];
}

/** Asks for everything that the emulator can do, so that each answer can be judged. */
export async function driveAll(stage: Stage, see: (seen: Seen) => void): Promise<void> {
  const watched = watch(stage, see);
  await driveVersions(watched);
  await driveTestFlight(watched);
  await driveUploads(watched);
  await driveScreenshots(watched);
  await driveReview(watched);
  stage.emulator.console.addReviews(stage.app.id, { rating: 4, versionId: stage.app.versions[0]?.id ?? '' });
  await driveReads(watched);
}

function watch(stage: Stage, see: (seen: Seen) => void): Stage {
  const request: Stage['request'] = async (method, path, options) => {
    const reply = await stage.request(method, path, options);
    const { operation = '' } = stage.emulator.log.entries().at(-1) ?? {};
    see({ operation, status: reply.status, sent: options?.body, body: reply.body });
    return reply;
  };
  return { ...stage, request, ...createMethods(request) };
}

async function driveVersions(stage: Stage): Promise<void> {
  const { app, get, patch, post, request } = stage;
  const gone = await makeVersion(stage, '1.1');
  await request('DELETE', `/v1/appStoreVersions/${gone}`);
  const version = await prepareVersion(stage, '1.1', { releaseType: 'MANUAL' });
  const [build] = await get<Item[]>('/v1/builds?filter[preReleaseVersion.version]=1.1');
  await request('PATCH', `/v1/appStoreVersions/${version}/relationships/build`, {
    body: { data: { type: 'builds', id: build?.id } },
  });
  const links = { appStoreVersion: ['appStoreVersions', version] } as const;
  const german = idOf(await post('appStoreVersionLocalizations', { locale: 'de-DE' }, links));
  await request('DELETE', `/v1/appStoreVersionLocalizations/${german}`);
  await post('appStoreReviewDetails', {}, links);
  const detail = await get(`/v1/appStoreVersions/${version}/appStoreReviewDetail`);
  await patch('appStoreReviewDetails', detail.id, { contactEmail: 'a@example.test' });
  await get(`/v1/appStoreVersions/${version}/resetRatingsRequest`);
  const info = (await get<Item[]>(`/v1/apps/${app.id}/appInfos`)).at(-1)?.id ?? '';
  await patch('appInfos', info, {});
  const rating = await get(`/v1/appInfos/${info}/ageRatingDeclaration`);
  await patch('ageRatingDeclarations', rating.id, { gambling: false });
  const name = await post('appInfoLocalizations', { locale: 'de-DE', name: 'x' }, { appInfo: ['appInfos', info] });
  await patch('appInfoLocalizations', idOf(name), { subtitle: 'y' });
  await request('DELETE', `/v1/appInfoLocalizations/${idOf(name)}`);
  await patch('apps', app.id, { contentRightsDeclaration: 'USES_THIRD_PARTY_CONTENT' });
}

async function driveTestFlight(stage: Stage): Promise<void> {
  const { app, emulator, get, patch, post, request } = stage;
  const build = emulator.console.addBuild({ app: app.id, version: '1.3', number: '1' });
  await patch('builds', build, { usesNonExemptEncryption: false });
  const groups = { body: { data: [{ type: 'betaGroups', id: app.groups.Public }] } };
  const builds = { body: { data: [{ type: 'builds', id: build }] } };
  for (const method of ['POST', 'DELETE']) {
    await request(method, `/v1/builds/${build}/relationships/betaGroups`, groups);
    await request(method, `/v1/betaGroups/${app.groups.Public}/relationships/builds`, builds);
  }
  await request('POST', `/v1/builds/${build}/relationships/betaGroups`, groups);
  const group = idOf(await post('betaGroups', { name: 'New' }, { app: ['apps', app.id] }));
  await patch('betaGroups', group, { name: 'Newer' });
  await request('DELETE', `/v1/betaGroups/${group}`);
  const text = await post('betaBuildLocalizations', { locale: 'de-DE' }, { build: ['builds', build] });
  await patch('betaBuildLocalizations', idOf(text), { whatsNew: 'x' });
  await request('DELETE', `/v1/betaBuildLocalizations/${idOf(text)}`);
  const detail = await get(`/v1/builds/${build}/buildBetaDetail`);
  await patch('buildBetaDetails', detail.id, { autoNotifyEnabled: false });
  await post('betaAppReviewSubmissions', {}, { build: ['builds', build] });
  const contact = await get(`/v1/apps/${app.id}/betaAppReviewDetail`);
  await patch('betaAppReviewDetails', contact.id, { contactEmail: 'a@example.test' });
  const about = await post('betaAppLocalizations', { locale: 'de-DE' }, { app: ['apps', app.id] });
  await patch('betaAppLocalizations', idOf(about), { description: 'x' });
  await request('DELETE', `/v1/betaAppLocalizations/${idOf(about)}`);
}

async function driveUploads({ app, clock, patch, post, request }: Stage): Promise<void> {
  const announced = { cfBundleShortVersionString: '1.4', cfBundleVersion: '1', platform: 'IOS' };
  const gone = idOf(await post('buildUploads', announced, { app: ['apps', app.id] }));
  await request('DELETE', `/v1/buildUploads/${gone}`);
  const upload = idOf(await post('buildUploads', announced, { app: ['apps', app.id] }));
  const created = await post(
    'buildUploadFiles',
    { fileName: 'app.ipa', fileSize: 3, uti: 'com.apple.ipa', assetType: 'ASSET' },
    { buildUpload: ['buildUploads', upload] },
  );
  const { uploadOperations } = (created.body?.data as Item).attributes;
  const [operation] = uploadOperations as readonly { readonly url: string }[];
  const headers = { 'content-type': 'application/octet-stream' };
  await request('PUT', operation?.url ?? '', { token: null, raw: 'abc', headers });
  await patch('buildUploadFiles', idOf(created), { uploaded: true });
  clock.advanceBy(MINUTE * 20);
}

async function driveScreenshots({ clock, emulator, patch, post, request }: Stage): Promise<void> {
  const { tables } = emulator.snapshot();
  const version = Object.values(tables.appStoreVersions).find(({ attributes }) => attributes.versionString === '1.1');
  const text = Object.values(tables.appStoreVersionLocalizations).find(({ to }) => to.appStoreVersion === version?.id);
  const language = { appStoreVersionLocalization: ['appStoreVersionLocalizations', text?.id ?? ''] } as const;
  const gone = await post('appScreenshotSets', { screenshotDisplayType: 'APP_IPAD_97' }, language);
  await request('DELETE', `/v1/appScreenshotSets/${idOf(gone)}`);
  const set = idOf(await post('appScreenshotSets', { screenshotDisplayType: 'APP_WATCH_ULTRA' }, language));
  const picture = makePng(410, 502);
  const ids: string[] = [];
  for (const fileName of ['1.png', '2.png', '3.png']) {
    const announced = { fileName, fileSize: picture.length };
    const reserved = await post('appScreenshots', announced, { appScreenshotSet: ['appScreenshotSets', set] });
    ids.push(idOf(reserved));
    const { uploadOperations } = (reserved.body?.data as Item).attributes;
    const [operation] = uploadOperations as readonly { readonly url: string }[];
    const headers = { 'content-type': 'application/octet-stream' };
    await request('PUT', operation?.url ?? '', { token: null, raw: picture, headers });
    await patch('appScreenshots', ids.at(-1) ?? '', { uploaded: true });
  }
  clock.advanceBy(MINUTE);
  await request('DELETE', `/v1/appScreenshots/${ids[0] ?? ''}`);
  const order = ids.slice(1).reverse();
  await request('PATCH', `/v1/appScreenshotSets/${set}/relationships/appScreenshots`, {
    body: { data: order.map((id) => ({ type: 'appScreenshots', id })) },
  });
}

async function driveReview(stage: Stage): Promise<void> {
  const { app, clock, emulator, get, patch, post, request } = stage;
  const versions = await get<Item[]>(`/v1/apps/${app.id}/appStoreVersions?filter[versionString]=1.1`);
  const version = versions[0]?.id ?? '';
  const links = { appStoreVersion: ['appStoreVersions', version] } as const;
  const draft = await addToSubmission(stage, version);
  await request('DELETE', `/v1/reviewSubmissionItems/${draft.item}`);
  const gone = await post('appStoreVersionPhasedReleases', { phasedReleaseState: 'INACTIVE' }, links);
  await request('DELETE', `/v1/appStoreVersionPhasedReleases/${idOf(gone)}`);
  const phase = idOf(await post('appStoreVersionPhasedReleases', { phasedReleaseState: 'INACTIVE' }, links));
  const submission = await submitVersion(stage, version);
  emulator.console.review(version, 'reject');
  const [item] = await get<Item[]>(`/v1/reviewSubmissions/${submission}/items?include=appStoreVersion`);
  await patch('reviewSubmissionItems', item?.id ?? '', { resolved: true });
  clock.advanceBy(MINUTE);
  await patch('reviewSubmissions', submission, { submitted: true });
  emulator.console.review(version, 'approve');
  const approved = await get(`/v1/appStoreVersions/${version}/appStoreVersionSubmission`);
  await request('DELETE', `/v1/appStoreVersionSubmissions/${approved.id}`);
  clock.advanceBy(HOUR);
  await submitVersion(stage, version);
  emulator.console.review(version, 'approve');
  await post('appStoreVersionReleaseRequests', {}, links);
  clock.advanceBy(HOUR);
  await patch('appStoreVersionPhasedReleases', phase, { phasedReleaseState: 'PAUSED' });
}

/** Every address that can be read, for the oldest and the newest resource, with everything included. */
async function driveReads({ emulator, request }: Stage): Promise<void> {
  const { tables } = emulator.snapshot();
  for (const { method, path, rules } of emulator.routes) {
    const [, , owner = ''] = path.split('/');
    if (method !== 'GET' || !isResourceType(owner)) continue;
    const ids = path.includes('{id}') ? Object.keys(tables[owner]) : [''];
    for (const id of new Set([ids[0] ?? '', ids.at(-1) ?? ''])) {
      await request('GET', `${path.replace('{id}', id)}${rules === undefined ? '' : askForAll(rules, tables)}`);
    }
  }
}

function askForAll(
  { type, many, includes = true, required = [] }: NonNullable<Stage['emulator']['routes'][number]['rules']>,
  tables: ReturnType<Stage['emulator']['snapshot']>['tables'],
): string {
  const included = Object.entries(rowOf(type).relationships).filter(([, row]) => row.included);
  const filters = required.map((name) => {
    const ids = Object.keys(name === 'app' ? tables.apps : tables.builds);
    return `filter[${name}]=${ids.join()}`;
  });
  const query = [
    ...(includes && included.length > 0 ? [`include=${included.map(([name]) => name).join()}`] : []),
    ...(many ? ['limit=200'] : []),
    ...filters,
  ];
  return query.length === 0 ? '' : `?${query.join('&')}`;
}
