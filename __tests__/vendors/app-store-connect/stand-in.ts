import { createEmulator } from '#emulators/base/server';
import type { Emulator, EmulatorOptions } from '#emulators/base/server';
import { Refusal } from '#emulators/base/routes';
import type { Answer, EmulatorRequest, Route } from '#emulators/base/routes';
import { createStore } from '#emulators/base/store';

/** One resource. `to` holds its relationships: an id, several, or null for none. */
export interface Row {
  readonly id: string;
  attributes: Record<string, unknown>;
  to: Record<string, string | readonly string[] | null>;
  /** What it becomes at a time that has not come yet. */
  later?: { readonly at: number; readonly attributes: Record<string, unknown> };
}

/** Everything at App Store Connect that the moves of our client touch, by type of resource. */
export type World = Record<string, Row[]>;

/** Relationships whose name does not end in the type that they lead to. */
const typeOf: Readonly<Record<string, string>> = {
  app: 'apps',
  build: 'builds',
  appStoreVersion: 'appStoreVersions',
  appStoreVersionPhasedRelease: 'appStoreVersionPhasedReleases',
  reviewSubmission: 'reviewSubmissions',
  preReleaseVersion: 'preReleaseVersions',
  buildBetaDetail: 'buildBetaDetails',
  betaGroups: 'betaGroups',
};

/** So small that the second page comes soon. */
const pageSize = 2;
const cancellingMs = 60_000;
const readyAfterMs = 20_000;

function refuse(status: number, code: string, title: string): Refusal {
  return new Refusal({ status, body: { errors: [{ id: 'e', status: `${status}`, code, title, detail: title }] } });
}

function find(world: World, type: string, id: string): Row {
  const row = world[type]?.find((one) => one.id === id);
  if (row === undefined) throw refuse(404, 'NOT_FOUND', `There is no resource of type '${type}' with id '${id}'`);
  return row;
}

/** What time has done meanwhile. */
function settle(world: World, now: number): World {
  for (const row of Object.values(world).flat()) {
    if (row.later === undefined || row.later.at > now) continue;
    row.attributes = { ...row.attributes, ...row.later.attributes };
    delete row.later;
  }
  for (const submission of rows(world, 'reviewSubmissions')) {
    if (submission.attributes['state'] !== 'COMPLETE') continue;
    for (const item of itemsOf(world, submission.id)) remove(world, item);
  }
  return world;
}

function rows(world: World, type: string): Row[] {
  return (world[type] ??= []);
}

function itemsOf(world: World, submissionId: string): Row[] {
  return rows(world, 'reviewSubmissionItems').filter(({ to }) => to['reviewSubmission'] === submissionId);
}

function remove(world: World, item: Row): void {
  world['reviewSubmissionItems'] = rows(world, 'reviewSubmissionItems').filter((one) => one !== item);
  const version = item.to['appStoreVersion'];
  if (typeof version !== 'string') return;
  const row = find(world, 'appStoreVersions', version);
  row.attributes['appVersionState'] = 'PREPARE_FOR_SUBMISSION';
  delete row.later;
}

function add(world: World, type: string, attributes: Row['attributes'], to: Row['to']): Row {
  const row: Row = { id: `${type}-${rows(world, type).length + 1}`, attributes, to };
  rows(world, type).push(row);
  return row;
}

function show(type: string, { id, attributes, to }: Row, include: readonly string[]): object {
  const link = (name: string, one: string): object => ({ type: typeOf[name] ?? name, id: one });
  const relationships = Object.entries(to).map(([name, target]) => {
    if (!include.includes(name)) return [name, { links: {} }];
    const data =
      target === null ? null : typeof target === 'string' ? link(name, target) : target.map((one) => link(name, one));
    return [name, { data }];
  });
  return { type, id, attributes, relationships: Object.fromEntries(relationships) as object };
}

