import { graphqlError, type GraphqlObject } from '../graphql-execution.ts';
import { deploymentObject, statusObject } from '../graphql-objects.ts';
import { fromNodeId } from '../links.ts';
import { createCall } from '../routing.ts';
import { DEPLOYMENT_STATES } from '../state.ts';
import { addStatus, LONGEST_DESCRIPTION, retirePredecessors } from './deployment-statuses.ts';
import type { GraphqlCall } from './graphql-mutations.ts';

/** Adds a status to a deployment that is named by its node id. */
export function createDeploymentStatus({ request, state, context, input, name }: GraphqlCall): GraphqlObject {
  const id = fromNodeId('DE', text(input['deploymentId']));
  const owner = Object.entries(state.repositories).find(([, { deployments }]) =>
    deployments.some((deployment) => `${deployment.id}` === id),
  );
  const deployment = owner?.[1].deployments.find((one) => `${one.id}` === id);
  if (owner === undefined || deployment === undefined) {
    const message = `Could not resolve to a node with the global id of '${text(input['deploymentId'])}'`;
    throw graphqlError('NOT_FOUND', [name], message);
  }
  const call = createCall(request, state, context, owner[0]);
  const wanted = DEPLOYMENT_STATES.find((one) => one.toUpperCase() === input['state']);
  if (wanted === undefined) throw graphqlError('INVALID', [name], 'state is required.');
  const description = text(input['description']);
  if (description.length > LONGEST_DESCRIPTION)
    throw graphqlError('UNPROCESSABLE', [name], 'Description is too long (maximum is 140 characters)');
  const status = addStatus(call, deployment, {
    state: wanted,
    description,
    logUrl: text(input['logUrl']),
    environmentUrl: text(input['environmentUrl']),
  });
  deployment.updatedAt = call.at;
  if (wanted === 'success' && input['autoInactive'] !== false) retirePredecessors(call, deployment);
  return {
    type: 'CreateDeploymentStatusPayload',
    fields: {
      clientMutationId: () => null,
      deployment: () => deploymentObject(call, deployment),
      deploymentStatus: () => statusObject(status),
    },
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
