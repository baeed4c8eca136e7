import { findAll } from '#emulators/app-store-connect/state';
import { tagOf } from '#rollout/entries';
import type { Policy } from '#rollout/policy';
import {
  isOfPlay,
  listPlatforms,
  releaseOf,
  releases,
  type AppStorePlatform,
  type Kind,
  type PlayPlatform,
} from './app.ts';
import type { Ground } from './ground.ts';
import { loseLedgers } from './ledgers.ts';
import type { PromotionInputs } from './runner.ts';
import type { Act } from './scenario.ts';

/** One thing that happens at a time, and what it was in words. */
export interface Doing {
  /** Milliseconds after the opening. */
  readonly after: number;
  readonly text: string;
  /** A run of the workflow by hand. */
  readonly inputs?: PromotionInputs;
  readonly act?: () => Promise<void> | void;
}

/** What people and services do, in order. */
export function toDoings(ground: Ground, policy: Policy, act: Act): readonly Doing[] {
  const platforms = listPlatforms(policy);
  const { after } = act;
  switch (act.does) {
    case 'stall':
      return stall(ground, platforms, act);
    case 'lose-ledger':
      return [
        {
          after,
          text: 'somebody deletes the branch of the ledger',
          act: async () => loseLedgers(ground.github, ground.token, policy),
        },
      ];
    case 'raise':
    case 'stop':
      return platforms
        .filter(({ kind }) => kind === act.on)
        .map((platform) => ({
          after,
          text: `somebody ${act.does === 'stop' ? 'stops it' : `opens it to ${act.to * 100} %`} at ${isOfPlay(platform) ? 'Google Play' : 'App Store Connect'}`,
          act: () => {
            if (isOfPlay(platform)) changeAtGoogle(ground, platform, act.does === 'stop' ? 'stop' : act.to);
            else changeAtApple(ground, act.does === 'stop' ? 'pause' : 'complete');
          },
        }));
    case 'run': {
      const { command, of, on } = act;
      return [
        { after, text: `somebody runs "${command}" for ${releases[of].version}`, inputs: toInputs(policy, act, on) },
      ];
    }
  }
}

function stall(
  { sentry, play }: Ground,
  platforms: readonly (PlayPlatform | AppStorePlatform)[],
  { source, after, lasts }: Act & { readonly does: 'stall' },
): readonly Doing[] {
  const organizations = new Set(platforms.flatMap((one) => one.sentry?.organization ?? []));
  const packages = new Set(platforms.filter(isOfPlay).map(({ policy }) => policy.package));
  const [name, stop, go] =
    source === 'sentry'
      ? (['Sentry', sentry.ingestion.freeze, sentry.ingestion.thaw] as const)
      : (['Google’s vitals', play.console.freezeVitals, play.console.thawVitals] as const);
  const names = source === 'sentry' ? organizations : packages;
  return [
    {
      after,
      text: `the data of ${name} stand still`,
      act: () => {
        for (const one of names) stop(one);
      },
    },
    {
      after: after + lasts,
      text: `the data of ${name} go on`,
      act: () => {
        for (const one of names) go(one);
      },
    },
  ];
}

/** At the newest release that is on its way in production. */
function changeAtGoogle({ play }: Ground, { kind, policy }: PlayPlatform, to: number | 'stop'): void {
  const name = kind === 'wear' ? 'wear:production' : 'production';
  play.console.change(policy.package, (content) => {
    const track = content.tracks.find((one) => one.name === name);
    const running = track?.releases.find(({ status }) => status === 'inProgress');
    if (track === undefined || running === undefined) return;
    const { userFraction, ...rest } = running;
    const changed =
      to === 'stop'
        ? { ...running, status: 'halted' as const }
        : to >= 1
          ? { ...rest, status: 'completed' as const }
          : { ...running, userFraction: Math.max(to, userFraction ?? 0) };
    track.releases = track.releases
      .filter(({ status }) => changed.status !== 'completed' || status !== 'completed')
      .map((one) => (one === running ? changed : one));
  });
}

function changeAtApple({ connect }: Ground, to: 'pause' | 'complete'): void {
  const [version] = findAll(
    connect.snapshot(),
    'appStoreVersions',
    ({ attributes }) => attributes.appVersionState === 'READY_FOR_DISTRIBUTION',
  );
  if (version !== undefined) connect.console.phase(version.id, to);
}

function toInputs(
  policy: Policy,
  { command, of }: Act & { readonly does: 'run' },
  on: Kind | undefined,
): PromotionInputs {
  const names = listPlatforms(policy).filter(({ kind }) => on === undefined || kind === on);
  return {
    command,
    release: tagOf(releaseOf(policy, of)),
    confirm: releases[of].version,
    why: 'a rehearsal',
    ...(on === undefined ? {} : { platform: names.map(({ name }) => name).join('\n') }),
  };
}
