import { tagOf } from '#rollout/entries';
import type { Policy } from '#rollout/policy';
import type { Exposure } from '#rehearsal/world/population';
import type { WorldSettings } from '#rehearsal/world/settings';
import { createPlatformWorld, passHour, type PlatformWorld, type WorldHour } from '#rehearsal/world/world';
import { isOfPlay, releaseOf, releases, type AppStorePlatform, type PlayPlatform } from './app.ts';
import { readAppStoreExposure, readPlayExposure } from './exposures.ts';
import { report } from './feeds.ts';
import type { Ground } from './ground.ts';
import { readLooks } from './looks.ts';
import type { Look, RunRecord } from './result.ts';
import type { PromotionInputs, PromotionRun } from './runner.ts';
import type { Scenario } from './scenario.ts';
import { listDoings, listTicks } from './schedule.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
/** A halt that has stood so many looks stands. */
const settledLooks = 3;

export interface RehearseOptions {
  readonly scenario: Scenario;
  /** Text of the policy file, and what it says. */
  readonly policyText: string;
  readonly policy: Policy;
  /** Absolute: the suite's checkout. */
  readonly suite: string;
  readonly machine: NodeJS.ProcessEnv;
  /** Default: that of the scenario. */
  readonly seed?: number;
  /** See `GroundOptions`. */
  readonly mode?: 'workflow' | 'source';
  readonly cores?: number;
  /** Whether numbers of users are those that the scenario was written for. Default true. */
  readonly isOwn?: boolean;
  readonly onRun?: (run: RunRecord, looks: readonly SeenLook[]) => void;
  readonly cancel?: AbortSignal;
}

export type SeenLook = ReturnType<typeof readLooks>[number];

/** An hour, and what the stores gave to whom in it. */
export interface Seen {
  readonly hour: WorldHour;
  readonly exposure: Exposure;
}

export type Stage = ReturnType<typeof createStage>;

interface Setting {
  readonly settings: WorldSettings;
  readonly platforms: readonly (PlayPlatform | AppStorePlatform)[];
  readonly beganAt: number;
}

