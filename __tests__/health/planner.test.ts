import { describe, expect, test } from '@jest/globals';
import { expectUnits } from '#health/expected-units';
import { backend, comparePrevious, defineGate } from '#health/parameters';
import { planRollout } from '#health/planner';
import type { PlannedStage } from '#health/planner';
import { expectUnitsToProve, unitsToProve } from '#health/sample-size';
import { crash, hour, parameters } from './looks.ts';

const spread = { ...crash, overdispersion: { value: 1.5, origin: 'given' } } as const;
const mobile = { ...parameters, gates: [spread] };
const proven = { kind: 'proven' } as const;

const stages: readonly PlannedStage[] = [
  { name: 'internal', exposure: 0, soak: 24 * hour, evidence: { kind: 'halt-only' } },
  { name: '5 %', exposure: 0.05, soak: 6 * hour, evidence: { kind: 'screened', factor: 5 } },
  { name: '10 %', exposure: 0.1, soak: 6 * hour, evidence: { kind: 'screened', factor: 3 } },
  { name: '20 %', exposure: 0.2, soak: 12 * hour, evidence: proven },
  { name: '50 %', exposure: 0.5, soak: 24 * hour, evidence: proven },
];

const usersOf = (daily: number, measured = false) => ({
  crash: {
    unitsPerHour: daily / 24,
    rate: 0.003,
    adoption: 36 * hour,
    ...(measured ? { curve: { steps: [{ age: 0, share: 0.8 }], learnedFrom: 100 } } : {}),
  },
});

test('with a million users and a measured source, every stage decides in time', () => {
  const plan = planRollout(mobile, stages, usersOf(1_000_000, true));
  expect(plan.stages.map(({ outlook }) => outlook)).toEqual([
    'needs-nothing',
    'in-time',
    'in-time',
    'in-time',
    'in-time',
  ]);
  expect(plan.stages.map(({ to }) => to / hour)).toEqual([24, 30, 36, 48, 72]);
  expect(plan.warnings).toEqual([]);
});

test('an unmeasured source makes the first stage late, and the plan says why', () => {
  const plan = planRollout(mobile, stages, usersOf(1_000_000));
  expect(plan.stages[1]).toMatchObject({ outlook: 'late', gate: { name: 'crash', expected: 0, nothingCounts: true } });
  expect(plan.warnings).toEqual([
    '5 %: about 0 of the 593 units that crash needs will count when its soak of 6 h ends, so the raise comes after about 10 h 37 min. The source is unmeasured, so hours count only when they are old: this ends by itself once its delay has been learned.',
  ]);
});

test('a late raise shifts the stages behind it', () => {
  const plan = planRollout(mobile, stages, usersOf(100_000));
  const [, first, second] = plan.stages;
  expect(first?.to).toBeGreaterThan(30 * hour);
  expect(second?.from).toBe(first?.to);
});

describe('with three thousand users', () => {
  test.each([
    ['ask', 'then a person is asked'],
    ['promote-unproven', 'then it is raised unproven if nothing speaks against it'],
    ['hold', 'then it holds until somebody decides'],
    ['halt', 'then it is halted'],
  ] as const)('nothing is decided in time: %s', (onInsufficient, says) => {
    const everywhere = stages.map((stage) => ({ ...stage, evidence: proven, soak: 6 * hour }));
    const plan = planRollout({ ...mobile, onInsufficient }, everywhere.slice(0, 3), usersOf(3_000));
    expect(plan.stages.map(({ outlook }) => outlook)).toEqual(['never', 'never', 'never']);
    expect(plan.warnings[0]).toContain('At this traffic no stage can prove anything within the longest hold');
    expect(plan.warnings[2]).toContain(says);
    expect(plan.warnings[2]).toContain(
      'No exposure would do within this soak: soak longer, or give it "evidence: halt-only".',
    );
    // A person, or the rule, is taken to go on at the longest hold.
    expect(plan.stages[1]?.from).toBe(72 * hour);
  });
});

