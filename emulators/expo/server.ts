import type { VirtualClock } from '../base/clock.ts';
import { isRecord } from '../base/data.ts';
import type { FaultPlan } from '../base/fault-plan.ts';
import { parseGraphql, type GraphqlOperation, type Selection } from '../base/graphql-document.ts';
import type { Answer, EmulatorRequest, Route } from '../base/routes.ts';
import { createEmulator, type Emulator, type VendorManners } from '../base/server.ts';
import { createStore } from '../base/store.ts';
import { errorAnswer, failure, refuse, refuseAccess } from './refusals.ts';
import type { Build, ExpoState } from './state.ts';
import type { ExpoWorld } from './world.ts';

export interface ExpoEmulatorOptions {
  readonly world: Pick<ExpoWorld, 'state' | 'archives'>;
  readonly clock: VirtualClock;
  readonly faults?: FaultPlan;
}

/** Whether a token is needed. */
type Needs = 'token' | 'nothing';

const SCHEMA = 'https://github.com/expo/eas-cli/blob/main/packages/eas-cli/graphql.schema.json';

/**
 * api.expo.dev, as far as it tells of one build of EAS, and the host of archives, on one address. Where Expo's documents are
 * silent, docs/unverified.md says what is assumed here.
 */
export function createExpoEmulator({ world, clock, faults }: ExpoEmulatorOptions): Emulator<ExpoState> {
  const store = createStore(world.state);
  const routes: readonly Route<ExpoState, Needs>[] = [
    {
      operation: 'builds.byId',
      method: 'POST',
      path: '/graphql',
      needs: 'token',
      reads: true,
      source: SCHEMA,
      handler: (request, state, { url }) => answerQuery(request, state, url),
    },
    {
      operation: 'archive',
      method: 'GET',
      path: '/artifacts/eas/{name}',
      needs: 'nothing',
      source: 'https://docs.expo.dev/build/introduction/',
      handler: (request) => sendArchive(request, world.archives),
    },
  ];
  const manners: VendorManners<ExpoState, Needs> = {
    identify: (request) => tokenOf(request, store.read())?.name ?? null,
    admit: (request, route, state) =>
      route?.needs !== 'token' || tokenOf(request, state) !== undefined
        ? undefined
        : errorAnswer(401, 'AUTHENTICATION_ERROR', 'The bearer token is invalid.'),
    notFound: ({ method, path }) =>
      errorAnswer(501, 'NOT_EMULATED', `The Expo emulator does not know ${method} ${path}.`),
    fail: failure,
  };
  return createEmulator({ vendor: 'expo', routes, manners, store, clock, faults });
}

function tokenOf({ headers }: EmulatorRequest, { tokens }: ExpoState): ExpoState['tokens'][string] | undefined {
  const [, secret = ''] = /^Bearer (.+)$/.exec(headers['authorization'] ?? '') ?? [];
  return Object.hasOwn(tokens, secret) ? tokens[secret] : undefined;
}

function answerQuery(request: EmulatorRequest, state: ExpoState, url: string): Answer {
  const { query, variables } = isRecord(request.body) ? request.body : {};
  if (typeof query !== 'string') return errorAnswer(400, 'GRAPHQL_PARSE_FAILED', 'A query is missing.');
  let operation: GraphqlOperation;
  try {
    operation = parseGraphql(query, isRecord(variables) ? variables : {});
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return errorAnswer(400, 'GRAPHQL_PARSE_FAILED', error.message);
  }
  const data = project('RootQuery', { builds: {} }, operation.selections, (type, name, args) => {
    if (type !== 'BuildQuery' || name !== 'byId') return undefined;
    return renderBuild(findBuild(request, state, String(args['buildId'])), url);
  });
  return { status: 200, body: { data } };
}

function findBuild(request: EmulatorRequest, state: ExpoState, id: string): Build {
  const build = Object.hasOwn(state.builds, id) ? state.builds[id] : undefined;
  if (build === undefined) throw refuse('NOT_FOUND_ERROR', 'Entity not found.');
  if (tokenOf(request, state)?.accounts.includes(build.account) !== true) throw refuseAccess(id);
  return build;
}

function renderBuild({ archive, ...build }: Build, url: string): Record<string, unknown> {
  const address = archive === null ? null : `${url}/artifacts/eas/${archive}`;
  // https://docs.expo.dev/build/introduction/: only finished builds have artifacts.
  const artifacts =
    build.status === 'FINISHED' ? { applicationArchiveUrl: address, buildUrl: address, xcodeBuildLogsUrl: null } : null;
  const { account, ...told } = build;
  return { ...told, app: { ownerAccount: { name: account } }, artifacts };
}

/** Types of fields that hold objects. */
const TYPES: Readonly<Record<string, string>> = {
  builds: 'BuildQuery',
  byId: 'Build',
  artifacts: 'BuildArtifacts',
  error: 'BuildError',
  app: 'App',
  ownerAccount: 'Account',
};

type Resolve = (type: string, name: string, args: Readonly<Record<string, unknown>>) => unknown;

/** What a document selects. A field that the schema, or the emulator, does not know is refused, as GraphQL does. */
function project(
  type: string,
  object: Readonly<Record<string, unknown>>,
  selections: readonly Selection[],
  resolve: Resolve,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const selection of selections) {
    if (selection.kind === 'fragment') continue;
    const { name, key, args } = selection;
    const value = resolve(type, name, args) ?? (Object.hasOwn(object, name) ? object[name] : undefined);
    if (value === undefined)
      throw refuse('GRAPHQL_VALIDATION_FAILED', `Cannot query field "${name}" on type "${type}".`);
    result[key] = isRecord(value) ? project(TYPES[name] ?? '', value, selection.selections, resolve) : value;
  }
  return result;
}

/** A bucket takes one way to sign in, and the address is one. */
function sendArchive({ params, headers }: EmulatorRequest, archives: ReadonlyMap<string, Buffer>): Answer {
  if (headers['authorization'] !== undefined)
    return {
      status: 400,
      headers: { 'content-type': 'application/xml' },
      body: '<Error><Code>InvalidArgument</Code></Error>',
    };
  const bytes = archives.get(params['name'] ?? '');
  if (bytes === undefined)
    return {
      status: 404,
      headers: { 'content-type': 'application/xml' },
      body: '<Error><Code>NoSuchKey</Code></Error>',
    };
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: bytes };
}
