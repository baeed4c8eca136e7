import type { Action, Context } from '#kit/action';
import { ConfigurationError, describeError, VendorError } from '#kit/errors';
import { md } from '#kit/summary';
import { readFigures } from '#reports/quality-figures';
import { downloadArtifact, findRunArtifact } from '#vendors/github/artifacts';
import { createGitHub } from '#vendors/github/client';
import type { GitHub } from '#vendors/github/client';
import { upsertComment } from '#vendors/github/comments';
import { composeBody } from '#vendors/github/markers';
import type { StickyComment } from '#vendors/github/comments';
import { readTriggeringRun } from '#vendors/github/event';
import { findPullRequest } from '#vendors/github/pulls';
import { readRun } from '#vendors/github/runs';
import type { WorkflowRun } from '#vendors/github/runs';
import { describeRun } from './comment.ts';
import type { Left } from './comment.ts';
import { fields } from './inputs.ts';
import { messages } from './messages.ts';

type Fields = ReturnType<typeof fields>;

const outputs = { 'comment-url': '', 'pull-request': '' };

type CommentContext = Context<Fields, keyof typeof outputs>;

export const qualityComment: Action<Fields, keyof typeof outputs> = { name: 'quality-comment', fields, outputs, main };

/** Bytes of quality.json; what the reader takes at most is less. */
const mostFigures = 16_000_000;

async function main(context: CommentContext): Promise<void> {
  const { inputs, environment, http } = context;
  const runId = inputs.runId === undefined ? readRunId(context) : Number(inputs.runId);
  const github = createGitHub({ http: http(), environment, token: inputs.githubToken });
  try {
    await comment(context, github, runId);
  } catch (error) {
    throw explain(error, github, runId, inputs.pullRequest);
  }
}

async function comment(context: CommentContext, github: GitHub, runId: number): Promise<void> {
  const { inputs, outputs: out, log, summary } = context;
  const run = await readRun(github, runId);
  const found = await findTarget(github, run, inputs.pullRequest);
  if ('none' in found) {
    log.info(`nothing to comment on: ${found.none}`);
    summary.heading(2, 'quality-comment: nothing to comment on').paragraph(`${found.none}.`);
    return;
  }
  const left = await readLeft(github, run, inputs.name);
  if ('missing' in left) warn(context, left.missing);
  const sticky: StickyComment = {
    number: found.number,
    key: `quality-comment/${inputs.name}`,
    run,
    blocks: describeRun(inputs.name, run, left),
  };
  out.set({ 'pull-request': found.number });
  if (inputs.dryRun) {
    const body = composeBody(sticky);
    log.info(`dry run: this would be the comment on #${found.number}:\n${body}`);
    summary.heading(2, `quality-comment: a dry run, for #${found.number}`).code('markdown', body.split('\n'));
    return;
  }
  const { did, url } = await upsertComment(github, sticky);
  out.set({ 'comment-url': url });
  log.info(`comment on #${found.number}: ${says[did]} (${url})`);
  const link = { markdown: `[comment](${url})` };
  summary.heading(2, 'quality-comment: done').paragraph(md`The ${link} on #${found.number} ${says[did]}.`);
}

const says = {
  created: 'was written',
  updated: 'was changed',
  unchanged: 'says it already',
  outdated: 'is of a newer run, and was left alone',
} as const;

function readRunId({ environment }: CommentContext): number {
  let id: number | undefined;
  try {
    id = readTriggeringRun(environment);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ConfigurationError(messages['event-unreadable'](error.message));
  }
  if (id !== undefined) return id;
  throw new ConfigurationError(messages['run-unknown'](environment['GITHUB_EVENT_NAME'] ?? 'unknown'));
}

/** A number that was given is the caller's own word; without one only runs for pull requests have one. */
async function findTarget(
  github: GitHub,
  run: WorkflowRun,
  given: string | undefined,
): Promise<{ readonly number: number } | { readonly none: string }> {
  if (run.conclusion === null) return { none: `run ${run.id} is not over: its end will start this again` };
  if (given !== undefined) return { number: Number(given) };
  if (run.event !== 'pull_request') return { none: `run ${run.id} was started by ${run.event}, not by a pull request` };
  return findPullRequest(github, run);
}

/** The figures, taken for a stranger's: whatever is wrong with them is said in the comment, and never trusted. */
async function readLeft(github: GitHub, run: WorkflowRun, name: string): Promise<Left> {
  const artifact = await findRunArtifact(github, run.id, `${name}-reports`);
  if (artifact === undefined) return { missing: `the run kept no artifact ${name}-reports` };
  const downloaded = await downloadArtifact(github, artifact, { 'quality.json': mostFigures });
  if ('none' in downloaded) return { missing: downloaded.none };
  const file = downloaded.files.get('quality.json');
  if (file === undefined) return { missing: `the artifact ${artifact.name} has no quality.json in it` };
  try {
    const figures = readFigures(file.toString('utf8'));
    return figures.name === name ? { figures } : { missing: `quality.json is of the gate "${figures.name}"` };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { missing: `quality.json cannot be used: ${describeError(error)}` };
  }
}

function warn({ annotations, log }: CommentContext, reason: string): void {
  const { text, cure, id } = messages['figures-missing'](reason);
  annotations.add({ level: 'warning', message: `${text} ${cure} [${id}]` });
  log.info(`${text}\n   → ${cure}`);
}

/** What a refusal means for whoever wrote the workflow. */
function explain(error: unknown, github: GitHub, runId: number, given: string | undefined): unknown {
  if (!(error instanceof VendorError)) return error;
  const { status, operation, body = '' } = error.details;
  const repository = `${github.owner}/${github.name}`;
  const cause = { cause: error };
  if (status === 403) {
    const permission = permissions.find(([operations]) => operations.test(operation))?.[1] ?? 'pull-requests: write';
    return new ConfigurationError(messages['token-lacks-permission'](operation, permission, body), [], cause);
  }
  if (status === 404 && operation === 'read the run')
    return new ConfigurationError(messages['run-not-found'](runId, repository), [], cause);
  if (status === 404 && given !== undefined && operation === 'list the comments')
    return new ConfigurationError(messages['pull-request-not-found'](Number(given), repository), [], cause);
  return error;
}

const permissions: readonly (readonly [operations: RegExp, permission: string])[] = [
  [/run|artifact/, 'actions: read'],
  [/./, 'pull-requests: write'],
];
