import { expect } from '@jest/globals';
import { makeToken, type Item, type Reply, type Stage } from './harness.ts';

/** Fastlane's way to send requests, by hand. */
export interface Fastlane {
  readonly get: (path: string, query?: Readonly<Record<string, string>>) => Promise<Reply>;
  readonly send: (method: string, path: string, data: unknown) => Promise<Reply>;
}

/** Its manners: keys of the query in order and escaped, a type of content also without a body, a token dated back by a minute. */
export function asFastlane({ request, key, clock, emulator }: Stage): Fastlane {
  const headers = { 'content-type': 'application/json', 'user-agent': 'Spaceship 2.240.1', accept: '*/*' };
  const token = (): string => {
    const now = clock.now() / 1_000;
    return makeToken(key, clock.now(), { claims: { iat: now - 60, exp: now + 500 } });
  };
  const judge = (reply: Reply): Reply => {
    if (reply.status === 204) return reply;
    expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
    return reply;
  };
  return {
    get: async (path, query = {}) => {
      const sorted = Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
      const search = sorted.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
      const reply = judge(
        await request('GET', `${emulator.url}${path}${search === '' ? '' : `?${search}`}`, { headers, token: token() }),
      );
      expect({ path, query, status: reply.status, text: reply.text }).toMatchObject({ status: 200 });
      return reply;
    },
    send: async (method, path, data) =>
      judge(await request(method, path, { raw: JSON.stringify({ data }), headers, token: token() })),
  };
}

const EDITABLE =
  'PREPARE_FOR_SUBMISSION,DEVELOPER_REJECTED,REJECTED,METADATA_REJECTED,WAITING_FOR_REVIEW,INVALID_BINARY';
export const IN_PROGRESS = 'WAITING_FOR_REVIEW,IN_REVIEW,UNRESOLVED_ISSUES';

export const items = (reply: Reply): Item[] => reply.body?.data as Item[];

/** The apps of a bundle id, with their versions. */
export async function findApp({ get }: Fastlane): Promise<Item | undefined> {
  const [app] = items(await get('/v1/apps', { 'filter[bundleId]': 'com.example.app', include: 'appStoreVersions' }));
  return app;
}

export async function findEditable(
  { get }: Fastlane,
  app: string,
  include = 'appStoreVersionSubmission,build',
): Promise<Item[]> {
  return items(
    await get(`/v1/apps/${app}/appStoreVersions`, {
      'filter[appVersionState]': EDITABLE,
      'filter[platform]': 'IOS',
      include,
    }),
  );
}

export async function findSubmissions(
  { get }: Fastlane,
  app: string,
  state: string,
  more: object = {},
): Promise<Item[]> {
  const query = { 'filter[platform]': 'IOS', 'filter[state]': state, ...more };
  return items(await get(`/v1/apps/${app}/reviewSubmissions`, query));
}

export async function findBuilds({ get }: Fastlane, app: string, version: string, number: string): Promise<Reply> {
  return get('/v1/builds', {
    'filter[app]': app,
    'filter[preReleaseVersion.version]': version,
    'filter[processingState]': 'PROCESSING,FAILED,INVALID,VALID',
    'filter[version]': number,
    include: 'app,buildBetaDetail,preReleaseVersion,buildBundles',
    limit: '30',
    sort: '-uploadedDate',
  });
}