function answerWith(
  world: World,
  type: string,
  found: Row | readonly Row[],
  request: EmulatorRequest,
  url: string,
): Answer {
  const include = (request.query['include'] ?? '').split(',');
  const many = Array.isArray(found) ? (found as readonly Row[]) : undefined;
  const offset = Number(request.query['cursor'] ?? 0);
  const shown = many?.slice(offset, offset + pageSize) ?? [found as Row];
  const included = shown.flatMap(({ to }) =>
    include.flatMap((name) =>
      [to[name] ?? []].flat().map((id) => show(typeOf[name] ?? name, find(world, typeOf[name] ?? name, id), [])),
    ),
  );
  const data = shown.map((row) => show(type, row, include));
  const more = many !== undefined && offset + pageSize < many.length;
  const next = `${url}${request.path}?cursor=${offset + pageSize}`;
  return { status: 200, body: { data: many === undefined ? data[0] : data, included, links: more ? { next } : {} } };
}

interface Sent {
  readonly attributes: Record<string, unknown>;
  /** First id of each relationship. */
  readonly to: Readonly<Record<string, string>>;
  readonly ids: readonly string[];
}

function readSent({ body }: EmulatorRequest): Sent {
  const { data } = body as {
    data: { attributes?: object; relationships?: Record<string, { data: { id: string } }> } | { id: string }[];
  };
  if (Array.isArray(data)) return { attributes: {}, to: {}, ids: data.map(({ id }) => id) };
  const to = Object.entries(data.relationships ?? {}).map(([name, one]) => [name, one.data.id]);
  return { attributes: { ...data.attributes }, to: Object.fromEntries(to) as Sent['to'], ids: [] };
}

type Write = (world: World, sent: Sent, id: string, now: number) => void;

const editable = ['PREPARE_FOR_SUBMISSION', 'DEVELOPER_REJECTED', 'REJECTED', 'READY_FOR_REVIEW'];

