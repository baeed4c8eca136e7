import { describe, expect, test } from '@jest/globals';
import type { Report } from '#health/report';
import { inPhases, kinds, look, lookBlind, order, told, written } from './app-store-looks.ts';
import { createPhase } from './app-store-model.ts';
import { day, hour, hoursOf, start } from './situations.ts';

describe('a phased release', () => {
  test('is watched day by day, and complete when everybody has had it long enough', () => {
    const rollout = inPhases();
    const seen: unknown[] = [];
    for (let hours = 1; hours <= 24 * 8; hours += 1) {
      const { verdict } = look(rollout, hours);
      if (hours % 24 === 1) seen.push([rollout.state.place?.share, verdict.reason]);
    }
    expect(seen).toEqual([
      [0.01, 'phasing'],
      [0.02, 'phasing'],
      [0.05, 'phasing'],
      [0.1, 'phasing'],
      [0.2, 'phasing'],
      [0.5, 'phasing'],
      [1, 'watching'],
      [1, 'complete'],
    ]);
    expect(rollout.moves).toEqual([]);
    expect(rollout.exposure).toBe('complete app-store 1');
    expect(rollout.ledger.entries.flatMap((entry) => (entry.kind === 'reached' ? [entry.how] : []))).toEqual(
      Array.from({ length: 7 }, () => 'seen'),
    );
  });

  test('says when Apple takes the next step, and never a time that is over', () => {
    const rollout = inPhases();
    const { verdict } = look(rollout, 5);
    expect(verdict.until).toBe(start + day);
    // Nor that of a soak, which nobody waits for here.
    expect(verdict.sentence).toMatch(
      /^Apple moves it on day by day; 99\.80 % .* in [\d,]+ sessions, nothing has halted it$/,
    );
    // A pause of some hours moves the next step, and Apple counts only whole days of it.
    look(rollout, 6, 0.002, order('hold'));
    look(rollout, 20, 0.002, order('resume'));
    expect(look(rollout, 25).verdict.until).toBeUndefined();
  });

  test.each([
    ['few users', (now: number) => hoursOf(now - 2 * hour, now, 5, 0)],
    ['no users', (now: number) => ({ buckets: [], freshUntil: now })],
  ])('never rests for %s', (_, report) => {
    const rollout = inPhases();
    for (let hours = 1; hours <= 24 * 7; hours += 1)
      expect(lookBlind(rollout, hours, report(start + hours * hour)).move).toBeUndefined();
    expect(rollout.state.place?.share).toBe(1);
  });

  test.each([
    ['stale', { error: 'gone' }],
    ['invalid-data', { buckets: [{ start, end: start + hour, units: 3, bad: 5 }] }],
    ['shared-incident', incident()],
  ] as const)('rests for what is %s, when the next day is nearer than the longest gap', (reason, report) => {
    const rollout = inPhases();
    rollout.longestGap = 3 * hour;
    for (let hours = 10; hours < 21; hours += 1) {
      const early = lookBlind(rollout, hours, report);
      expect([early.verdict.reason, early.move]).toEqual([reason, undefined]);
      expect(early.verdict.sentence).toContain('it is paused before that');
    }
    expect(lookBlind(rollout, 21, report).move?.kind).toBe('pause');
    expect(lookBlind(rollout, 30, report)).toMatchObject({ verdict: { state: 'hold', reason } });
    expect(rollout.state.pause?.reason).toBe(reason);
    expect(look(rollout, 31).move?.kind).toBe('unpause');
    expect(look(rollout, 32).verdict.reason).toBe('phasing');
    expect([kinds(rollout), rollout.state.pause]).toEqual([['pause', 'unpause'], null]);
  });

  test('rests for few users only where the policy says so', () => {
    const few = (now: number): Report => hoursOf(now - 2 * hour, now, 5, 0);
    const rollout = inPhases(written.replace('app: 1500000001,', 'app: 1500000001, pause-on: not-enough-evidence,'));
    expect(lookBlind(rollout, 5, few(start + 5 * hour)).move).toBeUndefined();
    // No data at all is another reason, which the policy does not name.
    const none = { buckets: [], freshUntil: start + 23 * hour };
    expect(lookBlind(rollout, 23, none)).toMatchObject({ verdict: { reason: 'no-data' } });
    expect(rollout.moves).toEqual([]);
    expect(lookBlind(rollout, 23.5, few(start + 23.5 * hour))).toMatchObject({
      verdict: { reason: 'not-enough-evidence' },
      move: { kind: 'pause' },
    });
    expect(look(rollout, 30).move?.kind).toBe('unpause');
  });

  test('is paused at once for what is bad, and stays so, whatever comes later', () => {
    const rollout = inPhases();
    const decision = look(rollout, 2, 0.03);
    expect(decision.verdict).toMatchObject({ state: 'halt', reason: 'above-threshold', isCritical: true });
    expect(decision.move?.kind).toBe('pause');
    expect(look(rollout, 3).verdict).toMatchObject({ state: 'halt', reason: 'above-threshold' });
    expect(lookBlind(rollout, 4).verdict.state).toBe('halt');
    expect([kinds(rollout), rollout.state.halt?.isShown, rollout.state.life]).toEqual([['pause'], true, 'halted']);
  });

  test('of which the pausing run died is paused once, and by its gate', () => {
    for (const dies of ['claimed', 'moved'] as const) {
      const rollout = inPhases();
      rollout.now = start + 2 * hour;
      rollout.reports = { crash: hoursOf(start, rollout.now, 4_000, 0.03) };
      rollout.tick(undefined, dies);
      look(rollout, 3, 0.03);
      look(rollout, 4, 0.03);
      expect([dies, kinds(rollout), rollout.state.halt?.by]).toEqual([dies, ['pause'], 'gate crash']);
    }
  });

  test('is resumed by a person, with evidence that begins anew', () => {
    const rollout = inPhases();
    look(rollout, 2, 0.03);
    expect(look(rollout, 3, 0.002, order('resume')).move?.kind).toBe('unpause');
    rollout.now = start + 4 * hour;
    rollout.reports = { crash: hoursOf(start + 3 * hour, rollout.now, 4_000, 0) };
    expect(rollout.tick().verdict.reason).toBe('phasing');
    expect(rollout.exposure).toBe('open app-store 0.01');
  });

  test('of which the resuming run died is resumed by the next, also while nobody can see how it does', () => {
    const rollout = inPhases();
    look(rollout, 2, 0.03);
    rollout.now = start + 3 * hour;
    rollout.tick(order('resume'), 'claimed');
    expect(lookBlind(rollout, 4).move?.kind).toBe('unpause');
    expect(rollout.state.halt).toBeNull();
    expect(told(rollout).filter((kind) => kind === 'halted')).toHaveLength(1);
  });

  test('that was to be resumed and is held instead rests for the hold', () => {
    const rollout = inPhases();
    look(rollout, 2, 0.03);
    rollout.now = start + 3 * hour;
    rollout.tick(order('resume'), 'claimed');
    look(rollout, 4, 0, order('hold', start + 4 * hour));
    expect(look(rollout, 5, 0).verdict).toMatchObject({ state: 'hold', reason: 'held' });
    expect(rollout.state.halt).toBeNull();
  });

  test('is paused at once by a hold, asks again when its time is over, and goes on when a person says so', () => {
    const rollout = inPhases();
    expect(look(rollout, 2, 0.002, order('hold', start + 2 * hour)).move?.kind).toBe('pause');
    expect(look(rollout, 11).verdict).toMatchObject({ reason: 'held', until: start + 12 * hour });
    const { verdict } = look(rollout, 13);
    expect([verdict.reason, verdict.choice]).toEqual(['hold-overdue', 'resume or abandon']);
    expect(look(rollout, 14, 0.002, order('resume')).move?.kind).toBe('unpause');
    expect(look(rollout, 15).verdict.reason).toBe('phasing');
    expect(kinds(rollout)).toEqual(['pause', 'unpause']);
  });

  test('goes to everybody by “complete” only; “promote” leaves the next step to Apple', () => {
    const rollout = inPhases();
    const promoted = look(rollout, 2, 0.002, order('promote'));
    expect([promoted.move, promoted.verdict.reason]).toEqual([undefined, 'phasing']);
    expect(promoted.verdict.sentence).toContain('"complete" gives it to everybody');
    expect(look(rollout, 3, 0.002, order('complete'))).toMatchObject({
      move: { kind: 'complete-phases' },
      to: { track: 'app-store', share: 1 },
    });
    expect(look(rollout, 4).verdict.reason).toBe('watching');
    expect(rollout.ledger.entries.filter(({ kind }) => kind === 'reached').at(-1)).toMatchObject({
      how: 'move',
      by: '@octocat',
    });
  });

  test('that is halted is neither promoted nor completed', () => {
    const rollout = inPhases();
    look(rollout, 2, 0.03);
    for (const command of ['promote', 'complete'] as const)
      expect(look(rollout, 3, 0.002, order(command))).toMatchObject({ verdict: { state: 'halt', reason: 'halted' } });
    expect(kinds(rollout)).toEqual(['pause']);
  });

  test('of which the pausing run died is paused by whichever run comes, also by one that was to promote it', () => {
    const rollout = inPhases();
    rollout.now = start + 2 * hour;
    rollout.reports = { crash: hoursOf(start, rollout.now, 4_000, 0.03) };
    rollout.tick(undefined, 'claimed');
    expect(look(rollout, 3, 0.03, order('promote')).move?.kind).toBe('pause');
  });

  test('that everybody has cannot be stopped, which is told with what is left to do', () => {
    const rollout = inPhases();
    look(rollout, 3, 0.002, order('complete'));
    const { verdict, move } = look(rollout, 5, 0.03);
    expect([verdict.state, move]).toEqual(['halt', undefined]);
    expect(verdict.sentence).toContain('Apple takes nothing back');
    expect(verdict.choice).toContain('release a newer version');
    expect(kinds(rollout)).toEqual(['complete-phases']);
  });
});

