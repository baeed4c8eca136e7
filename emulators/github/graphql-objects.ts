import { resolveCommit } from './git-graph.ts';
import { graphqlError, unknownToEmulator, type GraphqlObject, type GraphqlValue } from './graphql-execution.ts';
import { commitObject, objectByExpression, objectById, refObject } from './graphql-git.ts';
import { nodeId } from './links.ts';
import { currentState, keptStatuses } from './renderers/deployments.ts';
import type { Call } from './routing.ts';
import type { Deployment, DeploymentState, DeploymentStatus } from './state.ts';

type Args = Readonly<Record<string, unknown>>;

/** https://docs.github.com/en/graphql/reference/repos#repository, as far as the suite asks. */
export function repositoryObject(call: Call): GraphqlObject {
  const { repository, links } = call;
  return {
    type: 'Repository',
    fields: {
      id: () => nodeId('R', repository.id),
      databaseId: () => repository.id,
      name: () => repository.name,
      nameWithOwner: () => `${repository.owner}/${repository.name}`,
      isPrivate: () => repository.private,
      url: () => links.html,
      defaultBranchRef: () => refObject(call, `refs/heads/${repository.defaultBranch}`),
      ref: ({ qualifiedName }) => refObject(call, qualifyRef(call, String(qualifiedName))),
      object: ({ oid, expression }) =>
        typeof oid === 'string' ? objectById(call, oid) : objectByExpression(call, String(expression)),
      deployments: (args) =>
        connection('deployments', 'DeploymentConnection', selectDeployments(call, args), args, (item) =>
          deploymentObject(call, item),
        ),
    },
  };
}

/** https://docs.github.com/en/graphql/reference/deployments#deployment */
export function deploymentObject(call: Call, deployment: Deployment): GraphqlObject {
  const { repository, now } = call;
  const statuses = (): DeploymentStatus[] => keptStatuses(repository, deployment.id, now).reverse();
  const latest = (): GraphqlValue => {
    const [status] = statuses();
    return status === undefined ? null : statusObject(status);
  };
  return {
    type: 'Deployment',
    fields: {
      id: () => nodeId('DE', deployment.id),
      // An Int of GraphQL has 32 bits, which ids have outgrown (octokit/octokit.net#2893). What GitHub answers then is not known.
      databaseId: () => {
        if (deployment.id < 2 ** 31) return deployment.id;
        throw unknownToEmulator('the databaseId of a deployment beyond 32 bits');
      },
      commitOid: () => deployment.sha,
      commit: () => commitObject(call, deployment.sha),
      ref: () => refObject(call, qualifyRef(call, deployment.ref)),
      task: () => deployment.task,
      // GraphQL gives the payload as JSON text, REST as an object.
      payload: () => JSON.stringify(deployment.payload),
      environment: () => deployment.environment,
      latestEnvironment: () => deployment.environment,
      originalEnvironment: () => deployment.originalEnvironment,
      description: () => deployment.description,
      creator: () => ({ type: 'Bot', fields: { login: () => deployment.creator.replace(/\[bot\]$/, '') } }),
      createdAt: () => deployment.createdAt,
      updatedAt: () => deployment.updatedAt,
      state: () => STATES[currentState(repository, deployment.id) ?? 'pending'],
      latestStatus: latest,
      statuses: (args) => connection('statuses', 'DeploymentStatusConnection', statuses(), args, statusObject),
    },
  };
}

/** DeploymentState by the newest status; a successful deployment is ACTIVE. */
const STATES: Readonly<Record<DeploymentState, string>> = {
  error: 'ERROR',
  failure: 'FAILURE',
  inactive: 'INACTIVE',
  in_progress: 'IN_PROGRESS',
  queued: 'QUEUED',
  pending: 'PENDING',
  success: 'ACTIVE',
};

export function statusObject(status: DeploymentStatus): GraphqlObject {
  return {
    type: 'DeploymentStatus',
    fields: {
      id: () => nodeId('DES', status.id),
      state: () => status.state.toUpperCase(),
      description: () => status.description,
      environment: () => status.environment,
      environmentUrl: () => status.environmentUrl || null,
      logUrl: () => status.logUrl || null,
      createdAt: () => status.createdAt,
      updatedAt: () => status.createdAt,
    },
  };
}

function selectDeployments({ repository }: Call, { environments, orderBy }: Args): Deployment[] {
  const { field = 'CREATED_AT', direction = 'ASC' } = (orderBy ?? {}) as { field?: string; direction?: string };
  if (field !== 'CREATED_AT') throw unknownToEmulator(`the order of deployments by ${field}`);
  const wanted = Array.isArray(environments) ? (environments as unknown[]) : undefined;
  const oldestFirst = repository.deployments
    .filter(({ environment }) => wanted === undefined || wanted.includes(environment))
    // created_at counts seconds: the id decides within one.
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id - b.id);
  return direction === 'DESC' ? oldestFirst.reverse() : oldestFirst;
}

/** Records of one page: https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#node-limit. */
const MOST_RECORDS = 100;

function connection<T extends { id: number }>(
  name: string,
  type: string,
  items: readonly T[],
  { first, last, after, before }: Args,
  toObject: (item: T) => GraphqlObject,
): GraphqlObject {
  const size = first ?? last;
  if (typeof size !== 'number') {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
    throw graphqlError('MISSING_PAGINATION_BOUNDARIES', ['repository', name], message);
  }
  if (size > MOST_RECORDS) {
    const limit = `exceeds the \`${first === undefined ? 'last' : 'first'}\` limit of ${MOST_RECORDS} records.`;
    throw graphqlError(
      'EXCESSIVE_PAGINATION',
      ['repository', name],
      `Requesting ${size} records on the \`${name}\` connection ${limit}`,
    );
  }
  const start = typeof after === 'string' ? items.findIndex((item) => toCursor(item) === after) + 1 : 0;
  const end = typeof before === 'string' ? items.findIndex((item) => toCursor(item) === before) : items.length;
  const range = items.slice(start, Math.max(start, end));
  const page = first === undefined ? range.slice(Math.max(0, range.length - size)) : range.slice(0, size);
  const cursorOf = (item: T | undefined): string | null => (item === undefined ? null : toCursor(item));
  return {
    type,
    fields: {
      totalCount: () => items.length,
      nodes: () => page.map(toObject),
      edges: () =>
        page.map((item) => ({
          type: type.replace('Connection', 'Edge'),
          fields: { cursor: () => toCursor(item), node: () => toObject(item) },
        })),
      pageInfo: () => ({
        type: 'PageInfo',
        fields: {
          startCursor: () => cursorOf(page[0]),
          endCursor: () => cursorOf(page.at(-1)),
          hasPreviousPage: () => page[0] !== undefined && page[0] !== items[0],
          hasNextPage: () => page.at(-1) !== undefined && page.at(-1) !== items.at(-1),
        },
      }),
    },
  };
}

function toCursor({ id }: { id: number }): string {
  return Buffer.from(`cursor:${id}`).toString('base64');
}

function qualifyRef({ repository }: Call, name: string): string {
  const candidates = [name, `refs/heads/${name}`, `refs/tags/${name}`];
  const known = candidates.find((candidate) => repository.refs[candidate] !== undefined);
  return known ?? (resolveCommit(repository, name) === undefined ? name : `refs/heads/${name}`);
}
