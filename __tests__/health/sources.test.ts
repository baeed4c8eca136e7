import { describe, expect, test } from '@jest/globals';
import { learnCurve, shareReported } from '#health/completeness';
import type { Snapshot } from '#health/completeness';
import { startRollout } from '#health/epochs';
import { estimateOverdispersion } from '#health/overdispersion';
import { findDefect } from '#health/report';
import type { Bucket } from '#health/report';
import { begin, crash, hour, look, oneBucket, parameters } from './looks.ts';

describe('data that cannot be right name their bucket', () => {
  const sound = oneBucket(1, 100);
  const next = { ...sound, start: begin + hour, end: begin + 2 * hour };

  test.each<[string, readonly Bucket[], string]>([
    ['units below 0', [{ ...sound, units: -1, bad: 0 }], 'units is -1, below 0'],
    ['bad units below 0', [{ ...sound, bad: -1 }], 'bad is -1, below 0'],
    ['no number', [{ ...sound, bad: Number.NaN }], 'bad is NaN, which is no number of anything'],
    ['infinitely many', [{ ...sound, units: Infinity }], 'units is Infinity, which is no number of anything'],
    ['a doubt below 0', [{ ...sound, uncertainty: -1 }], 'uncertainty is -1, below 0'],
    ['more bad than units', [{ ...sound, bad: 101 }], '101 bad of only 100 units'],
    ['an end before the start', [{ ...sound, end: begin }], 'it ends before it starts'],
    ['no time', [{ ...sound, end: Number.NaN }], 'its start or end is not a time'],
    [
      'a bad previous version',
      [{ ...sound, previous: { units: 1, bad: 2 } }],
      'of the previous version, 2 bad of only 1 units',
    ],
    ['the same hour twice', [sound, sound], 'it overlaps bucket 2026-01-14T09:00Z'],
  ])('%s', (_, buckets, defect) => {
    expect(findDefect({ buckets })).toBe(`bucket 2026-01-14T09:00Z: ${defect}`);
  });

  test('two hours that overlap, in whatever order they come', () => {
    const overlapping = { ...next, start: begin + hour / 2 };
    for (const buckets of [
      [sound, overlapping],
      [overlapping, sound],
    ]) {
      expect(findDefect({ buckets })).toBe('bucket 2026-01-14T09:30Z: it overlaps bucket 2026-01-14T09:00Z');
    }
  });

  test('a start that is no time', () => {
    expect(findDefect({ buckets: [{ ...sound, start: Number.NaN }] })).toBe(
      'bucket NaN: its start or end is not a time',
    );
  });

  test('an hour that shrank by more than a fifth, or is gone', () => {
    const shrunk = (units: number): string | undefined =>
      findDefect({ buckets: [{ ...sound, units }, next], earlier: [sound, next] });
    expect(shrunk(80)).toBeUndefined();
    expect(shrunk(79)).toBe('bucket 2026-01-14T09:00Z: it shrank from 100 to 79 units');
    expect(findDefect({ buckets: [sound], earlier: [sound, next] })).toBe(
      'bucket 2026-01-14T10:00Z: it shrank from 100 to 0 units',
    );
  });

  test('but not an hour that lies before all that the source still tells, nor one that was only rounded', () => {
    expect(findDefect({ buckets: [next], earlier: [sound, next] })).toBeUndefined();
    const rounded = { ...sound, units: 100, uncertainty: 50 };
    expect(
      findDefect({
        buckets: [{ ...rounded, units: 10, bad: 0, uncertainty: 5 }],
        earlier: [{ ...rounded, units: 20, uncertainty: 5 }],
      }),
    ).toBeUndefined();
  });

  test('a freshness that is no time', () => {
    expect(findDefect({ buckets: [sound], freshUntil: Number.NaN })).toBe(
      'up to when the data reach is NaN, which is no time',
    );
  });

  test('sound data have no defect', () => {
    expect(findDefect({ buckets: [next, sound], earlier: [sound] })).toBeUndefined();
  });
});