describe('the 30 days of pause', () => {
  test('are told of five days before they end, and that it went to everybody then', () => {
    const rollout = inPhases();
    look(rollout, 2, 0.03);
    expect(look(rollout, 2 + 24 * 25 - 1, 0.03).verdict.reason).toBe('above-threshold');
    const { verdict } = look(rollout, 2 + 24 * 25, 0.03);
    expect([verdict.state, verdict.reason]).toEqual(['halt', 'pause-budget']);
    expect(verdict.sentence).toContain('25 of the 30 days');
    expect(verdict.choice).toContain('take the app from sale');
    const after = look(rollout, 2 + 24 * 30, 0.03).verdict;
    expect([after.state, after.sentence]).toEqual(['halt', expect.stringContaining('everybody can have it')]);
    expect(kinds(rollout)).toEqual(['pause']);
  });

  test('are not asked for more by a hold, and a halt asks all the same', () => {
    const rollout = inPhases();
    rollout.world.phase = { ...createPhase(start - 30 * day), pausedFor: 30 * day };
    const held = look(rollout, 2, 0.002, order('hold', start + 2 * hour));
    expect([held.move, held.verdict.reason]).toEqual([undefined, 'pause-budget']);
    rollout.now = start + 3 * hour;
    const halt = rollout.decide(order('halt'));
    expect([halt.move?.kind, halt.verdict.choice]).toEqual(['pause', expect.stringContaining('newer version')]);
  });
});

/** Both versions have been bad since the same hour. */
function incident(): Report {
  const { buckets } = hoursOf(start, start + 9 * hour, 4_000, 0.03);
  return {
    buckets: buckets.map((bucket) => ({ ...bucket, previous: { units: 40_000, bad: 1_200 } })),
    freshUntil: start + 30 * hour,
  };
}
