import { Refusal, type Answer } from '../../base/routes.ts';
import { notFound, refusal } from '../refusals.ts';
import { hasExpired, renderArtifact } from '../renderers/actions.ts';
import { answerCounted, findById, inRepository, read, REPOSITORY, type Call, type GitHubRoute } from '../routing.ts';
import type { Artifact } from '../state.ts';
import { signDownload } from '../storage.ts';
import { findRun } from './actions.ts';

const DOCS = 'https://docs.github.com/en/rest/actions/artifacts?apiVersion=2022-11-28';

/** @param storageUrl base URL of the storage that downloads are sent to, asked for at each request. */
export function createArtifactRoutes(storageUrl: () => string): readonly GitHubRoute[] {
  return [
    {
      operation: 'actions/list-artifacts-for-repo',
      method: 'GET',
      path: `${REPOSITORY}/actions/artifacts`,
      needs: read('actions'),
      source: `${DOCS}#list-artifacts-for-a-repository: by exact name; newest first`,
      handler: inRepository((call) => answerArtifacts(call, call.repository.artifacts)),
    },
    {
      operation: 'actions/list-workflow-run-artifacts',
      method: 'GET',
      path: `${REPOSITORY}/actions/runs/{run_id}/artifacts`,
      needs: read('actions'),
      source: `${DOCS}#list-workflow-run-artifacts`,
      handler: inRepository((call) => {
        const { id } = findRun(call);
        return answerArtifacts(
          call,
          call.repository.artifacts.filter(({ runId }) => runId === id),
        );
      }),
    },
    {
      operation: 'actions/download-artifact',
      method: 'GET',
      path: `${REPOSITORY}/actions/artifacts/{artifact_id}/{archive_format}`,
      needs: read('actions'),
      source: `${DOCS}#download-an-artifact: 302 to an address that is good for one minute; 410 when expired; only zip`,
      handler: inRepository((call) => downloadArtifact(call, storageUrl())),
    },
    {
      operation: 'actions/get-artifact',
      method: 'GET',
      path: `${REPOSITORY}/actions/artifacts/{artifact_id}`,
      needs: read('actions'),
      source: `${DOCS}#get-an-artifact`,
      handler: inRepository((call) => ({
        status: 200,
        body: renderArtifact(call.repository, call.links, findArtifact(call), call.now),
      })),
    },
  ];
}

function answerArtifacts(call: Call, artifacts: readonly Artifact[]): Answer {
  const { query, repository, links, now } = call;
  const found = artifacts.filter(({ name }) => query['name'] === undefined || name === query['name']);
  const newestFirst = [...found].sort((a, b) => (query['direction'] === 'asc' ? a.id - b.id : b.id - a.id));
  return answerCounted(
    call,
    'artifacts',
    newestFirst.map((artifact) => renderArtifact(repository, links, artifact, now)),
  );
}

function downloadArtifact(call: Call, storageUrl: string): Answer {
  const artifact = findArtifact(call);
  if (call.params['archive_format'] !== 'zip') throw notFound();
  if (hasExpired(artifact, call.now)) throw new Refusal(refusal(410, 'Artifact has expired'));
  return { status: 302, headers: { location: signDownload(storageUrl, artifact.id, call.now) } };
}

function findArtifact({ repository, params }: Call): Artifact {
  return findById(repository.artifacts, params['artifact_id']);
}
