import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { decide } from '#health/decision';
import type { Decision, GateDecision, Look } from '#health/decision';
import { weighEvidence } from '#health/evidence';
import { evidenceAbove } from '#health/mixture';
import { splitRisk } from '#health/parameters';
import type { Parameters } from '#health/parameters';
import type { Bucket, Report } from '#health/report';
import { cases } from './cases.ts';

/** How often each verdict came about, by `state: reason`. */
export type Reached = Map<string, number>;

/** Jest's own matchers would take most of the time of 200,000 cases. */
function must(holds: boolean, promise: string): void {
  if (!holds) throw new Error(`broken promise: ${promise}`);
}

/** Everything that has to hold for every look, whatever it sees. */
export function checkLooks(runs: number, seed: number): Reached {
  const reached: Reached = new Map();
  fc.assert(
    fc.property(cases, fc.nat(), ({ look, broken }, pick) => {
      freeze(look);
      const decision = decide(look);
      count(reached, `rollout: ${decision.verdict.state}`);
      count(reached, `${decision.verdict.state}: ${decision.verdict.reason}`);
      must(isDeepStrictEqual(decide(look), decision), 'the same input gives the same decision');
      checkCombination(look, decision);
      for (const gate of decision.gates) checkGate(look, gate);
      if (broken) checkBroken(look, decision);
      checkNeighbours(look, decision, pick);
    }),
    { numRuns: runs, seed },
  );
  return reached;
}

function checkCombination({ memory }: Look, { verdict, gates }: Decision): void {
  if (memory.halt !== undefined) {
    must(verdict.state === 'halt', 'a latched halt stays');
    return;
  }
  const halting = gates.some((gate) => gate.verdict.state === 'halt');
  must((verdict.state === 'halt') === halting, 'a halt wins over everything, and only a gate can halt');
  if (verdict.state !== 'promote') return;
  for (const { gate, verdict: own } of gates) {
    must(!gate.required || own.state === 'promote', 'a raise needs the consent of every required gate');
    must(own.reason !== 'shared-incident', 'nothing is raised during an incident');
  }
}

function checkGate(look: Look, decision: GateDecision): void {
  const { gate, verdict, findings } = decision;
  const { stage, now } = look;
  if (verdict.state === 'promote') must(now >= stage.startedAt + stage.soak, 'the soak is never shortened');
  if (findings === undefined) {
    must(['invalid-data', 'stale', 'timeout'].includes(verdict.reason), 'without findings nothing is decided');
    return;
  }
  const timedOut = verdict.reason === 'timeout';
  const stale = findings.dataAge !== undefined && findings.dataAge > gate.staleness;
  if (stale) must(timedOut || verdict.reason === 'stale', 'old data decide nothing');
  if (findings.units === 0 && !timedOut) {
    must(verdict.state !== 'halt', 'no data never halt');
    must(verdict.state !== 'promote' || stage.evidence.kind === 'halt-only', 'no data are never good news');
  }
  // Four tests share the risk here, or two.
  if (verdict.state === 'halt' && !timedOut) must(findings.bad >= 4, 'three bad units halt nothing');
  if (!stale) checkInterval(look, decision);
}

/** The rate lies in its interval, and the interval says what the tests say. */
function checkInterval({ memory, stage, now, reports }: Look, { gate, verdict, findings }: GateDecision): void {
  if (findings === undefined) return;
  const { low, high } = findings.interval;
  const { rate } = findings;
  if (rate !== undefined) must(low <= rate + 1e-12 && rate <= high + 1e-12, 'the interval holds the rate');

  const promotion = memory.promotion[gate.name] ?? { epoch: memory.epoch };
  const bars = splitRisk(memory.parameters, memory.epoch.number, promotion.epoch.number);
  const sight = { now, stageStartedAt: stage.startedAt, epoch: memory.epoch, promotionEpoch: promotion.epoch };
  const evidence = weighEvidence(gate, reports[gate.name] as Report, { ...sight, curve: promotion.curve });
  const inRollout = evidence.aboveInRollout >= bars.rollout;
  if (isClear(evidence.aboveInRollout, bars.rollout)) {
    must(low >= gate.limit === inRollout, 'the lower end passes the limit exactly when the test halts');
  }
  const proven = evidence.below >= bars.promotion;
  if (isClear(evidence.below, bars.promotion)) {
    must(high <= gate.limit * gate.margin === proven, 'the upper end keeps the margin exactly when it is proven');
  }
  // What halts also breaks the literal gate that a raise asks for, so the two can never be true at once.
  const { rollout, stage: inStage } = evidence;
  if (inRollout) must(rollout.halting.bad > gate.limit * rollout.halting.units, 'what halts is above the limit');
  if (evidence.aboveInStage >= bars.stage) {
    must(
      inStage.halting.bad > gate.limit * inStage.halting.units && inStage.raw.bad >= 3,
      'so is what halts in a stage',
    );
  }
  const absolute = inRollout || evidence.aboveInStage >= bars.stage;
  must(!(absolute && verdict.state === 'promote'), 'nothing is raised while an absolute test halts');
  if (verdict.reason === 'proven') must(proven, 'proof is proof');
  const demoted = verdict.reason === 'shared-incident';
  if (absolute) must(verdict.state === 'halt' || demoted, 'an absolute test halts, or is demoted by an incident');
}

