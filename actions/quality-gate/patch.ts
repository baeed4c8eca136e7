import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Environment } from '#kit/child-env';
import { describeError } from '#kit/errors';
import type { Exec, Outcome } from '#kit/exec';
import type { Message } from '#kit/messages';
import { diffFlags, parseDiff } from '#reports/diff';
import { coverPatch } from '#reports/patch-coverage';
import type { PatchCoverage } from '#reports/patch-coverage';
import { mergeSources } from '#reports/source-coverage';
import type { SourceCoverage } from '#reports/source-coverage';
import { messages } from './messages.ts';

export interface PatchContext {
  readonly exec: Exec;
  /** Of the runner: names the event and the file of its payload. */
  readonly runner: Environment;
  /** For git. */
  readonly environment: Readonly<Record<string, string>>;
  readonly workspace: string;
}

/** What the event says that the changes are measured against. */
interface Range {
  readonly base: string;
  /** The commit that the author pushed; the checkout may be GitHub's merge of it. */
  readonly head: string;
  /** What `actions/checkout` has to fetch so that both are there. */
  readonly fetch: string;
}

export type PatchReading =
  | { readonly coverage: PatchCoverage; readonly base: string }
  /** Not a pull request and not a merge group: there is no patch to judge. */
  | { readonly none: string }
  | { readonly broken: Message };

const gitTimeoutMs = 60_000;

/** Coverage of the lines that a pull request or a merge group changes, from the coverage of all suites and packages. */
export async function readPatch(sources: readonly SourceCoverage[], context: PatchContext): Promise<PatchReading> {
  const range = readRange(context.runner);
  if (range !== undefined && 'unreadable' in range) return { broken: messages['patch-unreadable'](range.unreadable) };
  if (range === undefined)
    return { none: `the event ${context.runner['GITHUB_EVENT_NAME'] ?? ''} has no base to compare with` };
  const base = await findBase(range, context);
  if (base === undefined) return { broken: messages['patch-base-missing'](range.base.slice(0, 12), range.fetch) };
  const outcome = await git(context, ['diff', ...diffFlags, base, 'HEAD', '--']);
  if (!succeeded(outcome)) return { broken: messages['patch-unreadable'](outcome.tail.at(-1) ?? 'git diff failed') };
  try {
    const placed = mergeSources(sources)
      .map((source) => ({ ...source, path: relative(context.workspace, source.path).split(sep).join('/') }))
      .filter(({ path }) => !path.startsWith('..'));
    // The coverage knows every file in its scope, imported or not: what it does not know, it is not asked to cover.
    return { base, coverage: coverPatch(parseDiff(outcome.stdout ?? ''), placed, () => false) };
  } catch (error) {
    return { broken: messages['patch-unreadable'](describeError(error)) };
  }
}

interface Payload {
  readonly pull_request?: { readonly base: { readonly sha: string }; readonly head: { readonly sha: string } };
  readonly merge_group?: { readonly base_sha: string; readonly head_sha: string };
}

function readRange(runner: Environment): Range | { readonly unreadable: string } | undefined {
  const event = runner['GITHUB_EVENT_NAME'];
  if (event !== 'pull_request' && event !== 'pull_request_target' && event !== 'merge_group') return undefined;
  let payload: Payload;
  try {
    payload = JSON.parse(readFileSync(runner['GITHUB_EVENT_PATH'] ?? '', 'utf8')) as Payload;
  } catch (error) {
    return { unreadable: `the payload of the event cannot be read (${describeError(error)})` };
  }
  if (payload.merge_group !== undefined) {
    return { base: payload.merge_group.base_sha, head: payload.merge_group.head_sha, fetch: 'fetch-depth: 0' };
  }
  const { base, head } = payload.pull_request ?? {};
  return base === undefined || head === undefined
    ? undefined
    : { base: base.sha, head: head.sha, fetch: 'fetch-depth: 2' };
}

/**
 * By default a pull request is checked out as GitHub's merge of it into its base: then the first parent is the base as it
 * is now, and two commits of depth are enough. Otherwise the merge base of both, for which their history must be there.
 */
async function findBase({ base, head }: Range, context: PatchContext): Promise<string | undefined> {
  const parents = (await read(context, ['rev-list', '--parents', '--max-count=1', 'HEAD']))?.split(' ').slice(1) ?? [];
  if (parents.length === 2 && parents[1] === head) return parents[0];
  return read(context, ['merge-base', base, 'HEAD']);
}

async function read(context: PatchContext, args: readonly string[]): Promise<string | undefined> {
  const outcome = await git(context, args);
  return succeeded(outcome) ? outcome.stdout?.trim() : undefined;
}

async function git({ exec, environment, workspace }: PatchContext, args: readonly string[]): Promise<Outcome> {
  // A container's workspace belongs to another user, which git refuses to read unless it is told that this is fine.
  const safe = ['-c', `safe.directory=${workspace}`, '-c', 'core.quotePath=true'];
  return exec.run({
    name: 'git',
    file: 'git',
    args: [...safe, ...args],
    cwd: workspace,
    env: environment,
    timeoutMs: gitTimeoutMs,
    capture: true,
  });
}

function succeeded({ end }: Outcome): boolean {
  return end.kind === 'exited' && end.code === 0;
}
