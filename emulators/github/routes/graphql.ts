import { isRecord } from '../../base/data.ts';
import type { Answer, EmulatorRequest, HandlerContext } from '../../base/routes.ts';
import { parseGraphql, type Field, type GraphqlOperation } from '../../base/graphql-document.ts';
import { answerData, graphqlError, project, type GraphqlObject } from '../graphql-execution.ts';
import { repositoryObject } from '../graphql-objects.ts';
import type { Budget, RateLimits, Resource } from '../rate-limits.ts';
import {
  createCall,
  findRepository,
  read,
  toSeconds,
  write,
  type Call,
  type GitHubRoute,
  type Needs,
} from '../routing.ts';
import type { GitHubState } from '../state.ts';
import { createDeploymentStatus } from './graphql-deployments.ts';
import { createCommitOnBranch, updateRefs, type GraphqlCall } from './graphql-mutations.ts';

const DOCS = 'https://docs.github.com/en/graphql/reference';

/**
 * One route for each root field, so that the log, permissions and faults tell operations apart. A document with several root
 * fields, or with one that is not listed here, is refused with 501.
 */
export function createGraphqlRoutes(
  limits: RateLimits,
  budgetOf: (request: EmulatorRequest, resource: Resource) => Budget | undefined,
): readonly GitHubRoute[] {
  return [
    query(
      'graphql/deployments',
      'repository',
      read('deployments'),
      `${DOCS}/repos#repository`,
      queryRepository,
      'deployments',
    ),
    query('graphql/repository', 'repository', read('contents'), `${DOCS}/repos#repository`, queryRepository),
    query(
      'graphql/rateLimit',
      'rateLimit',
      { anyOf: [] },
      `${DOCS}/meta#ratelimit`,
      (field, request, _state, { now }) => {
        const budget = budgetOf(request, 'graphql');
        const usage = budget === undefined ? undefined : limits.usage(budget, now);
        const object: GraphqlObject = {
          type: 'RateLimit',
          fields: {
            limit: () => usage?.limit ?? 0,
            cost: () => 1,
            remaining: () => usage?.remaining ?? 0,
            used: () => usage?.used ?? 0,
            resetAt: () => toSeconds((usage?.reset ?? 0) * 1000),
          },
        };
        return answerData({ [field.key]: project(object, field.selections) });
      },
    ),
    mutation(
      'updateRefs',
      `${DOCS}/git#updaterefs: all or nothing; beforeOid must match, zeros for a ref that must not exist`,
      updateRefs,
    ),
    mutation(
      'createCommitOnBranch',
      `${DOCS}/commits#createcommitonbranch: expectedHeadOid must match`,
      createCommitOnBranch,
    ),
    mutation(
      'createDeploymentStatus',
      `${DOCS}/deployments#createdeploymentstatus: autoInactive true by default`,
      createDeploymentStatus,
      write('deployments'),
    ),
  ];
}

type Resolve = (field: Field, request: EmulatorRequest, state: GitHubState, context: HandlerContext) => Answer;

function query(
  operation: string,
  root: string,
  needs: Needs,
  source: string,
  resolve: Resolve,
  selects?: string,
): GitHubRoute {
  return {
    operation,
    method: 'POST',
    path: '/graphql',
    reads: true,
    when: (request) => {
      const field = rootField(request, 'query');
      return field?.name === root && (selects === undefined || selectsField(field, selects));
    },
    needs,
    source,
    handler: (request, state, context) => {
      const field = rootField(request, 'query');
      return field === undefined ? { status: 501 } : resolve(field, request, state, context);
    },
  };
}

function mutation(
  name: string,
  source: string,
  run: (call: GraphqlCall) => GraphqlObject,
  needs: Needs = write('contents'),
): GitHubRoute {
  return {
    operation: `graphql/${name}`,
    method: 'POST',
    path: '/graphql',
    when: (request) => rootField(request, 'mutation')?.name === name,
    needs,
    source,
    handler: (request, state, context) => {
      const field = rootField(request, 'mutation');
      const input = field?.args['input'];
      if (field === undefined || !isRecord(input)) {
        throw graphqlError('INVALID', [name], `Field '${name}' is missing required arguments: input`);
      }
      const payload = run({ request, state, context, input, name });
      return answerData({ [field.key]: project(payload, field.selections) });
    },
  };
}

function queryRepository(field: Field, request: EmulatorRequest, state: GitHubState, context: HandlerContext): Answer {
  const name = `${String(field.args['owner'])}/${String(field.args['name'])}`;
  if (findRepository(state, name) === undefined) {
    throw graphqlError('NOT_FOUND', [field.key], `Could not resolve to a Repository with the name '${name}'.`);
  }
  const call: Call = createCall(request, state, context, name);
  return answerData({ [field.key]: project(repositoryObject(call), field.selections) });
}

function rootField(request: EmulatorRequest, kind: GraphqlOperation['kind']): Field | undefined {
  const body = isRecord(request.body) ? request.body : {};
  const { query: document, variables } = body;
  if (typeof document !== 'string') return undefined;
  try {
    const operation = parseGraphql(document, isRecord(variables) ? variables : {});
    const [field] = operation.selections;
    const single = operation.kind === kind && operation.selections.length === 1;
    return single && field?.kind === 'field' ? field : undefined;
  } catch {
    return undefined;
  }
}

function selectsField(field: Field, name: string): boolean {
  return field.selections.some((selection) => selection.kind === 'field' && selection.name === name);
}
