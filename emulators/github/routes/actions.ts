import { isRecord } from '../../base/data.ts';
import type { Answer } from '../../base/routes.ts';
import { resolveCommit } from '../git-graph.ts';
import { notFound, unprocessable } from '../refusals.ts';
import { renderJob, renderRun } from '../renderers/actions.ts';
import {
  answerCounted,
  findById,
  inRepository,
  read,
  REPOSITORY,
  requireText,
  write,
  type Call,
  type GitHubRoute,
} from '../routing.ts';
import type { Schema } from '../schemas.ts';
import { nextId, type Workflow, type WorkflowRun } from '../state.ts';
import { versionOf } from '../versions.ts';

const DOCS = 'https://docs.github.com/en/rest/actions';

export const ACTIONS_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'actions/list-workflow-runs-for-repo',
    method: 'GET',
    path: `${REPOSITORY}/actions/runs`,
    needs: read('actions'),
    source: `${DOCS}/workflow-runs#list-workflow-runs-for-a-repository: newest first; status takes a conclusion too; 1,000 results at most`,
    handler: inRepository((call) => answerRuns(call, call.repository.runs)),
  },
  {
    operation: 'actions/list-workflow-runs',
    method: 'GET',
    path: `${REPOSITORY}/actions/workflows/{workflow_id}/runs`,
    needs: read('actions'),
    source: `${DOCS}/workflow-runs#list-workflow-runs-for-a-workflow: by id or file name`,
    handler: inRepository((call) => {
      const { id } = findWorkflow(call);
      return answerRuns(
        call,
        call.repository.runs.filter(({ workflowId }) => workflowId === id),
      );
    }),
  },
  {
    operation: 'actions/get-workflow-run',
    method: 'GET',
    path: `${REPOSITORY}/actions/runs/{run_id}`,
    needs: read('actions'),
    source: `${DOCS}/workflow-runs#get-a-workflow-run`,
    handler: inRepository((call) => ({ status: 200, body: renderRun(call.repository, call.links, findRun(call)) })),
  },
  {
    operation: 'actions/list-jobs-for-workflow-run',
    method: 'GET',
    path: `${REPOSITORY}/actions/runs/{run_id}/jobs`,
    needs: read('actions'),
    source: `${DOCS}/workflow-jobs#list-jobs-for-a-workflow-run: filter latest (default) is the last attempt`,
    handler: inRepository(listJobs),
  },
  {
    operation: 'actions/create-workflow-dispatch',
    method: 'POST',
    path: `${REPOSITORY}/actions/workflows/{workflow_id}/dispatches`,
    needs: write('actions'),
    source: `${DOCS}/workflows#create-a-workflow-dispatch-event: 204, or 200 with the run if return_run_details or from version 2026-03-10`,
    handler: inRepository(dispatchWorkflow),
  },
];

/** Results of a filtered list of runs. */
const MOST_RUNS = 1_000;
/** Properties of a dispatch's inputs. */
const MOST_INPUTS = 25;

function answerRuns(call: Call, runs: readonly WorkflowRun[]): Answer {
  const { query, repository, links } = call;
  const filters: readonly ((run: WorkflowRun) => boolean)[] = [
    (run) => query['branch'] === undefined || run.headBranch === query['branch'],
    (run) => query['event'] === undefined || run.event === query['event'],
    (run) => query['actor'] === undefined || run.actor === query['actor'],
    (run) => query['head_sha'] === undefined || run.headSha === query['head_sha'],
    (run) => query['status'] === undefined || run.status === query['status'] || run.conclusion === query['status'],
    (run) => isCreatedWithin(run.createdAt, query['created']),
  ];
  const newestFirst = runs.filter((run) => filters.every((fits) => fits(run))).sort((a, b) => b.id - a.id);
  return answerCounted(
    call,
    'workflow_runs',
    newestFirst.slice(0, MOST_RUNS).map((run) => renderRun(repository, links, run)),
  );
}

