import fc from 'fast-check';
import type { Look } from '#health/decision';
import { startRollout } from '#health/epochs';
import type { Memory } from '#health/epochs';
import { comparePrevious, defineGate, mobile } from '#health/parameters';
import type { Gate, OnInsufficient } from '#health/parameters';
import type { Bucket, Report, SourceError } from '#health/report';
import type { RaiseNeed, Stage } from '#health/verdict';
import { begin, hour } from './looks.ts';

/** A look at two gates, with a note of what was broken on purpose. */
export interface Case {
  readonly look: Look;
  readonly broken: boolean;
}

const limits = [0.0008, 0.005, 0.05] as const;

/** The rate of either version as a multiple of the limit: the border is visited as often as the extremes. */
const factors = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 0.1, 0.5, 0.8) },
  { weight: 2, arbitrary: fc.double({ min: 0.8, max: 1.6, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(2, 3, 12) },
);

const sizes = fc.constantFrom(0, 3, 40, 400, 400, 4_000, 4_000, 60_000);

/** Hours of one source: how big, how bad, and how uneven. */
const series = fc.record({
  length: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 9, arbitrary: fc.integer({ min: 1, max: 14 }) }),
  size: sizes,
  factor: factors,
  previousFactor: factors,
  previousSize: fc.constantFrom(0, 500, 20_000),
  shared: fc.constantFrom(true, true, false),
  jitter: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 5, maxLength: 5 }),
  uncertain: fc.constantFrom(0, 0, 0, 0.1),
});

type Series = typeof series extends fc.Arbitrary<infer T> ? T : never;

function makeBuckets(of: Series, limit: number): Bucket[] {
  // A shared incident is both versions in trouble; left to chance it would hardly come about.
  const factor = of.shared && of.factor > 1.5 ? Math.max(of.factor, 3) : of.factor;
  const previousFactor = of.shared && of.factor > 1.5 ? factor : of.previousFactor;
  return Array.from({ length: of.length }, (_, index) => {
    const jitter = (of.jitter[index % 5] ?? 0) / 500;
    const units = Math.round(of.size * (0.5 + jitter / 2));
    const previousUnits = of.previousSize;
    return {
      start: begin + index * hour,
      end: begin + (index + 1) * hour,
      units,
      bad: Math.min(units, Math.round(units * limit * factor * jitter)),
      ...(of.uncertain > 0 ? { uncertainty: Math.round(units * of.uncertain) } : {}),
      previous: {
        units: previousUnits,
        bad: Math.min(previousUnits, Math.round(previousUnits * limit * previousFactor * jitter)),
      },
    };
  });
}

/** Ways in which a source is wrong; each makes the data unusable. */
const breakages: readonly ((buckets: readonly Bucket[]) => Report)[] = [
  (buckets) => ({ buckets: replaceFirst(buckets, (bucket) => ({ ...bucket, bad: bucket.units + 1 })) }),
  (buckets) => ({ buckets: replaceFirst(buckets, (bucket) => ({ ...bucket, units: Number.NaN })) }),
  (buckets) => ({ buckets: replaceFirst(buckets, (bucket) => ({ ...bucket, bad: -1 })) }),
  (buckets) => ({ buckets: replaceFirst(buckets, (bucket) => ({ ...bucket, units: Number.POSITIVE_INFINITY })) }),
  (buckets) => ({
    buckets: [...buckets, { ...filler, start: begin + 100, end: begin + hour }, { ...filler, end: begin + hour }],
  }),
  (buckets) => ({ buckets: replaceFirst(buckets, (bucket) => ({ ...bucket, end: bucket.start })) }),
  (buckets) => ({ buckets: replaceFirst(buckets, (bucket) => ({ ...bucket, previous: { units: 1, bad: 2 } })) }),
  (buckets) => ({
    buckets: replaceFirst(buckets, (bucket) => ({ ...bucket, units: 70, bad: 0, uncertainty: 0 })),
    earlier: [{ ...filler, units: 100 }],
  }),
];

const filler: Bucket = { start: begin, end: begin + hour, units: 10, bad: 0 };

