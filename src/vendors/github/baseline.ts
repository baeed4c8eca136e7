import type { Environment } from '#kit/child-env';
import type { Clock } from '#kit/clock';
import { CancelledError, describeError, ForeseenError, VendorError } from '#kit/errors';
import type { Http } from '#kit/http';
import { number, record, text } from '#kit/shapes';
import { artifactShape, downloadArtifact } from './artifacts.ts';
import type { Artifact, ArtifactRun } from './artifacts.ts';
import { createGitHub } from './client.ts';
import type { GitHub } from './client.ts';
import { findMergeBase, followFirstParents } from './commits.ts';
import { readComparison } from './event.ts';

export interface BaselineRequest<B extends { readonly commit: string }> {
  readonly http: Http;
  readonly clock: Clock;
  /** The runner's: repository, event, commit and endpoint. */
  readonly environment: Environment;
  /** With `actions: read` and `contents: read`; empty or absent without one. */
  readonly token: string | undefined;
  /** The artifact is `<name>-baseline`, with `baseline.json` in it. */
  readonly name: string;
  /** Reads `baseline.json`. Handed in, since the format is no concern of a client. */
  readonly read: (file: string) => { readonly baseline: B } | { readonly none: string };
}

export type BaselineSearch<B> =
  /** `distance` in first parents from the merge base (0) back. */
  { readonly baseline: B; readonly commit: string; readonly distance: number } | { readonly none: string };

/** First parents behind the merge base that are looked at. */
const furthest = 50;
const mostArtifactPages = 3;
/** Artifacts that are downloaded, should the nearest be damaged. */
const mostDownloads = 3;
const mostFileBytes = 4_000_000;
/** Limit for the whole search, in milliseconds: a comfort may not hold up a gate. */
const budgetMs = 60_000;

/**
 * Finds the figures of the default branch at the nearest first-parent ancestor of the merge base. Having none is a
 * result with its reason, whatever the cause: a gate never fails for it.
 *
 * An artifact counts only when a run of this repository made it from code of this repository, on the default branch, at
 * a commit of the chain, and when the file inside names that commit too. A pull request can have an artifact of any name
 * and content made; it cannot have one of these.
 * @throws CancelledError when the run is cancelled.
 */
export async function findBaseline<B extends { readonly commit: string }>(
  request: BaselineRequest<B>,
): Promise<BaselineSearch<B>> {
  const { environment, token } = request;
  if (token === undefined || token === '') return { none: 'there is no token to ask GitHub with' };
  try {
    return await search(createGitHub({ http: limitTime(request), environment, token }), request);
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    return { none: explain(error) };
  }
}

async function search<B extends { readonly commit: string }>(
  github: GitHub,
  request: BaselineRequest<B>,
): Promise<BaselineSearch<B>> {
  const home = await readHome(github);
  const chain = await findChain(github, request.environment, home.defaultBranch);
  if (typeof chain === 'string') return { none: chain };
  const distances = new Map(chain.map((commit, distance) => [commit, distance]));
  const { trusted, expired } = await findArtifacts(github, `${request.name}-baseline`, home, distances);
  const failures: string[] = [];
  for (const { artifact, run } of trusted.slice(0, mostDownloads)) {
    const read = await readArtifact(github, artifact, run, request.read);
    if ('baseline' in read) return { ...read, commit: run.headSha, distance: distances.get(run.headSha) ?? 0 };
    failures.push(read.none);
  }
  if (failures[0] !== undefined) return { none: failures[0] };
  const within = `the last ${chain.length === 1 ? 'commit' : `${chain.length} commits`} of ${home.defaultBranch} before the change`;
  if (expired) return { none: `what was kept for ${within} has expired` };
  return { none: `nothing was kept for ${within}` };
}

interface Home {
  readonly id: number;
  readonly defaultBranch: string;
}

/** From GitHub and not from the event, whose file any step before this one could have written. */
async function readHome(github: GitHub): Promise<Home> {
  const shape = record(
    { id: number('whole', 1, Number.MAX_SAFE_INTEGER), default_branch: text(1_000, /./) },
    'ignored',
  );
  const question = { operation: 'read the repository', route: 'GET /repos/{owner}/{repo}', parameters: {} } as const;
  const { id, default_branch: defaultBranch } = await github.read(question, shape);
  return { id, defaultBranch };
}

