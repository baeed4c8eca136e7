import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addEvents, emptyLedger, setClaim, type Event, type Ledger } from '#rollout/entries';
import { archivePath, ledgerPath, parseLedger, writeLedger } from '#rollout/ledger-file';
import { readLedgers, type LedgerBranch } from '#rollout/ledgers';
import { openRelease } from '#rollout/opening';
import { isNews, readState } from '#rollout/state';
import { toParameters } from '#rollout/gates';
import { policyOf, start } from './situations.ts';

const policy = policyOf(
  'release: tracker\nplatforms: { android: { package: com.example.app }, ios: { bundle-id: com.example.app } }',
);
const android = policy.platforms[0];
if (android === undefined) throw new Error('there is no platform');
const release = { name: 'tracker', version: '2.15.3', build: '20261130.1' };
const platform = 'android';
const parameters = toParameters(policy, android);
const curve = { steps: [{ age: 0, share: 0.5 }], learnedFrom: 20 };
const place = { track: 'production', share: 0.05 };

/** One of every kind that an entry can be. */
const everyKind: readonly Event[] = [
  { kind: 'opened', release, policy: 'hash', by: '@octocat' },
  {
    kind: 'joined',
    platform,
    artifact: { store: 'google-play', versionCode: 1 },
    baseline: { releaseName: 'a@1', versionCodes: [1] },
    by: '@octocat',
  },
  {
    kind: 'joined',
    platform: 'ios',
    artifact: { store: 'app-store', build: '20261130.1' },
    baseline: null,
    by: 'controller',
  },
  { kind: 'began', platform, parameters, curves: { crash: curve } },
  { kind: 'reached', platform, place, how: 'drift', by: 'store' },
  { kind: 'published', platform },
  { kind: 'decided', platform, state: 'hold', reason: 'soaking', sentence: 'it soaks' },
  { kind: 'decided', platform, state: 'hold', reason: 'needs-human', sentence: 'it waits', choice: 'halt or abandon' },
  {
    kind: 'halted',
    platform,
    reason: 'above-threshold',
    gate: 'crash',
    by: 'gate crash',
    sentence: 'it is bad',
    isCritical: true,
  },
  { kind: 'stopped', platform },
  { kind: 'resumed', platform, by: '@octocat' },
  { kind: 'paused', platform, reason: 'stale' },
  { kind: 'unpaused', platform },
  { kind: 'held', platform, until: '2026-12-01T00:00:00Z', why: '', by: '@octocat' },
  { kind: 'released', platform, by: '@octocat' },
  { kind: 'expedited', platform, by: '@octocat' },
  { kind: 'parameters', platform, parameters },
  { kind: 'curve', platform, gate: 'crash', curve },
  {
    kind: 'snapshot',
    platform,
    counts: { crash: [[495_000, 10, 0.5]] },
    looked: true,
    reviews: { lookedAt: 1, reviews: [{ id: 'a', versionCode: 1, stars: 1, at: 2 }] },
  },
  { kind: 'superseded', platform, by: 'version code 2' },
  { kind: 'completed', platform },
  { kind: 'abandoned', platform, by: '@octocat', why: 'late' },
];

const claim = {
  run: '1',
  at: '2026-11-30T08:17:00.000Z',
  move: 'raise',
  place,
  by: 'controller',
  reason: null,
} as const;
const whole: Ledger = setClaim(addEvents(emptyLedger, everyKind, { now: start, run: '7.1' }), platform, claim);

test('a ledger is read as it was written, entry by entry, and one line for each', () => {
  fc.assert(
    fc.property(fc.subarray([...everyKind], { minLength: 1 }), fc.boolean(), (events, isClaimed) => {
      const ledger = addEvents(emptyLedger, events, { now: start, run: '7.1' });
      const written = isClaimed ? setClaim(ledger, platform, claim) : ledger;
      const text = writeLedger(written);
      expect(parseLedger(text)).toEqual(written);
      expect(text.split('\n').filter((line) => line.startsWith('    {'))).toHaveLength(events.length);
    }),
  );
  expect(readState(parseLedger(writeLedger(whole))).platforms.map(({ life }) => life)).toEqual(['abandoned', 'open']);
});

