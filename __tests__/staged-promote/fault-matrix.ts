import { expect, test } from '@jest/globals';
import { casesFor, type FaultCase } from '#emulators/base/fault-cases';
import type { LogEntry } from '#emulators/base/request-log';
import { takeShare } from '../../scripts/share.ts';
import type { Mode, Seen } from '../support/scenario.ts';
import type { Story, Told } from './fault-stories.ts';
import { openStage, TAG, type RunOptions, type Stage } from './stage.ts';

const hour = 3_600_000;

interface Played {
  readonly log: readonly LogEntry[];
  readonly world: string;
  readonly history: readonly string[];
  /** Issues that call a person, with how they stand. */
  readonly calls: readonly string[];
  /** Moves that took effect. */
  readonly moves: number;
  readonly problems: readonly string[];
}

/**
 * Plays a story with one fault or none, then runs without faults, and tells what is there in the end.
 * @param mode of the run that meets the fault: only a process of its own can be killed
 */
async function playStory(story: Story, mode: Mode, fault?: FaultCase): Promise<Played> {
  const { app, step = 1 } = story;
  let pid: number | undefined;
  const end = { killed: false };
  const stage = await openStage(app.options, () => {
    if (pid === undefined) throw new Error('There is no process to kill.');
    process.kill(pid, 'SIGKILL');
    end.killed = true;
  });
  try {
    const begun = stage.clock.now();
    const health = (share: number | null): RunOptions => ({
      policy: app.policy,
      health: share === null ? null : { since: begun, units: 20_000, share },
    });
    await story.prepare(stage, 'source', health);
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
    for (let later = 1; later <= 2; later += 1) {
      stage.clock.advanceTo(begun + (story.hours + later * step) * hour);
      // A person who is told that it failed gives the order again; one whose job was killed, too.
      const again = story.isOrder && !isCarriedOut ? story.inputs : {};
      const next = await stage.run('source', again, health(story.share));
      isCarriedOut ||= next.exitCode === 0;
      problems.push(...judgeRun({ ...story, inputs: again }, stage, next));
    }
    return {
      log,
      world: app.look(stage),
      // What a hold says twice it says once; and what a run with a fault saw is its own.
      history: stage
        .history()
        .filter((line) => !/^(hold|promote|halt|done) /.test(line))
        .filter((line, index, all) => line !== all[index - 1]),
      calls: listCalls(stage),
      moves: app.countMoves(stage),
      problems,
    };
  } finally {
    await stage.stop();
  }
}

function listCalls({ github }: Stage): readonly string[] {
  const { issues = [] } = github.snapshot().repositories['example-org/tracker'] ?? {};
  return issues.map(({ state, title }) => `${state}: ${title}`);
}

/** Occurrences are counted from the begin of the log; the case says the n-th of this run. */
function shift({ match }: FaultCase, before: readonly LogEntry[]): FaultCase['match'] {
  const earlier = before.filter(
    ({ vendor, operation }) => vendor === match.vendor && operation === match.operation,
  ).length;
  return { ...match, occurrence: (match.occurrence ?? 1) + earlier };
}

/** What a run says, beside what the world shows. */
function judgeRun({ inputs, app }: Story, stage: Stage, { outputs, exitCode, log }: Seen): readonly string[] {
  const problems: string[] = [];
  const platforms = JSON.parse(outputs['platforms'] ?? '{}') as Readonly<
    Record<string, Readonly<Record<string, Told>>>
  >;
  const told = platforms[TAG]?.[app.platform];
  if (told?.moved === true && !app.shows(stage, told))
    problems.push(`it says ${JSON.stringify(told)}, and the world ${app.look(stage)}`);
  if (outputs['verdict'] === 'halt' && outputs['halted'] !== 'true') problems.push('it halts, and does not say so');
  if (exitCode === 4 || log.includes('[internal-error]'))
    problems.push(`a defect of ours: ${log.split('\n').find((line) => line.includes('failed')) ?? ''}`);
  const isTick = Object.keys(inputs).length === 0;
  if (isTick && app.isRunning(stage) && outputs['verdict'] === 'halt' && exitCode === 0)
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
  if (JSON.stringify(played.calls) !== JSON.stringify(clean.calls))
    return `the calls are ${JSON.stringify(played.calls)}, not ${JSON.stringify(clean.calls)}`;
  return played.moves === clean.moves ? undefined : `${played.moves} moves, not ${clean.moves}`;
}

/** The cases of a story, as a test. */
export function tryAll(story: Story): void {
  test('ends as without a fault, whatever goes wrong', async () => {
    const { cases, clean } = await listCases(story);
    expect(clean.problems).toEqual([]);
    const rows = [];
    const played = takeShare(cases);
    for (const one of played) {
      const problem = await tryCase(story, clean, one);
      if (problem !== undefined) rows.push(`${one.name}: ${problem}`);
    }
    process.stderr.write(
      `${story.name}: ${clean.log.length} requests, ${played.length} of ${cases.length} cases, ${rows.length} problems\n`,
    );
    expect(rows).toEqual([]);
  }, 600_000);
}
