import { createVirtualClock, type VirtualClock } from '#emulators/base/clock';
import { createFaultPlan, type FaultPlan } from '#emulators/base/fault-plan';
import type { Scheduler } from '#emulators/base/scheduler';
import { createPlayEmulator, type PlayEmulator, type PlayEmulatorOptions } from '#emulators/google-play/server';
import type { Release } from '#emulators/google-play/state';
import { createPlayWorld, type AppOptions, type PlayWorld } from '#emulators/google-play/world';
import { fetchOverHttp } from '#kit/fetch';
import { createHttp } from '#kit/http';
import { createGooglePlay, publisherScope } from '#vendors/google-play/client';
import type { GooglePlay } from '#vendors/google-play/client';
import { toClock } from '#rehearsal/clock/shipped-clock';

export const packageName = 'com.example.app';
const email = 'ci@example-project.iam.gserviceaccount.com';

export interface PlayStage {
  readonly emulator: PlayEmulator;
  readonly clock: VirtualClock;
  readonly play: (signal?: AbortSignal) => GooglePlay;
  /** Releases of a track as the app has them: "42 inProgress 0.05". */
  readonly see: (track: string) => readonly string[];
  readonly releases: (track: string) => readonly Release[];
  /** How many commits took effect. */
  readonly commits: () => number;
  /** Operations in their order. */
  readonly asked: () => readonly string[];
  /** Edits that are open now. */
  readonly openEdits: () => number;
  /** Lines of the log. */
  readonly told: readonly string[];
  /** One of the callers is finished. */
  readonly leave: () => void;
}

export interface PlayStageOptions extends Pick<PlayEmulatorOptions, 'interrupt' | 'editLifetime'> {
  readonly prepare?: (world: PlayWorld) => void;
  readonly faults?: FaultPlan;
  readonly app?: AppOptions;
  /** Of two callers at once; those that sleep are not waited for. */
  readonly scheduler?: (clock: VirtualClock) => Scheduler;
}

/**
 * The client before the emulator: real HTTP, on the virtual clock. Production has 40 for everybody, internal 42, "My testers"
 * 41, and `wear:production` the watch's 50040.
 */
export async function withPlay(options: PlayStageOptions, run: (stage: PlayStage) => Promise<void>): Promise<void> {
  const { prepare, faults = createFaultPlan(), app = {}, interrupt, editLifetime } = options;
  const world = createWorld(app);
  prepare?.(world);
  const account = world.addAccount({ email, subjectTokens: ['of nobody'] });
  const token = world.addToken(account.email, { scopes: [publisherScope] });
  const clock = createVirtualClock('2026-11-24T09:00:00Z');
  const scheduler = options.scheduler?.(clock);
  const emulator = createPlayEmulator({
    world,
    clock,
    faults,
    ...(scheduler === undefined ? {} : { scheduler }),
    ...(interrupt === undefined ? {} : { interrupt }),
    ...(editLifetime === undefined ? {} : { editLifetime }),
  });
  await emulator.start();
  const told: string[] = [];
  const releases = (track: string): readonly Release[] =>
    emulator.snapshot().apps[packageName]?.content.tracks.find(({ name }) => name === track)?.releases ?? [];
  try {
    await run({
      emulator,
      clock,
      play: (signal = new AbortController().signal) => {
        const log = { info: (line: string) => void told.push(line) } as never;
        return createGooglePlay({
          http: createHttp({ fetch: fetchOverHttp, clock: toClock(clock), log, signal, random: () => 0.5 }),
          clock: toClock(clock),
          log,
          signal,
          environment: { SLIPWAY_GOOGLE_API: emulator.url },
          signIn: { accessToken: async () => Promise.resolve(token), renew: async () => Promise.resolve(token) },
          packageName,
        });
      },
      releases,
      see: (track) =>
        releases(track).map(({ versionCodes, status, userFraction }) =>
          [versionCodes.join('+'), status, userFraction].filter((part) => part !== undefined).join(' '),
        ),
      commits: () => emulator.log.writes().filter(({ operation }) => operation === 'edits.commit').length,
      asked: () => emulator.log.entries().map(({ operation }) => operation),
      openEdits: () => Object.values(emulator.snapshot().edits).filter(({ status }) => status === 'open').length,
      told,
      leave: () => scheduler?.leave(),
    });
    if (emulator.errors.length > 0) throw new AggregateError(emulator.errors, 'The emulator failed.');
  } finally {
    await emulator.stop();
  }
}

function createWorld(app: AppOptions): PlayWorld {
  const world = createPlayWorld();
  world.addApp(packageName, app);
  for (const name of ['My testers', 'wear:internal', 'wear:production']) world.addTrack(packageName, name);
  world.addRelease(packageName, 'production', { versionCodes: [39], name: '3.9' });
  world.addRelease(packageName, 'production', { versionCodes: [40], name: '4.0' });
  world.addRelease(packageName, 'My testers', { versionCodes: [41], name: '4.1' });
  world.addRelease(packageName, 'internal', {
    versionCodes: [42],
    name: '4.2',
    inAppUpdatePriority: 3,
    releaseNotes: [{ language: 'en-US', text: 'Faster maps.' }],
  });
  world.addRelease(packageName, 'wear:internal', { versionCodes: [50_042], name: '4.2', watch: true });
  world.addRelease(packageName, 'wear:production', { versionCodes: [50_040], name: '4.0', watch: true });
  return world;
}

/** 42 is on its way in production. */
export function rollout(
  status: 'inProgress' | 'halted' | 'draft' | 'completed',
  userFraction?: number,
): (world: PlayWorld) => void {
  return (world) => {
    world.addRelease(packageName, 'production', {
      versionCodes: [42],
      name: '4.2',
      status,
      inAppUpdatePriority: 3,
      releaseNotes: [{ language: 'en-US', text: 'Faster maps.' }],
      ...(userFraction === undefined ? {} : { userFraction }),
    });
  };
}

/** Does something at the first answer of an operation. */
export function interfering(stage: PlayStage, operation: string, act: () => void, times = 1): GooglePlay {
  const play = stage.play();
  let left = times;
  const after = async <T>(name: string, asked: Promise<T>): Promise<T> => {
    const answer = await asked;
    if (name === operation && left > 0) {
      left -= 1;
      act();
    }
    return answer;
  };
  return {
    ...play,
    read: async (question, shape) => after(question.operation, play.read(question, shape)),
    command: async (command) => after(command.operation, play.command(command)),
  };
}
