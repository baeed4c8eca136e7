import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { formatDuration } from '#kit/duration';
import { renderPage } from '#rehearsal/report/page';
import { renderForTerminal } from '#rehearsal/report/terminal';
import { createTrackingId, endJob } from '#rehearsal/runner/job';
import { stepEnvironment } from '#rehearsal/runner/environment';
import { runStep } from '#rehearsal/runner/step';

export interface LocalStep {
  readonly action: string;
  /** Absolute: what GitHub would have checked out. */
  readonly workspace: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** What the caller's workflow would set under `env:`. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs one action from dist/ on this machine as the runner would start it, shows its log and its summary, and leaves the
 * same as a page. Resolves to the step's exit code.
 */
export async function runLocalStep(root: string, { action, workspace, inputs, env }: LocalStep): Promise<number> {
  const trackingId = createTrackingId();
  const temp = mkdtempSync(join(tmpdir(), 'slipway-rehearsal-'));
  // Ctrl-C reaches the step by itself (same terminal); we stay to show how it ended.
  const stay = (): void => {
    // Nothing to do.
  };
  process.on('SIGINT', stay);
  try {
    const result = await runStep({
      action: join(root, 'actions', action),
      inputs,
      environment: stepEnvironment(process.env, {
        workspace,
        temp,
        trackingId,
        toolCache: join(root, '.slipway/tool-cache'),
        ...(env === undefined ? {} : { env }),
      }),
      node: process.execPath,
      onLine: (line) => {
        console.log(line);
      },
    });
    console.log(renderForTerminal(result.summary, process.stdout.isTTY));
    const page = join(root, '.slipway', 'rehearsal.html');
    mkdirSync(join(root, '.slipway'), { recursive: true });
    writeFileSync(page, renderPage({ action, inputs, result }));
    console.log(`\n${action} ended with exit code ${result.exitCode} after ${formatDuration(result.durationMs)}.`);
    console.log(`The same as a page: ${relative(process.cwd(), page)}`);
    return result.exitCode;
  } finally {
    process.off('SIGINT', stay);
    endJob(trackingId);
    rmSync(temp, { recursive: true, force: true });
  }
}
