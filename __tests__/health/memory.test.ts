import { describe, expect, test } from '@jest/globals';
import { rememberDecision } from '#health/decision';
import { adoptCurve, adoptParameters, latch, resume, startRollout } from '#health/epochs';
import type { Memory } from '#health/epochs';
import { countHaltingTests, fingerprint, listChanges, splitRisk } from '#health/parameters';
import type { Gate } from '#health/parameters';
import { findParameterDefects } from '#health/parameter-defects';
import { explainDecision } from '#health/sentence';
import { anr, begin, crash, hour, look, oneBucket, parameters } from './looks.ts';

const halt = { reason: 'above-threshold', gate: 'crash', at: begin + 3 * hour } as const;

describe('a halt', () => {
  test('stays, whatever the data say afterwards, even when they cannot be read', () => {
    const memory = latch(startRollout(parameters, begin), halt);
    for (const report of [[oneBucket(0, 5_000)], { error: 'no answer' }, [oneBucket(7, 5)]]) {
      const decision = look(report, { memory });
      expect(decision).toMatchObject({
        verdict: { state: 'halt', reason: 'above-threshold' },
        because: 'crash',
        latched: halt,
      });
    }
    expect(explainDecision(look([], { memory }))).toBe(
      'production 5 % stays halted since 2026-01-14 12:00 UTC (crash: above-threshold) until a person resumes it.',
    );
  });

  test('is remembered from the decision that makes it, and only that', () => {
    const memory = startRollout(parameters, begin);
    const halted = rememberDecision(memory, look([oneBucket(57, 5_700)]));
    expect(halted.halt).toEqual({ reason: 'above-threshold', gate: 'crash', at: begin + 12 * hour });
    expect(rememberDecision(halted, look([oneBucket(0, 600)], { memory: halted, now: begin + 20 * hour }))).toBe(
      halted,
    );
    expect(rememberDecision(memory, look([oneBucket(0, 600)]))).toBe(memory);
  });

  test('keeps the reason that began it', () => {
    const memory = latch(latch(startRollout(parameters, begin), halt), { ...halt, gate: 'anr', at: begin + 5 * hour });
    expect(memory.halt).toEqual(halt);
  });

  test('ends when a person resumes: what halted it counts no more, and half the risk is left', () => {
    const memory = resume(latch(startRollout(parameters, begin), halt), begin + 4 * hour);
    expect(memory.halt).toBeUndefined();
    const bad = { ...oneBucket(60, 3_000), end: begin + 4.5 * hour };
    const good = { ...oneBucket(0, 1_200), start: begin + 5 * hour, end: begin + 6 * hour };
    expect(look([bad, good], { memory, now: begin + 13 * hour }).verdict).toEqual({
      state: 'promote',
      reason: 'proven',
    });
    const difference = splitRisk(parameters, 1, 1).rollout - splitRisk(parameters, 0, 0).rollout;
    expect(difference).toBeCloseTo(Math.log(2), 12);
  });
});

test('all epochs together spend at most twice the risk', () => {
  const spent = Array.from({ length: 60 }, (_, epoch) => {
    const { rollout, stage, relative } = splitRisk(parameters, epoch, epoch);
    const perGate = Math.exp(-rollout) + parameters.stages * Math.exp(-stage) + Math.exp(-relative);
    return perGate * parameters.gates.length;
  });
  expect(spent[0]).toBeCloseTo(0.01, 12);
  expect(spent.reduce((sum, risk) => sum + risk, 0)).toBeLessThanOrEqual(0.02 + 1e-12);
  expect(countHaltingTests(parameters.gates)).toBe(4);
});

function withoutComparison(gate: Gate): Gate {
  return Object.fromEntries(Object.entries(gate).filter(([key]) => key !== 'comparison')) as unknown as Gate;
}

