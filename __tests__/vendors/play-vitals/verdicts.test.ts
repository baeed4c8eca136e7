import { expect, test } from '@jest/globals';
import { decide } from '#health/decision';
import { startRollout } from '#health/epochs';
import { comparePrevious, defineGate, mobile } from '#health/parameters';
import type { Report } from '#health/report';
import type { Verdict } from '#health/verdict';
import { askVitals } from '#vendors/play-vitals/source';
import { hour, packageName, previous, question, withPlay } from './stage.ts';
import type { ClientStage } from './stage.ts';

// What a gate makes of the buckets: from Google's answers to a verdict.

const begin = Date.parse('2026-11-23T12:00:00Z');

/** So many hours from the begin on, of so many users each, of whom so many had an ANR. */
function fill(stage: ClientStage, hours: number, users: number, anrUsers: number, versionCode = 42): void {
  stage.add(
    ...Array.from({ length: hours }, (_, index) => ({
      hour: new Date(begin + index * hour).toISOString(),
      users,
      anrUsers,
      versionCode,
    })),
  );
}

function judge(report: Report, now: number): Verdict {
  const gate = defineGate('mobile', {
    name: 'anr',
    unit: 'user-hour',
    limit: 0.005,
    overdispersion: { value: 1.5, origin: 'given' },
    comparison: comparePrevious(0.005),
  });
  const memory = startRollout({ ...mobile, stages: 5, gates: [gate] }, begin);
  const stage = { name: 'production 5 %', startedAt: begin, soak: 6 * hour, evidence: { kind: 'proven' } } as const;
  return decide({ now, memory, stage, reports: { anr: report } }).verdict;
}

test.each<[why: string, arrange: (stage: ClientStage) => void, verdict: Partial<Verdict> | object]>([
  [
    'a good release is raised',
    (stage) => {
      fill(stage, 20, 2_000, 5);
      fill(stage, 20, 80_000, 250, previous);
    },
    { state: 'promote', reason: 'proven' },
  ],
  [
    'a bad one is halted',
    (stage) => {
      fill(stage, 20, 2_000, 40);
    },
    { state: 'halt', reason: 'above-threshold' },
  ],
  [
    'one that is worse than the one before is halted below the limit',
    (stage) => {
      fill(stage, 20, 20_000, 90);
      fill(stage, 20, 80_000, 80, previous);
    },
    { state: 'halt', reason: 'worse-than-previous' },
  ],
  [
    'slices that are not shown are no data',
    (stage) => {
      stage.emulator.console.setVitals(packageName, { floor: 50 });
      fill(stage, 20, 49, 0);
      fill(stage, 20, 80_000, 250, previous);
    },
    { state: 'hold', reason: 'no-data' },
  ],
  [
    'one crash among a handful decides nothing',
    (stage) => {
      stage.emulator.console.setVitals(packageName, { floor: 0 });
      fill(stage, 2, 5, 1);
    },
    { state: 'hold', reason: 'not-enough-evidence' },
  ],
  [
    'a feed that stands still is stale, however good it looks',
    (stage) => {
      stage.emulator.console.freezeVitals(packageName);
      stage.clock.advanceTo(stage.clock.now() + 4 * hour);
      fill(stage, 30, 2_000, 0);
    },
    { state: 'hold', reason: 'stale' },
  ],
])('%s', async (_, arrange, verdict) => {
  await withPlay({}, async (stage) => {
    arrange(stage);
    const now = stage.clock.now();
    const report = await askVitals(stage.connect(), { ...question, start: begin, end: now });
    expect(judge(report, now)).toMatchObject(verdict);
  });
});
