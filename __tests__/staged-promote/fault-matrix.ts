import { casesFor, type FaultCase } from '#emulators/base/fault-cases';
import type { LogEntry } from '#emulators/base/request-log';
import type { Mode, Seen } from '../support/scenario.ts';
import { CODE, openStage, PACKAGE, TAG, type RunOptions, type Stage } from './stage.ts';

const hour = 3_600_000;

/** A situation, and the run in it that the faults meet. */
export interface Story {
  readonly name: string;
  /** Share of bad units when the run comes. */
  readonly share: number;
  /** Hours since the begin at which it comes, and at which runs without faults follow. */
  readonly hours: number;
  readonly inputs: Readonly<Record<string, string>>;
  /** What comes before it. */
  readonly prepare: (stage: Stage, mode: Mode, health: (share: number) => RunOptions) => Promise<void>;
  /** Whether the run is a person's, who gives it again until it is carried out. */
  readonly isOrder: boolean;
  /** What the run itself writes down: its faults have to meet that. */
  readonly does: string;
  /** Where it is when the story begins; by default with 5 % of the users. */
  readonly world?: 'internal';
}

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
  },
  {
    name: 'a promoting tick',
    share: 0.002,
    hours: 7,
    inputs: {},
    isOrder: false,
    does: 'reached production 0.1 (move by controller)',
    prepare: opened,
  },
  { name: 'a halting tick', share: 0.03, hours: 3, inputs: {}, isOrder: false, does: 'stopped', prepare: opened },
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
  },
  {
    name: 'a tick that brings it from testing to users',
    share: 0.002,
    hours: 24,
    inputs: {},
    isOrder: false,
    does: 'reached production 0.05 (move by controller)',
    world: 'internal',
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
  },
  {
    name: 'a hold by hand',
    share: 0.002,
    hours: 3,
    inputs: { command: 'hold' },
    isOrder: true,
    does: 'held by @octocat',
    prepare: opened,
  },
];

interface Played {
  readonly log: readonly LogEntry[];
  readonly world: string;
  readonly history: readonly string[];
  /** Commits that took effect. */
  readonly commits: number;
  readonly problems: readonly string[];
}

/** Plays a story with one fault or none, then runs without faults, and tells what is there in the end. */
async function playStory(story: Story, mode: Mode, fault?: FaultCase): Promise<Played> {
  let pid: number | undefined;
  const end = { killed: false };
  const stage = await openStage(
    {
      prepare: (world) => {
        if (story.world !== 'internal')
          world.addRelease(PACKAGE, 'production', { versionCodes: [CODE], status: 'inProgress', userFraction: 0.05 });
      },
    },
    () => {
      if (pid === undefined) throw new Error('There is no process to kill.');
      process.kill(pid, 'SIGKILL');
      end.killed = true;
    },
  );
  try {
    const begun = stage.clock.now();
    const health = (share: number): RunOptions => ({ health: { since: begun, units: 20_000, share } });
    await story.prepare(stage, mode, health);
    stage.clock.advanceTo(begun + story.hours * hour);
    const before = stage.requests().length;
    if (fault !== undefined) stage.addFault({ ...fault, match: shift(fault, stage.requests()) });
    const problems: string[] = [];
    const options: RunOptions = {
      ...health(story.share),
      onStart: (id) => {
        pid = id;
      },
    };
    const seen = await stage.run(mode, story.inputs, options);
    const log = stage.requests().slice(before);
    if (fault === undefined && !stage.history().includes(story.does))
      problems.push(`it did not come to "${story.does}"`);
    if (!end.killed) problems.push(...judgeRun(story, stage, seen));
    let isCarriedOut = seen.exitCode === 0;
    for (let later = 1; later <= 3; later += 1) {
      stage.clock.advanceTo(begun + (story.hours + later) * hour);
      // A person who is told that it failed gives the order again; one whose job was killed, too.
      const again = story.isOrder && !isCarriedOut ? story.inputs : {};
      const next = await stage.run(mode, again, health(story.share));
      isCarriedOut ||= next.exitCode === 0;
      problems.push(...judgeRun({ ...story, inputs: again }, stage, next));
    }
    return {
      log,
      world: JSON.stringify(
        stage
          .releases('production')
          .map(({ versionCodes, status, userFraction }) => [versionCodes, status, userFraction]),
      ),
      // What a hold says twice it says once; and what a run with a fault saw is its own.
      history: stage
        .history()
        .filter((line) => !/^(hold|promote|halt|done) /.test(line))
        .filter((line, index, all) => line !== all[index - 1]),
      commits: stage.requests().filter(({ operation, applied }) => operation === 'edits.commit' && applied).length,
      problems,
    };
  } finally {
    await stage.stop();
  }
}

