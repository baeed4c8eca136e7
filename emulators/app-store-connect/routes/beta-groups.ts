import { isExpired } from '../beta-states.ts';
import { readDocument, readLinkages } from '../bodies.ts';
import { writeDate } from '../dates.ts';
import { createDeletion } from '../deletions.ts';
import { invalidRelationship, refuse, unprocessable } from '../refusals.ts';
import { APPLE } from '../resources/rows.ts';
import { answerWith, DONE, inCall, requireResource, type AscRoute, type Call } from '../routing.ts';
import { getResource, nextId, type BetaGroup, type Build } from '../state.ts';

export const BETA_GROUP_ROUTES: readonly AscRoute[] = [
  createDeletion('betaGroups', 'test'),
  {
    operation: 'betaGroups_updateInstance',
    method: 'PATCH',
    path: '/v1/betaGroups/{id}',
    needs: { task: 'test' },
    source: `${APPLE}/patch-v1-betagroups-_id_`,
    handler: inCall((call) => {
      const group = requireResource(call, 'betaGroups', call.id);
      const { attributes } = readDocument(call, {
        type: 'betaGroups',
        optional: ['name', 'publicLinkEnabled', 'feedbackEnabled'],
      });
      Object.assign(group.attributes, attributes);
      return answerWith(call, 200, 'betaGroups', group);
    }),
  },
  {
    operation: 'builds_betaGroups_createToManyRelationship',
    method: 'POST',
    path: '/v1/builds/{id}/relationships/betaGroups',
    needs: { task: 'test' },
    source: `${APPLE}/post-v1-builds-_id_-relationships-betagroups`,
    handler: inCall((call) => {
      const build = requireResource(call, 'builds', call.id);
      for (const id of readLinkages(call, 'betaGroups'))
        addToGroup(call, getResource(call.state, 'betaGroups', id), build);
      return DONE;
    }),
  },
  {
    operation: 'builds_betaGroups_deleteToManyRelationship',
    method: 'DELETE',
    path: '/v1/builds/{id}/relationships/betaGroups',
    needs: { task: 'test' },
    source: `${APPLE}/delete-v1-builds-_id_-relationships-betagroups`,
    handler: inCall((call) => {
      const build = requireResource(call, 'builds', call.id);
      for (const id of readLinkages(call, 'betaGroups'))
        removeFromGroup(getResource(call.state, 'betaGroups', id), build);
      return DONE;
    }),
  },
  {
    operation: 'betaGroups_builds_createToManyRelationship',
    method: 'POST',
    path: '/v1/betaGroups/{id}/relationships/builds',
    needs: { task: 'test' },
    source: `${APPLE}/post-v1-betagroups-_id_-relationships-builds`,
    handler: inCall((call) => {
      const group = requireResource(call, 'betaGroups', call.id);
      for (const id of readLinkages(call, 'builds')) addToGroup(call, group, getResource(call.state, 'builds', id));
      return DONE;
    }),
  },
  {
    operation: 'betaGroups_builds_deleteToManyRelationship',
    method: 'DELETE',
    path: '/v1/betaGroups/{id}/relationships/builds',
    needs: { task: 'test' },
    source: `${APPLE}/delete-v1-betagroups-_id_-relationships-builds`,
    handler: inCall((call) => {
      const group = requireResource(call, 'betaGroups', call.id);
      for (const id of readLinkages(call, 'builds')) removeFromGroup(group, getResource(call.state, 'builds', id));
      return DONE;
    }),
  },
  {
    operation: 'betaGroups_createInstance',
    method: 'POST',
    path: '/v1/betaGroups',
    needs: { task: 'test' },
    source: `${APPLE}/post-v1-betagroups`,
    handler: inCall((call) => {
      const { attributes, to } = readDocument(call, {
        type: 'betaGroups',
        required: ['name'],
        optional: ['isInternalGroup', 'hasAccessToAllBuilds', 'publicLinkEnabled', 'feedbackEnabled'],
        relationships: { app: 'apps' },
      });
      const group: BetaGroup = {
        id: nextId(call.state),
        attributes: {
          name: '',
          createdDate: writeDate(call.now),
          isInternalGroup: false,
          hasAccessToAllBuilds: false,
          publicLinkEnabled: false,
          feedbackEnabled: true,
          ...attributes,
        },
        to: { app: to['app'] ?? '' },
        lists: { builds: [] },
      };
      call.state.tables.betaGroups[group.id] = group;
      return answerWith(call, 201, 'betaGroups', group);
    }),
  },
];

function addToGroup({ now }: Call, group: BetaGroup, build: Build): void {
  // Reported with fastlane: a group that gets all builds by itself takes none by hand.
  if (group.attributes.hasAccessToAllBuilds) {
    throw refuse(invalidRelationship('betaGroups', 'Cannot add internal group to a build.', 422));
  }
  const isInternal = group.attributes.isInternalGroup;
  const wrong =
    group.to.app !== build.to.app ||
    build.attributes.processingState !== 'VALID' ||
    isExpired(build, now) ||
    (!isInternal && build.attributes.buildAudienceType === 'INTERNAL_ONLY');
  if (wrong) {
    throw refuse(unprocessable('Build is not assignable.', 'The build is not assignable to the group.'));
  }
  if (!group.lists.builds.includes(build.id)) group.lists.builds.push(build.id);
}

function removeFromGroup({ lists }: BetaGroup, build: Build): void {
  lists.builds = lists.builds.filter((id) => id !== build.id);
}
