import { describe, expect, test } from '@jest/globals';
import { createFaultPlan } from '#emulators/base/fault-plan';
import type { PlayWorld } from '#emulators/google-play/world';
import { ConfigurationError } from '#kit/errors';
import type { GooglePlay } from '#vendors/google-play/client';
import { completeRollout, haltRelease, raiseRollout, resumeRelease } from '#vendors/google-play/rollout';
import { promoteRelease, startRelease } from '#vendors/google-play/start';
import { moves, of42 } from './move-table.ts';
import { packageName, rollout, withPlay } from './stage.ts';

test.each(Object.entries(moves))('%s: once, and again it is there already', async (_, move) => {
  await withPlay({ ...(move.prepare === undefined ? {} : { prepare: move.prepare }) }, async (stage) => {
    const before = stage.see(move.track);
    const moved = await move.act(stage.play());
    expect(moved).toMatchObject({ did: 'moved', lifecycle: 'PUBLISHED', waitsForPerson: false });
    expect(stage.see(move.track)).toEqual(move.after);
    expect(moved.before.releases).toHaveLength(before.length);
    expect(moved.after).toMatchObject({ name: move.track });
    expect(moved.after.releases.map(({ versionCodes, status }) => `${versionCodes.join('+')} ${status}`)).toEqual(
      move.after.map((one) => one.split(' ').slice(0, 2).join(' ')),
    );
    expect(await move.act(stage.play())).toMatchObject({ did: 'unchanged', after: moved.after });
    expect(stage.commits()).toBe(1);
    expect(stage.openEdits()).toBe(0);
  });
});

test.each(Object.entries(moves))(
  '%s: the answer to the commit is lost, and a look shows that it is done',
  async (_, move) => {
    const match = { operation: 'edits.commit' };
    for (const fault of [
      { kind: 'cut-after' },
      { kind: 'status', status: 502, when: 'after' },
      { kind: 'hang', when: 'after' },
    ] as const) {
      const faults = createFaultPlan([{ match, fault }]);
      await withPlay({ faults, ...(move.prepare === undefined ? {} : { prepare: move.prepare }) }, async (stage) => {
        expect(await move.act(stage.play())).toMatchObject({ did: 'moved', lifecycle: 'PUBLISHED' });
        expect(stage.commits()).toBe(1);
        expect(stage.see(move.track)).toEqual(move.after);
      });
    }
  },
);

test.each(Object.entries(moves))('%s: the commit fails before it took effect, and is made', async (_, move) => {
  const faults = createFaultPlan([{ match: { operation: 'edits.commit' }, fault: { kind: 'status', status: 502 } }]);
  await withPlay({ faults, ...(move.prepare === undefined ? {} : { prepare: move.prepare }) }, async (stage) => {
    expect(await move.act(stage.play())).toMatchObject({ did: 'moved' });
    expect(stage.commits()).toBe(1);
    expect(stage.asked().filter((one) => one === 'edits.commit')).toHaveLength(2);
    expect(stage.see(move.track)).toEqual(move.after);
  });
});

type Act = (play: GooglePlay) => Promise<unknown>;

const raise =
  (from: number, to: number): Act =>
  async (play) =>
    raiseRollout(play, of42, { from, to });
const halt: Act = async (play) => haltRelease(play, of42);
const haltInternal: Act = async (play) => haltRelease(play, { track: 'internal', versionCode: 42 });
const resume: Act = async (play) => resumeRelease(play, of42, 0.2);
const complete: Act = async (play) => completeRollout(play, of42);
const promote =
  (more: object = {}): Act =>
  async (play) =>
    promoteRelease(play, { from: 'internal', track: 'production', versionCode: 42, reach: 0.05, ...more });
const nothing = (): void => undefined;
const other = (status: 'inProgress' | 'halted', code = 41) => {
  return (world: PlayWorld): void => {
    world.addRelease(packageName, 'production', { versionCodes: [code], status, userFraction: 0.1 });
  };
};
const all =
  (...changes: ((world: PlayWorld) => void)[]) =>
  (world: PlayWorld): void => {
    for (const change of changes) change(world);
  };
const retained = (world: PlayWorld): void => {
  world.addRelease(packageName, 'production', { versionCodes: [43, 42], status: 'inProgress', userFraction: 0.05 });
};
const onInternal =
  (status: 'draft' | 'halted') =>
  ({ state }: PlayWorld): void => {
    const track = state.apps[packageName]?.content.tracks.find(({ name }) => name === 'internal');
    if (track !== undefined) track.releases = track.releases.map((release) => ({ ...release, status }));
  };