describe('rounding', () => {
  test('counts for the release when a halt is at stake', () => {
    expect(look([oneBucket(57, 5_700)]).verdict.state).toBe('halt');
    expect(look([{ ...oneBucket(57, 5_700), uncertainty: 600 }]).verdict.state).toBe('hold');
  });

  test('and against it when a raise is', () => {
    expect(look([oneBucket(0, 600)]).verdict.state).toBe('promote');
    expect(look([{ ...oneBucket(0, 600), uncertainty: 50 }]).verdict.state).toBe('hold');
  });

  test('makes no halt of a comparison either', () => {
    const bucket = oneBucket(150, 50_000, { bad: 95, units: 95_000 });
    const previous = { bad: 95, units: 95_000, uncertainty: 60_000 };
    expect(look([bucket]).verdict.reason).toBe('worse-than-previous');
    expect(look([{ ...bucket, previous }]).verdict.reason).not.toBe('worse-than-previous');
  });
});

describe('late reports', () => {
  const young = { ...oneBucket(0, 5_000), start: begin + 8 * hour, end: begin + 9 * hour };

  test('of an unmeasured source: young hours prove nothing', () => {
    expect(look([young]).verdict.reason).toBe('not-enough-evidence');
    expect(look([young], { now: begin + 15 * hour }).verdict.state).toBe('promote');
  });

  test('and yet bad units in them halt at once', () => {
    expect(look([{ ...young, bad: 80 }]).verdict.state).toBe('halt');
  });

  test('unless units are late, too, so that the share is not known yet', () => {
    const late = { ...parameters, gates: parameters.gates.map((gate) => ({ ...gate, lateUnits: true })) };
    expect(look([{ ...young, bad: 80 }], { parameters: late }).verdict.state).toBe('hold');
    expect(look([{ ...young, bad: 80 }], { parameters: late, now: begin + 15 * hour }).verdict.state).toBe('halt');
  });

  test('and bad units in them are no secret when a raise is at stake', () => {
    const proof = oneBucket(0, 600);
    expect(look([proof]).verdict.state).toBe('promote');
    expect(look([proof, { ...young, units: 500, bad: 5 }]).verdict.state).toBe('hold');
  });

  test('of a measured source count by the share that has come', () => {
    const curve = {
      steps: [
        { age: 0, share: 0.5 },
        { age: 6 * hour, share: 1 },
      ],
      learnedFrom: 40,
    };
    const memory = startRollout(parameters, begin, { crash: curve });
    const at = (units: number): string => look([{ ...young, units }], { memory }).verdict.state;
    // 581 are needed, and half of them are known.
    expect([at(1_160), at(1_162)]).toEqual(['hold', 'promote']);
    expect(look([young], { memory }).gates[0]?.findings?.curveFrom).toBe(40);
  });

  test('between two ages of a curve, a halt takes the later one', () => {
    const curve = {
      steps: [
        { age: hour, share: 0.3 },
        { age: 6 * hour, share: 1 },
      ],
      learnedFrom: 40,
    };
    const memory = startRollout(parameters, begin, { crash: curve });
    const at = (hours: number): string =>
      look([{ ...young, bad: 30 }], { memory, now: young.end + hours * hour }).verdict.state;
    // 30 of 5,000 are 2 % if only a third of them can have been reported, and 0.6 % if all may have been.
    expect([0.5, 1, 3].map(at)).toEqual(['hold', 'halt', 'hold']);
  });

  test('an hour that is not over proves nothing under a curve either', () => {
    const curve = { steps: [{ age: 0, share: 1 }], learnedFrom: 40 };
    const memory = startRollout(parameters, begin, { crash: curve });
    const open = { ...oneBucket(0, 5_000), start: begin + 11.5 * hour, end: begin + 12.5 * hour };
    expect(look([open], { memory }).verdict.reason).toBe('not-enough-evidence');
  });
});