test.each(everyKind.map((event, index) => [event.kind, index] as const))(
  'a damaged entry of the kind %s is no ledger',
  (_, index) => {
    const entry = whole.entries[index];
    if (entry === undefined) throw new Error('there is no such entry');
    for (const name of Object.keys(entry)) {
      // A snapshot need not have reviews.
      if (name === 'reviews') continue;
      const text = writeLedger({ ...whole, entries: [{ ...entry, [name]: { odd: true } }] });
      expect(() => parseLedger(text)).toThrow(SyntaxError);
    }
    expect(() => parseLedger(writeLedger({ ...whole, entries: [{ ...entry, more: 1 } as never] }))).toThrow(
      'a member "more" that it cannot have',
    );
  },
);

test('what another run has written down is no news', () => {
  const later = (...events: readonly Event[]): ReturnType<typeof readState> =>
    readState(addEvents(emptyLedger, [...everyKind.slice(0, 5), ...events], { now: start, run: '1' }));
  const reached: Event = { kind: 'reached', platform, place, how: 'move', by: 'controller' };
  const published: Event = { kind: 'published', platform };
  expect(isNews(later(), reached)).toBe(false);
  expect(isNews(later(), { ...reached, place: { ...place, share: 0.1 } })).toBe(true);
  expect([isNews(later(), published), isNews(later(published), published)]).toEqual([true, false]);
  const halted = everyKind.find(({ kind }) => kind === 'halted');
  if (halted === undefined) throw new Error('there is no halt');
  const stopped: Event = { kind: 'stopped', platform };
  expect([isNews(later(halted), stopped), isNews(later(halted, stopped), stopped)]).toEqual([true, false]);
  const paused: Event = { kind: 'paused', platform, reason: 'stale' };
  const unpaused: Event = { kind: 'unpaused', platform };
  expect([isNews(later(), paused), isNews(later(paused), paused)]).toEqual([true, false]);
  expect([isNews(later(), unpaused), isNews(later(paused), unpaused)]).toEqual([false, true]);
});

test('a ledger that cannot be read takes nothing from the others', () => {
  const files = new Map([
    ['releases/tracker/1.json', 'broken'],
    [ledgerPath(release), writeLedger(whole)],
    ['releases/tracker/README.md', 'hello'],
  ]);
  const { rollouts, unreadable } = readLedgers({ head: 'a', files });
  expect([rollouts.map(({ path }) => path), unreadable]).toEqual([
    [ledgerPath(release)],
    [{ path: 'releases/tracker/1.json', reason: 'it is no JSON' }],
  ]);
});

/** A branch in memory, which somebody else may write to in between. */
function createBranch(
  between: (files: Map<string, string>, read: number) => void = () => undefined,
): LedgerBranch & { files: Map<string, string> } {
  const files = new Map<string, string>();
  let [head, reads] = [0, 0];
  return {
    name: 'slipway-ledger',
    files,
    read: async () => {
      const seen = { head: `${head}`, files: new Map(files) };
      const before = JSON.stringify([...files]);
      between(files, (reads += 1));
      if (JSON.stringify([...files]) !== before) head += 1;
      return Promise.resolve(seen);
    },
    write: async ({ expectedHead, additions, deletions }) => {
      if (expectedHead !== `${head}`) return Promise.resolve({ is: 'moved' });
      for (const [path, text] of additions) files.set(path, text);
      for (const path of deletions) files.delete(path);
      head += 1;
      return Promise.resolve({ is: 'written', head: `${head}` });
    },
  };
}

