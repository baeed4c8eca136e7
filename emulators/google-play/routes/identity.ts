import { isRecord } from '../../base/data.ts';
import type { Answer, EmulatorRequest, HandlerContext } from '../../base/routes.ts';
import type { Account } from '../accounts.ts';
import { refuse } from '../refusals.ts';
import { FREE, type PlayRoute } from '../routing.ts';
import type { PlayState } from '../state.ts';
import { issueToken } from '../tokens.ts';

const IMPERSONATE =
  'https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken';
const METADATA = 'https://cloud.google.com/compute/docs/metadata/querying-metadata';

/** https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken: an hour is the most by default. */
const LONGEST_S = 3_600;

/** What a machine's account is asked for where nobody says: https://cloud.google.com/compute/docs/access/service-accounts. */
const MACHINE_SCOPE = 'https://www.googleapis.com/auth/cloud-platform';

/** Ways to an access token beside the token endpoint: impersonation, and the metadata server of a machine. */
export function createIdentityRoutes(accounts: readonly Account[]): PlayRoute[] {
  const machine = (path: string, operation: string, answer: (call: MachineCall) => Answer): PlayRoute => ({
    operation,
    method: 'GET',
    path,
    // A token is made; nothing of the vendor's changes for others.
    reads: false,
    needs: FREE,
    source: METADATA,
    handler: (request, state, { now }) =>
      onMachine(request, accounts, (account) => answer({ request, state, now, account })),
  });
  return [
    {
      operation: 'iamcredentials.generateAccessToken',
      method: 'POST',
      path: '/v1/projects/-/serviceAccounts/{email}:generateAccessToken',
      needs: { api: 'iam' },
      source: IMPERSONATE,
      handler: (request, state, context) => impersonate(accounts, request, state, context),
    },
    machine('/', 'metadata.root', () => ({ status: 200, body: 'computeMetadata/\n' })),
    machine('/computeMetadata/v1/instance', 'metadata.instance', () => ({ status: 200, body: 'service-accounts/\n' })),
    machine('/computeMetadata/v1/project/project-id', 'metadata.project-id', () => ({
      status: 200,
      body: 'example-project',
    })),
    machine('/computeMetadata/v1/universe/universe-domain', 'metadata.universe-domain', () => ({
      status: 200,
      body: 'googleapis.com',
    })),
    machine('/computeMetadata/v1/instance/service-accounts/default/email', 'metadata.email', ({ account }) => ({
      status: 200,
      body: account.email,
    })),
    machine('/computeMetadata/v1/instance/service-accounts/default/token', 'metadata.token', (call) => {
      const scopes = (call.request.query['scopes'] ?? MACHINE_SCOPE).split(/[ ,]/).filter((scope) => scope !== '');
      return { status: 200, body: issueToken(call.state, call.account.email, scopes, call.now) };
    }),
  ];
}

interface MachineCall {
  readonly request: EmulatorRequest;
  readonly state: PlayState;
  readonly now: number;
  readonly account: Account;
}

/** Without the header a page in a browser could be made to ask: the metadata server refuses it. */
function onMachine(
  request: EmulatorRequest,
  accounts: readonly Account[],
  answer: (account: Account) => Answer,
): Answer {
  const headers = { 'metadata-flavor': 'Google', 'content-type': 'application/text' };
  const account = accounts.find(({ attached }) => attached);
  if (account === undefined) return { status: 404, headers, body: 'Not Found' };
  if (request.headers['metadata-flavor'] !== 'Google' && request.path !== '/') {
    return { status: 403, headers, body: 'Missing Metadata-Flavor:Google header.' };
  }
  const given = answer(account);
  const isText = typeof given.body === 'string';
  return { ...given, headers: isText ? headers : { 'metadata-flavor': 'Google' } };
}

function impersonate(
  accounts: readonly Account[],
  request: EmulatorRequest,
  state: PlayState,
  { now, actor }: HandlerContext,
): Answer {
  const target = accounts.find(({ email }) => email === request.params['email']);
  if (target?.impersonators.includes(actor) !== true) {
    throw refuse(
      'PERMISSION_DENIED',
      `Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist).`,
    );
  }
  const { scope, lifetime = `${LONGEST_S}s` } = isRecord(request.body) ? request.body : {};
  // A single text is taken for a list of one: Google's Ruby client sends it so.
  const scopes = (Array.isArray(scope) ? scope : [scope]).filter((one) => typeof one === 'string' && one !== '');
  if (scopes.length === 0) throw refuse('INVALID_ARGUMENT', 'The scope field must contain at least one scope.');
  const seconds = Number(/^(\d+)s$/.exec(String(lifetime))?.[1] ?? NaN);
  if (!(seconds > 0 && seconds <= LONGEST_S)) {
    throw refuse('INVALID_ARGUMENT', `Invalid value at 'lifetime': ${JSON.stringify(lifetime)}`);
  }
  const token = issueToken(state, target.email, scopes.map(String), now, seconds);
  const expireTime = new Date(now + seconds * 1_000).toISOString().replace(/\.\d+Z$/, 'Z');
  return { status: 200, body: { accessToken: token.access_token, expireTime } };
}
