import { VendorError } from '#kit/errors';
import { list, nullable, number, oneOf, optional, record, text } from '#kit/shapes';
import { suite } from '#kit/suite';
import type { GitHub } from './client.ts';
import { explained } from './refusals.ts';

/** Of the states that GitHub has, those that can be set: https://docs.github.com/en/rest/deployments/statuses. */
export type DeploymentState = 'queued' | 'pending' | 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';

/** Something that goes to an environment, and how it stands. */
export interface DeploymentRecord {
  readonly environment: string;
  readonly task: string;
  /** Tells apart what goes to the same environment by the same task. */
  readonly key: string;
  /** Branch, tag or commit that it was made of. */
  readonly ref: string;
  readonly description: string;
  /** What else is kept with it. GitHub never changes it, so it is that of the first time. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly production: boolean;
  readonly status: DeploymentStatus;
}

export interface DeploymentStatus {
  readonly state: DeploymentState;
  /** What is longer than 140 characters is cut at a word. */
  readonly description: string;
  /** Of the run; it is no reason for a status of its own. */
  readonly logUrl?: string;
}

export interface Recorded {
  readonly did: 'created' | 'updated' | 'unchanged';
  /** Of GraphQL. The numbers of deployments have outgrown its Int (octokit/octokit.net#2893, Shopify/shipit-engine#1385). */
  readonly id: string;
}

const longestDescription = 140;
const pageSize = 100;
/** A thousand deployments of one environment: for one every hour, those of six weeks. */
const mostPages = 10;
/** Every creation is followed by a look at what came of it; so many are enough for three answers that were lost. */
const mostLooks = 5;

interface Found {
  readonly id: string;
  readonly status: { readonly state: string; readonly description: string } | undefined;
}

/**
 * Makes the deployment of this environment, task and key, or finds it, and adds a status unless the newest one says the same.
 * One request where nothing has changed, two for a new status, four for the first one. Nothing is merged, no check is waited
 * for, and no other deployment becomes inactive by it. After an answer that was lost it looks before it repeats.
 *
 * GitHub has no compare-and-swap for deployments. Should two at once make one each, both go on with the older one. Statuses are
 * kept for 90 days but for the newest (https://docs.github.com/en/rest/deployments/statuses): this is a view, and no memory.
 * @throws ConfigurationError (`github-permission-missing`), VendorError
 */
export async function recordDeployment(github: GitHub, wanted: DeploymentRecord): Promise<Recorded> {
  return explained(bring(github, wanted), { permission: 'deployments: write' });
}

async function bring(github: GitHub, wanted: DeploymentRecord): Promise<Recorded> {
  const description = cutDescription(wanted.status.description);
  const state = wanted.status.state.toUpperCase();
  let did: Recorded['did'] = 'unchanged';
  let made: Found | undefined;
  let failure: VendorError | undefined;
  for (let look = 1; look <= mostLooks; look += 1) {
    // A list may be older than what was just made.
    const found = (await find(github, wanted)) ?? made;
    try {
      if (found === undefined) {
        did = 'created';
        made = await create(github, wanted);
      } else if (found.status?.state === state && found.status.description === description) {
        return { did, id: found.id };
      } else {
        if (did === 'unchanged') did = 'updated';
        await addStatus(github, found.id, { ...wanted.status, description });
        return { did, id: found.id };
      }
    } catch (error) {
      // It may have happened all the same: look before anything is repeated.
      if (!(error instanceof VendorError) || !error.details.ambiguous) throw error;
      failure = error;
    }
  }
  throw failure ?? new Error(`the deployment ${wanted.key} was gone each time that it was looked at`);
}

