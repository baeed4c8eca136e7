import { describe, expect, test } from '@jest/globals';
import { inReview, kinds, look, lookBlind, order, told, written } from './app-store-looks.ts';
import { AppStoreRollout } from './app-store-model.ts';
import { hour, hoursOf, policyOf, start } from './situations.ts';

describe('with Apple’s reviewers', () => {
  test.each([
    ['PREPARE_FOR_SUBMISSION', 'not-submitted', true],
    ['READY_FOR_REVIEW', 'not-submitted', true],
    ['WAITING_FOR_REVIEW', 'in-review', false],
    ['IN_REVIEW', 'in-review', false],
    ['ACCEPTED', 'in-review', false],
    ['REJECTED', 'rejected', true],
    ['METADATA_REJECTED', 'rejected', true],
    ['INVALID_BINARY', 'rejected', true],
    ['DEVELOPER_REJECTED', 'withdrawn', true],
    ['WAITING_FOR_EXPORT_COMPLIANCE', 'export-compliance', true],
    ['PENDING_APPLE_RELEASE', 'pending-apple', false],
    ['PROCESSING_FOR_DISTRIBUTION', 'processing', false],
    ['SOMETHING_NEW', 'state-unknown', false],
  ])('%s is %s, asks a person: %s, and nothing is moved', (state, reason, asks) => {
    const rollout = inReview(state);
    const { verdict } = look(rollout, 30);
    expect([verdict.state, verdict.reason, verdict.choice !== undefined]).toEqual(['hold', reason, asks]);
    expect(rollout.moves).toEqual([]);
  });

  test('a review is overdue after 48 hours, whatever was said of it in between', () => {
    const rollout = inReview('WAITING_FOR_REVIEW');
    expect(look(rollout, 0).verdict).toMatchObject({ reason: 'in-review', until: start + 48 * hour });
    rollout.world.state = 'IN_REVIEW';
    expect(look(rollout, 20).verdict.reason).toBe('in-review');
    rollout.now = start + 30 * hour;
    const blind = { error: 'App Store Connect is down' };
    rollout.ledger = {
      ...rollout.ledger,
      entries: [
        ...rollout.ledger.entries,
        {
          kind: 'decided',
          platform: 'ios',
          state: 'hold',
          reason: 'store-unreadable',
          sentence: blind.error,
          at: at(30),
          run: 'x',
        },
      ],
    };
    look(rollout, 31, 0.002, order('hold', start + 31 * hour));
    look(rollout, 32, 0.002, order('resume'));
    expect(look(rollout, 47).verdict.reason).toBe('in-review');
    const late = look(rollout, 48).verdict;
    expect([late.reason, late.choice]).toEqual(['review-overdue', expect.stringContaining('expedited review')]);
    expect(look(rollout, 60).verdict.sentence).toContain('for 2 d 12 h');
  });

  test('and its clock begins anew with the next submission', () => {
    const rollout = inReview('WAITING_FOR_REVIEW');
    look(rollout, 0);
    rollout.world.state = 'REJECTED';
    look(rollout, 40);
    rollout.world.state = 'WAITING_FOR_REVIEW';
    expect(look(rollout, 50).verdict.reason).toBe('in-review');
    expect(look(rollout, 90).verdict.reason).toBe('in-review');
    expect(look(rollout, 98).verdict.reason).toBe('review-overdue');
  });

  test.each([
    [null, 'PROCESSING', 'processing', false],
    [null, 'IN_BETA_TESTING', 'soaking', false],
    [null, null, 'not-uploaded', false],
  ] as const)('without a version (%s), and the build %s, it is %s', (state, build, reason, asks) => {
    const { verdict } = look(inReview('', { state, build }), 1);
    expect([verdict.reason, verdict.choice !== undefined]).toEqual([reason, asks]);
  });

  test('testers have had it long enough, and nobody has submitted it', () => {
    const rollout = inReview('', { state: null });
    expect(look(rollout, 1).verdict).toMatchObject({ reason: 'soaking', until: start + 25 * hour });
    const { verdict } = look(rollout, 25);
    expect([verdict.reason, verdict.choice]).toEqual(['not-submitted', expect.stringContaining('store-upload')]);
  });
});

