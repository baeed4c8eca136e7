import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAscEmulator, type AscEmulator } from '#emulators/app-store-connect/server';
import { findAll } from '#emulators/app-store-connect/state';
import { createAscWorld } from '#emulators/app-store-connect/world';
import { createPlayEmulator, type PlayEmulator } from '#emulators/google-play/server';
import { createPlayWorld } from '#emulators/google-play/world';
import { createSentryEmulator, type SentryEmulator } from '#emulators/sentry/server';
import { createSentryWorld } from '#emulators/sentry/world';
import type { Policy } from '#rollout/policy';
import {
  codeOf,
  isOfPlay,
  listPlatforms,
  releases,
  repository,
  type AppStorePlatform,
  type PlayPlatform,
  type Role,
} from './app.ts';
import type { Runner } from './runner.ts';
import { openSourceRunner } from './source-runner.ts';
import { openWorkflowRunner } from './workflow-runner.ts';

export interface GroundOptions {
  /** Of the suite's checkout. */
  readonly suite: string;
  readonly machine: NodeJS.ProcessEnv;
  /** Text of the policy file, and what it says. */
  readonly text: string;
  readonly policy: Policy;
  /** Milliseconds since the epoch: where virtual time begins. */
  readonly at: number;
  readonly cores?: number;
  /** `workflow`: the caller's workflow, and the bundle in a process for each run. `source`: the action alone, in this process. */
  readonly mode: 'workflow' | 'source';
  /** How long the reviewers take, milliseconds. */
  readonly reviews: { readonly google: number; readonly apple: number };
  readonly appleOutcome: 'approve' | 'reject';
}

/** A repository of the example with its stores and sources, all on one virtual time. */
export interface Ground extends Runner {
  readonly play: PlayEmulator;
  readonly connect: AscEmulator;
  readonly sentry: SentryEmulator;
  readonly appId: string;
  /** Apple's ids by version. */
  readonly versionIds: () => Readonly<Record<string, string>>;
  /** Somebody uploads it: to the tracks for testing, to TestFlight and, for review, to the App Store. */
  readonly upload: (role: Role) => void;
}

const subject = 'a-subject-token-of-the-rehearsal';

