import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVirtualClock } from '#emulators/base/clock';
import { createGitHubEmulator } from '#emulators/github/server';
import { createGitHubWorld } from '#emulators/github/world';
import { runAction } from '#kit/action';
import { fetchOverHttp } from '#kit/fetch';
import type { Runner as ActionRunner } from '#kit/runner';
import { toClock } from '#rehearsal/clock/shipped-clock';
import { readManifest } from '#rehearsal/runner/manifest';
import { inputVariables } from '#rehearsal/runner/step';
import { stagedPromote } from '../../actions/staged-promote/main.ts';
import { repository } from './app.ts';
import type { PromotionInputs, PromotionRun, Runner, RunnerOptions, Surroundings } from './runner.ts';

/**
 * The action alone, from its sources and in this process: for many rollouts in little time. What the caller's workflow and the
 * bundle add to it is not rehearsed.
 */
export async function openSourceRunner(options: RunnerOptions, surroundings: Surroundings): Promise<Runner> {
  const { folder, suite, at } = options;
  const clock = createVirtualClock(new Date(at).toISOString());
  const [owner = '', repo = ''] = repository.name.split('/');
  const world = createGitHubWorld({ owner, repo, at: new Date(at).toISOString() });
  const { secret } = world.addToken({
    name: 'a person',
    secret: 'ghs_a_person',
    permissions: { contents: 'write', deployments: 'write', issues: 'write' },
  });
  const github = createGitHubEmulator({ world, clock });
  await github.start();
  const temp = mkdtempSync(join(tmpdir(), 'slipway-source-'));
  const manifest = readManifest(join(suite, 'actions/staged-promote'));
  let runs = 0;

  async function run(inputs: PromotionInputs = { command: 'tick' }): Promise<PromotionRun> {
    const startedAt = performance.now();
    runs += 1;
    const home = join(temp, String(runs));
    mkdirSync(home);
    const summary = join(home, 'summary.md');
    writeFileSync(summary, '');
    const { secrets, vars, endpoints } = surroundings;
    const given = {
      ...inputs,
      'google-credentials': secrets['GOOGLE_CREDENTIALS'] ?? '',
      'app-store-connect-key-id': vars['ASC_KEY_ID'] ?? '',
      'app-store-connect-issuer-id': vars['ASC_ISSUER_ID'] ?? '',
      'app-store-connect-key': secrets['ASC_KEY'] ?? '',
      'sentry-token': secrets['SENTRY_TOKEN'] ?? '',
      'github-token': secret,
    };
    const { runner, lines, outputs } = createCapture();
    const code = await runAction(stagedPromote, 'main', {
      environment: {
        ...endpoints,
        ...inputVariables(manifest, given),
        PATH: options.machine['PATH'],
        GITHUB_API_URL: github.url,
        GITHUB_REPOSITORY: repository.name,
        GITHUB_ACTOR: 'octocat',
        GITHUB_RUN_ID: `${5_000_000_000 + runs}`,
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_WORKSPACE: folder,
        GITHUB_STEP_SUMMARY: summary,
        RUNNER_TEMP: home,
      },
      runner,
      clock: toClock(clock),
      fetch: fetchOverHttp,
      elapsed: () => performance.now(),
      random: () => 0.5,
      cancel: new AbortController().signal,
    });
    const text = readFileSync(summary, 'utf8');
    rmSync(home, { recursive: true, force: true });
    return {
      conclusion: code === 0 ? 'success' : 'failure',
      refusals: [],
      outputs,
      log: lines,
      summary: text,
      processes: 0,
      durationMs: performance.now() - startedAt,
    };
  }

  return {
    clock,
    github,
    token: secret,
    run,
    close: async () => {
      await github.stop();
      rmSync(temp, { recursive: true, force: true });
    },
  };
}

/** What an action says to its runner, kept. */
function createCapture(): {
  readonly runner: ActionRunner;
  readonly lines: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
} {
  const lines: string[] = [];
  const outputs: Record<string, string> = {};
  const nothing = (): void => undefined;
  const runner: ActionRunner = {
    line: (text) => void lines.push(...text.split('\n')),
    debug: nothing,
    annotate: (level, message) => void lines.push(`${level}: ${message}`),
    startGroup: (title) => void lines.push(`▸ ${title}`),
    endGroup: nothing,
    mask: nothing,
    setOutput: (name, value) => {
      outputs[name] = value;
    },
    saveState: nothing,
    readState: () => '',
    command: nothing,
  };
  return { runner, lines, outputs };
}