/** Where a release is played: the worlds of its platforms, the runs, and what was seen. */
export function createStage(ground: Ground, options: RehearseOptions, { settings, platforms, beganAt }: Setting) {
  const { scenario, policy } = options;
  const { clock } = ground;
  const worlds = new Map<string, PlatformWorld>(
    platforms.map(({ name }) => [name, createPlatformWorld(settings, name, beganAt)]),
  );
  const hours = new Map<string, Seen[]>(platforms.map(({ name }) => [name, []]));
  const stories = new Map<string, Look[]>();
  const runs: RunRecord[] = [];
  const acts: { at: number; text: string }[] = [];
  let [processes, ticks, runsMs, worldMs] = [0, 0, 0, 0];
  let now = beganAt;

  /** Lets the world live until then. What users did is told when an hour is over. */
  function passUntil(to: number): void {
    const before = performance.now();
    const passed = new Map<string, WorldHour[]>(platforms.map(({ name }) => [name, []]));
    for (; now + hourMs <= to; now += hourMs) {
      clock.advanceTo(now + hourMs);
      const [google, apple] = [ground.play.snapshot(), ground.connect.snapshot()];
      for (const platform of platforms) {
        const world = worlds.get(platform.name);
        if (world === undefined) continue;
        const app = isOfPlay(platform) ? google.apps[platform.policy.package] : undefined;
        const exposure =
          app === undefined
            ? readAppStoreExposure(apple, clock.now())
            : readPlayExposure(app, platform.kind, clock.now());
        const { world: next, hour } = passHour(world, exposure);
        worlds.set(platform.name, next);
        passed.get(platform.name)?.push(hour);
        if (hour.at >= scenario.start) hours.get(platform.name)?.push({ hour, exposure });
      }
    }
    clock.advanceTo(to);
    for (const platform of platforms) {
      const more = passed.get(platform.name) ?? [];
      if (more.length > 0) report({ ...ground, policy }, platform, more);
    }
    worldMs += performance.now() - before;
  }

  async function run(inputs?: PromotionInputs): Promise<PromotionRun> {
    const result = await ground.run(inputs);
    processes += result.processes;
    runsMs += result.durationMs;
    return result;
  }

  async function runAndNote(inputs?: PromotionInputs): Promise<void> {
    const at = clock.now();
    const result = await run(inputs);
    const number = runs.length + 1;
    const looks = readLooks(policy, result, { at, number });
    for (const { role, platform, look } of looks) {
      const key = `${role} ${platform}`;
      stories.set(key, [...(stories.get(key) ?? []), look]);
    }
    const { conclusion, outputs, refusals, durationMs, summary, log } = result;
    const moved = outputs['moved'] === 'true';
    const isTold = inputs !== undefined || moved || conclusion !== 'success';
    const record: RunRecord = {
      ...{ number, at, command: inputs?.command ?? 'tick', conclusion, moved, durationMs, refusals },
      processes: result.processes,
      ...(isTold ? { summary, log } : {}),
    };
    runs.push(record);
    options.onRun?.(record, looks);
  }

  /**
   * The version before is opened as well, so that there is one to compare with. It is with everybody since long ago: no gate is
   * asked about it any more.
   */
  async function openPrevious(at: number): Promise<void> {
    passUntil(at);
    clock.advanceBy(minuteMs);
    const release = tagOf(releaseOf(policy, 'previous'));
    const why = 'it was released before';
    await expectSuccess(await run({ command: 'open', release }));
    await expectSuccess(await run());
    await expectSuccess(await run({ command: 'complete', release, confirm: releases.previous.version, why }));
    // Of a version that is in no phases nothing is completed by hand.
    const rest = platforms.filter((platform) => !isOfPlay(platform)).map(({ name }) => name);
    if (rest.length > 0)
      await expectSuccess(await run({ command: 'abandon', release, platform: rest.join('\n'), why }));
  }

  function isOver(): boolean {
    const opened = scenario.next === undefined ? (['release'] as const) : (['release', 'next'] as const);
    return opened.every((role) =>
      platforms.every(({ name }) => {
        const looks = stories.get(`${role} ${name}`) ?? [];
        const last = looks.at(-1);
        if (last === undefined) return false;
        if (last.life === 'open') return false;
        return (
          last.life !== 'halted' ||
          looks.slice(-settledLooks).filter(({ life }) => life === 'halted').length >= settledLooks
        );
      }),
    );
  }

  /** Opens the release, and goes on until all of it is over, or the time is. */
  async function go(seed: number): Promise<void> {
    const doings = listDoings(ground, options);
    const end = scenario.start + scenario.limit;
    passUntil(scenario.start);
    let [next, done] = [0, 0];
    const schedule = listTicks(scenario, seed);
    while (options.cancel?.aborted !== true) {
      const doing = doings[done];
      const tick = schedule[next];
      const isDoing = doing !== undefined && (tick === undefined || scenario.start + doing.after <= tick);
      const at = isDoing ? scenario.start + doing.after : tick;
      if (at === undefined || at > end) break;
      passUntil(Math.max(at, clock.now()));
      if (isDoing) {
        done += 1;
        acts.push({ at: clock.now(), text: doing.text });
        await doing.act?.();
        if (doing.inputs !== undefined) await runAndNote(doing.inputs);
        continue;
      }
      next += 1;
      ticks += 1;
      await runAndNote();
      if (done === doings.length && isOver()) break;
    }
    // The hour in which the last of it happened is part of what is true.
    passUntil(Math.ceil(clock.now() / hourMs) * hourMs);
  }

  return {
    ...{ hours, stories, runs, acts, openPrevious, go },
    cost: () => ({
      ...{ ticks, processes, runsMs, worldMs },
      requests: [ground.play, ground.connect, ground.sentry, ground.github].reduce(
        (sum, { log }) => sum + log.entries().length,
        0,
      ),
    }),
  };
}

async function expectSuccess({ conclusion, refusals, log }: PromotionRun): Promise<void> {
  if (conclusion === 'success') return Promise.resolve();
  throw new Error(
    `The promotion ended as ${conclusion} before the release was opened:\n${[...refusals, ...log].slice(-30).join('\n')}`,
  );
}
