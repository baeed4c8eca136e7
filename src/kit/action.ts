import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createAnnotations } from './annotations.ts';
import type { Annotations } from './annotations.ts';
import type { Environment } from './child-env.ts';
import type { Clock } from './clock.ts';
import { describeError, exitCodes, ForeseenError } from './errors.ts';
import { createExec } from './exec.ts';
import type { Exec } from './exec.ts';
import { renderFailure } from './failure.ts';
import type { Fetch } from './fetch.ts';
import { createHttp } from './http.ts';
import type { Http } from './http.ts';
import { readInputs } from './inputs.ts';
import type { Fields, Values } from './inputs.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';
import { kitMessages } from './messages.ts';
import { createOutputs } from './outputs.ts';
import type { Outputs } from './outputs.ts';
import { useProxy } from './proxy.ts';
import type { Runner } from './runner.ts';
import { createVault } from './secrets.ts';
import type { Vault } from './secrets.ts';
import { createState } from './state.ts';
import type { State } from './state.ts';
import { createSummary } from './summary.ts';
import type { Summary } from './summary.ts';
import { createTemp, removeLeftTemp } from './temp.ts';
import type { Temp } from './temp.ts';

/** What the process gives an action. A rehearsal or a test gives its own. */
export interface Host {
  readonly environment: Environment;
  readonly runner: Runner;
  readonly clock: Clock;
  readonly fetch: Fetch;
  /** Monotonic milliseconds, for durations of local work. */
  readonly elapsed: () => number;
  readonly random: () => number;
  /** Aborts when the runner cancels the step (reason: `CancelledError`), or with an error that nobody caught. */
  readonly cancel: AbortSignal;
}

export interface Action<F extends Fields, O extends string> {
  readonly name: string;
  /** The folder fields need to know where the workspace is. */
  readonly fields: (workspace: string) => F;
  /** Every output with the value that it has until more is known: the negative one. `result` is the kit's own. */
  readonly outputs: Readonly<Record<O, string>>;
  readonly main: (context: Context<F, O>) => Promise<void>;
  /** Runs after the job, also when `main` failed. The temporary folder is removed without it. */
  readonly post?: (context: PostContext) => Promise<void>;
}

export interface PostContext {
  readonly workspace: string;
  readonly environment: Environment;
  readonly log: Log;
  readonly state: State;
  readonly clock: Clock;
  readonly http: () => Http;
}

export interface Context<F extends Fields, O extends string> extends PostContext {
  readonly inputs: Values<F>;
  readonly outputs: Outputs<O>;
  readonly annotations: Annotations;
  readonly summary: Summary;
  readonly exec: Exec;
  readonly temp: Temp;
  readonly vault: Vault;
  readonly elapsed: () => number;
  readonly signal: AbortSignal;
}

export type Phase = 'main' | 'post';

/** How an action ended, as its output `result` says it. */
export type Result = 'success' | 'failure' | 'misconfigured' | 'vendor-error' | 'cancelled' | 'error';

const results: Readonly<Record<ForeseenError['fault'], Result>> = {
  gate: 'failure',
  configuration: 'misconfigured',
  vendor: 'vendor-error',
  cancelled: 'cancelled',
  ours: 'error',
};

/**
 * Runs one phase of an action from the masks to the exit code. Never throws: what is thrown inside becomes an
 * annotation, a section of the summary, the output `result` and an exit code that is not 0.
 */
export async function runAction<F extends Fields, O extends string>(
  action: Action<F, O>,
  phase: Phase,
  host: Host,
): Promise<number> {
  const { environment, runner, clock } = host;
  const vault = createVault((form) => {
    runner.mask(form);
  });
  const log = createLog(runner, vault, clock);
  const state = createState(log, vault);
  const workspace = environment['GITHUB_WORKSPACE'] ?? process.cwd();
  const shared: PostContext = { workspace, environment, log, state, clock, http: () => openHttp(host, log) };
  const code = phase === 'post' ? await runPost(action, shared) : await runMain(action, host, shared, vault);
  log.close();
  return code;
}

