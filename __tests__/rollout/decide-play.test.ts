import { describe, expect, test } from '@jest/globals';
import { day, hour, hoursOf, policyOf, start } from './situations.ts';
import { PlayRollout } from './play-model.ts';

const policy = policyOf(`
platforms: { android: { package: com.example.app } }
gates: { crash: { source: command, run: x, unit: session, max: 0.5% } }
`);

function good(rollout: PlayRollout): void {
  rollout.reports = { crash: hoursOf(start, rollout.now, 4_000, 0.002) };
}

describe('a healthy release', () => {
  test('comes to everybody by the hours of the plan, each step once', () => {
    const rollout = new PlayRollout(policy);
    rollout.upload();
    for (let hours = 0; hours <= 24 * 8; hours += 1) {
      rollout.now = start + hours * hour;
      good(rollout);
      rollout.tick();
    }
    expect(rollout.moves.map(({ at, move }) => [(at - start) / hour, move.kind, 'to' in move ? move.to : 1])).toEqual([
      [24, 'promote', 1],
      [72, 'promote', 0.05],
      [78, 'raise', 0.1],
      [84, 'raise', 0.2],
      [96, 'raise', 0.5],
      [120, 'complete', 1],
    ]);
    expect(rollout.exposure).toBe('complete production 1');
    expect(rollout.state.decided?.reason).toBe('complete');
  });

  test('is not read in an edit while nothing is due', () => {
    const rollout = new PlayRollout(policy);
    rollout.upload('production');
    rollout.world.tracks['production'] = [
      { versionCode: 120, status: 'inProgress', fraction: 0.05, lifecycle: 'PUBLISHED' },
    ];
    good(rollout);
    rollout.tick();
    rollout.now += hour;
    good(rollout);
    rollout.tick();
    for (let hours = 2; hours < 6; hours += 1) {
      rollout.now += hour;
      good(rollout);
      expect(rollout.tick()).toMatchObject({ looked: false, verdict: { state: 'hold' } });
    }
    rollout.now += hour;
    good(rollout);
    expect(rollout.decide().looked).toBe(true);
    rollout.isUploading = true;
    rollout.world.tracks['production'] = [
      { versionCode: 120, status: 'inProgress', fraction: 0.05, lifecycle: 'IN_REVIEW' },
    ];
    expect(rollout.decide().looked).toBe(false);
  });
});

test('a run that died after its claim, or after its move, changes nothing but the hour', () => {
  const histories = ([undefined, 'claimed', 'moved'] as const).map((dies) => {
    const rollout = new PlayRollout(policy);
    rollout.upload();
    for (let hours = 0; hours <= 24 * 9; hours += 1) {
      rollout.now = start + hours * hour;
      good(rollout);
      rollout.tick(undefined, hours % 2 === 0 ? dies : undefined);
    }
    const entries = rollout.ledger.entries
      .filter(({ kind }) => kind !== 'snapshot')
      .map((entry) => ({ ...entry, at: '', run: '', ...(entry.kind === 'decided' ? { sentence: '' } : {}) }));
    return { entries, world: rollout.world, moves: rollout.moves.length };
  });
  expect(histories[1]).toEqual(histories[0]);
  expect(histories[2]).toEqual(histories[0]);
});

