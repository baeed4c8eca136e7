import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PlayRollout, type ModelRelease } from './play-model.ts';
import { hour, policyOf } from './situations.ts';
import { createTally, generateWalks, toOrder, toReport } from './walks.ts';

const policy = policyOf(`
platforms:
  android:
    package: com.example.app
    stages:
      - { track: internal, soak: 3h }
      - { track: production, rollout: { 0h: 5%, 3h: 20%, 6h: 100% }, evidence: [screened 5x, proven] }
    watch: 3h
gates:
  crash: { source: command, run: x, unit: session, max: 0.5% }
  one-star: { source: reviews, required: false, staleness: 30d }
`);

const outsides = ['raise', 'halt', 'resume', 'newer', 'review', 'publish', 'gone'] as const;
const walks = generateWalks(outsides, { gaps: [1, 1, 1, 2, 5, 10], unordered: 88 });
const { count, print } = createTally();

function happen(rollout: PlayRollout, outside: (typeof outsides)[number] | 'nothing'): void {
  const track = rollout.world.tracks['production'] ?? [];
  const change = (change: Partial<ModelRelease>): void => {
    rollout.world.tracks['production'] = track.map((one) =>
      one.versionCode === rollout.code ? { ...one, ...change } : one,
    );
  };
  const own = track.find(({ versionCode }) => versionCode === rollout.code);
  switch (outside) {
    case 'raise':
      if (own?.status === 'inProgress') change({ fraction: Math.min(0.9, (own.fraction ?? 0) + 0.1) });
      return;
    case 'halt':
      if (own?.status === 'inProgress') change({ status: 'halted' });
      return;
    case 'resume':
      // A release that everybody had is resumed for a share.
      if (own?.status === 'halted') change({ status: 'inProgress', fraction: own.fraction ?? 0.5 });
      return;
    case 'newer':
      rollout.world.tracks['production'] = [
        ...track.filter(({ status }) => status !== 'inProgress'),
        { versionCode: 200, status: 'inProgress', fraction: 0.05, lifecycle: 'PUBLISHED' },
      ];
      return;
    case 'review':
      change({ lifecycle: 'IN_REVIEW' });
      return;
    case 'publish':
      change({ lifecycle: 'PUBLISHED' });
      return;
    case 'gone':
      rollout.world.tracks['production'] = track.filter(({ versionCode }) => versionCode !== rollout.code);
      return;
    case 'nothing':
  }
}

const raises: ReadonlySet<string> = new Set(['raise', 'complete', 'promote']);

test('whatever happens, no raise lacks its reason, and no decision is made twice', () => {
  fc.assert(
    fc.property(walks, (walk) => {
      const rollout = new PlayRollout(policy);
      rollout.upload();
      for (const { gap, data, outside, order: command, dies } of walk) {
        rollout.now += gap * hour;
        happen(rollout, outside);
        const report = toReport(data, rollout.now);
        rollout.reports = report === undefined ? {} : { crash: report };
        const order = toOrder(command, rollout.now);
        const before = rollout.state;
        const isForced = command === 'promote' || command === 'complete';
        const world = structuredClone(rollout.world);
        const decision = rollout.tick(order, dies);
        count(`${decision.verdict.state} ${decision.verdict.reason}`);

        const { move } = decision;
        if (move !== undefined) {
          count(`move ${move.kind}${isForced ? ' by hand' : ''}`);
          // The life of a release that is over is over.
          expect(['superseded', 'complete', 'abandoned']).not.toContain(before.life);
          const production = world.tracks['production'] ?? [];
          const own = production.find(({ versionCode }) => versionCode === rollout.code);
          if (raises.has(move.kind)) {
            // Halted or held: only by whoever resumes it.
            expect(own?.status).not.toBe('halted');
            expect(decision.state.halt).toBeNull();
            expect(production.every(({ versionCode }) => versionCode <= rollout.code)).toBe(true);
            if (own !== undefined) expect(own.lifecycle).toBe('PUBLISHED');
            // Never lowered.
            const to = move.kind === 'complete' ? 1 : 'to' in move ? move.to : Number.NaN;
            if (own?.status === 'inProgress') expect(to).toBeGreaterThan(own.fraction ?? 1);
          }
          if (raises.has(move.kind) && !isForced) {
            // Whoever resumes it at the store takes a hold back as well.
            const isResumed = decision.events.some(({ kind }) => kind === 'resumed');
            expect(isResumed ? decision.state.hold : before.hold).toBeNull();
            // Data that say nothing, or bad things, raise nothing.
            expect(['good', 'bad', 'incident', 'few', 'none']).toContain(data);
            // What was counted before it had users is none of its own.
            if (data === 'bad' || data === 'incident') expect(decision.health?.gates[0]?.findings?.units).toBe(0);
            const isStore = own !== undefined;
            if (data !== 'good') expect(isStore && !decision.state.isExpedited).toBe(false);
            // No dwell is skipped: by the clock of what the store showed.
            const { place, publishedAt } = decision.state;
            const index = rollout.platform.steps.findLastIndex(
              ({ track, reach }) => track === place?.track && reach <= place.share + 1e-6,
            );
            if (!decision.state.isExpedited) {
              expect(rollout.now - (publishedAt ?? rollout.now)).toBeGreaterThanOrEqual(
                rollout.platform.steps[index]?.soak ?? 0,
              );
            }
          }
        }
        // The same again changes nothing: neither the verdict nor the ledger.
        if (move === undefined) {
          const [again, entries] = [rollout.decide(), rollout.ledger.entries.length];
          if (order === undefined) {
            expect([again.verdict, again.events]).toEqual([decision.verdict, []]);
          }
          expect(rollout.ledger.entries.length).toBe(entries);
        }
      }
    }),
    { numRuns: 600 },
  );
  expect(print(['move raise', 'move complete', 'move promote', 'move halt', 'move resume', 'done complete'])).toEqual(
    [],
  );
});