async function runMain<F extends Fields, O extends string>(
  action: Action<F, O>,
  host: Host,
  shared: PostContext,
  vault: Vault,
): Promise<number> {
  const { environment, log, state, workspace } = shared;
  const annotations = createAnnotations(log, vault);
  const summary = createSummary();
  const temp = createTemp(tempRoot(environment), action.name, state);
  const exec = createExec(log, host.cancel, host.elapsed);
  let outputs: Outputs<O | 'result'> | undefined;
  let failure: ForeseenError | undefined;
  try {
    outputs = createOutputs<O | 'result'>({ ...action.outputs, result: 'error' }, log, vault);
    const inputs = readInputs(action.name, action.fields(workspace), environment, vault);
    const { cancel: signal, elapsed } = host;
    await action.main({ ...shared, inputs, outputs, annotations, summary, exec, temp, vault, elapsed, signal });
    host.cancel.throwIfAborted();
  } catch (error) {
    failure = toForeseen(host.cancel.aborted ? host.cancel.reason : error, log);
  }
  await exec.close();
  try {
    outputs?.set(finalOutputs(action.outputs, failure) as Partial<Record<O | 'result', string>>);
  } catch (error) {
    failure ??= toForeseen(error, log);
  }
  removeTemp(temp, log);
  if (failure !== undefined) reportFailure(action.name, failure, { log, annotations, summary, vault });
  else annotations.flush();
  writeSummary(environment, summary, log, vault);
  return failure === undefined ? 0 : exitCodes[failure.fault];
}

/** What cannot be removed now is removed by `post`, or by the runner after the job; it changes no verdict. */
function removeTemp(temp: Temp, log: Log): void {
  try {
    temp.remove();
  } catch (error) {
    log.info(`temporary files could not be removed: ${describeError(error)}`);
  }
}

/** A step that failed elsewhere than in its own verdict takes back a verdict that it may have given before. */
function finalOutputs(
  negatives: Readonly<Record<string, string>>,
  failure: ForeseenError | undefined,
): Record<string, string> {
  if (failure === undefined) return { result: 'success' };
  const verdict = failure.described || negatives['verdict'] === undefined ? {} : { verdict: negatives['verdict'] };
  return { result: results[failure.fault], ...verdict };
}

async function runPost<F extends Fields, O extends string>(action: Action<F, O>, shared: PostContext): Promise<number> {
  // The job's verdict stands already; a failure to clean up is told, and changes nothing.
  try {
    await action.post?.(shared);
    const removed = removeLeftTemp(tempRoot(shared.environment), action.name, shared.state);
    if (removed !== '') shared.log.debug(`removed ${removed}`);
  } catch (error) {
    shared.log.speak((runner) => {
      runner.annotate('warning', `${action.name}: cleaning up failed: ${describeError(error)}`, {});
    });
  }
  return 0;
}

function openHttp(host: Host, log: Log): Http {
  useProxy(host.environment);
  return createHttp({ fetch: host.fetch, clock: host.clock, log, signal: host.cancel, random: host.random });
}

function tempRoot(environment: Environment): string {
  return environment['RUNNER_TEMP'] ?? tmpdir();
}

function toForeseen(error: unknown, log: Log): ForeseenError {
  if (error instanceof ForeseenError) return error;
  // A defect of ours: the stack is for whoever gets the report.
  log.info(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return new ForeseenError('ours', [kitMessages['internal-error'](describeError(error))], { cause: error });
}

interface Voices {
  readonly log: Log;
  readonly annotations: Annotations;
  readonly summary: Summary;
  readonly vault: Vault;
}

function reportFailure(action: string, failure: ForeseenError, { log, annotations, summary, vault }: Voices): void {
  const rendered = renderFailure(action, failure);
  // The verdict's own line keeps a place of the ten.
  const leftOut = annotations.flush(1);
  const hidden = leftOut.error + leftOut.warning + leftOut.notice;
  const more = hidden === 0 ? '' : ` (${hidden} more annotations than GitHub shows: see the job summary)`;
  log.speak((runner) => {
    runner.annotate('error', vault.redact(`${rendered.headline}${more}`), { title: `${action}: ${rendered.title}` });
  });
  for (const line of rendered.lines) log.info(line);
  rendered.describe(summary);
}

function writeSummary(environment: Environment, summary: Summary, log: Log, vault: Vault): void {
  const path = environment['GITHUB_STEP_SUMMARY'];
  if (summary.isEmpty()) return;
  const markdown = vault.redact(summary.render());
  try {
    if (path === undefined || path === '') return;
    appendFileSync(path, `${markdown}\n`);
  } catch (error) {
    const note = kitMessages['summary-unwritable'](describeError(error));
    log.speak((runner) => {
      runner.annotate('warning', `${note.text} ${note.cure} [${note.id}]`, {});
    });
    log.info(markdown);
  }
}