describe('an approved version', () => {
  test('is released when its soak is over, in phases, once', () => {
    const rollout = inReview('PENDING_DEVELOPER_RELEASE');
    expect(look(rollout, 0).verdict.reason).toBe('soaking');
    expect(look(rollout, 23).move).toBeUndefined();
    expect(look(rollout, 24)).toMatchObject({
      move: { kind: 'release', versionId: 'version' },
      to: { track: 'app-store', share: 0.01 },
    });
    look(rollout, 25);
    expect(kinds(rollout)).toEqual(['release']);
    expect(rollout.exposure).toBe('open app-store 0.01');
    expect(rollout.ledger.entries.filter(({ kind }) => kind === 'reached').at(-1)).toMatchObject({
      how: 'move',
      by: 'controller',
    });
  });

  test('is on its way until the store shows it, and whose move that was is kept', () => {
    const rollout = inReview('PENDING_DEVELOPER_RELEASE');
    rollout.isSwift = false;
    look(rollout, 0);
    look(rollout, 24);
    expect(look(rollout, 25).verdict.reason).toBe('processing');
    rollout.distribute();
    look(rollout, 26);
    expect(rollout.ledger.entries.filter(({ kind }) => kind === 'reached').at(-1)).toMatchObject({ how: 'move' });
    expect(rollout.ledger.claims).toEqual({});
  });

  test('of which the releasing run died is released by the next one, or seen, and not twice', () => {
    for (const dies of ['claimed', 'moved'] as const) {
      const rollout = inReview('PENDING_DEVELOPER_RELEASE');
      look(rollout, 0);
      rollout.now = start + 24 * hour;
      rollout.reports = { crash: hoursOf(start, rollout.now, 4_000, 0.002) };
      rollout.tick(undefined, dies);
      look(rollout, 25);
      look(rollout, 26);
      expect([dies, kinds(rollout), rollout.exposure]).toEqual([dies, ['release'], 'open app-store 0.01']);
      expect(told(rollout).filter((kind) => kind === 'reached')).toHaveLength(2);
    }
  });

  test('is not released while its testers’ data are stale, few testers are no reason', () => {
    const rollout = inReview('PENDING_DEVELOPER_RELEASE');
    look(rollout, 0);
    expect(lookBlind(rollout, 30)).toMatchObject({ verdict: { state: 'hold', reason: 'stale' } });
    expect(lookBlind(rollout, 31, { buckets: [], freshUntil: start + 31 * hour }).move?.kind).toBe('release');
  });

  test('that no tester has had is not released, unless it is a hotfix', () => {
    const rollout = inReview('PENDING_DEVELOPER_RELEASE', { build: null });
    expect(look(rollout, 50).verdict.reason).toBe('no-testers');
    expect(look(rollout, 51, 0.002, order('expedite')).move?.kind).toBe('release');
  });

  test('is released before its soak where somebody expedites it, and not when it is bad', () => {
    const good = inReview('PENDING_DEVELOPER_RELEASE');
    look(good, 0);
    expect(look(good, 1, 0.002, order('expedite')).move?.kind).toBe('release');
    const blind = inReview('PENDING_DEVELOPER_RELEASE');
    look(blind, 0);
    look(blind, 1, 0.002, order('hold', start + hour));
    look(blind, 2, 0.002, order('expedite'));
    look(blind, 3, 0.002, order('resume'));
    expect(lookBlind(blind, 4)).toMatchObject({ verdict: { reason: 'stale' } });
    expect(look(blind, 5).move?.kind).toBe('release');
    const bad = inReview('PENDING_DEVELOPER_RELEASE');
    look(bad, 0);
    look(bad, 2, 0.03);
    expect(look(bad, 3, 0.03, order('expedite'))).toMatchObject({ verdict: { state: 'halt' } });
    expect(kinds(bad)).toEqual([]);
  });

  test('without a phased release, which the policy asks for, is released by a person only', () => {
    const rollout = inReview('PENDING_DEVELOPER_RELEASE', { phase: null });
    look(rollout, 0);
    const { verdict, move } = look(rollout, 30);
    expect([verdict.reason, move]).toEqual(['not-phased', undefined]);
    expect(verdict.choice).toContain('everybody gets it at once');
    expect(look(rollout, 31, 0.002, order('promote'))).toMatchObject({
      move: { kind: 'release' },
      to: { track: 'app-store', share: 1 },
    });
    expect(look(rollout, 32).verdict.reason).toBe('watching');
    expect(look(rollout, 56).verdict).toMatchObject({ state: 'done', reason: 'complete' });
  });

  test('goes to everybody where the policy says so', () => {
    const rollout = new AppStoreRollout(policyOf(written.replace('app-store: phased', 'app-store: all')));
    rollout.world = { ...rollout.world, state: 'PENDING_DEVELOPER_RELEASE', phase: null };
    look(rollout, 0);
    expect(look(rollout, 24)).toMatchObject({ move: { kind: 'release' }, to: { share: 1 } });
  });

  test('waits for days on which raises happen, for other platforms, and for what it needs', () => {
    const rollout = new AppStoreRollout(
      policyOf(`
platforms:
  ios: { app: 1500000001, after: { android: 1d } }
  android: { package: com.example.app }
gates: { crash: { source: command, run: x, unit: session, max: 0.5% } }
needs: [{ name: backend@2.15.0, run: ./ask }]
freeze: [2026-12-01..2026-12-02]
`),
    );
    rollout.world.state = 'PENDING_DEVELOPER_RELEASE';
    look(rollout, 0);
    expect(look(rollout, 26).verdict.reason).toBe('after');
    rollout.others = [{ ...rollout.state, platform: 'android', productionAt: start }];
    expect(look(rollout, 26).ask).toBe(true);
    rollout.needs = { 'backend@2.15.0': { met: true, detail: '' } };
    expect(look(rollout, 27).verdict.reason).toBe('freeze');
    expect(look(rollout, 65).move?.kind).toBe('release');
  });
});

