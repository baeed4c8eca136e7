import { describe, expect, test } from '@jest/globals';
import { startRollout } from '#health/epochs';
import { explainDecision } from '#health/sentence';
import type { Verdict } from '#health/verdict';
import { begin, crash, hour, look, oneBucket, parameters, proven } from './looks.ts';
import type { LookOptions } from './looks.ts';

interface Situation {
  readonly name: string;
  readonly report: Parameters<typeof look>[0];
  readonly options?: LookOptions;
  readonly verdict: Verdict;
  readonly says: string;
}

const haltOnly = { ...proven, name: 'internal testers', evidence: { kind: 'halt-only' } } as const;
const screened = { ...proven, evidence: { kind: 'screened', factor: 5 } } as const;
const late = { now: begin + 80 * hour };
const on = (onInsufficient: (typeof parameters)['onInsufficient']): LookOptions => ({
  ...late,
  parameters: { ...parameters, onInsufficient },
});

/** Every reason there is, and the sentence that a person reads. */
const situations: readonly Situation[] = [
  {
    name: 'proof',
    report: [oneBucket(17, 5_700)],
    verdict: { state: 'promote', reason: 'proven' },
    says: 'Raise production 5 %: 99.70 % crash-free (0.09–0.56 % crash, valid at every look) in 5,700 sessions; proven good enough.',
  },
  {
    name: 'a screen that a much worse release would not have passed',
    report: [oneBucket(2, 500)],
    options: { stage: screened },
    verdict: { state: 'promote', reason: 'screened' },
    says: 'Raise production 5 %: 99.60 % crash-free (0–1.78 % crash, valid at every look) in 500 sessions; a release 5 times too bad would have been halted by now.',
  },
  {
    name: 'a screen with one unit too few',
    report: [oneBucket(2, 429)],
    options: { stage: screened },
    verdict: { state: 'hold', reason: 'not-enough-evidence' },
    says: 'Hold production 5 %: 99.53 % crash-free (0–2.08 % crash, valid at every look) in 429 sessions; neither proven good nor bad; about 1 more session is needed, about 6 h 2 min at the present pace.',
  },
  {
    name: 'a screen that three bad units above the limit do not pass',
    report: [oneBucket(3, 500)],
    options: { stage: screened },
    verdict: { state: 'hold', reason: 'not-enough-evidence' },
    says: 'neither proven good nor bad; at this rate more units alone will not prove it good.',
  },
  {
    name: 'a test stage at its end',
    report: [oneBucket(0, 40)],
    options: { stage: haltOnly },
    verdict: { state: 'promote', reason: 'soaked' },
    says: 'Raise internal testers: its soak is over and nothing has halted it; 100 % crash-free (0–10 % crash, valid at every look) in 40 sessions.',
  },
  {
    name: 'a test stage without any data',
    report: [],
    options: { stage: haltOnly },
    verdict: { state: 'promote', reason: 'soaked' },
    says: 'Raise internal testers: its soak is over and nothing has halted it; there were no data at all.',
  },
  {
    name: 'a test stage whose testers crash',
    report: [oneBucket(5, 40)],
    options: { stage: haltOnly },
    verdict: { state: 'halt', reason: 'above-threshold' },
    says: 'Halt internal testers: 87.50 % crash-free',
  },
  {
    name: 'proof before the soak is over',
    report: [oneBucket(0, 600)],
    options: { stage: { ...proven, soak: 20 * hour } },
    verdict: { state: 'hold', reason: 'soaking' },
    says: 'good enough, and its soak ends in 8 h.',
  },
  {
    name: 'a test stage whose soak is not over',
    report: [oneBucket(1, 40)],
    options: { stage: { ...haltOnly, soak: 20 * hour } },
    verdict: { state: 'hold', reason: 'soaking' },
    says: 'in 40 sessions, nothing has halted it, and its soak ends in 8 h.',
  },
  {
    name: 'a test stage that nobody has used yet',
    report: [],
    options: { stage: { ...haltOnly, soak: 20 * hour } },
    verdict: { state: 'hold', reason: 'soaking' },
    says: 'Hold internal testers: no sessions for crash yet, and its soak ends in 8 h.',
  },
  {
    name: 'the border between good and bad',
    report: [oneBucket(26, 5_700)],
    verdict: { state: 'hold', reason: 'not-enough-evidence' },
    says: 'Hold production 5 %: 99.54 % crash-free (0.18–0.77 % crash, valid at every look) in 5,700 sessions; neither proven good nor bad; about',
  },
  {
    name: 'no units at all',
    report: [],
    verdict: { state: 'hold', reason: 'no-data' },
    says: 'Hold production 5 %: no sessions for crash yet; about 581 more sessions are needed.',
  },
  {
    name: 'old data, however good',
    report: { buckets: [oneBucket(0, 100_000)] },
    verdict: { state: 'hold', reason: 'stale' },
    says: 'Hold production 5 %: the newest data of crash are 11 h old, too old to decide on.',
  },
  {
    name: 'old data, however bad',
    report: { buckets: [oneBucket(900, 1_000)] },
    verdict: { state: 'hold', reason: 'stale' },
    says: 'too old to decide on',
  },
  {
    name: 'a source that does not answer',
    report: { error: 'Sentry answered 503 three times' },
    verdict: { state: 'hold', reason: 'stale', detail: 'Sentry answered 503 three times' },
    says: 'Hold production 5 %: crash cannot be read: Sentry answered 503 three times.',
  },
  {
    name: 'more bad units than units',
    report: [oneBucket(7, 5)],
    verdict: { state: 'hold', reason: 'invalid-data', detail: 'bucket 2026-01-14T09:00Z: 7 bad of only 5 units' },
    says: 'Hold production 5 %: the data of crash cannot be right (bucket 2026-01-14T09:00Z: 7 bad of only 5 units), so nothing is concluded from them.',
  },
  {
    name: 'both versions in trouble at once',
    report: [oneBucket(60, 3_000, { bad: 900, units: 50_000 })],
    verdict: { state: 'hold', reason: 'shared-incident' },
    says: 'but so is the previous version: an incident of both, not of this release.',
  },
  {
    name: 'both versions in trouble, and this one far more',
    report: [oneBucket(300, 3_000, { bad: 900, units: 50_000 })],
    verdict: { state: 'halt', reason: 'above-threshold' },
    says: 'above the limit of 0.5 %, beyond chance.',
  },
  {
    name: 'trouble of this version while the previous one is well',
    report: [oneBucket(60, 3_000, { bad: 150, units: 50_000 })],
    verdict: { state: 'halt', reason: 'above-threshold' },
    says: 'Halt production 5 %: 98.00 % crash-free (1.12–2.85 % crash, valid at every look) in 3,000 sessions: above the limit of 0.5 %, beyond chance.',
  },
  {
    name: 'twice as bad as before, and yet below the limit',
    report: [oneBucket(150, 50_000, { bad: 95, units: 95_000 })],
    verdict: { state: 'halt', reason: 'worse-than-previous' },
    says: '3 times the 0.1 % of the previous version, beyond chance.',
  },
  {
    name: 'five times nearly nothing, beyond chance',
    report: [oneBucket(400, 400_000, { bad: 160, units: 800_000 })],
    verdict: { state: 'promote', reason: 'proven' },
    says: 'proven good enough',
  },
  {
    name: 'early adopters who crash a third more',
    report: [oneBucket(1_300, 500_000, { bad: 2_000, units: 1_000_000 })],
    verdict: { state: 'promote', reason: 'proven' },
    says: 'proven good enough',
  },
  {
    name: 'no evidence in time: ask',
    report: [oneBucket(1, 50)],
    options: on('ask'),
    verdict: { state: 'hold', reason: 'needs-human' },
    says: 'the evidence did not come in time, so a person has to decide.',
  },
  {
    name: 'no evidence in time: raise unproven, nothing against it',
    report: [oneBucket(0, 50)],
    options: on('promote-unproven'),
    verdict: { state: 'promote', reason: 'unproven' },
    says: 'nothing speaks against it, yet it is not proven',
  },
  {
    name: 'no evidence in time: raise unproven, but something is against it',
    report: [oneBucket(1, 50)],
    options: on('promote-unproven'),
    verdict: { state: 'hold', reason: 'needs-human' },
    says: 'a person has to decide',
  },
  {
    name: 'no evidence in time: raise unproven, but there are no data',
    report: [],
    options: on('promote-unproven'),
    verdict: { state: 'hold', reason: 'needs-human' },
    says: 'no sessions for crash; the evidence did not come in time',
  },
  {
    name: 'no evidence in time: hold',
    report: [oneBucket(1, 50)],
    options: on('hold'),
    verdict: { state: 'hold', reason: 'not-enough-evidence' },
    says: 'neither proven good nor bad',
  },
  {
    name: 'no evidence in time: halt',
    report: [oneBucket(1, 50)],
    options: on('halt'),
    verdict: { state: 'halt', reason: 'timeout' },
    says: 'Halt production 5 %: crash got no evidence in time',
  },
  {
    name: 'a source that is silent for longer than a backend waits',
    report: { error: 'no answer' },
    options: on('halt'),
    verdict: { state: 'halt', reason: 'timeout' },
    says: 'crash got no evidence in time; no sessions for crash.',
  },
];