/** On one line, and of at most 140 UTF-16 units, cut between words where there are any. */
export function cutDescription(description: string): string {
  const line = description.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longestDescription) return line;
  const room = line.slice(0, longestDescription - 1);
  const space = line[room.length] === ' ' ? room.length : room.lastIndexOf(' ');
  // Half a character, of those that need two units, is none.
  const cut = space > 0 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/[\s,;:.]+$/, '')}…`;
}

const listDocument = `query ($owner: String!, $name: String!, $environment: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    deployments(
      environments: [$environment]
      first: $first
      after: $after
      orderBy: { field: CREATED_AT, direction: DESC }
    ) {
      nodes { id task payload latestStatus { state description } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const statusShape = record({ state: text(50), description: optional(text(10_000)) }, 'ignored');
const nodeShape = record(
  {
    id: text(300, /./),
    task: optional(text(1_000)),
    payload: optional(text(1_000_000)),
    latestStatus: optional(statusShape),
  },
  'ignored',
);
const pageShape = record(
  {
    nodes: list(nullable(nodeShape)),
    pageInfo: record({ hasNextPage: oneOf([true, false]), endCursor: optional(text(1_000)) }, 'ignored'),
  },
  'ignored',
);
const listShape = record({ repository: record({ deployments: pageShape }, 'ignored') }, 'ignored');

/** Of those with this key the oldest, which is the same one for everybody. */
async function find(github: GitHub, { environment, task, key }: DeploymentRecord): Promise<Found | undefined> {
  let after: string | undefined;
  for (let page = 1; page <= mostPages; page += 1) {
    const question = {
      operation: `look at the deployments to ${environment}`,
      document: listDocument,
      variables: { owner: github.owner, name: github.name, environment, first: pageSize, after },
    };
    const { nodes, pageInfo } = (await github.graphql(question, listShape)).repository.deployments;
    // Newest first, and made within moments of each other where there are two: so they are of one page.
    const oldest = nodes.findLast((node) => node !== null && node.task === task && readKey(node.payload ?? '') === key);
    if (oldest !== null && oldest !== undefined) {
      const { id, latestStatus: status } = oldest;
      return { id, status: status && { state: status.state, description: status.description ?? '' } };
    }
    if (!pageInfo.hasNextPage || pageInfo.endCursor === undefined) return undefined;
    after = pageInfo.endCursor;
  }
  return undefined;
}

/** GraphQL gives the payload as JSON; of a payload that was a text, as JSON of JSON. */
function readKey(payload: string, depth = 0): unknown {
  let value: unknown;
  try {
    value = JSON.parse(payload) as unknown;
  } catch {
    return undefined;
  }
  if (typeof value === 'string' && depth === 0) return readKey(value, 1);
  return typeof value === 'object' && value !== null && Object.hasOwn(value, suite.name)
    ? (value as Readonly<Record<string, unknown>>)[suite.name]
    : undefined;
}

/** https://docs.github.com/en/rest/deployments/deployments#create-a-deployment: GraphQL knows no production environments. */
async function create(github: GitHub, wanted: DeploymentRecord): Promise<Found> {
  const { environment, task, key, ref, description, payload, production } = wanted;
  const question = {
    operation: `make the deployment to ${environment}`,
    route: 'POST /repos/{owner}/{repo}/deployments' as const,
    parameters: {
      ref,
      task,
      environment,
      description: cutDescription(description),
      payload: { ...payload, [suite.name]: key },
      production_environment: production,
      // By default GitHub merges the default branch into the ref, and refuses while any check is not green.
      auto_merge: false,
      required_contexts: [],
    },
  };
  const shape = record({ id: number('whole', 1, Number.MAX_SAFE_INTEGER), node_id: text(300, /./) }, 'ignored');
  return { id: (await github.read(question, shape)).node_id, status: undefined };
}

const statusDocument = `mutation ($input: CreateDeploymentStatusInput!) {
  createDeploymentStatus(input: $input) { deploymentStatus { state description } }
}`;

/** By GraphQL, since that is the id that there is. */
async function addStatus(github: GitHub, deploymentId: string, status: DeploymentStatus): Promise<void> {
  const { state, description, logUrl } = status;
  const input = {
    deploymentId,
    state: state.toUpperCase(),
    description,
    ...(logUrl === undefined ? {} : { logUrl }),
    autoInactive: false,
  };
  const question = { operation: 'add the status of the deployment', document: statusDocument, variables: { input } };
  const said = record({ state: oneOf([input.state]), description: optional(text(10_000)) }, 'ignored');
  const payload = record({ deploymentStatus: said }, 'ignored');
  await github.graphql(question, record({ createDeploymentStatus: payload }, 'ignored'));
}
