import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AppOptions } from '#emulators/app-store-connect/seeds';
import { createAscEmulator, type AscEmulator } from '#emulators/app-store-connect/server';
import { createAscWorld } from '#emulators/app-store-connect/world';
import { createVirtualClock, type VirtualClock } from '#emulators/base/clock';
import { createFaultPlan, type PlannedFault } from '#emulators/base/fault-plan';
import { createRequestLog, type LogEntry } from '#emulators/base/request-log';
import { createGitHubEmulator, type GitHubEmulator } from '#emulators/github/server';
import { createGitHubWorld, type GitHubWorld } from '#emulators/github/world';
import { createPlayEmulator, type PlayEmulator } from '#emulators/google-play/server';
import type { Scheduler } from '#emulators/base/scheduler';
import type { Release } from '#emulators/google-play/state';
import { createPlayWorld, type PlayWorld } from '#emulators/google-play/world';
import type { Entry, Ledger } from '#rollout/entries';
import { parseLedger } from '#rollout/ledger-file';
import { stagedPromote } from '../../actions/staged-promote/main.ts';
import { readBranch } from '../support/branch.ts';
import { play, type Mode, type Seen } from '../support/scenario.ts';
import { serveTime, type VirtualTime } from '../support/virtual-time.ts';

export const PACKAGE = 'com.example.app';
export const TAG = 'tracker@2.15.3+20261130.1';
/** By the scheme of release-version: build 20261130.1 on the phone. */
export const CODE = 261_130_010;
const hour = 3_600_000;

export const POLICY = `
release: tracker
platforms:
  android:
    package: ${PACKAGE}
    stages:
      - { track: internal, soak: 24h }
      - { track: production, rollout: { 0h: 5%, 6h: 10%, 12h: 20%, 24h: 50%, 48h: 100% } }
gates:
  crash: { source: command, run: cat health.json, unit: session, max: 0.5% }
mention: ["@octocat"]
`;

export interface StageOptions {
  readonly start?: string;
  readonly prepare?: (world: PlayWorld) => void;
  readonly github?: (world: GitHubWorld) => void;
  /** An app at App Store Connect. */
  readonly apple?: AppOptions;
  /** Orders the requests of runs that go on at once. */
  readonly scheduler?: Scheduler;
}

export interface RunOptions {
  readonly policy?: string;
  /** Units an hour and the share of bad ones since a time; null leaves the report out. */
  readonly health?: { readonly since: number; readonly units: number; readonly share: number } | null;
  readonly env?: Readonly<Record<string, string>>;
  /** Of the runner; by default each run is one of its own. */
  readonly runId?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Ends the process, where a fault does that. */
  readonly onStart?: (pid: number) => void;
}

