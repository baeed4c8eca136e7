import { describeError, VendorError } from '#kit/errors';
import { nullable, number, oneOf, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import type { GitHub } from './client.ts';
import { readZip } from './zip.ts';

export interface Artifact {
  readonly id: number;
  readonly name: string;
  /** Of the zip archive, in bytes. */
  readonly size: number;
  readonly expired: boolean;
  /** Of which run; null when GitHub does not say all of it, as of a run that is gone: nobody's, so nobody trusts it. */
  readonly run: ArtifactRun | null;
}

export interface ArtifactRun {
  readonly id: number;
  /** The repository that the run belongs to, and the one that its code came from: another one for a fork. */
  readonly repositoryId: number;
  readonly headRepositoryId: number;
  readonly headBranch: string;
  readonly headSha: string;
}

/** Files by name, or why there are none. */
export type ArtifactFiles = { readonly files: ReadonlyMap<string, Buffer> } | { readonly none: string };

/** Bytes of an archive that we are ready to hold. */
const mostBytes = 32_000_000;

const id = number('whole', 1, Number.MAX_SAFE_INTEGER);

const runShape = record(
  {
    id,
    repository_id: id,
    head_repository_id: id,
    head_branch: nullable(text(1_000)),
    head_sha: text(64, /^[0-9a-f]{40,64}$/),
  },
  'ignored',
);

export const artifactShape: Shape<Artifact> = (value, where) => {
  const raw = record(
    {
      id,
      name: text(1_000),
      size_in_bytes: number('whole', 0, Number.MAX_SAFE_INTEGER),
      expired: oneOf([true, false]),
      workflow_run: readRun,
    },
    'ignored',
  )(value, where);
  return { id: raw.id, name: raw.name, size: raw.size_in_bytes, expired: raw.expired, run: raw.workflow_run };
};

function readRun(run: unknown, where: string): ArtifactRun | null {
  let raw: ReturnType<typeof runShape>;
  try {
    raw = runShape(run, where);
  } catch {
    return null;
  }
  return {
    id: raw.id,
    repositoryId: raw.repository_id,
    headRepositoryId: raw.head_repository_id,
    headBranch: raw.head_branch ?? '',
    headSha: raw.head_sha,
  };
}

/**
 * The newest artifact of a run by its exact name.
 * @throws VendorError
 */
export async function findRunArtifact(github: GitHub, runId: number, name: string): Promise<Artifact | undefined> {
  const question = {
    operation: 'list the artifacts of the run',
    route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
    parameters: { run_id: runId, name },
  } as const;
  const found: Artifact[] = [];
  for await (const page of github.pages(question, artifactShape, 3, 'artifacts'))
    found.push(...page.filter((artifact) => artifact.name === name && artifact.run?.id === runId));
  return found.toSorted((a, b) => b.id - a.id)[0];
}

/**
 * Downloads an artifact and takes the named files out of it. The API redirects to a storage on another host; `fetch`
 * leaves the token behind there (Fetch Standard, HTTP-redirect fetch).
 * @param limits most bytes of each file
 * @throws VendorError, but not for an artifact that has expired or is damaged: then the result is the reason.
 */
export async function downloadArtifact(
  github: GitHub,
  { id: artifactId, name, size, expired }: Artifact,
  limits: Readonly<Record<string, number>>,
): Promise<ArtifactFiles> {
  if (expired) return { none: `the artifact ${name} has expired` };
  if (size > mostBytes) return { none: `the artifact ${name} has ${size} bytes, and ${mostBytes} are the most` };
  try {
    const { body } = await github.send({
      operation: `download the artifact ${name}`,
      route: 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
      parameters: { artifact_id: artifactId, archive_format: 'zip' },
    });
    return { files: await readZip(body, limits) };
  } catch (error) {
    if (error instanceof SyntaxError) return { none: `the artifact ${name} cannot be read: ${describeError(error)}` };
    if (error instanceof VendorError && error.details.status === 410)
      return { none: `the artifact ${name} has expired` };
    throw error;
  }
}