/** Where evidence and bar differ by less than the bisection can tell, either answer is right. */
function isClear(evidence: number, bar: number): boolean {
  return Math.abs(evidence - bar) > 1e-9 * (1 + Math.abs(evidence));
}

function checkBroken({ memory }: Look, { gates }: Decision): void {
  const verdict = gates.find(({ gate }) => gate.name === 'crash')?.verdict;
  if (memory.parameters.onInsufficient === 'halt' && verdict?.reason === 'timeout') return;
  must(verdict?.state === 'hold' && verdict.reason === 'invalid-data', 'data that cannot be right decide nothing');
  must(verdict?.state === 'hold' && /^bucket \S+: /.test(verdict.detail ?? ''), 'the bucket is named');
}

/** What a slightly different world would have to say. */
function checkNeighbours(look: Look, decision: Decision, pick: number): void {
  const report = look.reports['crash'];
  const crash = decision.gates[0];
  if (report === undefined || 'error' in report || crash?.findings === undefined) return;
  const verdictOf = (changed: Look): unknown => decide(changed).gates[0]?.verdict;

  if (crash.verdict.state === 'halt') {
    const stricter = { ...look, memory: { ...look.memory, parameters: withLimit(look.memory.parameters, 0.7) } };
    const { verdict } = decide(stricter).gates[0] ?? crash;
    must(verdict.state !== 'promote', 'a stricter limit never turns a halt into a raise');
  }
  const { buckets } = report;
  const target = buckets[pick % Math.max(1, buckets.length)];
  if (target === undefined) return;
  const withBuckets = (changed: readonly Bucket[]): Look => ({
    ...look,
    reports: { ...look.reports, crash: { ...report, buckets: changed } },
  });
  must(
    isDeepStrictEqual(verdictOf(withBuckets(buckets.toReversed())), crash.verdict),
    'the order of buckets means nothing',
  );

  const began = Math.max(look.stage.startedAt, look.memory.epoch.startedAt);
  const complete = target.start >= began && look.now - target.end >= 8 * 3_600_000;
  if (!complete || target.uncertainty !== undefined) return;
  const split = withBuckets(buckets.flatMap((bucket) => (bucket === target ? halve(bucket) : [bucket])));
  must(isDeepStrictEqual(verdictOf(split), crash.verdict), 'the width of complete buckets means nothing');
}

function halve(bucket: Bucket): Bucket[] {
  const { start, end, units, bad, previous } = bucket;
  const half = {
    units: units / 2,
    bad: bad / 2,
    ...(previous === undefined ? {} : { previous: { units: previous.units / 2, bad: previous.bad / 2 } }),
  };
  const middle = (start + end) / 2;
  return [
    { ...half, start, end: middle },
    { ...half, start: middle, end },
  ];
}

function withLimit(parameters: Parameters, by: number): Parameters {
  return { ...parameters, gates: parameters.gates.map((gate) => ({ ...gate, limit: gate.limit * by })) };
}

/** A bad unit never speaks for a release, a good one never against it, and a laxer limit is never broken sooner. */
export function checkMonotony(runs: number, seed: number): void {
  const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
  const limit = fc.double({ min: 1e-6, max: 0.6, noNaN: true });
  fc.assert(
    fc.property(amount, amount, amount, limit, limit, (bad, good, more, one, other) => {
      const units = bad + good;
      const [strict, lax] = [Math.min(one, other), Math.max(one, other)];
      const here = evidenceAbove({ units, bad }, strict);
      const slack = 1e-9 * (1 + Math.abs(here) + units);
      must(Number.isFinite(here), 'evidence is finite');
      must(evidenceAbove({ units: units + more, bad: bad + more }, strict) >= here - slack, 'a bad unit never helps');
      must(evidenceAbove({ units: units + more, bad }, strict) <= here + slack, 'a good unit never harms');
      must(evidenceAbove({ units, bad }, lax) <= here + slack, 'a laxer limit is never broken sooner');
    }),
    { numRuns: runs, seed },
  );
}

function count(reached: Reached, name: string): void {
  reached.set(name, (reached.get(name) ?? 0) + 1);
}

/** So that a decision that changes what it was given is noticed. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
}

/** One line per verdict, the most frequent first. */
export function describeReached(reached: Reached, runs: number): string {
  const lines = [...reached].toSorted(([, one], [, other]) => other - one);
  return lines.map(([name, times]) => `${((100 * times) / runs).toFixed(1).padStart(5)} %  ${name}`).join('\n');
}