export interface Stage {
  readonly clock: VirtualClock;
  readonly play: PlayEmulator;
  readonly github: GitHubEmulator;
  readonly apple: AscEmulator | undefined;
  /** Requests of all vendors, in their order. */
  readonly requests: () => readonly LogEntry[];
  readonly addFault: (fault: PlannedFault) => void;
  readonly run: (mode: Mode, inputs: Readonly<Record<string, string>>, options?: RunOptions) => Promise<Seen>;
  /** Live releases of a track, oldest first. */
  readonly releases: (track: string) => readonly Release[];
  /** The ledger of the release, undefined before there is one. */
  readonly ledger: (tag?: string) => Ledger | undefined;
  /** What happened, without times and runs. */
  readonly history: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** Google Play and GitHub on one virtual clock, with 100 in production and 120 in internal testing. */
export async function openStage(options: StageOptions = {}, kill?: (entry: LogEntry) => void): Promise<Stage> {
  const { start = '2026-11-30T08:17:00Z' } = options;
  const clock = createVirtualClock(start);
  const log = createRequestLog();
  const faults = createFaultPlan([], kill);
  const subject = 'a-secret-subject-token';
  const world = createPlayWorld();
  world.addApp(PACKAGE);
  world.addRelease(PACKAGE, 'production', { versionCodes: [100] });
  world.addRelease(PACKAGE, 'internal', { versionCodes: [CODE] });
  world.addAccount({ subjectTokens: [subject] });
  options.prepare?.(world);
  const githubWorld = createGitHubWorld({ owner: 'example-org', repo: 'tracker', at: start });
  options.github?.(githubWorld);
  const shared = { clock, log, faults, ...(options.scheduler === undefined ? {} : { scheduler: options.scheduler }) };
  const emulator = createPlayEmulator({ world, ...shared });
  const github = createGitHubEmulator({ world: githubWorld, ...shared });
  const appleWorld = options.apple === undefined ? undefined : createAscWorld({ start });
  const appleKey = appleWorld?.addKey();
  if (options.apple !== undefined) appleWorld?.addApp(options.apple);
  const apple = appleWorld === undefined ? undefined : createAscEmulator({ world: appleWorld, ...shared });
  await Promise.all([emulator.start(), github.start(), apple?.start()]);
  const time: VirtualTime = await serveTime(clock);
  const folder = mkdtempSync(join(tmpdir(), 'slipway-promote-'));
  writeFileSync(join(folder, 'subject.txt'), subject);
  chmodSync(join(folder, 'subject.txt'), 0o600);
  let runs = 0;

  const run: Stage['run'] = async (mode, inputs, given = {}) => {
    const { policy = POLICY, health, env = {}, runId = `${9_000 + (runs += 1)}`, files = {} } = given;
    const key = {
      type: 'external_account',
      audience: 'slipway',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: `${emulator.url}/v1/token`,
      credential_source: { file: join(folder, 'subject.txt') },
    };
    let seen: Seen | undefined;
    const scenario = {
      inputs: {
        'google-credentials': JSON.stringify(key),
        'github-token': 'ghs_workflow',
        ...(appleKey === undefined
          ? {}
          : {
              'app-store-connect-key-id': appleKey.keyId,
              'app-store-connect-issuer-id': appleKey.issuerId ?? '',
              'app-store-connect-key': appleKey.privateKey,
            }),
        ...inputs,
      },
      files: {
        ...(policy === '' ? { '.keep': '' } : { '.github/slipway.yml': policy }),
        ...(health === null ? {} : { 'health.json': reportHealth(clock.now(), health) }),
        ...files,
      },
      env: {
        SLIPWAY_GOOGLE_API: emulator.url,
        ...(apple === undefined ? {} : { SLIPWAY_APP_STORE_CONNECT_API: apple.url }),
        GITHUB_API_URL: github.url,
        GITHUB_REPOSITORY: 'example-org/tracker',
        GITHUB_ACTOR: 'octocat',
        GITHUB_SHA: githubWorld.repository.refs['refs/heads/main'] ?? '',
        GITHUB_RUN_ID: runId,
        GITHUB_RUN_ATTEMPT: '1',
        ...env,
      },
      path: [dirname(process.execPath), '/usr/bin', '/bin'],
      ...(given.onStart === undefined ? {} : { onStart: given.onStart }),
      ...time.scenario,
    };
    await play(mode, stagedPromote, scenario, (after) => {
      seen = after;
    });
    if (seen === undefined) throw new Error('The action was not run.');
    return seen;
  };

  const ledger: Stage['ledger'] = (tag = TAG) => {
    const [name = '', version = ''] = tag.split('@');
    const text = readBranch(github, 'slipway-ledger', `releases/${name}/${version}.json`);
    return text === undefined ? undefined : parseLedger(text);
  };

  return {
    clock,
    play: emulator,
    github,
    apple,
    requests: () => log.entries(),
    addFault: (fault) => {
      faults.add(fault);
    },
    run,
    releases: (track) =>
      emulator.snapshot().apps[PACKAGE]?.content.tracks.find(({ name }) => name === track)?.releases ?? [],
    ledger,
    history: () => (ledger()?.entries ?? []).filter(({ kind }) => kind !== 'snapshot').map(tellEntry),
    stop: async () => {
      await Promise.all([emulator.stop(), github.stop(), apple?.stop(), time.stop()]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** "reached production 0.05 (move)", so that a test reads like the ledger. */
function tellEntry(entry: Entry): string {
  if (entry.kind === 'reached')
    return `reached ${entry.place.track} ${entry.place.share} (${entry.how} by ${entry.by})`;
  if (entry.kind === 'decided') return `${entry.state} ${entry.reason}`;
  if (entry.kind === 'halted') return `halted by ${entry.by}: ${entry.reason}`;
  const byPerson = 'by' in entry && entry.kind !== 'opened' && entry.kind !== 'joined';
  return byPerson ? `${entry.kind} by ${entry.by}` : entry.kind;
}

function reportHealth(now: number, health: RunOptions['health']): string {
  const { since, units, share } = health ?? { since: now, units: 0, share: 0 };
  const buckets = [];
  for (let at = Math.floor(since / hour) * hour; at + hour <= now; at += hour)
    buckets.push({ start: toIso(at), end: toIso(at + hour), units, bad: Math.round(units * share) });
  return JSON.stringify({ version: 1, release: TAG, unit: 'session', freshUntil: toIso(now), buckets });
}

function toIso(at: number): string {
  return new Date(at).toISOString();
}