describe('what the state does not allow is not tried, and told with what was seen', () => {
  test.each<[name: string, prepare: (world: PlayWorld) => void, act: Act, why: string, seen: string]>([
    ['raise what was halted', rollout('halted', 0.05), raise(0.05, 0.1), 'was halted', '42 halted at 5 %'],
    ['raise what is complete', rollout('completed'), raise(0.05, 0.1), 'to everybody already', '42 completed'],
    ['raise a draft', rollout('draft'), raise(0.05, 0.1), 'is a draft', '42 draft'],
    ['raise nothing', nothing, raise(0.05, 0.1), 'no release on this track', 'production has 40 completed'],
    [
      'raise what somebody raised',
      rollout('inProgress', 0.2),
      raise(0.05, 0.1),
      'somebody else moved it: 5 % was seen before, and it is at 20 %',
      '42 inProgress at 20 %',
    ],
    [
      'raise what another retains',
      retained,
      raise(0.05, 0.1),
      '42 is only retained here, by the release 43',
      '43+42 inProgress at 5 %',
    ],
    ['halt a draft', rollout('draft'), halt, 'is a draft', '42 draft'],
    ['halt an internal one', nothing, haltInternal, 'nothing on an internal track', 'internal has 42 completed'],
    ['halt nothing', nothing, halt, 'no release', '40 completed'],
    ['halt what another retains', retained, halt, 'only retained', '43+42'],
    ['resume what is complete', rollout('completed'), resume, 'to everybody already', '42 completed'],
    ['resume what goes on', rollout('inProgress', 0.1), resume, 'goes on already, at 10 %', '42 inProgress at 10 %'],
    [
      'resume under another',
      all(rollout('halted', 0.2), other('inProgress', 43)),
      resume,
      'the rollout of 43 is under way',
      '43 inProgress',
    ],
    ['complete what was halted', rollout('halted', 0.5), complete, 'only a resume', '42 halted at 50 %'],
    ['complete a draft', rollout('draft'), complete, 'is a draft', '42 draft'],
    [
      'promote over a rollout',
      other('inProgress'),
      promote(),
      'the rollout of 41 would end with it',
      '41 inProgress at 10 %',
    ],
    ['promote over a halted one', other('halted'), promote(), 'the rollout of 41 would end with it', '41 halted'],
    [
      'promote over another than was said',
      other('inProgress'),
      promote({ replacing: 40 }),
      'the rollout of 41',
      '41 inProgress',
    ],
    [
      'promote what was raised',
      rollout('inProgress', 0.2),
      promote(),
      'was started on this track before',
      '42 inProgress at 20 %',
    ],
    [
      'promote what was halted there',
      rollout('halted', 0.2),
      promote(),
      'was started on this track before',
      '42 halted',
    ],
    ['promote nothing', nothing, promote({ versionCode: 77 }), 'internal has no release 77', '40 completed'],
    [
      'promote a draft',
      onInternal('draft'),
      promote(),
      'a draft, which nobody has tested, on internal',
      '40 completed',
    ],
    ['promote a halted source', onInternal('halted'), promote(), 'was halted on internal', '40 completed'],
    ['retain a newer code', nothing, promote({ retain: [50_040] }), 'not below 42', '40 completed'],
  ])('%s', async (_, prepare, act, why, seen) => {
    await withPlay({ prepare }, async (stage) => {
      const before = stage.emulator.snapshot().apps[packageName]?.content;
      const failure = await act(stage.play()).catch((thrown: unknown) => thrown);
      expect(failure).toBeInstanceOf(ConfigurationError);
      expect(failure).toMatchObject({ notes: [{ id: 'google-play-move-refused' }] });
      expect((failure as Error).message).toContain(why);
      expect((failure as Error).message).toContain(`Seen: `);
      expect((failure as Error).message).toContain(seen);
      expect(stage.commits()).toBe(0);
      expect(stage.openEdits()).toBe(0);
      expect(stage.asked()).not.toContain('edits.tracks.update');
      expect(stage.emulator.snapshot().apps[packageName]?.content).toEqual(before);
    });
  });
});