test.each(situations.map((situation) => [situation.name, situation] as const))(
  '%s',
  (_, { report, options, verdict, says }) => {
    const decision = look(report, options);
    expect(decision.verdict).toEqual(verdict);
    expect(explainDecision(decision)).toContain(says);
  },
);

describe('several gates', () => {
  const strict = { ...parameters, gates: [crash, { ...crash, name: 'anr' }] };

  test('an optional gate can halt', () => {
    const decision = look([oneBucket(0, 600)], {
      anr: { buckets: [oneBucket(60, 600)], freshUntil: begin + 12 * hour },
    });
    expect([decision.verdict, decision.because]).toEqual([{ state: 'halt', reason: 'above-threshold' }, 'anr']);
  });

  test('an optional gate does not hold for the want of data', () => {
    expect(look([oneBucket(0, 600)], { anr: { error: 'no answer' } }).verdict.state).toBe('promote');
  });

  test('an optional gate holds during an incident', () => {
    const incident = { buckets: [oneBucket(60, 3_000, { bad: 900, units: 50_000 })], freshUntil: begin + 12 * hour };
    expect(look([oneBucket(0, 600)], { anr: incident }).verdict).toEqual({ state: 'hold', reason: 'shared-incident' });
  });

  test('a required gate has to agree, and the gravest reason is the one that is named', () => {
    const anr = { buckets: [oneBucket(7, 5)] };
    const decision = look([oneBucket(1, 50)], { parameters: strict, anr });
    expect([decision.because, decision.verdict.reason]).toEqual(['anr', 'invalid-data']);
  });

  test('a gate without a report has a source that was not asked', () => {
    expect(look(undefined as never).gates[0]?.verdict).toMatchObject({
      reason: 'stale',
      detail: 'its source was not asked',
    });
  });

  test('where no gate is required, nothing is raised that asks for evidence', () => {
    const optional = { ...parameters, gates: parameters.gates.map((gate) => ({ ...gate, required: false })) };
    expect(look([oneBucket(0, 600)], { parameters: optional }).verdict).toMatchObject({
      state: 'hold',
      reason: 'no-data',
    });
    expect(look([oneBucket(0, 600)], { parameters: optional, stage: haltOnly }).verdict.state).toBe('promote');
    const early = { ...haltOnly, soak: 24 * hour };
    expect(look([oneBucket(0, 600)], { parameters: optional, stage: early }).verdict).toEqual({
      state: 'hold',
      reason: 'soaking',
    });
  });
});

