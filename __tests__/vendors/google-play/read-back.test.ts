import { expect, test } from '@jest/globals';
import { createFaultPlan } from '#emulators/base/fault-plan';
import type { Release } from '#emulators/google-play/state';
import type { GooglePlay } from '#vendors/google-play/client';
import type { Moved } from '#vendors/google-play/moves';
import { raiseRollout } from '#vendors/google-play/rollout';
import { of42 } from './move-table.ts';
import { refusal, speakWith } from './scripted.ts';
import type { Reply, Scripted } from './scripted.ts';
import { interfering, packageName, rollout, withPlay } from './stage.ts';
import type { PlayStage } from './stage.ts';

// An answer is never taken for the deed: what the world shows afterwards is.

const prepare = rollout('inProgress', 0.05);
const raise = async (play: GooglePlay): Promise<Moved> => raiseRollout(play, of42, { from: 0.05, to: 0.1 });

/** A person changes the release that is under way. */
const change = (stage: PlayStage, to: Partial<Release>) => (): void => {
  stage.emulator.console.change(packageName, ({ tracks }) => {
    for (const track of tracks)
      track.releases = track.releases.map((one) => (one.status === 'inProgress' ? { ...one, ...to } : one));
  });
};

/** Google with one track, of which each look shows the next fraction, and then the last one. */
function showing(
  fractions: readonly number[],
  commit: (nth: number) => Reply = () => ({}),
): Scripted & { commits: () => number } {
  let [looks, commits] = [0, 0];
  const scripted = speakWith((_, { url, method }) => {
    if (url.includes(':commit')) {
      commits += 1;
      return commit(commits);
    }
    if (method === 'POST') return { body: { id: '7' } };
    if (!url.endsWith('/tracks')) return {};
    const userFraction = fractions[Math.min(looks, fractions.length - 1)];
    looks += 1;
    const release = { versionCodes: ['42'], status: 'inProgress', userFraction };
    return { body: { tracks: [{ track: 'production', releases: [release] }] } };
  });
  return { ...scripted, commits: () => commits };
}

test('what is shown late is waited for', async () => {
  const { play, clock, commits } = showing([0.05, 0.05, 0.05, 0.1]);
  const startedAt = clock.now();
  await expect(raise(play)).resolves.toMatchObject({
    did: 'moved',
    before: { releases: [{ fraction: 0.05 }] },
    after: { releases: [{ fraction: 0.1 }] },
  });
  expect({ waited: clock.now() - startedAt, commits: commits() }).toEqual({ waited: 30_000, commits: 1 });
});

test('what never shows is no success', async () => {
  await withPlay({ prepare }, async (stage) => {
    const play = interfering(stage, 'commit the edit', change(stage, { userFraction: 0.05 }));
    await expect(raise(play)).rejects.toMatchObject({
      notes: [{ id: 'google-play-not-shown', text: expect.stringContaining('42 inProgress at 5 %') }],
      details: { ambiguous: true },
    });
    expect(stage.commits()).toBe(1);
    expect(stage.openEdits()).toBe(0);
  });
});

test('the track is another one by then: that is told, and not waited for', async () => {
  await withPlay({ prepare }, async (stage) => {
    const play = interfering(stage, 'commit the edit', change(stage, { status: 'halted' }));
    const startedAt = stage.clock.now();
    await expect(raise(play)).rejects.toMatchObject({
      notes: [{ id: 'google-play-overtaken', text: expect.stringContaining('42 halted at 10 %') }],
    });
    expect(stage.clock.now()).toBe(startedAt);
  });
});

test('where the look after it fails, the move is told as made and not proven', async () => {
  const faults = createFaultPlan([
    { match: { operation: 'edits.tracks.list', occurrence: 2 }, fault: { kind: 'status', status: 403 } },
  ]);
  await withPlay({ prepare, faults }, async (stage) => {
    await expect(raise(stage.play())).rejects.toMatchObject({
      notes: [{ id: 'google-play-not-proven', text: expect.stringContaining('The caller does not have permission') }],
      details: { ambiguous: true },
    });
    expect(await raise(stage.play())).toMatchObject({ did: 'unchanged' });
    expect(stage.commits()).toBe(1);
  });
});

test('where the lifecycle cannot be read the move is made, and says that it does not know', async () => {
  const faults = createFaultPlan([
    { match: { operation: 'tracks.releases.list' }, fault: { kind: 'status', status: 403 } },
  ]);
  await withPlay({ prepare, faults }, async (stage) => {
    expect(await raise(stage.play())).toMatchObject({ did: 'moved', lifecycle: null });
  });
});

test('a commit takes effect after its caller gave up, while the next edit is written: it is found done', async () => {
  const faults = createFaultPlan([{ match: { operation: 'edits.commit' }, fault: { kind: 'status', status: 502 } }]);
  await withPlay({ prepare, faults }, async (stage) => {
    const land = change(stage, { userFraction: 0.1 });
    const second = (): void => {
      if (stage.asked().filter((one) => one === 'edits.tracks.update').length === 2) land();
    };
    const moved = await raise(interfering(stage, 'change the track', second, 2));
    expect(moved).toMatchObject({ did: 'moved', before: { releases: [{}, { fraction: 0.05 }] } });
    expect(stage.commits()).toBe(0);
  });
});

test('a commit that is refused after one with an open end may come of it, and is looked after', async () => {
  // The first one takes effect late: it is in review when the second one comes.
  const { play, commits } = showing([0.05, 0.05, 0.1], (nth) =>
    nth === 1
      ? { status: 502, body: '<html></html>' }
      : refusal(400, 'FAILED_PRECONDITION', 'You already have changes in review.'),
  );
  await expect(raise(play)).resolves.toMatchObject({
    did: 'moved',
    before: { releases: [{ fraction: 0.05 }] },
    after: { releases: [{ fraction: 0.1 }] },
  });
  expect(commits()).toBe(2);
});
