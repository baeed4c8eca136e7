import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { suggest } from '#kit/suggest';
import { eventNames } from '#rehearsal/engine/events';
import { openRehearsal } from '#rehearsal/engine/session';
import type { Rehearsal } from '#rehearsal/engine/session';
import type { RunResult } from '#rehearsal/engine/result';
import { renderRunPage } from '#rehearsal/report/run-page';
import { renderRunForTerminal } from '#rehearsal/report/run-terminal';
import type { Command } from './command.ts';
import { showLive } from './live.ts';
import type { RehearseArguments } from './rehearse-arguments.ts';
import { parseRehearseArguments } from './rehearse-arguments.ts';
import { rehearseWholeRelease, releaseUsage } from './rehearse-release.ts';
import type { Choice } from './rehearse-workflow.ts';
import { chooseWorkflow } from './rehearse-workflow.ts';

/** What a newcomer rehearses: the pull request of the example. */
const example = { path: 'examples/tracker', workflow: 'quality' };

export const rehearse: Command = {
  usage: `rehearse [PATH] [--workflow FILE] [--event NAME] [--payload FILE] [--input NAME=VALUE] [--job ID] [--log]
  ./slipway ${releaseUsage}`,
  summary:
    "Run a repository's workflow on this machine, as GitHub would; without PATH the example's pull request, and then a whole release.",
  run: async (args, root) => {
    if (args[0] === 'release') return rehearseWholeRelease(args.slice(1), root);
    const parsed = parseRehearseArguments(args);
    if (typeof parsed === 'string') return refuse(parsed);
    const folder = parsed.path === undefined ? join(root, example.path) : resolve(parsed.path);
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
      return refuse(`there is no folder "${parsed.path ?? folder}"`);
    const workflow = parsed.workflow ?? (parsed.path === undefined ? example.workflow : undefined);
    const choice = chooseWorkflow(folder, workflow, parsed.event);
    if (typeof choice === 'string') return refuse(choice);
    if (!eventNames.includes(choice.event)) {
      const near = suggest(choice.event, eventNames);
      return refuse(
        `the event "${choice.event}" is not rehearsed${near === undefined ? '' : `; did you mean "${near}"?`} There are: ${eventNames.join(', ')}`,
      );
    }
    const payload = readPayload(parsed.payload);
    if (typeof payload === 'string') return refuse(payload);
    const code = await rehearseFolder(root, folder, choice, parsed, payload);
    if (args.length > 0 || code !== 0) return code;
    console.log('\nAnd what comes after the merge: the same repository brings a release to everybody.\n');
    return rehearseWholeRelease([], root);
  },
};

function refuse(reason: string): number {
  console.error(`slipway rehearse: ${reason}`);
  return 2;
}

/** @returns what is wrong, as a text */
function readPayload(file: string | undefined): Readonly<Record<string, unknown>> | string {
  if (file === undefined) return {};
  if (!existsSync(file)) return `there is no file "${file}"`;
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    return `${file} holds no JSON object`;
  } catch (error) {
    return `${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function rehearseFolder(
  root: string,
  folder: string,
  { workflow, event }: Choice,
  { inputs, job, log }: RehearseArguments,
  payload: Readonly<Record<string, unknown>>,
): Promise<number> {
  const where = relative(process.cwd(), folder) || '.';
  console.log(`Rehearsing ${workflow} of ${where} for ${event}: in the environment that a runner gives, from dist/.`);
  const rehearsal = await openRehearsal({
    root: folder,
    suite: root,
    machine: process.env,
    at: new Date().toISOString(),
    toolCache: join(root, '.slipway/tool-cache'),
  });
  console.log(`${capitalize(rehearsal.snapshot.story)}.\n`);
  const live = showLive(process.stdout, log);
  const cancel = new AbortController();
  // Ctrl-C cancels as GitHub's button does. A second one changes nothing: what has to clean up still runs, and whoever does not
  // end by itself is ended after ten seconds.
  const onInterrupt = (): void => {
    cancel.abort();
  };
  process.on('SIGINT', onInterrupt);
  try {
    const result = await rehearsal.run({
      workflow,
      event,
      payload,
      inputs,
      ...(job === undefined ? {} : { job }),
      cancel: cancel.signal,
      onEvent: live.take,
    });
    live.end();
    console.log(`\n${renderRunForTerminal(result, process.stdout.isTTY)}`);
    keep(root, rehearsal, result);
    return result.conclusion === 'success' || result.conclusion === 'skipped' ? 0 : 1;
  } finally {
    live.end();
    process.off('SIGINT', onInterrupt);
    await rehearsal.close();
  }
}

/** Leaves the page and the artifacts where the person finds them. */
function keep(root: string, { folder }: Rehearsal, result: RunResult): void {
  const target = join(root, '.slipway');
  mkdirSync(target, { recursive: true });
  const page = join(target, 'rehearsal.html');
  writeFileSync(page, renderRunPage(result));
  const artifacts = join(target, 'artifacts');
  rmSync(artifacts, { recursive: true, force: true });
  const made = join(folder, 'runs', String(result.runNumber), 'artifacts');
  if (existsSync(made)) cpSync(made, artifacts, { recursive: true });
  console.log(`The same as a page: ${relative(process.cwd(), page)}`);
  if (existsSync(artifacts)) console.log(`Its artifacts: ${relative(process.cwd(), artifacts)}`);
}

function capitalize(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