describe('a backend', () => {
  const errors = defineGate('backend', {
    name: 'errors',
    unit: 'request',
    limit: 0.005,
    overdispersion: { value: 1, origin: 'given' },
    comparison: comparePrevious(0.005),
    maturity: 0,
  });
  const settings = { ...backend, stages: 4, gates: [errors] };
  const canary: PlannedStage = { name: 'canary', exposure: 0.01, soak: 300_000, evidence: proven };
  const at = (perSecond: number) =>
    planRollout(settings, [canary], { errors: { unitsPerHour: perSecond * 3_600, rate: 0.001, adoption: 0 } });

  test.each([
    [2_000, 0.000_97],
    [50, 0.0387],
  ])('at %d requests/s has a smallest useful weight of %d', (perSecond, weight) => {
    expect(at(perSecond).stages[0]?.gate?.smallestExposure).toBeCloseTo(weight, 4);
  });

  test('that is too slow for its canary is told the weight that would do', () => {
    const plan = at(20);
    expect(plan.stages[0]?.outlook).toBe('never');
    expect(plan.warnings.at(-1)).toBe(
      'canary: about 60 of the 1,114 units that errors needs will count when its soak of 5 min ends, and not enough within 30 min either; then it is halted. Begin it with about 19 % of the users, or soak longer.',
    );
  });

  test('whose gate was not measured at all is taken to have no traffic', () => {
    expect(planRollout(settings, [canary], {}).stages[0]).toMatchObject({
      outlook: 'never',
      gate: { expected: 0, exposureInTime: Infinity },
    });
  });
});

test('a previous version above the limit would have every release halted', () => {
  const plan = planRollout(mobile, stages, { crash: { ...usersOf(1_000_000, true).crash, rate: 0.009 } });
  expect(plan.warnings[0]).toBe(
    'crash: the previous version is at 0.9 %, above the limit of 0.5 %, so nearly every release would be halted. Raise the limit above what is normal today, or make the gate optional and mend the rate first.',
  );
});

test('a plan that asks for evidence and has no gate to give it', () => {
  const optional = { ...mobile, gates: [{ ...spread, required: false }] };
  expect(planRollout(optional, stages, usersOf(1_000_000)).warnings[0]).toContain('No gate is required');
  expect(planRollout(optional, stages.slice(0, 1), usersOf(1_000_000)).warnings).toEqual([]);
});

test('units arrive as users take up the version, by the share that has been reported', () => {
  const traffic = { unitsPerHour: 1_000, adoption: 36 * hour };
  const tranche = [{ startedAt: 0, unitsPerHour: 1_000 }];
  const inSteps = (until: number): number => {
    let sum = 0;
    for (let step = 0; step < 100 * until; step += 1) sum += 10 * (1 - Math.exp(-(step + 0.5) / 3_600));
    return sum;
  };
  expect(expectUnits(12 * hour, tranche, traffic, 0)).toBeCloseTo(inSteps(12), 2);
  expect(expectUnits(12 * hour, tranche, traffic, 6 * hour)).toBeCloseTo(inSteps(6), 2);
  const curve = {
    steps: [
      { age: 0, share: 0.5 },
      { age: 6 * hour, share: 1 },
    ],
    learnedFrom: 30,
  };
  expect(expectUnits(12 * hour, tranche, { ...traffic, curve }, 0)).toBeCloseTo(
    0.5 * inSteps(12) + 0.5 * inSteps(6),
    2,
  );
  expect(expectUnits(hour, tranche, { ...traffic, adoption: 0 }, 0)).toBe(1_000);
});

test('the expected units lie on the safe side of the exact ones', () => {
  expect(expectUnitsToProve(0, 0.0075, Math.log(20))).toBeGreaterThan(unitsToProve(0, 0.0075, Math.log(20)));
  expect(expectUnitsToProve(0.0075, 0.0075, Math.log(20))).toBe(Infinity);
});
