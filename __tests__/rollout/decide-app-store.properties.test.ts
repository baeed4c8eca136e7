import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PlatformDecision } from '#rollout/decision';
import type { Policy } from '#rollout/policy';
import type { PlatformState } from '#rollout/state';
import type { AppStoreSight } from '#rollout/world';
import { AppStoreRollout, createPhase, type AppStoreModel } from './app-store-model.ts';
import { day, hour, policyOf } from './situations.ts';
import { createTally, generateWalks, toOrder, toReport, type Step } from './walks.ts';

function policyWith(test: string, more: string): Policy {
  return policyOf(`
platforms:
  ios:
    app: 1500000001
    stages: [{ testflight: internal, ${test} }, { app-store: phased }]
    watch: 5h
    ${more}
gates:
  crash: { source: command, run: x, unit: session, max: 0.5% }
  one-star: { source: reviews, required: false, staleness: 30d }
`);
}
const policies = [
  policyWith('soak: 3h, evidence: screened 5x', ''),
  policyWith('soak: 8h, evidence: halt-only', 'pause-on: [no-data, not-enough-evidence]'),
];

const outsides = [
  ...['submit', 'approve', 'approve', 'reject', 'release', 'distribute', 'distribute', 'unphased', 'unphased'],
  ...['pause', 'resume', 'complete', 'replaced', 'newer', 'managed', 'gone', 'testable', 'untestable', 'automatic'],
] as const;
type Outside = (typeof outsides)[number];

const begins: Readonly<Record<string, (rollout: AppStoreRollout) => void>> = {
  'a version without its build': (rollout) => {
    rollout.world = { ...rollout.world, state: 'WAITING_FOR_REVIEW', build: null };
  },
  'a build': () => undefined,
  'in review': (rollout) => {
    rollout.world.state = 'WAITING_FOR_REVIEW';
  },
  approved: (rollout) => {
    rollout.world.state = 'PENDING_DEVELOPER_RELEASE';
  },
  'approved without phases': (rollout) => {
    rollout.world = { ...rollout.world, state: 'PENDING_DEVELOPER_RELEASE', phase: null };
  },
  'in phases': (rollout) => {
    rollout.release(rollout.now);
  },
  'on its sixth day, much paused': (rollout) => {
    rollout.release(rollout.now - 31 * day);
    if (rollout.world.phase !== null) rollout.world.phase.pausedFor = 26 * day;
  },
};

const walks = generateWalks(outsides, { gaps: [1, 1, 1, 2, 5, 12, 24], quiet: 85, unordered: 85 });
const { count, print } = createTally();

function happen(rollout: AppStoreRollout, outside: Outside | 'nothing'): void {
  const { world } = rollout;
  const { phase } = world;
  const change = (given: Partial<AppStoreModel>): void => {
    Object.assign(world, given);
  };
  const isOut = world.state === 'READY_FOR_DISTRIBUTION';
  const isReviewed = world.state === 'WAITING_FOR_REVIEW' || world.state === 'IN_REVIEW';
  const apply = (kind: 'pause' | 'unpause' | 'complete-phases'): void => {
    rollout.apply({ kind, versionId: 'version' });
  };
  switch (outside) {
    case 'submit':
      if (world.state === null || world.state === 'REJECTED') change({ state: 'WAITING_FOR_REVIEW' });
      return;
    case 'approve':
      if (!isReviewed) return;
      change({ state: 'PENDING_DEVELOPER_RELEASE' });
      if (world.releaseType === 'AFTER_APPROVAL') rollout.distribute();
      return;
    case 'reject':
      if (isReviewed) change({ state: 'REJECTED' });
      return;
    case 'release':
      if (world.state === 'PENDING_DEVELOPER_RELEASE') rollout.distribute();
      return;
    case 'distribute':
      if (world.state === 'PROCESSING_FOR_DISTRIBUTION') rollout.distribute();
      return;
    case 'unphased':
      if (!isOut) change({ phase: phase === null ? createPhase() : null });
      return;
    case 'pause':
      if (isOut && phase?.state === 'ACTIVE' && rollout.see().version?.phased?.pausedDays !== 30) apply('pause');
      return;
    case 'resume':
      if (isOut && phase?.state === 'PAUSED') apply('unpause');
      return;
    case 'complete':
      if (isOut && (phase?.state === 'ACTIVE' || phase?.state === 'PAUSED')) apply('complete-phases');
      return;
    case 'replaced':
      if (isOut) change({ state: 'REPLACED_WITH_NEW_VERSION', newer: '2.15.4' });
      return;
    case 'newer':
      if (!isOut) change({ newer: '2.15.4' });
      return;
    case 'managed':
      rollout.managed = [
        { tag: 'tracker@2.15.4+1', isNewer: true, state: { ...rollout.state, productionAt: rollout.now } },
      ];
      return;
    case 'gone':
      change({ state: null });
      return;
    case 'testable':
      change({ build: 'IN_BETA_TESTING' });
      return;
    case 'untestable':
      change({ build: 'PROCESSING' });
      return;
    case 'automatic':
      change({ releaseType: 'AFTER_APPROVAL' });
      return;
    case 'nothing':
  }
}

