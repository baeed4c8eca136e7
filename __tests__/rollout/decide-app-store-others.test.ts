import { describe, expect, test } from '@jest/globals';
import { inPhases, inReview, kinds, look, order } from './app-store-looks.ts';
import { hour, hoursOf, start } from './situations.ts';

describe('what others do at App Store Connect', () => {
  test('a pause there is a halt, until a person resumes it', () => {
    const rollout = inPhases();
    rollout.now = start + hour;
    rollout.apply({ kind: 'pause', versionId: 'version' });
    expect(look(rollout, 2).verdict).toMatchObject({ state: 'halt', reason: 'halted-in-store' });
    expect(look(rollout, 3, 0.002, order('complete')).move).toBeUndefined();
    expect(look(rollout, 4, 0.002, order('resume')).move?.kind).toBe('unpause');
    expect(look(rollout, 5).verdict.reason).toBe('phasing');
  });

  test('a pause there, and an order before a run has seen it: it is halted, and is resumed first', () => {
    const rollout = inPhases();
    rollout.now = start + hour;
    rollout.apply({ kind: 'pause', versionId: 'version' });
    expect(look(rollout, 2, 0.002, order('complete'))).toMatchObject({ verdict: { state: 'halt' } });
    expect(rollout.state.halt?.by).toBe('store');
    expect(kinds(rollout)).toEqual([]);
  });

  test('a resume there is a person’s decision, and what is known does not halt it again', () => {
    const rollout = inPhases();
    look(rollout, 2, 0.03);
    rollout.apply({ kind: 'unpause', versionId: 'version' });
    rollout.now = start + 3 * hour;
    rollout.reports = { crash: hoursOf(start, start + 2 * hour, 4_000, 0.03) };
    expect(rollout.tick().verdict.state).toBe('hold');
    expect([rollout.state.life, kinds(rollout)]).toEqual(['open', ['pause']]);
  });

  test('that it was completed, or released, is adopted and told as such', () => {
    const completed = inPhases();
    completed.apply({ kind: 'complete-phases', versionId: 'version' });
    look(completed, 1);
    const released = inReview('PENDING_DEVELOPER_RELEASE');
    look(released, 0);
    released.apply({ kind: 'release', versionId: 'version' });
    look(released, 1);
    for (const rollout of [completed, released])
      expect(rollout.ledger.entries.filter(({ kind }) => kind === 'reached').at(-1)).toMatchObject({
        how: 'drift',
        by: 'store',
      });
    expect([completed.exposure, released.exposure]).toEqual(['open app-store 1', 'open app-store 0.01']);
  });

  test('a newer version ends it', () => {
    const rollout = inPhases();
    rollout.world = { ...rollout.world, state: 'REPLACED_WITH_NEW_VERSION', newer: '2.15.4' };
    expect(look(rollout, 2).verdict).toMatchObject({ state: 'done', reason: 'superseded' });
    expect(look(rollout, 3, 0.03, order('resume')).move).toBeUndefined();
    expect(rollout.state.supersededBy).toBe('2.15.4');
  });

  test('a release that never came out is not released after a newer one', () => {
    const atApple = inReview('PENDING_DEVELOPER_RELEASE', { newer: '2.15.4' });
    const known = inReview('PENDING_DEVELOPER_RELEASE');
    known.managed = [
      { tag: 'tracker@2.15.4+20261202.1', isNewer: true, state: { ...known.state, productionAt: start } },
    ];
    for (const rollout of [atApple, known]) {
      look(rollout, 0);
      expect(look(rollout, 48).verdict).toMatchObject({ state: 'done', reason: 'superseded' });
      expect(rollout.moves).toEqual([]);
    }
  });

  test('a version that is gone is not taken for one that goes on', () => {
    const rollout = inPhases();
    rollout.world.state = null;
    const { verdict } = look(rollout, 2);
    expect([verdict.state, verdict.reason, verdict.choice]).toEqual(['hold', 'gone', expect.any(String)]);
  });
});

describe('a store that does not answer', () => {
  const blind = { error: 'App Store Connect is down' };

  test('moves nothing, and a halt that stands is still told as one', () => {
    const rollout = inPhases();
    look(rollout, 2, 0.03);
    rollout.see = () => blind as never;
    const { verdict, move } = look(rollout, 3, 0.03);
    expect([verdict.state, verdict.reason, move]).toEqual(['halt', 'store-unreadable', undefined]);
    expect([verdict.isCritical, verdict.choice]).toEqual([true, expect.stringContaining('resume or abandon')]);
  });

  test('keeps a halt by hand, and the run that sees it again carries it out', () => {
    const rollout = inPhases();
    const see = rollout.see.bind(rollout);
    rollout.see = () => blind as never;
    const { verdict } = look(rollout, 2, 0.002, order('halt'));
    expect([verdict.state, verdict.choice]).toEqual(['halt', 'halt it in the console of the store']);
    expect(look(rollout, 3).verdict.sentence).toContain('still to be carried out');
    rollout.see = see;
    expect(look(rollout, 4).move?.kind).toBe('pause');
  });
});

test('an abandoned release is never moved again', () => {
  const rollout = inPhases();
  expect(look(rollout, 2, 0.002, order('abandon')).verdict).toMatchObject({ state: 'done', reason: 'abandoned' });
  expect(look(rollout, 3, 0.05)).toMatchObject({ verdict: { state: 'done' } });
  expect(rollout.moves).toEqual([]);
});
