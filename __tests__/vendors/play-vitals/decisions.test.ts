import { expect, test } from '@jest/globals';
import type { VitalsInput } from '#emulators/google-play/vitals';
import { decide } from '#health/decision';
import { startRollout } from '#health/epochs';
import { comparePrevious, defineGate, mobile } from '#health/parameters';
import { askVitals } from '#vendors/play-vitals/vitals';
import { hour, now, packageName, withVitals } from './stage.ts';
import type { VitalsStage } from './stage.ts';

// What Google tells, through client and gate, to the verdict: a rollout that began 24 hours ago, at a limit of 0.5 %.

const begin = now - 24 * hour;
const limit = 0.005;
const gate = defineGate('mobile', {
  name: 'crash',
  unit: 'user-hour',
  limit,
  overdispersion: { value: 1.5, origin: 'given' },
  comparison: comparePrevious(limit),
  lateUnits: true,
  staleness: 9 * hour,
});
const memory = startRollout({ ...mobile, stages: 5, gates: [gate] }, begin);

/** Hours of 42 with this rate beside 41 with that one, one hit user more or less. */
function hours(rate: number, previous = 0.003, users = 2_437): readonly VitalsInput[] {
  return Array.from({ length: 24 }, (_, n) => new Date(begin + n * hour).toISOString()).flatMap((at) => [
    { hour: at, versionCode: 42, users, crashUsers: Math.round(users * rate) },
    { hour: at, versionCode: 41, users: 47_512, crashUsers: Math.round(47_512 * previous) },
  ]);
}

async function verdictOf(
  figures: readonly VitalsInput[],
  change: (stage: VitalsStage) => void = () => undefined,
): Promise<string> {
  let verdict = '';
  await withVitals({ figures }, async (stage) => {
    change(stage);
    const at = stage.clock.now();
    const { report } = await askVitals(stage.vitals(), {
      metric: 'crashRate',
      period: 'HOURLY',
      start: begin,
      end: at,
      versionCode: 42,
      previous: 41,
      cohort: 'users',
    });
    const stageOf = { name: 'production 5 %', startedAt: begin, soak: 6 * hour, evidence: { kind: 'proven' } } as const;
    const decision = decide({ now: at, memory, stage: stageOf, reports: { crash: report } });
    verdict = `${decision.verdict.state} ${decision.verdict.reason}`;
  });
  return verdict;
}

test.each<[string, readonly VitalsInput[], string]>([
  ['a good release', hours(0.002), 'promote proven'],
  ['a bad one', hours(0.02), 'halt above-threshold'],
  ['below the limit, and twice as bad as the one before', hours(0.0041, 0.0015, 24_370), 'halt worse-than-previous'],
  ['an incident of both', hours(0.02, 0.021), 'hold shared-incident'],
  ['so few users that Google tells nothing', hours(0.5, 0.003, 8), 'hold no-data'],
  ['nobody at all', [], 'hold no-data'],
])('%s', async (_, figures, verdict) => {
  expect(await verdictOf(figures)).toBe(verdict);
});

test('a feed that stands still decides nothing, however good its hours are', async () => {
  const verdict = await verdictOf(hours(0.002), (stage) => {
    stage.emulator.console.freezeVitals(packageName);
    stage.clock.advanceBy(10 * hour);
  });
  expect(verdict).toBe('hold stale');
});
