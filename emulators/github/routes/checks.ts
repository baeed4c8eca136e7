import { isRecord } from '../../base/data.ts';
import type { Answer } from '../../base/routes.ts';
import { resolveCommit } from '../git-graph.ts';
import { nodeId } from '../links.ts';
import { invalid, unprocessable } from '../refusals.ts';
import { renderApp } from '../renderers/users.ts';
import {
  answerCounted,
  findById,
  inRepository,
  optionalText,
  read,
  REPOSITORY,
  requireText,
  write,
  type Call,
  type GitHubRoute,
} from '../routing.ts';
import type { Schema } from '../schemas.ts';
import { nextId, type CheckConclusion, type CheckRun, type CheckStatus } from '../state.ts';

const DOCS = 'https://docs.github.com/en/rest/checks/runs?apiVersion=2022-11-28';

export const CHECK_ROUTES: readonly GitHubRoute[] = [
  {
    operation: 'checks/create',
    method: 'POST',
    path: `${REPOSITORY}/check-runs`,
    needs: { ...write('checks'), appOnly: true },
    source: `${DOCS}#create-a-check-run: apps only; a conclusion completes; 50 annotations and 65,535 characters at most`,
    handler: inRepository(createCheckRun),
  },
  {
    operation: 'checks/get',
    method: 'GET',
    path: `${REPOSITORY}/check-runs/{check_run_id}`,
    needs: read('checks'),
    source: `${DOCS}#get-a-check-run`,
    handler: inRepository((call) => answerRun(call, findById(call.repository.checkRuns, call.params['check_run_id']))),
  },
  {
    operation: 'checks/update',
    method: 'PATCH',
    path: `${REPOSITORY}/check-runs/{check_run_id}`,
    needs: { ...write('checks'), appOnly: true },
    source: `${DOCS}#update-a-check-run: annotations are added to those before`,
    handler: inRepository(updateCheckRun),
  },
  {
    operation: 'checks/list-for-ref',
    method: 'GET',
    path: `${REPOSITORY}/commits/{ref+}/check-runs`,
    needs: read('checks'),
    source: `${DOCS}#list-check-runs-for-a-git-reference: filter latest (default) is the newest of each name`,
    handler: inRepository(listCheckRuns),
  },
];

const STATUSES: readonly CheckStatus[] = ['queued', 'in_progress', 'completed', 'waiting', 'requested', 'pending'];
const CONCLUSIONS: readonly CheckConclusion[] = [
  'success',
  'failure',
  'neutral',
  'cancelled',
  'skipped',
  'timed_out',
  'action_required',
];

/** Per request. */
const MOST_ANNOTATIONS = 50;
/** Of `summary` and of `text`. */
const LONGEST_TEXT = 65_535;

function createCheckRun(call: Call): Answer {
  const { repository, state, at } = call;
  const name = requireText(call, 'CheckRun', 'name');
  const headSha = requireText(call, 'CheckRun', 'head_sha');
  if (resolveCommit(repository, headSha) !== headSha) throw unprocessable(`No commit found for SHA: ${headSha}`);
  const suiteId = repository.checkRuns.find((other) => other.headSha === headSha)?.suiteId ?? nextId(state);
  const run: CheckRun = {
    id: nextId(state),
    suiteId,
    name,
    headSha,
    status: 'queued',
    conclusion: null,
    externalId: '',
    detailsUrl: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    startedAt: at,
    completedAt: null,
  };
  applyFields(call, run);
  repository.checkRuns.push(run);
  return { ...answerRun(call, run), status: 201 };
}

function updateCheckRun(call: Call): Answer {
  const run = findById(call.repository.checkRuns, call.params['check_run_id']);
  applyFields(call, run);
  return answerRun(call, run);
}

function applyFields(call: Call, run: CheckRun): void {
  const status = readChoice(call, 'status', STATUSES);
  const conclusion = readChoice(call, 'conclusion', CONCLUSIONS);
  if (status === 'completed' && conclusion === undefined && run.conclusion === null) {
    throw invalid('CheckRun', 'conclusion', 'missing_field');
  }
  run.name = optionalText(call, 'CheckRun', 'name') ?? run.name;
  run.externalId = optionalText(call, 'CheckRun', 'external_id') ?? run.externalId;
  run.detailsUrl = optionalText(call, 'CheckRun', 'details_url') ?? run.detailsUrl;
  run.startedAt = optionalText(call, 'CheckRun', 'started_at') ?? run.startedAt;
  run.status = conclusion === undefined ? (status ?? run.status) : 'completed';
  run.conclusion = run.status === 'completed' ? (conclusion ?? run.conclusion) : null;
  run.completedAt =
    run.status === 'completed' ? (optionalText(call, 'CheckRun', 'completed_at') ?? run.completedAt ?? call.at) : null;
  applyOutput(call, run);
}

function applyOutput(call: Call, run: CheckRun): void {
  const { output } = call.body;
  if (!isRecord(output)) return;
  const { title, summary, text, annotations = [] } = output;
  if (typeof title !== 'string' && run.title === null) throw invalid('CheckRun', 'output.title', 'missing_field');
  if (typeof summary !== 'string') throw invalid('CheckRun', 'output.summary', 'missing_field');
  for (const [field, value] of Object.entries({ summary, text })) {
    if (typeof value === 'string' && value.length > LONGEST_TEXT) {
      throw invalid('CheckRun', field, 'custom', `${field} exceeds a maximum bytesize of ${LONGEST_TEXT}`);
    }
  }
  if (!Array.isArray(annotations) || annotations.length > MOST_ANNOTATIONS) {
    throw unprocessable(`Invalid request.\n\nNo more than ${MOST_ANNOTATIONS} items are allowed; annotations.`);
  }
  if (typeof title === 'string') run.title = title;
  run.summary = summary;
  if (typeof text === 'string') run.text = text;
  run.annotations.push(...(annotations as Record<string, unknown>[]));
}

function listCheckRuns(call: Call): Answer {
  const { params, query, repository } = call;
  const ref = params['ref'] ?? '';
  const sha = resolveCommit(repository, ref);
  if (sha === undefined) throw unprocessable(`No commit found for SHA: ${ref}`);
  const newestFirst = repository.checkRuns.filter((run) => run.headSha === sha).reverse();
  const latest = newestFirst.filter((run, index) => newestFirst.findIndex(({ name }) => name === run.name) === index);
  const found = (query['filter'] === 'all' ? newestFirst : latest)
    .filter((run) => query['check_name'] === undefined || run.name === query['check_name'])
    .filter((run) => query['status'] === undefined || run.status === query['status']);
  return answerCounted(
    call,
    'check_runs',
    found.map((run) => renderCheckRun(call, run)),
  );
}

function answerRun(call: Call, run: CheckRun): Answer {
  return { status: 200, body: renderCheckRun(call, run) };
}

function renderCheckRun({ repository, links }: Call, run: CheckRun): Schema<'check-run'> {
  const url = `${links.api}/check-runs/${run.id}`;
  const html = `${links.html}/runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId('CR', run.id),
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: html,
    details_url: run.detailsUrl ?? html,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suiteId },
    app: renderApp(links, repository.createdAt),
    pull_requests: [],
  };
}

function readChoice<T extends string>(call: Call, field: string, choices: readonly T[]): T | undefined {
  const value = optionalText(call, 'CheckRun', field);
  const choice = choices.find((candidate) => candidate === value);
  if (value !== undefined && choice === undefined) throw invalid('CheckRun', field, 'invalid');
  return choice;
}