describe('an opening', () => {
  const opening = { policy, release, by: '@octocat', now: start, run: '1' } as const;
  const phone = { platform: 'android', artifact: { store: 'google-play', versionCode: 120 } } as const;
  const ios = { platform: 'ios', artifact: { store: 'app-store', build: '20261130.1' } } as const;

  test('is made once, and platforms join it', async () => {
    const branch = createBranch();
    expect((await openRelease(branch, { ...opening, artifacts: [phone] })).isNew).toBe(true);
    expect((await openRelease(branch, { ...opening, artifacts: [phone] })).isNew).toBe(false);
    expect((await openRelease(branch, { ...opening, artifacts: [ios] })).isNew).toBe(true);
    const state = readState(parseLedger(branch.files.get(ledgerPath(release)) ?? ''));
    expect(state.platforms.map((one) => one.platform)).toEqual(['android', 'ios']);
  });

  test('of two at once keeps both', async () => {
    const first = createBranch();
    await openRelease(first, { ...opening, artifacts: [ios] });
    const other = first.files.get(ledgerPath(release)) ?? '';
    const branch = createBranch((files, read) => {
      if (read === 1) files.set(ledgerPath(release), other);
    });
    await openRelease(branch, { ...opening, artifacts: [phone] });
    const state = readState(parseLedger(branch.files.get(ledgerPath(release)) ?? ''));
    expect(state.platforms.map((one) => one.platform)).toEqual(['ios', 'android']);
  });

  test('with another artifact is refused, and so is a platform that the policy does not have', async () => {
    const branch = createBranch();
    await openRelease(branch, { ...opening, artifacts: [phone] });
    const other = { platform: 'android', artifact: { store: 'google-play', versionCode: 121 } } as const;
    await expect(openRelease(branch, { ...opening, artifacts: [other] })).rejects.toThrow(
      'with version code 120, and not with version code 121',
    );
    const tv = { platform: 'tv', artifact: { store: 'google-play', versionCode: 1 } } as const;
    await expect(openRelease(branch, { ...opening, artifacts: [tv] })).rejects.toThrow('no platform "tv"');
  });

  test('gives up where somebody else always writes first', async () => {
    const branch = createBranch((files, read) => files.set('releases/tracker/other.md', `${read}`));
    await expect(openRelease(branch, { ...opening, artifacts: [phone] })).rejects.toThrow(
      'was changed by somebody else 6 times in a row',
    );
  });

  test('is compared with the release that most users have, and puts away what is over', async () => {
    const branch = createBranch();
    const past = (version: string, events: readonly Event[]): void => {
      const old = { name: 'tracker', version, build: '20261101.1' };
      const ledger = addEvents(
        emptyLedger,
        [
          { kind: 'opened', release: old, policy: 'hash', by: '@octocat' },
          {
            kind: 'joined',
            platform,
            artifact: { store: 'google-play', versionCode: Number(version.replaceAll('.', '')) },
            baseline: null,
            by: '@octocat',
          },
          ...events,
        ],
        { now: start, run: '1' },
      );
      branch.files.set(ledgerPath(old), writeLedger(ledger));
    };
    const users = (share: number): readonly Event[] => [
      { kind: 'reached', platform, place: { track: 'production', share }, how: 'seen', by: 'store' },
      { kind: 'published', platform },
    ];
    past('2.15.0', [...users(1), { kind: 'completed', platform }]);
    past('2.15.1', [...users(1), { kind: 'completed', platform }]);
    past('2.15.2', users(0.2));
    const { ledger } = await openRelease(branch, { ...opening, artifacts: [phone] });
    expect(readState(ledger).platforms[0]?.baseline).toEqual({
      releaseName: 'tracker@2.15.1+20261101.1',
      versionCodes: [2151],
    });
    expect([...branch.files.keys()].toSorted()).toEqual([
      archivePath({ name: 'tracker', version: '2.15.0', build: '20261101.1' }),
      ...['2.15.1+20261101.1', '2.15.2+20261101.1', '2.15.3+20261130.1'].map((one) => `releases/tracker/${one}.json`),
    ]);
  });
});
