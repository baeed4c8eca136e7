import { assumeMaturity, comesLater, learnCurve } from '#health/completeness';
import { decide, type Decision } from '#health/decision';
import { fingerprint } from '#health/parameters';
import { explainReason } from '#health/sentence';
import type { Stage } from '#health/verdict';
import { hold, note, type Draft } from './drafting.ts';
import { tagOf } from './entries.ts';
import type { Order, Verdict } from './decision.ts';

/**
 * From the first user on: freezes what verdicts depend on, and takes over a policy that has changed since, whose evidence begins
 * anew.
 */
export function keepMemory(draft: Draft): Draft {
  const { situation, state } = draft;
  const { parameters } = situation;
  const { platform, memory } = state;
  if (memory === null)
    return noteCurves(note(draft, { kind: 'began', platform, parameters, curves: situation.curves }));
  // Overdispersion was estimated when it began, and stays: a changed estimate is no changed policy.
  const kept = {
    ...parameters,
    gates: parameters.gates.map((gate) => {
      const frozen = memory.parameters.gates.find(({ name, unit }) => name === gate.name && unit === gate.unit);
      return frozen === undefined ? gate : { ...gate, overdispersion: frozen.overdispersion };
    }),
  };
  const current =
    fingerprint(kept) === fingerprint(memory.parameters)
      ? draft
      : note(draft, { kind: 'parameters', platform, parameters: kept });
  return noteCurves(current);
}

/**
 * What the counts that have settled say of how late reports come, where they come later than is thought: evidence for a raise begins
 * anew then. That they come sooner is for the next release to use: here it would cost more than it brings.
 */
function noteCurves(draft: Draft): Draft {
  const { memory, snapshots, snapshotAt, platform } = draft.state;
  // Who looks twice in a moment says the same twice.
  if (snapshotAt === draft.situation.now) return draft;
  const learned = (memory?.parameters.gates ?? []).flatMap(({ name, maturity }) => {
    const curve = learnCurve(snapshots[name] ?? []);
    const thought = memory?.promotion[name]?.curve ?? assumeMaturity(maturity);
    const isNews = curve !== undefined && comesLater(thought, curve);
    return isNews ? [{ kind: 'curve' as const, platform, gate: name, curve }] : [];
  });
  return learned.reduce(note, draft);
}

/** What the gates say about this stage; undefined before anybody has the release. */
export function judgeHealth({ situation, state }: Draft, stage: Stage): Decision | undefined {
  const { memory } = state;
  if (memory === null) return undefined;
  return decide({ now: situation.now, memory, stage, reports: situation.reports });
}

/** A gate halts it. */
export function noteGateHalt(draft: Draft, health: Decision): Draft {
  const { policy } = draft.situation;
  const { because = '', verdict } = health;
  const page = policy.gates.find(({ name }) => name === because)?.pageAbove;
  const rate = health.gates.find(({ gate }) => gate.name === because)?.findings?.rate;
  return note(draft, {
    kind: 'halted',
    platform: draft.state.platform,
    reason: verdict.reason,
    gate: because,
    by: `gate ${because}`,
    sentence: explainReason(health),
    isCritical: page !== undefined && rate !== undefined && rate > page,
  });
}

/** A person halts it. */
export function noteOrderedHalt(draft: Draft, { by, why }: Order): Draft {
  // Who is not sure that it was heard says it again.
  if (draft.state.halt !== null) return draft;
  return note(draft, {
    kind: 'halted',
    platform: draft.state.platform,
    reason: 'by-hand',
    gate: null,
    by,
    sentence: `${by} halted it${why === '' ? '' : `: ${why}`}`,
    isCritical: false,
  });
}

/** Somebody halted it at the store. */
export function noteStoreHalt(draft: Draft, where: string): Draft {
  const { platform } = draft.state;
  const halted = note(draft, {
    kind: 'halted',
    platform,
    reason: 'halted-in-store',
    gate: null,
    by: 'store',
    sentence: `somebody halted it ${where}`,
    isCritical: false,
  });
  return note(halted, { kind: 'stopped', platform });
}

/** A halt that stands, in the words in which it began: a person reads them again at every run. */
export function tellHalt({ state, situation }: Draft): Verdict {
  const { reason = 'halted', sentence = 'it is halted', isCritical = false } = state.halt ?? {};
  return {
    state: 'halt',
    reason,
    sentence,
    choice: `resume or abandon ${tagOf(situation.release)}`,
    ...(isCritical ? { isCritical } : {}),
  };
}

export function withHealth(health: Decision | undefined): { readonly health?: Decision } {
  return health === undefined ? {} : { health };
}

export function tellHold({ state, situation }: Draft): Verdict {
  const { until = 0, why = '', by = 'controller' } = state.hold ?? {};
  const reason = why === '' ? '' : ` (${why})`;
  if (situation.now < until) return hold('held', `${by} holds it${reason}`, { until });
  return hold('hold-overdue', `${by} holds it${reason}, and the time for that is over`, {
    choice: 'resume or abandon',
  });
}

export function holdBy({ situation }: Draft, health: Decision | undefined): Verdict {
  if (health === undefined) return hold('no-data', 'nobody has it yet');
  const { reason } = health.verdict;
  const needsPerson = reason === 'needs-human' || reason === 'invalid-data';
  return hold(reason, explainReason(health), {
    ...(situation.now < health.dueAt ? { until: health.dueAt } : {}),
    ...(needsPerson ? { choice: 'promote, hold, halt or abandon' } : {}),
  });
}