/** Opens it with the previous version in production everywhere. */
export async function openGround(options: GroundOptions): Promise<Ground> {
  const { suite, machine, text, policy, at, reviews, appleOutcome } = options;
  const platforms = listPlatforms(policy);
  const home = mkdtempSync(join(tmpdir(), 'slipway-release-'));
  const folder = join(home, 'tracker');
  mkdirSync(folder);
  cpSync(join(suite, repository.folder, '.github'), join(folder, '.github'), { recursive: true });
  writeFileSync(join(folder, repository.policy), text);
  writeFileSync(join(home, 'subject.txt'), subject);
  const secrets: Record<string, string> = {};
  const vars: Record<string, string> = {};
  const endpoints: Record<string, string> = {};
  const open = options.mode === 'workflow' ? openWorkflowRunner : openSourceRunner;
  const cores = options.cores === undefined ? {} : { cores: options.cores };
  const runner = await open({ folder, suite, machine, at, ...cores }, { secrets, vars, endpoints });
  const { clock } = runner;
  const play = createPlayEmulator({ world: createStoreOfGoogle(platforms.filter(isOfPlay), reviews.google), clock });
  const ofApple = platforms.find((one) => !isOfPlay(one)) as AppStorePlatform | undefined;
  const apple = createStoreOfApple(ofApple, { at, takes: reviews.apple, outcome: appleOutcome });
  const connect = createAscEmulator({ world: apple.world, clock, hourlyLimit: 100_000 });
  const sources = createSources(platforms);
  const sentry = createSentryEmulator({ world: sources.world, clock });
  await Promise.all([play.start(), connect.start(), sentry.start()]);
  secrets['GOOGLE_CREDENTIALS'] = JSON.stringify({
    type: 'external_account',
    audience: 'slipway',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${play.url}/v1/token`,
    credential_source: { file: join(home, 'subject.txt') },
  });
  secrets['ASC_KEY'] = apple.key.privateKey;
  secrets['SENTRY_TOKEN'] = sources.token;
  vars['ASC_KEY_ID'] = apple.key.keyId;
  vars['ASC_ISSUER_ID'] = apple.key.issuerId ?? '';
  endpoints['SLIPWAY_GOOGLE_API'] = play.url;
  endpoints['SLIPWAY_APP_STORE_CONNECT_API'] = connect.url;
  endpoints['SLIPWAY_SENTRY_API'] = sentry.url;
  return {
    ...runner,
    play,
    connect,
    sentry,
    appId: apple.appId,
    versionIds: () =>
      Object.fromEntries(
        findAll(connect.snapshot(), 'appStoreVersions', () => true).map(({ id, attributes }) => [
          attributes.versionString,
          id,
        ]),
      ),
    upload: (role) => {
      for (const platform of platforms.filter(isOfPlay)) upload(play, platform, role);
      if (ofApple === undefined) return;
      connect.console.addVersion(apple.appId, {
        versionString: releases[role].version,
        build: releases[role].build,
        state: 'WAITING_FOR_REVIEW',
        releaseType: 'MANUAL',
        phased: ofApple.policy.phased,
      });
    },
    close: async () => {
      await Promise.all([play.stop(), connect.stop(), sentry.stop()]);
      await runner.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function createStoreOfGoogle(platforms: readonly PlayPlatform[], takes: number): ReturnType<typeof createPlayWorld> {
  const world = createPlayWorld();
  for (const { kind, policy } of platforms) {
    const { package: name, steps } = policy;
    const app = world.state.apps[name] ?? world.addApp(name, { review: { takes } });
    for (const track of new Set(steps.map((step) => nameTrack(step.track))))
      if (!app.content.tracks.some((one) => one.name === track)) world.addTrack(name, track);
    // The version before went the same way: the first release of a track cannot be halted.
    for (const track of new Set(steps.map((step) => nameTrack(step.track))))
      world.addRelease(name, track, { versionCodes: [codeOf('previous', kind)], watch: kind === 'wear' });
  }
  world.addAccount({ subjectTokens: [subject] });
  return world;
}

function createStoreOfApple(
  platform: AppStorePlatform | undefined,
  { at, takes, outcome }: { readonly at: number; readonly takes: number; readonly outcome: 'approve' | 'reject' },
) {
  const world = createAscWorld({
    start: new Date(at).toISOString(),
    // Two thirds of the time it waits, and then somebody looks at it.
    settings: { waiting: Math.round((takes * 2) / 3), reviewing: Math.round(takes / 3), outcome },
  });
  const { version, build } = releases.previous;
  const { id } = world.addApp({
    ...(platform === undefined
      ? {}
      : 'id' in platform.policy.app
        ? { id: platform.policy.app.id }
        : platform.policy.app),
    versions: [{ versionString: version, state: 'READY_FOR_DISTRIBUTION', build }],
  });
  return { world, appId: id, key: world.addKey() };
}

function createSources(platforms: readonly (PlayPlatform | AppStorePlatform)[]) {
  const world = createSentryWorld();
  let token = '';
  for (const { sentry } of platforms) {
    if (sentry === undefined) continue;
    const { organization, project } = sentry;
    if (world.state.organizations[organization] === undefined) {
      world.addOrganization(organization);
      token = world.addToken(organization, 'integration');
    }
    const known = world.state.organizations[organization]?.projects.some(({ slug }) => slug === project);
    if (known !== true) world.addProject(organization, project);
  }
  return { world, token };
}

/** Google's name of a track that every app has, by the name that policies give it. */
function nameTrack(track: string): string {
  return { closed: 'alpha', open: 'beta', qa: 'internal' }[track] ?? track;
}

/** What store-upload leaves behind at Google Play. */
function upload(play: PlayEmulator, { kind, policy }: PlayPlatform, role: Role): void {
  const [first] = policy.steps;
  play.console.change(policy.package, (content) => {
    const versionCode = codeOf(role, kind);
    const sha = versionCode.toString(16).padStart(40, '0');
    content.artifacts.push({
      ...{ kind: 'bundle', versionCode, versionName: releases[role].version, sha1: sha, sha256: sha.padStart(64, '0') },
      ...{ size: 30_000_000, watch: kind === 'wear' },
    });
    const track = content.tracks.find(({ name }) => name === nameTrack(first?.track ?? ''));
    if (track === undefined) throw new Error(`Google Play has no track ${first?.track ?? ''}.`);
    track.history.push(...track.releases);
    track.releases = [{ name: releases[role].version, versionCodes: [versionCode], status: 'completed' }];
  });
}