describe('a curve is learned from snapshots', () => {
  const share = (age: number): number => [0.5, 0.62, 0.7, 0.8, 0.9, 0.95][age] ?? 1;
  /** Each bucket as it was seen at ages 0 to 60 h, every `every` hours. */
  const snapshots = (buckets: number, bad: number, every = 1): Snapshot[] =>
    Array.from({ length: buckets }, (_, index) => ({
      start: begin + index * hour,
      end: begin + (index + 1) * hour,
    })).flatMap((time) =>
      Array.from({ length: Math.floor(60 / every) }, (_, look) => look * every).map((age) => ({
        bucket: { ...time, units: 1_000, bad: bad * share(age) },
        seenAt: time.end + age * hour,
      })),
    );

  test('of twenty settled buckets or more', () => {
    expect(learnCurve(snapshots(19, 100))).toBeUndefined();
    const curve = learnCurve(snapshots(20, 100));
    expect(curve?.learnedFrom).toBe(20);
    for (const [age, expected] of [
      [0, 0.5],
      [1, 0.62],
      [2, 0.7],
      [3.5, 0.8],
      [5, 0.95],
      [9, 1],
      [100, 1],
    ] as const) {
      expect(shareReported(curve ?? { steps: [], learnedFrom: 0 }, age * hour)).toBeCloseTo(expected, 9);
    }
  });

  test('with bad units enough to tell', () => {
    expect(learnCurve(snapshots(40, 1))).toBeUndefined();
  });

  test('and never falls with age, however the snapshots fall', () => {
    const noisy = snapshots(40, 100).map((one, index) => ({
      ...one,
      bucket: { ...one.bucket, bad: one.bucket.bad * (index % 3 === 0 ? 0.8 : 1) },
    }));
    const shares = learnCurve(noisy)?.steps.map((step) => step.share) ?? [];
    expect(shares.length).toBeGreaterThan(10);
    expect(shares.toSorted((one, other) => one - other)).toEqual(shares);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  test('a snapshot of an hour that was not over is left out', () => {
    const early = snapshots(20, 100).map((one) => ({
      ...one,
      bucket: { ...one.bucket, bad: 0 },
      seenAt: one.bucket.start,
    }));
    expect(learnCurve([...early, ...snapshots(20, 100)])).toEqual(learnCurve(snapshots(20, 100)));
  });
});

describe('overdispersion', () => {
  const week = (bad: (hour: number) => number) =>
    Array.from({ length: 168 }, (_, index) => ({ units: 10_000, bad: bad(index) }));

  test('is estimated from the previous version, within bounds', () => {
    // Alternating 20 and 40: a variance of 100 about a mean of 30.
    const uneven = estimateOverdispersion(
      week((index) => (index % 2 === 0 ? 20 : 40)),
      crash,
    );
    expect(uneven.origin).toBe('estimated');
    expect(uneven.value).toBeCloseTo(((100 / 30) * (168 / 167)) / (1 - 0.003), 6);
    expect(
      estimateOverdispersion(
        week((index) => (index % 2 === 0 ? 0 : 900)),
        crash,
      ),
    ).toEqual({ value: 20, origin: 'estimated' });
  });

  test.each([
    ['session', 1.5],
    ['request', 1.5],
    ['user-hour', 1.5],
    ['user-day', 1.2],
    ['rating', 1.2],
  ] as const)('is never believed to be below the floor of a %s', (unit, floor) => {
    expect(
      estimateOverdispersion(
        week(() => 30),
        { unit },
      ),
    ).toEqual({ value: floor, origin: 'floor' });
  });

  test('is assumed where too little is known', () => {
    const fallback = { value: 3, origin: 'fallback' };
    expect(estimateOverdispersion(week(() => 30).slice(0, 23), crash)).toEqual(fallback);
    expect(
      estimateOverdispersion(
        week(() => 1),
        crash,
      ),
    ).toEqual(fallback);
    expect(estimateOverdispersion([], crash)).toEqual(fallback);
    expect(estimateOverdispersion([], { unit: 'request', latency: true })).toEqual({ value: 5, origin: 'fallback' });
  });

  test('makes evidence weaker', () => {
    const spread = {
      ...parameters,
      gates: parameters.gates.map((gate) => ({ ...gate, overdispersion: { value: 3, origin: 'given' as const } })),
    };
    expect(look([oneBucket(57, 5_700)], { parameters: spread }).verdict.state).toBe('hold');
    expect(look([oneBucket(150, 50_000, { bad: 95, units: 95_000 })], { parameters: spread }).verdict.state).toBe(
      'promote',
    );
  });
});