function replaceFirst(buckets: readonly Bucket[], change: (bucket: Bucket) => Bucket): Bucket[] {
  const [first = filler, ...rest] = buckets;
  return [change(first), ...rest];
}

const needs: readonly RaiseNeed[] = [
  { kind: 'proven' },
  { kind: 'screened', factor: 5 },
  { kind: 'screened', factor: 5 },
  { kind: 'screened', factor: 2 },
  { kind: 'halt-only' },
];

/** One in `among` cases. */
function rarely<T>(among: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: among - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

const shape = fc.record({
  limit: fc.constantFrom(...limits),
  phi: fc.constantFrom(1, 1.5, 3),
  crash: series,
  anr: fc.option(series, { nil: undefined, freq: 2 }),
  anrRequired: rarely(4, fc.constant(true)),
  compared: fc.boolean(),
  need: fc.constantFrom(...needs),
  soak: fc.constantFrom(0, 0, 6, 6, 12, 24),
  stageAfter: fc.integer({ min: 0, max: 5 }),
  lag: fc.constantFrom(0, 1, 5, 8, 8, 8, 12),
  fresh: fc.constantFrom(true, true, true, true, false),
  maxHold: fc.constantFrom(6, 72),
  onInsufficient: fc.constantFrom<OnInsufficient>('ask', 'ask', 'ask', 'promote-unproven', 'hold', 'halt'),
  memory: fc.constantFrom('new', 'new', 'new', 'new', 'new', 'resumed', 'measured', 'latched'),
  broken: rarely(12, fc.nat({ max: breakages.length - 1 })),
  unreadable: rarely(25, fc.constant(true)),
});

type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

export const cases: fc.Arbitrary<Case> = shape.map(makeCase);

function makeCase(of: Shape): Case {
  const gate = (name: string, required: boolean): Gate =>
    defineGate('mobile', {
      name,
      unit: 'session',
      limit: of.limit,
      required,
      overdispersion: { value: of.phi, origin: 'given' },
      maturity: of.soak === 6 ? 6 * hour : 0,
      ...(of.compared ? { comparison: comparePrevious(of.limit) } : {}),
    });
  const gates = [gate('crash', true), gate('anr', of.anrRequired === true)];
  const buckets = makeBuckets(of.crash, of.limit);
  const now = begin + (Math.max(buckets.length, of.stageAfter + 1) + of.lag) * hour;
  const stage: Stage = {
    name: 'a stage',
    startedAt: begin + of.stageAfter * hour,
    soak: of.soak * hour,
    evidence: of.need,
  };
  const freshness = of.fresh ? { freshUntil: now } : {};
  const broken = of.broken === undefined ? undefined : breakages[of.broken];
  const crash: Report | SourceError =
    of.unreadable === true
      ? { error: 'Sentry answered 503' }
      : { ...(broken === undefined ? { buckets } : broken(buckets)), ...freshness };
  const anr: Report = { buckets: of.anr === undefined ? [] : makeBuckets(of.anr, of.limit), ...freshness };
  const parameters = { ...mobile, stages: 5, gates, maxHold: of.maxHold * hour, onInsufficient: of.onInsufficient };
  return {
    look: { now, stage, memory: remember(of, startRollout(parameters, begin)), reports: { crash, anr } },
    broken: broken !== undefined && of.unreadable !== true,
  };
}

function remember({ memory }: Shape, fresh: Memory): Memory {
  switch (memory) {
    case 'resumed':
      return { ...fresh, epoch: { number: 1, startedAt: begin + 2 * hour } };
    case 'measured': {
      const curve = {
        steps: [
          { age: 0, share: 0.6 },
          { age: 2 * hour, share: 0.9 },
          { age: 8 * hour, share: 1 },
        ],
        learnedFrom: 40,
      };
      return { ...fresh, promotion: { ...fresh.promotion, crash: { epoch: fresh.epoch, curve } } };
    }
    case 'latched':
      return { ...fresh, halt: { reason: 'above-threshold', gate: 'crash', at: begin + hour } };
    case 'new':
      return fresh;
  }
}