describe('parameters', () => {
  const stricter = { ...parameters, gates: [{ ...crash, limit: 0.004 }, anr] };

  test('that are the same change nothing, in whatever order the gates stand', () => {
    const memory = startRollout(parameters, begin);
    expect(adoptParameters(memory, { ...parameters, gates: [anr, crash] }, begin + hour)).toBe(memory);
    expect(fingerprint(parameters)).toBe(fingerprint({ ...parameters, gates: [anr, crash] }));
  });

  test('that change are named, and the evidence begins anew', () => {
    const memory = latch(startRollout(parameters, begin), halt);
    const changed = adoptParameters(memory, stricter, begin + 5 * hour);
    expect(listChanges(memory.parameters, changed.parameters)).toEqual(['gates.crash.limit: 0.005 → 0.004']);
    expect(changed.epoch).toEqual({ number: 1, startedAt: begin + 5 * hour });
    expect(changed.promotion['crash']?.epoch).toEqual({ number: 1, startedAt: begin + 5 * hour });
    // Nobody resumes a halted release by editing its limit.
    expect(changed.halt).toEqual(halt);
  });

  test('that gain or lose a gate or a comparison say so', () => {
    const absolute = withoutComparison(crash);
    expect(listChanges(parameters, { ...parameters, gates: [absolute] })).toEqual(
      expect.arrayContaining(['gates.crash.comparison.ratio: 1.5 → absent', 'gates.anr.limit: 0.005 → absent']),
    );
    const more = adoptParameters(startRollout({ ...parameters, gates: [crash] }, begin), parameters, begin + hour);
    expect(Object.keys(more.promotion)).toEqual(['crash', 'anr']);
  });

  test('survive the ledger', () => {
    const memory = latch(startRollout(parameters, begin), halt);
    const read = JSON.parse(JSON.stringify(memory)) as Memory;
    expect(read).toEqual(memory);
    expect(adoptParameters(read, parameters, begin + hour)).toBe(read);
  });

  test('that are sound have no defect', () => {
    expect(findParameterDefects(parameters)).toEqual([]);
  });

  test.each([
    [{ falseHaltRisk: 0 }, 'falseHaltRisk: 0 is not above 0 and at most 0.1'],
    [{ falsePromotionRisk: Number.NaN }, 'falsePromotionRisk: NaN is not above 0 and at most 0.5'],
    [{ stages: 0 }, 'stages: 0 is not a whole number from 1'],
    [{ maxHold: 0 }, 'maxHold: 0 ms is not above 0 and finite'],
    [{ gates: [{ ...crash, name: 'a=b' }] }, 'gates.a=b.name: "a=b" is not made of a-z, 0-9 and -'],
    [{ gates: [] }, 'gates: there is none, so nothing could ever halt'],
    [{ gates: [crash, crash] }, 'gates: "crash" is there twice'],
    [
      { gates: [{ ...crash, limit: 0.5, margin: 2 }] },
      'gates.crash.margin: 2 is not above 1 with limit × margin below 1',
    ],
    [{ gates: [{ ...crash, limit: 99.5 }] }, 'gates.crash.limit: 99.5 is not between 0 and 1 (0.5 % is 0.005)'],
    [
      { gates: [{ ...crash, overdispersion: { value: 0.5, origin: 'given' } }] },
      'gates.crash.overdispersion: 0.5 is not from 1 to 20',
    ],
    [{ gates: [{ ...crash, maturity: -1 }] }, 'gates.crash.maturity: -1 ms is not 0 or more'],
    [{ gates: [{ ...crash, staleness: 0 }] }, 'gates.crash.staleness: 0 ms is not above 0 and finite'],
    [
      { gates: [{ ...crash, comparison: { ratio: 0.9, minimumIncrease: 2 } }] },
      'gates.crash.comparison.ratio: 0.9 is not from 1 to 10',
    ],
  ] as const)('%j: %s', (change, defect) => {
    expect(findParameterDefects({ ...parameters, ...change })).toContain(defect);
  });
});

describe('a curve', () => {
  const curve = {
    steps: [
      { age: 0, share: 0.6 },
      { age: 6 * hour, share: 1 },
    ],
    learnedFrom: 40,
  };

  test('that moved by more than a tenth begins the evidence for promotion anew, and only that', () => {
    const memory = adoptCurve(startRollout(parameters, begin), crash, curve, begin + 7 * hour);
    expect(memory.epoch.number).toBe(0);
    expect(memory.promotion['crash']).toEqual({ epoch: { number: 1, startedAt: begin + 7 * hour }, curve });
    expect(memory.promotion['anr']?.epoch.number).toBe(0);
    // Good units from before prove nothing now; bad ones still halt.
    expect(look([oneBucket(0, 600)], { memory }).verdict.reason).toBe('not-enough-evidence');
    expect(look([oneBucket(60, 600)], { memory }).verdict.state).toBe('halt');
  });

  test('that moved by less changes nothing', () => {
    const memory = startRollout(parameters, begin, { crash: curve });
    const moved = {
      ...curve,
      steps: [
        { age: 0, share: 0.65 },
        { age: 6 * hour, share: 1 },
      ],
    };
    expect(adoptCurve(memory, crash, moved, begin + hour)).toBe(memory);
    expect(memory.promotion['crash']?.curve).toBe(curve);
  });
});