describe('halted before anybody has it', () => {
  test.each([
    ['PENDING_DEVELOPER_RELEASE', 'MANUAL', 'it is not released', 'resume or abandon'],
    ['IN_REVIEW', 'MANUAL', 'it is not released', 'resume or abandon'],
    ['IN_REVIEW', 'AFTER_APPROVAL', 'by itself', 'take it out of review'],
    ['PENDING_APPLE_RELEASE', 'MANUAL', 'by itself', 'take it out of review'],
    ['PROCESSING_FOR_DISTRIBUTION', 'MANUAL', 'by itself', 'take the app from sale'],
  ] as const)('%s, released %s: %s, and a person may %s', (state, releaseType, sentence, choice) => {
    const rollout = inReview(state, { releaseType });
    look(rollout, 0);
    const { verdict, move } = look(rollout, 30, 0.002, order('halt'));
    expect([verdict.state, move]).toEqual(['halt', undefined]);
    expect(verdict.sentence).toContain(sentence);
    expect(verdict.choice).toContain(choice);
    expect(verdict.choice).toContain('resume or abandon tracker@2.15.3+20261130.1');
    // And so it stays: what is halted is not released.
    expect(look(rollout, 60)).toMatchObject({ verdict: { state: 'halt' } });
    expect(rollout.moves).toEqual([]);
  });

  test('it is paused as soon as Apple gives it to users all the same', () => {
    const rollout = inReview('IN_REVIEW', { releaseType: 'AFTER_APPROVAL' });
    look(rollout, 0, 0.002, order('halt'));
    rollout.now = start + hour;
    rollout.distribute();
    expect(look(rollout, 1).move?.kind).toBe('pause');
    expect(look(rollout, 2).verdict.state).toBe('halt');
    expect(kinds(rollout)).toEqual(['pause']);
  });
});

function at(hours: number): string {
  return new Date(start + hours * hour).toISOString();
}