/** The merge base and its first parents, or why there is none. */
async function findChain(
  github: GitHub,
  environment: Environment,
  defaultBranch: string,
): Promise<readonly string[] | string> {
  const comparison = readComparison(environment, defaultBranch);
  if ('firstParentOf' in comparison) {
    const [, ...before] = await followFirstParents(github, comparison.firstParentOf, furthest + 2);
    return before.length === 0 ? `${comparison.firstParentOf} is the first commit of ${defaultBranch}` : before;
  }
  const start = await findMergeBase(github, comparison.base, comparison.head);
  if (start === undefined) return 'GitHub finds no commit that the change and its base have in common';
  return followFirstParents(github, start, furthest + 1);
}

interface Candidate {
  readonly artifact: Artifact;
  readonly run: ArtifactRun;
}

/** Those that can be trusted, the nearest first, of one commit the newest; and whether there were any but for their age. */
async function findArtifacts(
  github: GitHub,
  name: string,
  { id, defaultBranch }: Home,
  distances: ReadonlyMap<string, number>,
): Promise<{ trusted: readonly Candidate[]; expired: boolean }> {
  const question = {
    operation: 'list the baselines',
    route: 'GET /repos/{owner}/{repo}/actions/artifacts',
    parameters: { name },
  } as const;
  const found: Candidate[] = [];
  for await (const page of github.pages(question, artifactShape, mostArtifactPages, 'artifacts')) {
    for (const artifact of page) {
      const { run } = artifact;
      const ours =
        run !== null &&
        artifact.name === name &&
        run.repositoryId === id &&
        run.headRepositoryId === id &&
        run.headBranch === defaultBranch &&
        distances.has(run.headSha);
      if (ours) found.push({ artifact, run });
    }
    // Nothing can be nearer than the merge base itself.
    if (found.some(({ artifact, run }) => !artifact.expired && distances.get(run.headSha) === 0)) break;
  }
  const distance = ({ run }: Candidate): number => distances.get(run.headSha) ?? 0;
  const trusted = found
    .filter(({ artifact }) => !artifact.expired)
    .toSorted((a, b) => distance(a) - distance(b) || b.artifact.id - a.artifact.id);
  return { trusted, expired: found.length > trusted.length };
}

async function readArtifact<B extends { readonly commit: string }>(
  github: GitHub,
  artifact: Artifact,
  run: ArtifactRun,
  read: BaselineRequest<B>['read'],
): Promise<{ baseline: B } | { none: string }> {
  const downloaded = await downloadArtifact(github, artifact, { 'baseline.json': mostFileBytes });
  if ('none' in downloaded) return downloaded;
  const file = downloaded.files.get('baseline.json');
  if (file === undefined) return { none: `the artifact ${artifact.name} has no baseline.json in it` };
  const found = read(file.toString('utf8'));
  if ('none' in found) return { none: `baseline.json of ${run.headSha} cannot be used: ${found.none}` };
  return found.baseline.commit === run.headSha
    ? found
    : { none: `baseline.json of ${run.headSha} says that it is of ${found.baseline.commit}` };
}

/** The same HTTP, with an end for all requests together. */
function limitTime({ http, clock }: Pick<BaselineRequest<never>, 'http' | 'clock'>): Http {
  const endsAt = clock.now() + budgetMs;
  return { request: async (request) => http.request({ ...request, deadlineMs: Math.max(1, endsAt - clock.now()) }) };
}

/** By status, what a person can do about it. */
const refusals: Readonly<Record<number, string>> = {
  401: 'GitHub does not take the token',
  403: 'the token may not read artifacts or commits; the job needs "actions: read" and "contents: read"',
  404: 'GitHub shows this token no such repository, commit or artifact; the job needs "actions: read" and "contents: read"',
};

function explain(error: unknown): string {
  const refusal = error instanceof VendorError ? refusals[error.details.status ?? 0] : undefined;
  if (refusal !== undefined) return refusal;
  return error instanceof ForeseenError ? error.notes[0].text : describeError(error);
}
