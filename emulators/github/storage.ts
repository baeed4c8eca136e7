import { createHash } from 'node:crypto';
import type { Answer, Route } from '../base/routes.ts';
import type { VendorManners } from '../base/server.ts';
import type { GitHubState } from './state.ts';

/** "The URL expires after 1 minute": https://docs.github.com/en/rest/actions/artifacts#download-an-artifact. */
const LIFETIME_MS = 60_000;

/** An address that gives an artifact's zip file to whoever holds it, for one minute from `now` (ms). */
export function signDownload(storageUrl: string, artifactId: number, now: number): string {
  const expires = now + LIFETIME_MS;
  return `${storageUrl}/artifacts/${artifactId}.zip?se=${expires}&sig=${sign(artifactId, expires)}`;
}

/**
 * The storage behind GitHub's redirects, a server of its own as in reality: a client that takes its credentials along to another
 * host is refused, as Azure's Blob Storage refuses a request with both a signature and an Authorization header.
 */
export const STORAGE_ROUTES: readonly Route<GitHubState>[] = [
  {
    operation: 'storage/download',
    method: 'GET',
    path: '/artifacts/{artifact}.zip',
    needs: undefined,
    source: 'https://learn.microsoft.com/en-us/rest/api/storageservices/service-sas-error-codes',
    handler: (request, state, { now }): Answer => {
      const { se: expires = '', sig } = request.query;
      const id = Number(request.params['artifact']);
      const artifact = Object.values(state.repositories)
        .flatMap(({ artifacts }) => artifacts)
        .find((candidate) => candidate.id === id);
      if (request.headers['authorization'] !== undefined) return failure(400, 'InvalidAuthenticationInfo');
      if (artifact === undefined) return failure(404, 'BlobNotFound');
      if (sig !== sign(id, Number(expires)) || now > Number(expires)) return failure(403, 'AuthenticationFailed');
      return {
        status: 200,
        headers: { 'content-type': 'application/zip' },
        body: Buffer.from(artifact.base64, 'base64'),
      };
    },
  },
];

export const STORAGE_MANNERS: VendorManners<GitHubState, unknown> = {
  identify: () => null,
  notFound: () => failure(404, 'ResourceNotFound'),
  fail: (status) => failure(status, 'ServerBusy'),
};

// Not a secret: it only shows that the address came from the emulator and was not put together.
function sign(artifactId: number, expires: number): string {
  return createHash('sha256').update(`${artifactId} ${expires}`).digest('hex');
}

function failure(status: number, code: string): Answer {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