interface Before {
  readonly state: PlatformState;
  readonly world: AppStoreModel;
  readonly phased: NonNullable<AppStoreSight['version']>['phased'] | undefined;
  readonly claim: string | undefined;
  readonly isSuperseded: boolean;
}

/** What must hold of every move. */
function judgeMove(rollout: AppStoreRollout, before: Before, step: Step<Outside>, decision: PlatformDecision): void {
  const { move, state, health } = decision;
  if (move === undefined) return;
  const { world } = before;
  const by = step.order;
  count(`move ${move.kind}${['none', 'expedite'].includes(by) ? '' : ` (${by})`}`);
  // What is over is over, and what another release has taken the place of is not brought back.
  expect(['superseded', 'complete', 'abandoned']).not.toContain(before.state.life);
  expect(before.isSuperseded).toBe(false);
  const isAsked = by === 'promote' || by === 'complete' || by === 'resume';
  if (move.kind === 'complete-phases') expect([by, state.halt]).toEqual(['complete', null]);
  if (move.kind === 'release') {
    expect([state.halt, world.state]).toEqual([null, 'PENDING_DEVELOPER_RELEASE']);
    if (isAsked) expect(by).not.toBe('resume');
    else {
      expect([state.hold, world.phase === null]).toEqual([null, false]);
      // By the clock of the testers: the whole soak, and the evidence that it asks for. A hotfix waits for neither, but for data.
      const { soak = 0, evidence } = rollout.platform.testFlight ?? {};
      const due = state.isExpedited ? 0 : soak;
      if (!state.isExpedited) expect(state.publishedAt).not.toBeNull();
      expect(rollout.now - (state.publishedAt ?? rollout.now)).toBeGreaterThanOrEqual(due);
      if (health !== undefined) {
        expect(health.verdict.state).toBe('promote');
        expect(['good', 'few', 'none', 'bad', 'incident']).toContain(step.data);
        if (!state.isExpedited && evidence?.kind === 'screened') expect(step.data).toBe('good');
      }
      // Testers whose data are bad stop a hotfix, too.
      if (step.data === 'bad' || step.data === 'incident') expect(health?.gates[0]?.findings?.units ?? 0).toBe(0);
    }
  }
  if (move.kind === 'unpause') {
    expect(state.halt).toBeNull();
    // Somebody asked for it, now or in a run that died before it could; or the data are back, and nobody holds it.
    const isOwed = before.claim === 'unpause' && before.state.pause === null;
    if (!isAsked && !isOwed) {
      expect(['good', 'few', 'none', 'bad', 'incident']).toContain(step.data);
      expect(state.hold).toBeNull();
      expect(before.state.halt).toBeNull();
      expect(before.state.pause ?? before.claim).not.toBeNull();
    }
  }
  if (move.kind === 'pause' && state.halt === null && state.hold === null) {
    // Soaking never pauses, and a hold not before it has to.
    expect(['stale', 'invalid-data', 'shared-incident', ...rollout.platform.pauseOn]).toContain(
      decision.verdict.reason,
    );
    const { startedAt = null, pausedDays = 0, day: today = null } = before.phased ?? {};
    const boundary = (startedAt ?? Number.NaN) + (pausedDays + (today ?? 1)) * day;
    expect(boundary - rollout.now).toBeLessThanOrEqual(rollout.longestGap);
  }
}

