import { createTrackingId, endJob } from '#rehearsal/runner/job';
import { evaluateOutputs, isTolerated, jobFrame, prepareJob, scopeOf } from './job-settings.ts';
import type { JobStart } from './job-machine.ts';
import { createMachine, makeFolders } from './job-machine.ts';
import { runPosts, runPres } from './pre-and-post.ts';
import type { JobResult, StepReport } from './result.ts';
import type { JobStatus } from './machine.ts';
import { createStepRecord } from './step-record.ts';
import { textOf } from './step-run.ts';
import { runSteps } from './steps.ts';
import { startTimeLimit } from './time-limit.ts';

/** Runs one job on this machine, in folders of its own, to its end. */
export async function runJob(start: JobStart): Promise<JobResult> {
  const { run, job, key, name } = start;
  const startMs = run.elapsed();
  run.emit({ kind: 'job-started', key, name });
  const trackingId = createTrackingId();
  const folders = makeFolders(run, key);
  const stop = new AbortController();
  const onCancel = (): void => {
    stop.abort();
  };
  if (start.cancel.aborted) onCancel();
  start.cancel.addEventListener('abort', onCancel, { once: true });
  const machine = createMachine(start, folders, trackingId, stop.signal);
  stop.signal.addEventListener('abort', () => {
    machine.status = 'cancelled';
  });
  const frame = jobFrame(machine);
  const reports: StepReport[] = [];
  const setUp = createStepRecord(machine, { phase: 'set-up', name: 'Set up job' });
  const outputs: Record<string, string> = {};
  let url = '';
  try {
    const minutes = prepareJob(machine, frame, setUp.sink);
    reports.push(setUp.finish('success', 'success'));
    const limit = startTimeLimit(run.ground, minutes, stop);
    const onEnd = (outcome: JobStatus): void => {
      // A cancelled job stays one, whatever its last steps do.
      if (machine.status === 'success') machine.status = outcome;
    };
    reports.push(...(await runPres(machine, frame, onEnd)));
    reports.push(...(await runSteps(machine, frame, job.steps, { keyPrefix: '', signal: stop.signal, onEnd })));
    reports.push(...(await runPosts(machine, onEnd)));
    limit.end();
    const complete = createStepRecord(machine, { phase: 'complete', name: 'Complete job' });
    if (limit.passed()) {
      complete.sink.fail(`The job has exceeded the maximum execution time of ${minutes} minutes.`);
      machine.status = 'cancelled';
    }
    try {
      Object.assign(outputs, evaluateOutputs(machine, frame, complete.sink));
      if (job.environment?.url !== undefined) url = textOf(job.environment.url, scopeOf(machine, frame));
    } catch (error) {
      complete.sink.fail(error instanceof Error ? error.message : String(error));
      onEnd('failure');
    }
    reports.push(complete.finish(machine.status, machine.status));
  } catch (error) {
    setUp.sink.fail(error instanceof Error ? error.message : String(error));
    machine.status = 'failure';
    reports.push(setUp.finish('failure', 'failure'));
  }
  start.cancel.removeEventListener('abort', onCancel);
  endJob(trackingId);
  const result: JobResult = {
    key,
    name,
    path: [...start.scope.path, job.id],
    result: machine.status,
    tolerated: machine.status === 'failure' && isTolerated(machine, frame),
    leg: start.leg,
    outputs,
    ...(start.environment === undefined ? {} : { environment: { name: start.environment, url } }),
    steps: reports,
    annotations: reports.flatMap((report) => report.annotations),
    startMs,
    durationMs: run.elapsed() - startMs,
  };
  run.jobs.push(result);
  run.emit({ kind: 'job-ended', key, job: result });
  return result;
}
