import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planOutlook, type Outlook, type StageOutlook } from '#rollout/outlook';
import { describeOutlook, explainStage } from '#rollout/outlook-wording';
import type { PlayPolicy, PlayStep, Policy } from '#rollout/policy';
import type { TrafficByGate } from '#rollout/traffic';
import { policyOf } from './situations.ts';

const evidence = fc.constantFrom('halt-only', 'proven', 'screened 2x', 'screened 3x', 'screened 5x', 'screened 10x');

/** Plans of three to five steps, with one or two gates, and an hour for each users a day. */
const planned = fc
  .record({
    shares: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 4 }),
    dwell: fc.integer({ min: 1, max: 48 }),
    words: fc.array(evidence, { minLength: 5, maxLength: 5 }),
    test: evidence,
    maxHold: fc.constantFrom('1h', '24h', '72h', '10d'),
    maturity: fc.constantFrom('0h', '1h', '6h'),
    twoGates: fc.boolean(),
    max: fc.constantFrom('0.1%', '0.5%', '5%'),
    /** Of the second gate: units for each of the first. */
    ratio: fc.constantFrom(0.1, 1, 30),
    rates: fc.tuple(fc.constantFrom(0, 0.3, 0.9, undefined), fc.constantFrom(0, 0.5, undefined)),
    isLearned: fc.boolean(),
  })
  .map((one) => {
    const rising = one.shares.toSorted((a, b) => a - b);
    const rollout = [...rising, 100].map((share, index) => `${index * one.dwell}h: ${share}%`).join(', ');
    const words = one.words.slice(0, rising.length).join(', ');
    const policy = policyOf(`
platforms:
  android:
    package: com.example.app
    stages:
      - { track: internal, soak: 24h, evidence: ${one.test}, testers: 500 }
      - { track: production, rollout: { ${rollout} }, evidence: [${words}] }
max-hold: ${one.maxHold}
gates:
  crash: { source: command, run: x, unit: session, max: ${one.max}, maturity: ${one.maturity} }
${one.twoGates ? '  api: { source: command, run: x, unit: request, max: 1% }' : ''}
`);
    const limit = policy.gates[0]?.max ?? 0;
    const curve = {
      steps: [
        { age: 0, share: 0.5 },
        { age: 3_600_000, share: 0.9 },
      ],
      learnedFrom: 50,
    };
    const trafficOf = (perDay: number): TrafficByGate => ({
      crash: gateTraffic(perDay / 24, one.rates[0] === undefined ? undefined : one.rates[0] * limit),
      ...(one.twoGates
        ? { api: gateTraffic((one.ratio * perDay) / 24, one.rates[1] === undefined ? undefined : one.rates[1] * 0.01) }
        : {}),
    });
    const gateTraffic = (unitsPerHour: number, rate: number | undefined): TrafficByGate[string] => ({
      ...{ unitsPerHour, origin: 'estimated' },
      ...(rate === undefined ? {} : { rate }),
      ...(one.isLearned ? { curve } : {}),
    });
    return { policy, trafficOf };
  });

const perDay = fc.double({ min: 1, max: 8, noNaN: true }).map((digits) => 10 ** digits);
/** What is unknown has no users that could be more. */
const ranks = ['unknown', 'never', 'late', 'in-time', 'needs-nothing'];
const rank = ({ state }: StageOutlook): number => ranks.indexOf(state);

function phone(policy: Policy): PlayPolicy {
  const [platform] = policy.platforms;
  if (platform?.store !== 'google-play') throw new Error('It is a phone.');
  return platform;
}

const look = (policy: Policy, known: TrafficByGate, platform = phone(policy)): Outlook =>
  planOutlook(policy, platform, known);

test('more users never make a stage less decidable, nor show less', () => {
  const reached = new Map<string, number>();
  fc.assert(
    fc.property(planned, perDay, fc.double({ min: 1, max: 100, noNaN: true }), ({ policy, trafficOf }, few, times) => {
      const [some, more] = [look(policy, trafficOf(few)), look(policy, trafficOf(few * times))];
      for (const [index, one] of some.stages.entries()) {
        const other = more.stages[index];
        if (other === undefined) throw new Error('A stage is missing.');
        reached.set(one.state, (reached.get(one.state) ?? 0) + 1);
        expect([index, rank(other)]).toEqual([index, Math.max(rank(one), rank(other))]);
        expect(other.to).toBeLessThanOrEqual(one.to + 60_000 * some.stages.length);
      }
    }),
    { numRuns: 400 },
  );
  console.log(
    ['Stages by outlook', ...[...reached].map(([state, count]) => `${`${count}`.padStart(6)} ${state}`)].join('\n'),
  );
  expect([...reached.keys()].toSorted()).toEqual(['in-time', 'late', 'needs-nothing', 'never', 'unknown']);
});

test('each cure that is named makes its stage decide in time', () => {
  const tried = new Map<string, number>();
  fc.assert(
    fc.property(planned, perDay, ({ policy, trafficOf }, users) => {
      const known = trafficOf(users);
      const outlook = look(policy, known);
      for (const [index, { cures }] of outlook.stages.entries()) {
        for (const cure of cures) {
          tried.set(cure.kind, (tried.get(cure.kind) ?? 0) + 1);
          const platform = phone(policy);
          const changed = (step: PlayStep): PlayStep =>
            cure.kind === 'soak'
              ? { ...step, soak: cure.soak }
              : cure.kind === 'share'
                ? { ...step, reach: cure.share }
                : { ...step, evidence: cure.evidence };
          const steps = platform.steps.map((step, at) => (at === index ? changed(step) : step));
          const cured = look(policy, known, { ...platform, steps }).stages[index];
          expect([cure, cured?.state]).toEqual([
            cure,
            cured?.stage.evidence.kind === 'halt-only' ? 'needs-nothing' : 'in-time',
          ]);
        }
      }
    }),
    { numRuns: 200 },
  );
  expect([...tried.keys()].toSorted()).toEqual(['evidence', 'share', 'soak']);
});

test('what is said to be enough is, and nothing that is said is empty or no number', () => {
  let tried = 0;
  fc.assert(
    fc.property(planned, ({ policy }) => {
      const outlook = look(policy, {});
      for (const [index, one] of outlook.stages.entries()) {
        const sentence = explainStage(outlook, one);
        if (one.state !== 'needs-nothing' && one.state !== 'in-time') expect(sentence).toMatch(/^\S.*\.$/);
        expect(`${sentence ?? ''}${describeOutlook(outlook)}`).not.toMatch(/NaN|undefined|Infinity/);
        if (one.enough === undefined || one.isTest || policy.gates.length > 1) continue;
        tried += 1;
        const bare = { unitsPerHour: one.enough.perDay / 24, origin: 'estimated' } as const;
        const state = look(policy, { crash: bare }).stages[index]?.state ?? '';
        expect(one.enough.within === 'soak' ? ['in-time'] : ['in-time', 'late']).toContain(state);
      }
    }),
    { numRuns: 100 },
  );
  expect(tried).toBeGreaterThan(20);
});