/** Occurrences are counted from the begin of the log; the case says the n-th of this run. */
function shift({ match }: FaultCase, before: readonly LogEntry[]): FaultCase['match'] {
  const earlier = before.filter(
    ({ vendor, operation }) => vendor === match.vendor && operation === match.operation,
  ).length;
  return { ...match, occurrence: (match.occurrence ?? 1) + earlier };
}

/** What a run says, beside what the world shows. */
function judgeRun({ inputs }: Story, stage: Stage, { outputs, exitCode, log }: Seen): readonly string[] {
  const own = stage.releases('production').find(({ versionCodes }) => versionCodes[0] === CODE);
  const problems: string[] = [];
  const platforms = JSON.parse(outputs['platforms'] ?? '{}') as Readonly<
    Record<string, Readonly<Record<string, { share: number; life: string; moved: boolean; verdict: string }>>>
  >;
  const told = platforms[TAG]?.['android'];
  if (told?.moved === true && told.verdict === 'halt' && own?.status !== 'halted')
    problems.push('it says that it halted, and the world does not');
  if (told?.moved === true && told.verdict === 'promote' && own?.userFraction !== told.share)
    problems.push(`it says ${told.share}, and the world ${own?.userFraction ?? 'nothing'}`);
  if (outputs['verdict'] === 'halt' && outputs['halted'] !== 'true') problems.push('it halts, and does not say so');
  if (exitCode === 4 || log.includes('[internal-error]'))
    problems.push(`a defect of ours: ${log.split('\n').find((line) => line.includes('failed')) ?? ''}`);
  if (
    Object.keys(inputs).length === 0 &&
    own?.status === 'inProgress' &&
    outputs['verdict'] === 'halt' &&
    exitCode === 0
  )
    problems.push('a halt is due, and the run is green');
  return problems;
}

/** Every case that the requests of a story call for. */
export async function listCases(
  story: Story,
): Promise<{ readonly cases: readonly FaultCase[]; readonly clean: Played }> {
  const clean = await playStory(story, 'source');
  const first = new Map<string, number>();
  // The log of one run: its occurrences are counted from its own begin.
  const own = clean.log.map((entry) => {
    const key = `${entry.vendor} ${entry.operation}`;
    const count = (first.get(key) ?? 0) + 1;
    first.set(key, count);
    return { ...entry, occurrence: count };
  });
  return { cases: casesFor(own), clean };
}

/** @returns what is wrong; undefined where the end is that of the run without a fault */
export async function tryCase(story: Story, clean: Played, fault: FaultCase): Promise<string | undefined> {
  const mode: Mode = fault.fault.kind === 'kill-caller' ? 'bundle' : 'source';
  const played = await playStory(story, mode, fault);
  if (played.problems.length > 0) return played.problems.join('; ');
  if (played.world !== clean.world) return `the world is ${played.world}, not ${clean.world}`;
  if (JSON.stringify(played.history) !== JSON.stringify(clean.history))
    return `the ledger is ${JSON.stringify(played.history)}`;
  return played.commits === clean.commits ? undefined : `${played.commits} commits, not ${clean.commits}`;
}
