import { nullable, number, record, text } from '#kit/shapes';
import type { GitHub } from './client.ts';

/** A run of a workflow, as GitHub itself tells it. */
export interface WorkflowRun {
  readonly id: number;
  readonly attempt: number;
  /** The event that started it. */
  readonly event: string;
  /** "success", "failure", "cancelled" ...; null while it runs. */
  readonly conclusion: string | null;
  readonly headSha: string;
  readonly headBranch: string;
  /** As owner/name, of a fork where the code came from one; null when that has been deleted. */
  readonly headRepository: string | null;
  /** Its page. */
  readonly url: string;
}

const positive = number('whole', 1, Number.MAX_SAFE_INTEGER);
const fullName = text(300, /^[\w.-]+\/[\w.-]+$/, 'owner/name');

const runShape = record(
  {
    id: positive,
    run_attempt: positive,
    event: text(100),
    conclusion: nullable(text(100)),
    head_sha: text(64, /^[0-9a-f]{40,64}$/),
    head_branch: nullable(text(1_000)),
    head_repository: nullable(record({ full_name: fullName }, 'ignored')),
    // It becomes a link, so nothing in it may end one.
    html_url: text(1_000, /^https:\/\/[\w.:/-]+$/, 'an address'),
  },
  'ignored',
);

/** @throws VendorError */
export async function readRun(github: GitHub, runId: number): Promise<WorkflowRun> {
  const question = {
    operation: 'read the run',
    route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
    parameters: { run_id: runId },
  } as const;
  const raw = await github.read(question, runShape);
  return {
    id: raw.id,
    attempt: raw.run_attempt,
    event: raw.event,
    conclusion: raw.conclusion,
    headSha: raw.head_sha,
    headBranch: raw.head_branch ?? '',
    headRepository: raw.head_repository?.full_name ?? null,
    url: raw.html_url,
  };
}

const timeShape = record(
  { run_started_at: text(30, /^\d{4}-\d\d-\d\dT/, 'a time'), conclusion: nullable(text(100)) },
  'ignored',
);
/** These never came to a step of ours. */
const idle: ReadonlySet<string> = new Set(['cancelled', 'skipped', 'startup_failure', 'stale']);

/**
 * When the runs of a workflow began that are over, the newest first, at most so many; milliseconds since the epoch. Needs `actions: read`.
 * @param file such as `mobile-promote.yml`
 * @throws VendorError
 */
export async function listRunTimes(github: GitHub, file: string, most: number): Promise<readonly number[]> {
  const question = {
    operation: 'list the runs of the workflow',
    route: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    parameters: { workflow_id: file, status: 'completed' },
  } as const;
  for await (const page of github.pages(question, timeShape, 1, 'workflow_runs')) {
    const ran = page.filter(({ conclusion }) => !idle.has(conclusion ?? ''));
    return ran.slice(0, most).map((run) => Date.parse(run.run_started_at));
  }
  return [];
}