test.each<[string, Act, string]>([
  ['lower', raise(0.2, 0.1), 'the rollout is at 20 %, and is not lowered but halted'],
  ['stay', raise(0.2, 0.2), 'is not lowered'],
  ['raise to everybody', raise(0.2, 1), '100 % is no fraction'],
  ['raise to no number', raise(0.2, Number.NaN), 'is no fraction'],
  ['resume for nobody', async (play) => resumeRelease(play, of42, 0), '0 % is no fraction'],
  ['start with more than all', promote({ reach: 5 }), '500 % is no fraction'],
])('%s: refused before any request', async (_, act, why) => {
  await withPlay({ prepare: rollout('inProgress', 0.2) }, async (stage) => {
    await expect(act(stage.play())).rejects.toMatchObject({
      notes: [{ id: 'google-play-fraction-invalid', text: expect.stringContaining(why) }],
    });
    expect(stage.asked()).toEqual([]);
  });
});

describe('only the named version is touched', () => {
  const busy = all(rollout('inProgress', 0.05), (world) => {
    const notes = [{ language: 'de-DE', text: 'Neu.' }];
    world.addRelease(packageName, 'production', { versionCodes: [44], status: 'draft', releaseNotes: notes });
  });

  test.each<[string, Act, readonly string[]]>([
    ['raise', raise(0.05, 0.1), ['42 inProgress 0.1', '40 completed', '44 draft']],
    ['halt', halt, ['42 halted 0.05', '40 completed', '44 draft']],
    ['complete', complete, ['42 completed', '44 draft']],
  ])('%s keeps drafts and what users have', async (_, act, after) => {
    await withPlay({ prepare: busy }, async (stage) => {
      await act(stage.play());
      expect(stage.see('production')).toEqual(after);
      expect(stage.releases('production').at(-1)).toMatchObject({
        releaseNotes: [{ language: 'de-DE', text: 'Neu.' }],
      });
      expect(stage.releases('production')[0]).toMatchObject({
        name: '4.2',
        inAppUpdatePriority: 3,
        releaseNotes: [{ language: 'en-US', text: 'Faster maps.' }],
      });
      expect(stage.see('wear:production')).toEqual(['50040 completed']);
    });
  });

  test('a rollout that is named gives way, and a draft beside a rollout leaves it alone', async () => {
    await withPlay({ prepare: other('inProgress') }, async (stage) => {
      await startRelease(stage.play(), { track: 'production', versionCodes: [42], reach: 'draft', replacing: 41 });
      expect(stage.see('production')).toEqual(['42 draft', '40 completed', '41 inProgress 0.1']);
      await promote({ replacing: 41, reach: 0.2 })(stage.play());
      expect(stage.see('production')).toEqual(['42 inProgress 0.2', '40 completed']);
    });
  });

  test('where users of some countries get it a raise keeps to them, and a halt goes through', async () => {
    const targeting = { countries: ['DE'], includeRestOfWorld: false };
    const prepare = (world: PlayWorld): void => {
      world.addRelease(packageName, 'production', {
        versionCodes: [42],
        status: 'inProgress',
        userFraction: 0.1,
        countryTargeting: targeting,
      });
    };
    await withPlay({ prepare }, async (stage) => {
      const raised = await raise(0.1, 0.2)(stage.play());
      expect(raised).toMatchObject({ after: { releases: [{ countries: { codes: ['DE'], restOfWorld: false } }, {}] } });
      expect(stage.releases('production')[0]).toMatchObject({ countryTargeting: targeting });
      await halt(stage.play());
      expect(stage.see('production')[0]).toBe('42 halted 0.2');
    });
  });
});

test('what was promoted has the name, the notes and the priority of its source', async () => {
  await withPlay({}, async (stage) => {
    await promote({ retain: [39] })(stage.play());
    expect(stage.releases('production')[0]).toMatchObject({
      name: '4.2',
      versionCodes: [42, 39],
      inAppUpdatePriority: 3,
      releaseNotes: [{ language: 'en-US', text: 'Faster maps.' }],
    });
    expect(stage.see('internal')).toEqual(['42 completed']);
  });
});

test('what was halted after everybody could get it is resumed with a fraction', async () => {
  await withPlay({ prepare: rollout('completed') }, async (stage) => {
    await halt(stage.play());
    await resume(stage.play());
    expect(stage.see('production')).toEqual(['42 inProgress 0.2', '40 completed']);
  });
});