/**
 * GitHub's search syntax for dates: `>=t`, `>t`, `<=t`, `<t`, `a..b` with `*` for an open end, or a day.
 * https://docs.github.com/search-github/getting-started-with-searching-on-github/understanding-the-search-syntax#query-for-dates
 */
function isCreatedWithin(createdAt: string, range: string | undefined): boolean {
  if (range === undefined) return true;
  const time = Date.parse(createdAt);
  const between = /^(.+)\.\.(.+)$/.exec(range);
  if (between !== null) {
    const [from = '', to = ''] = between.slice(1);
    return (from === '*' || time >= Date.parse(from)) && (to === '*' || time <= endOf(to));
  }
  const [, operator = '', bound = ''] = /^(>=|<=|>|<|)(.+)$/.exec(range) ?? [];
  const comparisons: Readonly<Record<string, boolean>> = {
    '>=': time >= Date.parse(bound),
    '>': time > Date.parse(bound),
    '<=': time <= endOf(bound),
    '<': time < Date.parse(bound),
    '': time >= Date.parse(bound) && time <= endOf(bound),
  };
  return comparisons[operator] ?? false;
}

// A day without a time ends at its last millisecond.
function endOf(date: string): number {
  return Date.parse(date) + (/^\d{4}-\d{2}-\d{2}$/.test(date) ? 86_400_000 - 1 : 0);
}

function listJobs(call: Call): Answer {
  const { repository, links, query } = call;
  const run = findRun(call);
  const jobs = repository.jobs.filter(
    (job) => job.runId === run.id && (query['filter'] === 'all' || job.attempt === run.attempt),
  );
  return answerCounted(
    call,
    'jobs',
    jobs.map((job) => renderJob(repository, links, job)),
  );
}

function dispatchWorkflow(call: Call): Answer {
  const { request, repository, state, body, links, actor, at } = call;
  const workflow = findWorkflow(call);
  const ref = requireText(call, 'Workflow', 'ref');
  const headSha = resolveCommit(repository, ref);
  const inputs = body['inputs'] ?? {};
  if (headSha === undefined) throw unprocessable(`No ref found for: ${ref}`);
  if (!workflow.dispatchable) throw unprocessable("Workflow does not have 'workflow_dispatch' trigger");
  if (!isRecord(inputs) || Object.keys(inputs).length > MOST_INPUTS) {
    throw unprocessable(`Invalid request.\n\nNo more than ${MOST_INPUTS} properties are allowed; inputs.`);
  }
  const run: WorkflowRun = {
    id: nextId(state),
    workflowId: workflow.id,
    runNumber: repository.runs.filter(({ workflowId }) => workflowId === workflow.id).length + 1,
    attempt: 1,
    event: 'workflow_dispatch',
    status: 'queued',
    conclusion: null,
    headBranch: ref.replace(/^refs\/(heads|tags)\//, ''),
    headSha,
    headOwner: repository.owner,
    actor,
    inputs,
    createdAt: at,
    updatedAt: at,
  };
  repository.runs.push(run);
  if (versionOf(request) === '2022-11-28' && body['return_run_details'] !== true) return { status: 204 };
  const details: Schema<'workflow-dispatch-response'> = {
    workflow_run_id: run.id,
    run_url: `${links.api}/actions/runs/${run.id}`,
    html_url: `${links.html}/actions/runs/${run.id}`,
  };
  return { status: 200, body: details };
}

/** The run of the path; 404 where there is none. */
export function findRun({ repository, params }: Call): WorkflowRun {
  return findById(repository.runs, params['run_id']);
}

function findWorkflow({ repository, params }: Call): Workflow {
  const wanted = params['workflow_id'] ?? '';
  const workflow = repository.workflows.find(({ id, path }) => `${id}` === wanted || path.endsWith(`/${wanted}`));
  if (workflow === undefined) throw notFound();
  return workflow;
}