describe('a bad release', () => {
  function toFivePercent(): PlayRollout {
    const rollout = new PlayRollout(policy);
    rollout.upload();
    rollout.world.tracks['production']?.push({
      versionCode: 120,
      status: 'inProgress',
      fraction: 0.05,
      lifecycle: 'PUBLISHED',
    });
    good(rollout);
    rollout.tick();
    rollout.now += 2 * hour;
    rollout.reports = { crash: hoursOf(start, rollout.now, 4_000, 0.03) };
    return rollout;
  }

  test('is halted at the next tick, once, and stays so', () => {
    const rollout = toFivePercent();
    const decision = rollout.tick();
    expect(decision.verdict).toMatchObject({ state: 'halt', reason: 'above-threshold', isCritical: true });
    expect(decision.verdict.choice).toContain('tracker@2.15.3+20261130.1');
    rollout.now += hour;
    rollout.reports = { crash: { error: 'gone' } };
    expect(rollout.tick().verdict.state).toBe('halt');
    expect(rollout.moves.map(({ move }) => move.kind)).toEqual(['halt']);
    expect(rollout.exposure).toBe('halted production 0.05');
  });

  test('whose halting run died before it wrote it down is halted by its gate all the same', () => {
    const rollout = toFivePercent();
    rollout.apply({ kind: 'halt', track: 'production', versionCode: 120 });
    rollout.tick();
    const halts = rollout.ledger.entries.filter(({ kind }) => kind === 'halted');
    expect(halts.map((entry) => 'by' in entry && entry.by)).toEqual(['gate crash']);
  });

  test('whose halting run died after the move is not halted twice', () => {
    const rollout = toFivePercent();
    rollout.tick(undefined, 'moved');
    rollout.now += hour;
    expect(rollout.tick()).toMatchObject({ verdict: { state: 'halt' }, state: { halt: { isShown: true } } });
    expect(rollout.moves.map(({ move }) => move.kind)).toEqual(['halt']);
  });

  test('whose halting run died is halted by whichever run comes, also by one that was to promote it', () => {
    const rollout = toFivePercent();
    rollout.tick(undefined, 'claimed');
    rollout.now += hour;
    expect(rollout.tick({ command: 'promote', by: '@octocat', why: '', until: 0 }).move?.kind).toBe('halt');
  });

  test('is resumed by a person with evidence that begins anew', () => {
    const rollout = toFivePercent();
    rollout.tick();
    rollout.now += hour;
    const decision = rollout.tick({ command: 'resume', by: '@octocat', why: '', until: 0 });
    expect(decision.move).toEqual({ kind: 'resume', track: 'production', versionCode: 120, to: 0.05 });
    rollout.now += hour;
    rollout.reports = { crash: hoursOf(start, rollout.now, 4_000, 0) };
    expect(rollout.tick().verdict.state).toBe('hold');
    expect(rollout.exposure).toBe('open production 0.05');
  });

  test('whose resuming run died is resumed by the next one', () => {
    const rollout = toFivePercent();
    rollout.tick();
    rollout.now += hour;
    rollout.tick({ command: 'resume', by: '@octocat', why: '', until: 0 }, 'claimed');
    rollout.now += hour;
    expect(rollout.tick()).toMatchObject({ looked: true, move: { kind: 'resume', to: 0.05 } });
    expect(rollout.exposure).toBe('open production 0.05');
  });

  test('halted in the console is halted, until a person resumes it', () => {
    const rollout = toFivePercent();
    rollout.reports = { crash: { error: 'gone' } };
    rollout.apply({ kind: 'halt', track: 'production', versionCode: 120 });
    rollout.now = start + 6 * hour;
    expect(rollout.tick().verdict).toMatchObject({ state: 'halt', reason: 'halted-in-store' });
    rollout.now += hour;
    expect(rollout.tick({ command: 'resume', by: '@octocat', why: '', until: 0 }).move?.kind).toBe('resume');
    expect(rollout.exposure).toBe('open production 0.05');
  });

  test('resumed in the console is not halted again for what is known', () => {
    const rollout = toFivePercent();
    rollout.tick();
    const track = rollout.world.tracks['production'] ?? [];
    rollout.world.tracks['production'] = track.map((release) =>
      release.versionCode === 120 ? { ...release, status: 'inProgress' } : release,
    );
    rollout.now += hour;
    const order = { command: 'promote', by: '@octocat', why: '', until: 0 } as const;
    rollout.tick(order);
    expect(rollout.ledger.entries.filter(({ kind }) => kind === 'resumed')).toMatchObject([{ by: 'store' }]);
    expect(rollout.exposure).toBe('open production 0.1');
  });
});

