import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { makePackage } from '#emulators/google-play/packages';
import { readDescription } from '#emulators/google-play/contract/description';
import { testWith } from '../../support/required.ts';
import { makeAssertion, PACKAGE, SCOPE, START, withPlay, type RequestOptions, type Stage } from './harness.ts';

const description = readDescription();
const check = testWith('google-play-types', typeof description === 'string' ? description : undefined);

/** One request of each operation. `~~` in a path stands for the open edit. */
interface Drive extends RequestOptions {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** Type of the answer in Google's description; null for an answer that is not described there. */
  readonly schema: string | null;
  readonly status?: number;
  /** Sent to the address that the last upload was started with. */
  readonly continues?: true;
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const command = (name: string): Record<string, string> => ({
  'x-goog-upload-command': name,
  'x-goog-upload-offset': '0',
});
const releases = [
  {
    versionCodes: ['42'],
    status: 'completed',
    inAppUpdatePriority: 2,
    releaseNotes: [{ language: 'en-US', text: 'New.' }],
  },
];

/** All that an upload target knows. Every start but the first is for the protocol with ranges. */
function driveUploads(operation: string, path: string, schema: string, makeBytes: (n: number) => Buffer): Drive[] {
  const at = { method: 'POST', path: `/upload~~${path}` };
  const start: Drive = { ...at, operation: `${operation}/start`, schema: null, headers: command('start') };
  return [
    { ...at, operation, schema, raw: makeBytes(0) },
    start,
    { ...at, operation: `${operation}/query`, schema: null, headers: command('query'), continues: true },
    {
      ...at,
      operation: `${operation}/send`,
      schema,
      headers: command('upload, finalize'),
      raw: makeBytes(1),
      continues: true,
    },
    start,
    { ...at, operation: `${operation}/cancel`, schema: null, headers: command('cancel'), continues: true },
    { ...at, operation: `${operation}/start`, path: `${at.path}?uploadType=resumable`, schema: null },
    { ...at, operation: `${operation}/range`, method: 'PUT', schema, raw: makeBytes(2), continues: true },
  ];
}

function driveReviews(): Drive[] {
  return [
    { operation: 'reviews.list', method: 'GET', path: '~/reviews?maxResults=1', schema: 'ReviewsListResponse' },
    {
      operation: 'reviews.reply',
      method: 'POST',
      path: '~/reviews/r1:reply',
      body: { replyText: 'Thanks.' },
      schema: 'ReviewsReplyResponse',
    },
    { operation: 'reviews.get', method: 'GET', path: '~/reviews/r1?translationLanguage=en', schema: 'Review' },
  ];
}

/** Ways to a token beside the exchange of an assertion. */
function driveIdentity(): Drive[] {
  const metadata = (name: string, path: string): Drive => ({
    operation: `metadata.${name}`,
    method: 'GET',
    path,
    headers: { 'metadata-flavor': 'Google' },
    schema: null,
  });
  return [
    {
      operation: 'oauth2.token/refresh',
      method: 'POST',
      path: '/token',
      raw: 'grant_type=refresh_token&client_id=a&client_secret=b&refresh_token=person',
      headers: FORM,
      schema: null,
    },
    {
      operation: 'iamcredentials.generateAccessToken',
      method: 'POST',
      path: '/v1/projects/-/serviceAccounts/machine@example.test:generateAccessToken',
      body: { scope: [SCOPE] },
      schema: null,
    },
    metadata('root', '/'),
    metadata('instance', '/computeMetadata/v1/instance'),
    metadata('project-id', '/computeMetadata/v1/project/project-id'),
    metadata('universe-domain', '/computeMetadata/v1/universe/universe-domain'),
    metadata('email', '/computeMetadata/v1/instance/service-accounts/default/email'),
    metadata('token', '/computeMetadata/v1/instance/service-accounts/default/token'),
  ];
}

const prepare = ({ addAccount, accounts }: Stage['world']): void => {
  const impersonators = [accounts[0]?.email ?? ''];
  addAccount({ email: 'machine@example.test', attached: true, impersonators, refreshTokens: ['person'] });
};

function addReviews({ emulator }: Stage): void {
  const seen = { versionCode: 40, versionName: '1.0', androidOsVersion: 34, device: 'coral', language: 'de' };
  const translations = { en: 'Good.' };
  emulator.console.addReviews(PACKAGE, { id: 'r1', stars: 5, text: 'Gut.', translations, ...seen });
  emulator.console.addReviews(PACKAGE, { id: 'r2', stars: 1, text: 'Crashes.' });
}

/** The Reporting API. No small package of npm carries its types: Google's Ruby client judges them, in __tests__/fastlane. */
function driveReports(): Drive[] {
  const timelineSpec = {
    aggregationPeriod: 'DAILY',
    startTime: { year: 2026, month: 11, day: 20 },
    endTime: { year: 2026, month: 11, day: 22 },
  };
  const sets = [
    ['vitals.crashrate', 'crashRateMetricSet', { metrics: ['crashRate'] }],
    ['vitals.anrrate', 'anrRateMetricSet', { metrics: ['anrRate'] }],
    ['vitals.errors.counts', 'errorCountMetricSet', { metrics: ['errorReportCount'], dimensions: ['reportType'] }],
  ] as const;
  return [
    ...sets.flatMap(([operation, set, what]): Drive[] => [
      { operation: `${operation}.get`, method: 'GET', path: `%/${set}`, schema: null },
      {
        operation: `${operation}.query`,
        method: 'POST',
        path: `%/${set}:query`,
        body: { timelineSpec, ...what },
        schema: null,
      },
    ]),
    { operation: 'apps.fetchReleaseFilterOptions', method: 'GET', path: '%:fetchReleaseFilterOptions', schema: null },
  ];
}

const packageFrom =
  (first: number) =>
  (n: number): Buffer =>
    makePackage({ packageName: PACKAGE, versionCode: first + n });
const anyBytes = (n: number): Buffer => Buffer.from(`bytes ${n}`);

const DRIVES: readonly Drive[] = [
  { operation: 'edits.insert', method: 'POST', path: '~/edits', schema: 'AppEdit' },
  { operation: 'edits.get', method: 'GET', path: '~~', schema: 'AppEdit' },
  ...driveUploads('edits.bundles.upload', '/bundles', 'Bundle', packageFrom(42)),
  ...driveUploads('edits.apks.upload', '/apks', 'Apk', packageFrom(52)),
  ...driveUploads(
    'edits.deobfuscationfiles.upload',
    '/apks/42/deobfuscationFiles/proguard',
    'DeobfuscationFilesUploadResponse',
    anyBytes,
  ),
  ...driveUploads('edits.images.upload', '/listings/en-US/icon', 'ImagesUploadResponse', anyBytes),
  { operation: 'edits.bundles.list', method: 'GET', path: '~~/bundles', schema: 'BundlesListResponse' },
  { operation: 'edits.apks.list', method: 'GET', path: '~~/apks', schema: 'ApksListResponse' },
  {
    operation: 'edits.tracks.create',
    method: 'POST',
    path: '~~/tracks',
    body: { track: 'Friends', type: 'CLOSED_TESTING' },
    schema: 'Track',
  },
  { operation: 'edits.tracks.update', method: 'PUT', path: '~~/tracks/internal', body: { releases }, schema: 'Track' },
  { operation: 'edits.tracks.patch', method: 'PATCH', path: '~~/tracks/internal', body: { releases }, schema: 'Track' },
  {
    operation: 'edits.tracks.update',
    method: 'PUT',
    path: '~~/tracks/production',
    body: {
      releases: [
        { versionCodes: [42], status: 'inProgress', userFraction: 0.1, countryTargeting: { countries: ['ES'] } },
      ],
    },
    schema: 'Track',
  },
  { operation: 'edits.tracks.get', method: 'GET', path: '~~/tracks/production', schema: 'Track' },
  { operation: 'edits.tracks.list', method: 'GET', path: '~~/tracks', schema: 'TracksListResponse' },
  {
    operation: 'edits.listings.update',
    method: 'PUT',
    path: '~~/listings/en-US',
    body: { title: 'A' },
    schema: 'Listing',
  },
  {
    operation: 'edits.listings.patch',
    method: 'PATCH',
    path: '~~/listings/en-US',
    body: { video: 'https://v.test' },
    schema: 'Listing',
  },
  { operation: 'edits.listings.get', method: 'GET', path: '~~/listings/en-US', schema: 'Listing' },
  { operation: 'edits.listings.list', method: 'GET', path: '~~/listings', schema: 'ListingsListResponse' },
  { operation: 'edits.images.list', method: 'GET', path: '~~/listings/en-US/icon', schema: 'ImagesListResponse' },
  { operation: 'edits.images.delete', method: 'DELETE', path: '~~/listings/en-US/icon/ID', schema: null, status: 204 },
  {
    operation: 'edits.images.deleteall',
    method: 'DELETE',
    path: '~~/listings/en-US/icon',
    schema: 'ImagesDeleteAllResponse',
  },
  { operation: 'edits.listings.delete', method: 'DELETE', path: '~~/listings/en-US', schema: null, status: 204 },
  { operation: 'edits.listings.deleteall', method: 'DELETE', path: '~~/listings', schema: null, status: 204 },
  {
    operation: 'edits.countryavailability.get',
    method: 'GET',
    path: '~~/countryAvailability/production',
    schema: 'TrackCountryAvailability',
  },
  {
    operation: 'edits.details.update',
    method: 'PUT',
    path: '~~/details',
    body: { contactPhone: '1' },
    schema: 'AppDetails',
  },
  {
    operation: 'edits.details.patch',
    method: 'PATCH',
    path: '~~/details',
    body: { contactWebsite: 'https://w.test' },
    schema: 'AppDetails',
  },
  { operation: 'edits.details.get', method: 'GET', path: '~~/details', schema: 'AppDetails' },
  {
    operation: 'edits.testers.update',
    method: 'PUT',
    path: '~~/testers/alpha',
    body: { googleGroups: ['g@example.test'] },
    schema: 'Testers',
  },
  { operation: 'edits.testers.patch', method: 'PATCH', path: '~~/testers/alpha', body: {}, schema: 'Testers' },
  { operation: 'edits.testers.get', method: 'GET', path: '~~/testers/alpha', schema: 'Testers' },
  { operation: 'edits.validate', method: 'POST', path: '~~:validate', schema: 'AppEdit' },
  { operation: 'edits.commit', method: 'POST', path: '~~:commit', schema: 'AppEdit' },
  {
    operation: 'tracks.releases.list',
    method: 'GET',
    path: '~/tracks/production/releases',
    schema: 'ListReleaseSummariesResponse',
  },
  ...driveReviews(),
  ...driveReports(),
  ...driveIdentity(),
  { operation: 'edits.insert', method: 'POST', path: '~/edits', schema: 'AppEdit' },
  { operation: 'edits.delete', method: 'DELETE', path: '~~', schema: null, status: 204 },
  {
    operation: 'oauth2.token/unsupported',
    method: 'POST',
    path: '/token',
    raw: 'grant_type=password',
    headers: FORM,
    schema: null,
    status: 400,
  },
  {
    operation: 'sts.token/exchange',
    method: 'POST',
    path: '/v1/token',
    raw: `grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=reader&scope=${SCOPE}`,
    headers: FORM,
    schema: null,
  },
];

async function drive(stage: Stage, see: (one: Drive, body: unknown) => void): Promise<void> {
  let edit = '';
  let address = '';
  let image = '';
  addReviews(stage);
  for (const one of DRIVES) {
    const path = one.continues === true ? address : one.path.replace('~~', edit).replace(/ID$/, image);
    const reply = await stage.request(one.method, path, one);
    expect({ operation: one.operation, status: reply.status, text: reply.text }).toMatchObject({
      operation: one.operation,
      status: one.status ?? 200,
    });
    if (one.operation === 'edits.insert') edit = `~/edits/${(reply.body as { id: string }).id}`;
    address = reply.headers.get('x-goog-upload-url') ?? reply.headers.get('location') ?? address;
    image = (reply.body as { images?: { id: string }[] } | undefined)?.images?.[0]?.id ?? image;
    see(one, reply.body);
  }
  const { email, privateKey } = stage.account;
  const iat = Date.parse(START) / 1_000;
  const claims = { iss: email, aud: 'https://oauth2.googleapis.com/token', scope: SCOPE, iat, exp: iat + 60 };
  const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
  const raw = new URLSearchParams({ grant_type, assertion: makeAssertion(privateKey, claims) }).toString();
  expect((await stage.request('POST', '/token', { raw, headers: FORM })).status).toBe(200);
}

test('every operation of the table is driven, and each row cites its source', async () => {
  await withPlay({ prepare }, async (stage) => {
    await drive(stage, () => undefined);
    const driven = stage.emulator.log.entries().map(({ operation }) => operation);
    expect(new Set(driven)).toEqual(new Set(stage.emulator.routes.map(({ operation }) => operation)));
    for (const { source } of stage.emulator.routes) expect(source).toMatch(/^https:\/\//);
  });
});

check('every answer has the types that Google publishes', async () => {
  if (typeof description === 'string') throw new Error(description);
  await withPlay({ prepare }, async (stage) => {
    const problems: Record<string, readonly string[]> = {};
    await drive(stage, ({ operation, schema }, body) => {
      const found = schema === null ? [] : description.findProblems(schema, body);
      if (found.length > 0) problems[operation] = found;
    });
    expect(problems).toEqual({});
  });
});

check('the check can fail: an unknown field, a wrong type and an unknown type are noticed', () => {
  if (typeof description === 'string') throw new Error(description);
  const good = { track: 'internal', releases: [{ versionCodes: ['42'], userFraction: 0.1 }] };
  expect(description.findProblems('Track', good)).toEqual([]);
  expect(description.findProblems('Track', { ...good, name: 'x' })).toEqual(['Track.name is not in the description']);
  expect(description.findProblems('Track', { releases: [{ versionCodes: [42] }] })).toEqual([
    'Track.releases[0].versionCodes[0] is no string',
  ]);
  expect(description.findProblems('Track', { releases: [{ userFraction: '0.1' }] })).toEqual([
    'Track.releases[0].userFraction is no number',
  ]);
  expect(description.findProblems('Track', { releases: {} })).toEqual(['Track.releases is no list']);
  expect(description.findProblems('None', good)).not.toEqual([]);
});

interface GoogleClient {
  readonly androidpublisher: (options: object) => {
    readonly edits: Record<'insert' | 'commit' | 'get', Call<{ id: string }>> & {
      readonly bundles: { readonly upload: Call<{ versionCode: number; sha256: string }> };
      readonly tracks: Record<'update' | 'get', Call<{ releases: object[] }>>;
      readonly images: { readonly upload: Call<{ image: { sha256: string } }> };
    };
    readonly reviews: {
      readonly list: Call<{ reviews: { reviewId: string }[]; tokenPagination?: { nextPageToken: string } }>;
      readonly reply: Call<{ result: { replyText: string } }>;
    };
  };
  readonly auth: { readonly JWT: new (options: object) => { transporter: Transporter } };
}

interface Transporter {
  readonly defaults: Record<string, unknown>;
  readonly interceptors: { readonly request: { readonly add: (interceptor: object) => void } };
}

type Call<T> = (parameters: object) => Promise<{ data: T }>;

check("Google's own client signs in, uploads, releases, commits and reads back", async () => {
  const require = createRequire(new URL('../../../emulators/google-play/contract/package.json', import.meta.url));
  const { androidpublisher, auth } = require('@googleapis/androidpublisher') as GoogleClient;
  // The client signs with the machine's time, so the emulator goes by it too.
  await withPlay({ start: new Date().toISOString() }, async (stage) => {
    const { email, privateKey } = stage.account;
    const jwt = new auth.JWT({ email, key: privateKey, scopes: [SCOPE] });
    jwt.transporter.defaults['fetchImplementation'] = fetch;
    // Its token endpoint is fixed: only its address is changed here, nothing of the request.
    jwt.transporter.interceptors.request.add({
      resolved: (options: { url: URL }) => {
        if (options.url.host.endsWith('googleapis.com'))
          options.url = new URL(`${options.url.pathname}${options.url.search}`, stage.emulator.url);
        return Promise.resolve(options);
      },
    });
    const play = androidpublisher({ version: 'v3', rootUrl: `${stage.emulator.url}/`, auth: jwt });
    const packageName = PACKAGE;
    const { id: editId } = (await play.edits.insert({ packageName })).data;
    const body = makePackage({ packageName, versionCode: 42 });
    const media = { mimeType: 'application/octet-stream', body };
    const { versionCode } = (await play.edits.bundles.upload({ packageName, editId, media })).data;
    // With a description beside the file, its client sends both in one body.
    const icon = { packageName, editId, language: 'en-US', imageType: 'icon' };
    const image = await play.edits.images.upload({
      ...icon,
      media: { mimeType: 'image/png', body: 'png' },
      requestBody: {},
    });
    expect(image.data.image.sha256).toBe(createHash('sha256').update('png').digest('hex'));
    const release = { versionCodes: [`${versionCode}`], status: 'inProgress', userFraction: 0.05 };
    await play.edits.tracks.update({ packageName, editId, track: 'production', requestBody: { releases: [release] } });
    await play.edits.commit({ packageName, editId, changesInReviewBehavior: 'ERROR_IF_IN_REVIEW' });
    const next = (await play.edits.insert({ packageName })).data.id;
    const read = await play.edits.tracks.get({ packageName, editId: next, track: 'production' });
    expect(read.data.releases).toEqual([
      { name: '1.0', ...release },
      { name: '1.0', status: 'completed', versionCodes: ['40'] },
    ]);
    await expect(play.edits.get({ packageName, editId })).rejects.toMatchObject({
      status: 400,
      message: 'This edit has already been successfully committed, please create a new Edit.',
    });
    addReviews(stage);
    const page = (await play.reviews.list({ packageName, maxResults: 1 })).data;
    const rest = (await play.reviews.list({ packageName, token: page.tokenPagination?.nextPageToken })).data;
    expect([...page.reviews, ...rest.reviews].map(({ reviewId }) => reviewId)).toEqual(['r1', 'r2']);
    const replied = await play.reviews.reply({ packageName, reviewId: 'r2', requestBody: { replyText: 'Fixed.' } });
    expect(replied.data.result.replyText).toBe('Fixed.');
    expect(stage.emulator.log.entries().map(({ operation }) => operation)).toEqual([
      'oauth2.token/jwt-bearer',
      'edits.insert',
      'edits.bundles.upload',
      'edits.images.upload',
      'edits.tracks.update',
      'edits.commit',
      'edits.insert',
      'edits.tracks.get',
      'edits.get',
      'reviews.list',
      'reviews.list',
      'reviews.reply',
    ]);
    expect(stage.emulator.log.entries()[3]?.query).toMatchObject({ uploadType: 'multipart' });
  });
});
