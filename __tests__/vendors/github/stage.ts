import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '#kit/child-env';
import { fetchOverHttp } from '#kit/fetch';
import { createHttp } from '#kit/http';
import type { Http } from '#kit/http';
import { writeBaseline } from '#reports/baseline';
import { sumCounts } from '#reports/coverage';
import type { GitHubWorld } from '#emulators/github/world';
import { createGitHub } from '#vendors/github/client';
import type { GitHub } from '#vendors/github/client';
import { withGitHub } from '../../emulators/github-harness.ts';
import type { Stage, StageOptions } from '../../emulators/github-harness.ts';
import { toClock } from '#rehearsal/clock/shipped-clock';
import { makeZip } from '../../support/zip.ts';

export interface ClientStage extends Stage {
  readonly github: (secret?: string, signal?: AbortSignal) => GitHub;
  readonly http: (signal?: AbortSignal) => Http;
  /** The runner's, with an event of this name and payload. */
  readonly environment: (event: string, payload: object, more?: Environment) => Environment;
  /** Operations in their order. */
  readonly asked: () => readonly string[];
}

/** An emulator with our client in front of it: real HTTP, on the virtual clock. */
export async function withClient(options: StageOptions, run: (stage: ClientStage) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-github-'));
  try {
    await withGitHub(options, async (stage) => {
      const http = (signal = new AbortController().signal): Http =>
        createHttp({
          fetch: fetchOverHttp,
          clock: toClock(stage.clock),
          log: { info: () => undefined } as never,
          signal,
          random: () => 0.5,
        });
      const runner = {
        GITHUB_REPOSITORY: `${stage.repo.owner}/${stage.repo.repo}`,
        GITHUB_API_URL: stage.emulator.url,
      };
      await run({
        ...stage,
        http,
        github: (token = 'ghs_workflow', signal) => createGitHub({ http: http(signal), environment: runner, token }),
        environment: (event, payload, more = {}) => {
          const path = join(folder, 'event.json');
          writeFileSync(path, JSON.stringify(payload));
          return { ...runner, GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, ...more };
        },
        asked: () => stage.emulator.log.entries().map(({ operation }) => operation),
      });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const one = { covered: 1, total: 2 };

/** The file that a run on the default branch keeps. */
export function baselineFile(commit: string): string {
  return writeBaseline({
    commit,
    measuredAt: '2026-11-23T10:00:00.000Z',
    packages: [
      {
        name: 'mobile',
        counts: { ...sumCounts([]), lines: one },
        tests: { total: 1, passed: 1, failed: 0, skipped: 0 },
      },
    ],
    tools: {},
  });
}

/** A run at a commit of the default branch, and what it kept. */
export function keepBaseline(
  world: GitHubWorld,
  commit: string,
  changes: {
    run?: Parameters<GitHubWorld['addRun']>[0];
    file?: string;
    zip?: Buffer;
    name?: string;
    days?: number;
  } = {},
): void {
  const run = world.addRun({ workflow: 'quality', headSha: commit, ...changes.run });
  const zip = changes.zip ?? makeZip([{ name: 'baseline.json', content: changes.file ?? baselineFile(commit) }]);
  world.addArtifact(run.id, changes.name ?? 'quality-baseline', zip, changes.days);
}