describe('what others do at the store', () => {
  test('a share by hand is adopted, and its stage begins anew', () => {
    const rollout = new PlayRollout(policy);
    rollout.upload('production');
    rollout.world.tracks['production'] = [
      { versionCode: 120, status: 'inProgress', fraction: 0.05, lifecycle: 'PUBLISHED' },
    ];
    good(rollout);
    rollout.tick();
    rollout.world.tracks['production'] = [
      { versionCode: 120, status: 'inProgress', fraction: 0.15, lifecycle: 'PUBLISHED' },
    ];
    rollout.now = start + 6 * hour;
    good(rollout);
    expect(rollout.tick().verdict).toMatchObject({ state: 'hold' });
    expect(rollout.moves).toEqual([]);
    expect(rollout.ledger.entries.filter(({ kind }) => kind === 'reached').at(-1)).toMatchObject({
      how: 'drift',
      place: { track: 'production', share: 0.15 },
    });
    rollout.now = start + 12 * hour;
    good(rollout);
    expect(rollout.tick().move).toEqual({ kind: 'raise', track: 'production', versionCode: 120, from: 0.15, to: 0.2 });
  });

  test('a rollout that was not opened here is not ended', () => {
    const rollout = new PlayRollout(policy);
    rollout.upload('closed');
    rollout.world.tracks['production']?.push({
      versionCode: 110,
      status: 'inProgress',
      fraction: 0.5,
      lifecycle: 'PUBLISHED',
    });
    rollout.tick();
    rollout.now += 3 * day;
    good(rollout);
    const decision = rollout.tick();
    expect(decision.verdict.reason).toBe('unmanaged-rollout');
    expect(decision.verdict.choice).toBeDefined();
    expect(decision.move).toBeUndefined();
  });

  test('a newer one in production ends ours', () => {
    const rollout = new PlayRollout(policy);
    rollout.upload('production');
    rollout.world.tracks['production'] = [
      { versionCode: 120, status: 'inProgress', fraction: 0.05, lifecycle: 'PUBLISHED' },
    ];
    rollout.tick();
    rollout.world.tracks['production'] = [
      { versionCode: 130, status: 'inProgress', fraction: 0.05, lifecycle: 'PUBLISHED' },
    ];
    rollout.now += hour;
    expect(rollout.tick().verdict).toMatchObject({ state: 'done', reason: 'superseded' });
    expect(rollout.exposure).toBe('superseded production 0.05');
  });

  test('of a hotfix that passes the tracks for testing by, while the halted release still stands in them', () => {
    const rollout = new PlayRollout(policy);
    const release = { versionCode: 120, status: 'halted', fraction: 0.1, lifecycle: 'PUBLISHED' } as const;
    rollout.world.tracks['closed'] = [{ ...release, status: 'completed', fraction: null }];
    rollout.world.tracks['production'] = [{ ...release, status: 'inProgress' }];
    good(rollout);
    rollout.tick();
    rollout.world.tracks['production'] = [release];
    rollout.now += 7 * hour;
    good(rollout);
    expect(rollout.tick().verdict.state).toBe('halt');
    rollout.world.tracks['production'] = [{ ...release, versionCode: 130, status: 'inProgress', fraction: 0.2 }];
    rollout.now += hour;
    good(rollout);
    expect(rollout.tick().verdict).toMatchObject({ state: 'done', reason: 'superseded' });
    expect(rollout.exposure).toBe('superseded production 0.1');
  });

  test('a newer one beside ours, which everybody has, ends it as well', () => {
    const rollout = new PlayRollout(policy);
    rollout.world.tracks['production'] = [
      { versionCode: 120, status: 'completed', fraction: null, lifecycle: 'PUBLISHED' },
    ];
    rollout.tick();
    rollout.world.tracks['production'].push({
      versionCode: 130,
      status: 'inProgress',
      fraction: 0.05,
      lifecycle: 'PUBLISHED',
    });
    rollout.now += hour;
    expect(rollout.tick().verdict).toMatchObject({ state: 'done', reason: 'superseded' });
  });
});

test.each([
  ['IN_REVIEW', 'in-review'],
  ['NOT_SENT_FOR_REVIEW', 'not-sent'],
  ['APPROVED_NOT_PUBLISHED', 'not-published'],
  ['NOT_APPROVED', 'rejected'],
  ['DRAFT', 'draft'],
  ['SOMETHING_NEW', 'publication-unknown'],
])('%s is no publication, and its clock does not run', (lifecycle, reason) => {
  const rollout = new PlayRollout(policy);
  rollout.world.tracks['production'] = [{ versionCode: 120, status: 'inProgress', fraction: 0.05, lifecycle }];
  expect(rollout.tick().verdict.reason).toBe(reason);
  rollout.now += 5 * hour;
  good(rollout);
  expect(rollout.tick().verdict.reason).toBe(lifecycle === 'IN_REVIEW' ? 'review-overdue' : reason);
  expect(rollout.moves).toEqual([]);
  expect(rollout.state.publishedAt).toBeNull();
});