test('whatever happens, nothing goes on without its reason, and no decision is made twice', () => {
  fc.assert(
    fc.property(
      walks,
      fc.constantFrom(...Object.keys(begins)),
      fc.constantFrom(...policies),
      fc.boolean(),
      fc.constantFrom(1, 3, 12, 24),
      (walk, begin, policy, isSwift, longestGap) => {
        const rollout = new AppStoreRollout(policy);
        rollout.isSwift = isSwift;
        rollout.longestGap = longestGap * hour;
        begins[begin]?.(rollout);
        for (const step of walk) {
          const { gap, data, outside, order: command, dies } = step;
          rollout.now += gap * hour;
          rollout.settle();
          happen(rollout, outside);
          const report = toReport(data, rollout.now);
          rollout.reports = report === undefined ? {} : { crash: report };
          const order = toOrder(command, rollout.now);
          const { state } = rollout;
          const isOut = state.place?.track === 'app-store' || rollout.world.state === 'READY_FOR_DISTRIBUTION';
          const before: Before = {
            state,
            world: structuredClone(rollout.world),
            phased: rollout.see().version?.phased,
            claim: rollout.ledger.claims['ios']?.move,
            isSuperseded:
              rollout.world.newer !== null ||
              rollout.world.state === 'REPLACED_WITH_NEW_VERSION' ||
              (!isOut && rollout.managed.length > 0),
          };
          const decision = rollout.tick(order, dies);
          count(`${decision.verdict.state} ${decision.verdict.reason}`);
          judgeMove(rollout, before, step, decision);

          const { phase } = before.world;
          const isRunning = before.world.state === 'READY_FOR_DISTRIBUTION' && phase?.state === 'ACTIVE';
          // A halt that is due is made at once.
          if (decision.verdict.state === 'halt' && isRunning) expect(decision.move?.kind).toBe('pause');
          // What rests says so and why; nothing rests that nobody let rest.
          if (decision.verdict.reason === 'phasing') expect(phase?.state).not.toBe('PAUSED');
          if (decision.move !== undefined) continue;
          // The same again changes nothing: neither the verdict nor the ledger.
          const again = rollout.decide();
          if (order === undefined) expect([again.verdict, again.events]).toEqual([decision.verdict, []]);
        }
      },
    ),
    { numRuns: 600 },
  );
  const needed = [
    ...['release', 'release (promote)', 'release (complete)', 'pause', 'pause (halt)', 'pause (hold)'],
    ...['unpause', 'unpause (resume)', 'complete-phases (complete)'],
  ].map((kind) => `move ${kind}`);
  const verdicts = [
    ...['soaking', 'in-review', 'review-overdue', 'rejected', 'no-testers', 'not-phased', 'processing', 'phasing'],
    ...[
      'stale',
      'invalid-data',
      'shared-incident',
      'no-data',
      'not-enough-evidence',
      'held',
      'hold-overdue',
      'pause-budget',
      'gone',
    ],
  ].map((reason) => `hold ${reason}`);
  const ends = ['halt above-threshold', 'halt halted-in-store', 'done superseded', 'done complete', 'done abandoned'];
  expect(print([...needed, ...verdicts, ...ends])).toEqual([]);
});
