import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Report, SourceError } from '#health/report';
import type { Order } from '#rollout/decision';
import { hour, hoursOf, PlayRollout, policyOf, start, type ModelRelease } from './situations.ts';

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

type Data = 'good' | 'bad' | 'few' | 'none' | 'stale' | 'invalid' | 'error' | 'absent';
type Outside = 'nothing' | 'raise' | 'halt' | 'resume' | 'newer' | 'review' | 'publish' | 'gone';
interface Step {
  readonly gap: number;
  readonly data: Data;
  readonly outside: Outside;
  readonly order: Order['command'] | 'none';
  readonly dies: 'claimed' | 'moved' | undefined;
}

const dataWords: readonly Data[] = [
  'good',
  'good',
  'good',
  'bad',
  'few',
  'none',
  'stale',
  'invalid',
  'error',
  'absent',
];
const outsideWords: readonly Outside[] = ['raise', 'halt', 'resume', 'newer', 'review', 'publish', 'gone'];
const orderWords: readonly Order['command'][] = [
  'promote',
  'hold',
  'halt',
  'resume',
  'complete',
  'expedite',
  'abandon',
];

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    gap: fc.constantFrom(1, 1, 1, 2, 5, 10),
    data: fc.constantFrom(...dataWords),
    outside: fc.oneof({ weight: 12, arbitrary: fc.constant('nothing' as const) }, fc.constantFrom(...outsideWords)),
    order: fc.oneof({ weight: 20, arbitrary: fc.constant('none' as const) }, fc.constantFrom(...orderWords)),
    dies: fc.oneof(
      { weight: 8, arbitrary: fc.constant(undefined) },
      fc.constantFrom('claimed' as const, 'moved' as const),
    ),
  }),
  { minLength: 5, maxLength: 40 },
);

function toReport(data: Data, now: number): Report | SourceError | undefined {
  switch (data) {
    case 'good':
      return hoursOf(start - 20 * hour, now, 3_000, 0.001);
    case 'bad':
      return hoursOf(start - 20 * hour, now, 3_000, 0.05);
    case 'few':
      return hoursOf(now - 2 * hour, now, 5, 0);
    case 'none':
      return { buckets: [], freshUntil: now };
    case 'stale':
      return hoursOf(start - 40 * hour, start - 10 * hour, 3_000, 0.001);
    case 'invalid':
      return { buckets: [{ start: now - hour, end: now, units: 3, bad: 5 }] };
    case 'error':
      return { error: 'the source is down' };
    case 'absent':
      return undefined;
  }
}

function happen(rollout: PlayRollout, outside: Outside): void {
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

const reached = new Map<string, number>();
function count(what: string): void {
  reached.set(what, (reached.get(what) ?? 0) + 1);
}

const raises: ReadonlySet<string> = new Set(['raise', 'complete', 'promote']);

test('whatever happens, no raise lacks its reason, and no decision is made twice', () => {
  fc.assert(
    fc.property(steps, (walk) => {
      const rollout = new PlayRollout(policy);
      rollout.upload();
      for (const { gap, data, outside, order: command, dies } of walk) {
        rollout.now += gap * hour;
        happen(rollout, outside);
        const report = toReport(data, rollout.now);
        rollout.reports = report === undefined ? {} : { crash: report };
        const order: Order | undefined =
          command === 'none' ? undefined : { command, by: '@octocat', why: '', until: rollout.now + 5 * hour };
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
            expect(before.hold).toBeNull();
            // Data that say nothing, or bad things, raise nothing.
            expect(['good', 'bad', 'few', 'none']).toContain(data);
            // What was counted before it had users is none of its own.
            if (data === 'bad') expect(decision.health?.gates[0]?.findings?.units).toBe(0);
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
  const rows = [...reached].toSorted(([one], [other]) => (one < other ? -1 : 1));
  process.stderr.write(`${rows.map(([what, times]) => `  ${String(times).padStart(6)}  ${what}`).join('\n')}\n`);
  // A generator that does not reach these proves nothing.
  const needed = ['move raise', 'move complete', 'move promote', 'move halt', 'move resume', 'done complete'];
  expect(needed.filter((what) => !reached.has(what))).toEqual([]);
});
