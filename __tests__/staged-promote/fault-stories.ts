import type { StageOptions } from './stage.ts';
import type { Mode } from '../support/scenario.ts';
import { CODE, PACKAGE, POLICY, TAG, type RunOptions, type Stage } from './stage.ts';

const hour = 3_600_000;

/** What a run says of a platform in its outputs. */
export interface Told {
  readonly share: number;
  readonly life: string;
  readonly moved: boolean;
  readonly verdict: string;
}

/** An app at a store, as a story begins, and how its end is looked at. */
export interface StagedApp {
  readonly platform: string;
  readonly policy: string;
  readonly options: StageOptions;
  /** What is at the store, without times. */
  readonly look: (stage: Stage) => string;
  /** Moves that took effect. */
  readonly countMoves: (stage: Stage) => number;
  /** Whether more users may get it while a halt is due. */
  readonly isRunning: (stage: Stage) => boolean;
  /** Whether the store shows what a run says that it moved. */
  readonly shows: (stage: Stage, told: Told) => boolean;
}

/** A situation, and the run in it that the faults meet. */
export interface Story {
  readonly name: string;
  readonly app: StagedApp;
  /** Share of bad units when the run comes; null for a source without an answer. */
  readonly share: number | null;
  /** Hours since the begin at which it comes, and the hours between the runs without faults that follow. */
  readonly hours: number;
  readonly step?: number;
  readonly inputs: Readonly<Record<string, string>>;
  /** What comes before it. */
  readonly prepare: (stage: Stage, mode: Mode, health: (share: number | null) => RunOptions) => Promise<void>;
  /** Whether the run is a person's, who gives it again until it is carried out. */
  readonly isOrder: boolean;
  /** What the run itself writes down: its faults have to meet that. */
  readonly does: string;
}

const own = (stage: Stage) => stage.releases('production').find(({ versionCodes }) => versionCodes[0] === CODE);

/** With 5 % of the users of Google Play. */
const android: StagedApp = {
  platform: 'android',
  policy: POLICY,
  options: {
    prepare: (world) => {
      world.addRelease(PACKAGE, 'production', { versionCodes: [CODE], status: 'inProgress', userFraction: 0.05 });
    },
  },
  look: (stage) =>
    JSON.stringify(
      stage
        .releases('production')
        .map(({ versionCodes, status, userFraction }) => [versionCodes, status, userFraction]),
    ),
  countMoves: (stage) =>
    stage.requests().filter(({ operation, applied }) => operation === 'edits.commit' && applied).length,
  isRunning: (stage) => own(stage)?.status === 'inProgress',
  shows: (stage, { verdict, share }) =>
    verdict === 'halt' ? own(stage)?.status === 'halted' : verdict !== 'promote' || own(stage)?.userFraction === share,
};

const opened: Story['prepare'] = async (stage, mode, health) => {
  await stage.run(mode, { command: 'open', release: TAG });
  await stage.run(mode, {}, health(0.002));
};

export const stories: readonly Story[] = [
  {
    name: 'an opening',
    share: 0.002,
    hours: 0,
    inputs: { command: 'open', release: TAG },
    isOrder: true,
    does: 'joined',
    prepare: async () => Promise.resolve(),
    app: android,
  },
  {
    name: 'a promoting tick',
    share: 0.002,
    hours: 7,
    inputs: {},
    isOrder: false,
    does: 'reached production 0.1 (move by controller)',
    prepare: opened,
    app: android,
  },
  {
    name: 'a halting tick',
    share: 0.03,
    hours: 3,
    inputs: {},
    isOrder: false,
    does: 'stopped',
    prepare: opened,
    app: android,
  },
  {
    name: 'a resuming run',
    share: 0.002,
    hours: 4,
    inputs: { command: 'resume', confirm: '2.15.3' },
    isOrder: true,
    does: 'resumed by @octocat',
    prepare: async (stage, mode, health) => {
      await opened(stage, mode, health);
      stage.clock.advanceBy(2 * hour);
      await stage.run(mode, {}, health(0.03));
    },
    app: android,
  },
  {
    name: 'a tick that brings it from testing to users',
    share: 0.002,
    hours: 24,
    inputs: {},
    isOrder: false,
    does: 'reached production 0.05 (move by controller)',
    app: { ...android, options: {} },
    prepare: opened,
  },
  {
    name: 'a halt by hand',
    share: 0.002,
    hours: 3,
    inputs: { command: 'halt', why: 'the login is broken' },
    isOrder: true,
    does: 'stopped',
    prepare: opened,
    app: android,
  },
  {
    name: 'a hold by hand',
    share: 0.002,
    hours: 3,
    inputs: { command: 'hold' },
    isOrder: true,
    does: 'held by @octocat',
    prepare: opened,
    app: android,
  },
];
