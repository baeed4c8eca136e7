import type { Mutant } from './mutant.ts';

const room = 'src/vendors/play-vitals';
const vitals = '__tests__/vendors/play-vitals/vitals';
const answers = '__tests__/vendors/play-vitals/answers';
const counts = '__tests__/vendors/play-vitals/counts';
const faults = '__tests__/vendors/play-vitals/faults';

/** Mistakes in the client of Play's vitals: figures that are cut, of others, or say more than Google knows. */
export const mutants: readonly Mutant[] = [
  {
    id: 'vitals-users-exact',
    file: `${room}/counts.ts`,
    find: 'const uncertainty = Math.min(halfStep(users), users);',
    replace: 'const uncertainty = 0;',
    why: 'A rounded number proves what it does not hold.',
    killedBy: counts,
  },
  {
    id: 'vitals-finest-step',
    file: `${room}/counts.ts`,
    find: '(steps.find((one) => users % one === 0) ?? 10) / 2',
    replace: '5',
    why: 'A thousand that was rounded to thousands is taken for 995 at least.',
    killedBy: counts,
  },
  {
    id: 'vitals-bad-of-all-users',
    file: `${room}/counts.ts`,
    find: 'measured.rate * (units - uncertainty)',
    replace: 'measured.rate * (units + uncertainty)',
    why: 'Releases are halted by users who may not exist.',
    killedBy: counts,
  },
  {
    id: 'vitals-baseline-too-good',
    file: `${room}/vitals.ts`,
    find: '{ previous: toBaseline(other) }',
    replace: '{ previous: toTally(other) }',
    why: 'An incident of both versions halts the release.',
    killedBy: vitals,
  },
  {
    id: 'vitals-interval-ignored',
    file: `${room}/counts.ts`,
    find: 'Math.min(1, supported / fewest)',
    replace: 'Math.min(1, supported)',
    why: 'A rate of which Google is not sure is taken for one that it is.',
    killedBy: counts,
  },
  {
    id: 'vitals-bound-of-zero-is-none',
    file: `${room}/rows.ts`,
    find: 'lower: interval.lowerBound ?? 0',
    replace: 'lower: interval.lowerBound ?? interval.upperBound',
    why: 'The interval of an hour without a crash is dropped.',
    killedBy: answers,
  },
  {
    id: 'vitals-missing-rate-is-zero',
    file: `${room}/rows.ts`,
    find: 'const rate = rated?.decimalValue;',
    replace: 'const rate = rated?.decimalValue ?? 0;',
    why: 'What Google does not tell is the best of all rates.',
    killedBy: answers,
  },
  {
    id: 'vitals-midnight-lost',
    file: `${room}/time-points.ts`,
    find: 'day, hours = 0, timeZone',
    replace: 'day, hours = Number.NaN, timeZone',
    why: 'Every look that reaches over midnight fails.',
    killedBy: answers,
  },
  {
    id: 'vitals-days-of-utc',
    file: `${room}/time-points.ts`,
    find: "DAILY: 'America/Los_Angeles'",
    replace: "DAILY: 'UTC'",
    why: 'Google refuses every daily query.',
    killedBy: vitals,
  },
  {
    id: 'vitals-days-of-24-hours',
    file: `${room}/time-points.ts`,
    find: "startOf('DAILY', start + 36 * hourMs)",
    replace: 'start + 24 * hourMs',
    why: 'An hour of a day in autumn belongs to no bucket.',
    killedBy: vitals,
  },
  {
    id: 'vitals-beyond-freshness',
    file: `${room}/vitals.ts`,
    find: 'Math.min(startOf(period, question.end), freshUntil)',
    replace: 'startOf(period, question.end)',
    why: 'Google refuses every look at the present.',
    killedBy: vitals,
  },
  {
    id: 'vitals-fresh-as-asked',
    file: `${room}/vitals.ts`,
    find: 'if (to <= from) return { report: { buckets: [], freshUntil }',
    replace: 'if (to <= from) return { report: { buckets: [], freshUntil: question.end }',
    why: 'A feed that has not reached the rollout looks as if nobody had crashed.',
    killedBy: vitals,
  },
  {
    id: 'vitals-stall-not-told',
    file: `${room}/vitals.ts`,
    find: 'if (age <= stalledAfterMs[period]) return null;',
    replace: 'if (age <= stalledAfterMs.DAILY) return null;',
    why: 'Nobody learns why a rollout is held for a day.',
    killedBy: vitals,
  },
  {
    id: 'vitals-testers-mixed',
    file: `${room}/vitals.ts`,
    find: "testers: 'APP_TESTERS'",
    replace: "testers: 'OS_PUBLIC'",
    why: 'Test tracks are judged by nobody, or by production.',
    killedBy: vitals,
  },
  {
    id: 'vitals-first-page-only',
    file: `${room}/client.ts`,
    find: 'if (pageToken === undefined) return;',
    replace: 'return;',
    why: 'The newest hours of a long rollout do not count.',
    killedBy: faults,
  },
  {
    id: 'vitals-hour-counted-twice',
    file: `${room}/vitals.ts`,
    find: '!isMeant || rows.has(key)',
    replace: '!isMeant',
    why: 'Of two figures for one hour the later one counts, whichever that is.',
    killedBy: answers,
  },
];