const writes: Readonly<Record<string, Write>> = {
  'POST /v1/appStoreVersionPhasedReleases': (world, { attributes, to }) => {
    const version = find(world, 'appStoreVersions', to['appStoreVersion'] ?? '');
    if (version.to['appStoreVersionPhasedRelease'] !== null)
      throw refuse(409, 'STATE_ERROR', 'A phased release already exists');
    version.to['appStoreVersionPhasedRelease'] = add(world, 'appStoreVersionPhasedReleases', attributes, {}).id;
  },
  'PATCH /v1/appStoreVersionPhasedReleases/{id}': (world, { attributes }, id) => {
    const row = find(world, 'appStoreVersionPhasedReleases', id);
    const { phasedReleaseState: state } = row.attributes;
    if (state === 'COMPLETE')
      throw refuse(409, 'STATE_ERROR', 'You cannot change the state of a phased release that is in a final state');
    if (state === attributes['phasedReleaseState'])
      throw refuse(409, 'ENTITY_ERROR.ATTRIBUTE.INVALID', 'The phased release already has this value');
    Object.assign(row.attributes, attributes);
  },
  'POST /v1/appStoreVersionReleaseRequests': (world, { to }) => {
    const version = find(world, 'appStoreVersions', to['appStoreVersion'] ?? '');
    if (version.attributes['appVersionState'] !== 'PENDING_DEVELOPER_RELEASE')
      throw refuse(409, 'STATE_ERROR', 'The version is not pending developer release');
    version.attributes['appVersionState'] = 'PROCESSING_FOR_DISTRIBUTION';
  },
  'PATCH /v1/appStoreVersions/{id}': (world, { attributes, to }, id) => {
    const version = find(world, 'appStoreVersions', id);
    if (to['build'] !== undefined && !editable.includes(version.attributes['appVersionState'] as string))
      throw refuse(409, 'STATE_ERROR', 'The version cannot be edited');
    Object.assign(version.attributes, attributes);
    Object.assign(version.to, to);
  },
  'PATCH /v1/builds/{id}': (world, { attributes }, id) => {
    const build = find(world, 'builds', id);
    if ('usesNonExemptEncryption' in attributes && build.attributes['usesNonExemptEncryption'] !== null)
      throw refuse(409, 'ENTITY_ERROR.ATTRIBUTE.INVALID', 'You cannot update when the value is already set.');
    if (build.attributes['expired'] === true) throw refuse(409, 'STATE_ERROR', 'The build has expired');
    Object.assign(build.attributes, attributes);
  },
  'POST /v1/builds/{id}/relationships/betaGroups': (world, { ids }, id) => {
    const build = find(world, 'builds', id);
    const have = (build.to['betaGroups'] ?? []) as readonly string[];
    for (const group of ids) find(world, 'betaGroups', group);
    if (ids.some((group) => have.includes(group)))
      throw refuse(409, 'ENTITY_ERROR.RELATIONSHIP.INVALID', 'The group has the build');
    build.to['betaGroups'] = [...have, ...ids];
  },
  'POST /v1/betaBuildLocalizations': (world, { attributes, to }) => {
    const same = rows(world, 'betaBuildLocalizations').some(
      (one) => one.to['build'] === to['build'] && one.attributes['locale'] === attributes['locale'],
    );
    if (same) throw refuse(409, 'ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE', 'The locale exists');
    add(world, 'betaBuildLocalizations', attributes, to);
  },
  'PATCH /v1/betaBuildLocalizations/{id}': (world, { attributes }, id) => {
    Object.assign(find(world, 'betaBuildLocalizations', id).attributes, attributes);
  },
  'POST /v1/betaAppReviewSubmissions': (world, { to }) => {
    const detail = find(
      world,
      'buildBetaDetails',
      find(world, 'builds', to['build'] ?? '').to['buildBetaDetail'] as string,
    );
    if (detail.attributes['externalBuildState'] !== 'READY_FOR_BETA_SUBMISSION')
      throw refuse(422, 'ENTITY_UNPROCESSABLE', 'Build is not ready');
    detail.attributes['externalBuildState'] = 'WAITING_FOR_BETA_REVIEW';
  },
  'POST /v1/reviewSubmissions': (world, { attributes, to }) => {
    add(world, 'reviewSubmissions', { ...attributes, state: 'READY_FOR_REVIEW' }, to);
  },
  'POST /v1/reviewSubmissionItems': (world, { to }, _, now) => {
    const version = find(world, 'appStoreVersions', to['appStoreVersion'] ?? '');
    find(world, 'reviewSubmissions', to['reviewSubmission'] ?? '');
    if (rows(world, 'reviewSubmissionItems').some((one) => one.to['appStoreVersion'] === version.id))
      throw refuse(409, 'STATE_ERROR', 'appStoreVersions with id was already added to another reviewSubmission');
    add(world, 'reviewSubmissionItems', { state: 'READY_FOR_REVIEW' }, to);
    version.later = { at: now + readyAfterMs, attributes: { appVersionState: 'READY_FOR_REVIEW' } };
  },
  'DELETE /v1/reviewSubmissionItems/{id}': (world, _, id) => {
    remove(world, find(world, 'reviewSubmissionItems', id));
  },
  'PATCH /v1/reviewSubmissions/{id}': (world, { attributes }, id, now) => {
    const submission = find(world, 'reviewSubmissions', id);
    const { state } = submission.attributes;
    if (attributes['canceled'] === true) {
      if (state !== 'WAITING_FOR_REVIEW' && state !== 'IN_REVIEW')
        throw refuse(409, 'STATE_ERROR', 'Resource is not in cancellable state');
      submission.attributes['state'] = 'CANCELING';
      submission.later = { at: now + cancellingMs, attributes: { state: 'COMPLETE' } };
      return;
    }
    if (state !== 'READY_FOR_REVIEW') throw refuse(409, 'STATE_ERROR', 'Resource is not in submittable state');
    for (const item of itemsOf(world, id)) {
      const version = find(world, 'appStoreVersions', item.to['appStoreVersion'] as string);
      if (version.attributes['appVersionState'] !== 'READY_FOR_REVIEW')
        throw refuse(409, 'STATE_ERROR', 'Version is not ready to be submitted yet');
      if (version.attributes['screenshots'] === false)
        throw refuse(409, 'STATE_ERROR.SCREENSHOT_REQUIRED.APP_IPHONE_67', 'App screenshot missing (APP_IPHONE_67).');
      version.attributes['appVersionState'] = 'WAITING_FOR_REVIEW';
    }
    submission.attributes['state'] = 'WAITING_FOR_REVIEW';
  },
};

type Select = (world: World, request: EmulatorRequest) => Row | readonly Row[];

const within = (value: unknown, filter: string | undefined): boolean =>
  filter === undefined || filter.split(',').includes(String(value));

