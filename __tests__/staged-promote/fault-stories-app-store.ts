import type { VersionSeed } from '#emulators/app-store-connect/seeds';
import type { StagedApp, Story } from './fault-stories.ts';
import { TAG, type Stage } from './stage.ts';

const hour = 3_600_000;
const APP_ID = '1500000001';

const policy = `
release: tracker
platforms:
  ios: { app: ${APP_ID}, stages: [{ testflight: internal, soak: 24h }, { app-store: phased }] }
gates:
  crash: { source: command, run: cat health.json, unit: session, max: 0.5% }
`;

function look(stage: Stage): string {
  const { appStoreVersions = {}, appStoreVersionPhasedReleases: phases = {} } = stage.apple?.snapshot().tables ?? {};
  const version = Object.values(appStoreVersions).find(({ attributes }) => attributes.versionString === '2.15.3');
  const phase = Object.values(phases).find(({ to }) => to.appStoreVersion === version?.id);
  return `${version?.attributes.appVersionState ?? 'no version'} ${phase?.attributes.phasedReleaseState ?? 'at once'}`;
}

function appWith(version: Partial<VersionSeed>): StagedApp {
  return {
    platform: 'ios',
    policy,
    options: {
      apple: {
        id: APP_ID,
        versions: [
          { versionString: '2.15.2', state: 'READY_FOR_DISTRIBUTION' },
          {
            versionString: '2.15.3',
            build: '20261130.1',
            state: 'READY_FOR_DISTRIBUTION',
            releaseType: 'MANUAL',
            ...version,
          },
        ],
      },
    },
    look,
    countMoves: (stage) =>
      stage.requests().filter(({ vendor, applied }) => vendor === 'app-store-connect' && applied).length,
    isRunning: (stage) => look(stage) === 'READY_FOR_DISTRIBUTION ACTIVE',
    shows: (stage, { verdict }) => {
      const shown = look(stage);
      if (verdict === 'halt' || verdict === 'hold') return shown.endsWith('PAUSED');
      return !shown.endsWith('PAUSED') && !shown.startsWith('PENDING');
    },
  };
}

/** Since the hour in which its story begins. */
const phased = appWith({ releasedAt: '2026-11-30T08:17:00Z' });

const opened: Story['prepare'] = async (stage, mode, health) => {
  await stage.run(mode, { command: 'open', release: TAG }, health(0.002));
  await stage.run(mode, {}, health(0.002));
};

const tick = { inputs: {}, isOrder: false, share: 0.002, app: phased, prepare: opened } as const;

export const appStoreStories: readonly Story[] = [
  {
    ...tick,
    name: 'an opening for the App Store',
    hours: 0,
    inputs: { command: 'open', release: TAG },
    isOrder: true,
    does: 'joined',
    prepare: async () => Promise.resolve(),
  },
  {
    ...tick,
    name: 'a releasing tick',
    hours: 24,
    does: 'promote soaked',
    app: appWith({ state: 'PENDING_DEVELOPER_RELEASE', phased: true }),
  },
  { ...tick, name: 'a tick that pauses what is bad', share: 0.03, hours: 3, does: 'stopped' },
  { ...tick, name: 'a tick that lets it rest', share: null, hours: 21, step: 0.5, does: 'paused' },
  {
    ...tick,
    name: 'a tick after which it goes on',
    hours: 25,
    step: 0.5,
    does: 'unpaused',
    prepare: async (stage, mode, health) => {
      await opened(stage, mode, health);
      stage.clock.advanceBy(21 * hour);
      await stage.run(mode, {}, health(null));
    },
  },
  {
    ...tick,
    name: 'a run that resumes the phased release',
    hours: 4,
    inputs: { command: 'resume', confirm: '2.15.3' },
    isOrder: true,
    does: 'resumed by @octocat',
    prepare: async (stage, mode, health) => {
      await opened(stage, mode, health);
      stage.clock.advanceBy(2 * hour);
      await stage.run(mode, {}, health(0.03));
    },
  },
  {
    ...tick,
    name: 'a run that gives it to everybody',
    hours: 3,
    inputs: { command: 'complete', confirm: '2.15.3' },
    isOrder: true,
    does: 'promote by-hand',
  },
  {
    ...tick,
    name: 'a halt of the phased release by hand',
    hours: 3,
    inputs: { command: 'halt', why: 'the login is broken' },
    isOrder: true,
    does: 'stopped',
  },
];
