import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { formatDuration } from '#kit/duration';
import { renderPage } from '#rehearsal/report/page';
import { renderForTerminal } from '#rehearsal/report/terminal';
import { stepEnvironment } from '#rehearsal/runner/environment';
import { runStep } from '#rehearsal/runner/step';
import type { Command } from './command.ts';

const example = { workspace: 'examples/tracker', action: 'quality-gate', inputs: { 'working-directory': 'mobile' } };

export const rehearse: Command = {
  usage: 'rehearse',
  summary: 'Run the quality gate from dist/ on the example app, as GitHub would, and show its summary.',
  run: async (args, root) => {
    if (args.length > 0) {
      console.error(`slipway rehearse takes no arguments yet; got: ${args.join(' ')}`);
      return 2;
    }
    const { workspace, action, inputs } = example;
    const temp = mkdtempSync(join(tmpdir(), 'slipway-rehearsal-'));
    console.log(
      `Rehearsing ${action} on ${workspace}/${inputs['working-directory']}: from dist/, in the environment that a runner gives.\n`,
    );
    const result = await runStep({
      action: join(root, 'actions', action),
      inputs,
      environment: stepEnvironment(process.env, {
        workspace: join(root, workspace),
        temp,
        toolCache: join(root, '.slipway/tool-cache'),
      }),
      node: process.execPath,
      onLine: (line) => {
        console.log(line);
      },
    });
    rmSync(temp, { recursive: true, force: true });

    console.log(renderForTerminal(result.summary, process.stdout.isTTY));
    const page = join(root, '.slipway', 'rehearsal.html');
    if (!existsSync(join(root, '.slipway'))) mkdirSync(join(root, '.slipway'));
    writeFileSync(page, renderPage({ action, inputs, result }));
    console.log(`\n${action} ended with exit code ${result.exitCode} after ${formatDuration(result.durationMs)}.`);
    console.log(`The same as a page: ${relative(process.cwd(), page) || page}`);
    return result.exitCode;
  },
};