const reads: Readonly<Record<string, readonly [type: string, select: Select]>> = {
  '/v1/apps': [
    'apps',
    (world, { query }) =>
      rows(world, 'apps').filter(({ attributes }) => within(attributes['bundleId'], query['filter[bundleId]'])),
  ],
  '/v1/apps/{id}/appStoreVersions': [
    'appStoreVersions',
    (world, { params, query }) =>
      rows(world, 'appStoreVersions').filter(
        ({ to, attributes }) => to['app'] === params['id'] && within(attributes['platform'], query['filter[platform]']),
      ),
  ],
  '/v1/appStoreVersions/{id}': [
    'appStoreVersions',
    (world, { params }) => find(world, 'appStoreVersions', params['id'] ?? ''),
  ],
  '/v1/appStoreVersions/{id}/customerReviews': ['customerReviews', (world) => rows(world, 'customerReviews')],
  '/v1/apps/{id}/reviewSubmissions': [
    'reviewSubmissions',
    (world, { params, query }) =>
      rows(world, 'reviewSubmissions').filter(
        ({ to, attributes }) => to['app'] === params['id'] && within(attributes['state'], query['filter[state]']),
      ),
  ],
  '/v1/reviewSubmissions/{id}/items': [
    'reviewSubmissionItems',
    (world, { params }) => itemsOf(world, params['id'] ?? ''),
  ],
  '/v1/builds': [
    'builds',
    (world, { query }) =>
      rows(world, 'builds').filter(
        ({ to, attributes }) =>
          to['app'] === query['filter[app]'] &&
          within(attributes['version'], query['filter[version]']) &&
          within(
            find(world, 'preReleaseVersions', to['preReleaseVersion'] as string).attributes['version'],
            query['filter[preReleaseVersion.version]'],
          ),
      ),
  ],
  '/v1/builds/{id}': ['builds', (world, { params }) => find(world, 'builds', params['id'] ?? '')],
  '/v1/builds/{id}/betaBuildLocalizations': [
    'betaBuildLocalizations',
    (world, { params }) => rows(world, 'betaBuildLocalizations').filter(({ to }) => to['build'] === params['id']),
  ],
  '/v1/betaGroups': [
    'betaGroups',
    (world, { query }) =>
      rows(world, 'betaGroups').filter(
        ({ id, to }) =>
          to['app'] === query['filter[app]'] &&
          (query['filter[builds]'] === undefined ||
            ((find(world, 'builds', query['filter[builds]']).to['betaGroups'] ?? []) as readonly string[]).includes(
              id,
            )),
      ),
  ],
};

function toRoutes(): Route<World>[] {
  const reading = Object.entries(reads).map(([path, [type, select]]): Route<World> => ({
    operation: `GET ${path}`,
    method: 'GET',
    path,
    needs: undefined,
    source: 'https://developer.apple.com/documentation/appstoreconnectapi',
    handler: (request, state, { now, url }) => {
      const world = settle(structuredClone(state), now);
      return answerWith(world, type, select(world, request), request, url);
    },
  }));
  const writing = Object.entries(writes).map(([operation, write]): Route<World> => {
    const [method = '', path = ''] = operation.split(' ');
    return {
      operation,
      method,
      path,
      needs: undefined,
      source: 'https://developer.apple.com/documentation/appstoreconnectapi',
      handler: (request, state, { now }) => {
        write(
          settle(state, now),
          request.raw.length === 0 ? { attributes: {}, to: {}, ids: [] } : readSent(request),
          request.params['id'] ?? '',
          now,
        );
        return { status: 201, body: { data: {} } };
      },
    };
  });
  return [...reading, ...writing];
}

/** A small stand-in for App Store Connect: the states of the moves, and Apple's refusals of those that its states do not allow. */
export function createStandIn(
  world: World,
  options: Pick<EmulatorOptions<World, unknown>, 'clock' | 'faults'>,
): Emulator<World> {
  return createEmulator<World, unknown>({
    ...options,
    vendor: 'app-store-connect',
    routes: toRoutes(),
    store: createStore(world),
    manners: {
      identify: ({ headers }) => (headers['authorization'] === undefined ? null : 'key'),
      notFound: ({ path }) => refuse(404, 'PATH_ERROR', `The URL path is not valid: ${path}`).answer,
      fail: (status) => refuse(status, 'UNEXPECTED_ERROR', 'An unexpected error occurred.').answer,
    },
  });
}
