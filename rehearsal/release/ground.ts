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
import { app, codeOf, platformNames, releases, type RehearsedRelease } from './app.ts';
import type { Runner } from './runner.ts';
import { openSourceRunner } from './source-runner.ts';
import { openWorkflowRunner } from './workflow-runner.ts';

export interface GroundOptions {
  /** Of the suite's checkout. */
  readonly suite: string;
  readonly machine: NodeJS.ProcessEnv;
  /** Text of the policy file. */
  readonly policy: string;
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
  readonly upload: (release: RehearsedRelease) => void;
}

const subject = 'a-subject-token-of-the-rehearsal';

/** Opens it with the previous version in production everywhere. */
export async function openGround(options: GroundOptions): Promise<Ground> {
  const { suite, machine, policy, at, reviews, appleOutcome } = options;
  const home = mkdtempSync(join(tmpdir(), 'slipway-release-'));
  const folder = join(home, 'tracker');
  mkdirSync(folder);
  cpSync(join(suite, 'examples/tracker/.github'), join(folder, '.github'), { recursive: true });
  writeFileSync(join(folder, '.github/slipway.yml'), policy);
  writeFileSync(join(home, 'subject.txt'), subject);
  const secrets: Record<string, string> = {};
  const vars: Record<string, string> = {};
  const endpoints: Record<string, string> = {};
  const open = options.mode === 'workflow' ? openWorkflowRunner : openSourceRunner;
  const cores = options.cores === undefined ? {} : { cores: options.cores };
  const runner = await open({ folder, suite, machine, at, ...cores }, { secrets, vars, endpoints });
  const { clock } = runner;
  const play = createPlayEmulator({ world: createStoreOfGoogle(reviews.google), clock });
  const apple = createStoreOfApple(at, reviews.apple, appleOutcome);
  const connect = createAscEmulator({ world: apple.world, clock, hourlyLimit: 100_000 });
  const sentryWorld = createSentryWorld();
  sentryWorld.addOrganization(app.organization);
  for (const project of Object.values(app.projects)) sentryWorld.addProject(app.organization, project);
  const token = sentryWorld.addToken(app.organization, 'integration');
  const sentry = createSentryEmulator({ world: sentryWorld, clock });
  await Promise.all([play.start(), connect.start(), sentry.start()]);
  secrets['GOOGLE_CREDENTIALS'] = JSON.stringify({
    type: 'external_account',
    audience: 'slipway',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${play.url}/v1/token`,
    credential_source: { file: join(home, 'subject.txt') },
  });
  secrets['ASC_KEY'] = apple.key.privateKey;
  secrets['SENTRY_TOKEN'] = token;
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
    upload: (release) => {
      upload(play, release);
      connect.console.addVersion(apple.appId, {
        versionString: release.version,
        build: release.build,
        state: 'WAITING_FOR_REVIEW',
        releaseType: 'MANUAL',
        phased: true,
      });
    },
    close: async () => {
      await Promise.all([play.stop(), connect.stop(), sentry.stop()]);
      await runner.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function createStoreOfGoogle(takes: number): ReturnType<typeof createPlayWorld> {
  const world = createPlayWorld();
  world.addApp(app.package, { review: { takes } });
  for (const track of ['wear:internal', 'wear:beta', 'wear:production']) world.addTrack(app.package, track);
  for (const platform of platformNames.filter((one) => one !== 'ios')) {
    const prefix = platform === 'wear' ? 'wear:' : '';
    world.addRelease(app.package, `${prefix}production`, {
      versionCodes: [codeOf(releases.previous, platform)],
      watch: platform === 'wear',
    });
  }
  world.addAccount({ subjectTokens: [subject] });
  return world;
}

function createStoreOfApple(at: number, takes: number, outcome: 'approve' | 'reject') {
  const world = createAscWorld({
    start: new Date(at).toISOString(),
    // Two thirds of the time it waits, and then somebody looks at it.
    settings: { waiting: Math.round((takes * 2) / 3), reviewing: Math.round(takes / 3), outcome },
  });
  const { version, build } = releases.previous;
  const { id } = world.addApp({
    bundleId: app.bundleId,
    versions: [{ versionString: version, state: 'READY_FOR_DISTRIBUTION', build }],
  });
  return { world, appId: id, key: world.addKey() };
}

/** What store-upload leaves behind at Google Play. */
function upload(play: PlayEmulator, release: RehearsedRelease): void {
  play.console.change(app.package, (content) => {
    for (const platform of platformNames.filter((one) => one !== 'ios')) {
      const versionCode = codeOf(release, platform);
      const watch = platform === 'wear';
      const sha = versionCode.toString(16).padStart(40, '0');
      content.artifacts.push({
        ...{ kind: 'bundle', versionCode, versionName: release.version, sha1: sha, sha256: sha.padStart(64, '0') },
        ...{ size: 30_000_000, watch },
      });
      const track = content.tracks.find(({ name }) => name === (watch ? 'wear:internal' : 'internal'));
      if (track === undefined) throw new Error('Google Play has no track for testing.');
      track.history.push(...track.releases);
      track.releases = [{ name: release.version, versionCodes: [versionCode], status: 'completed' }];
    }
  });
}