test('a bug that comes with a stage is found in the window of the stage', () => {
  const before = { ...oneBucket(60, 40_000), end: begin + 6 * hour };
  const since = { ...oneBucket(40, 2_000), start: begin + 6 * hour, end: begin + 8 * hour };
  const stage = { ...proven, name: 'production 20 %', startedAt: begin + 6 * hour };
  const decision = look([before, since], { stage, now: begin + 8 * hour });
  expect(decision.verdict).toEqual({ state: 'halt', reason: 'above-threshold' });
  expect(explainDecision(decision)).toContain('40 of 2,000 since this stage began: above the limit of 0.5 %');
});

test('a raise asks that the stage keeps the limit, too', () => {
  const before = { ...oneBucket(60, 40_000), end: begin + 6 * hour };
  const since = { ...oneBucket(5, 800), start: begin + 6 * hour, end: begin + 7 * hour };
  const stage = { ...proven, startedAt: begin + 6 * hour };
  const at = { stage, now: begin + 24 * hour };
  expect(look([before, since], at).verdict.state).toBe('hold');
  expect(look([before, { ...since, bad: 2, units: 300 }], at).verdict.state).toBe('promote');
});

test('a resumed rollout gets its time again', () => {
  const memory = { ...startRollout(parameters, begin), epoch: { number: 1, startedAt: begin + 40 * hour } };
  expect(look([], { memory, now: begin + 80 * hour }).verdict.reason).toBe('no-data');
  expect(look([], { memory, now: begin + 112 * hour }).verdict.reason).toBe('needs-human');
});

test('the very end of the soak is its end, and the very end of the wait is the end of the wait', () => {
  const at = (hours: number, stage = proven): string => look([], { stage, now: begin + hours * hour }).verdict.reason;
  expect([5.99, 6].map((hours) => at(hours, { ...proven, evidence: { kind: 'halt-only' } }))).toEqual([
    'soaking',
    'soaked',
  ]);
  expect([71.99, 72].map((hours) => at(hours))).toEqual(['no-data', 'needs-human']);
  // A soak that is longer than the longest hold is not cut by it.
  expect([72, 96].map((hours) => at(hours, { ...proven, soak: 96 * hour }))).toEqual(['no-data', 'needs-human']);
});

test('a rate of exactly the limit keeps it', () => {
  expect(look([oneBucket(250, 50_000)]).verdict.state).toBe('promote');
  expect(look([oneBucket(251, 50_000)]).verdict.state).toBe('hold');
});
