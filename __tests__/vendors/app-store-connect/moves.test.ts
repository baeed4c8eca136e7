import { expect, test } from '@jest/globals';
import { createFaultPlan } from '#emulators/base/fault-plan';
import { moves } from './move-table.ts';
import { withClient } from './stage.ts';

test.each(Object.entries(moves))('%s: once, and again it is there already', async (_, move) => {
  await withClient({ ...(move.prepare === undefined ? {} : { prepare: move.prepare }) }, async (stage) => {
    const { scene } = stage;
    expect(await move.act(stage.connect(), scene)).toMatchObject({ did: 'moved' });
    expect(stage.sent()).toEqual(move.writes);
    expect(stage.applied()).toEqual(move.writes);
    expect(move.isDone(stage.state(), scene)).toBe(true);
    expect(await move.act(stage.connect(), scene)).toMatchObject({ did: 'unchanged' });
    expect(stage.sent()).toEqual(move.writes);
    expect(move.isDone(stage.state(), scene)).toBe(true);
  });
});

test.each(Object.entries(moves))(
  '%s: the answer to its last write is lost, and a look shows that it is done',
  async (_, move) => {
    const operation = move.writes.at(-1) ?? '';
    // Of a write that happens several times, the last.
    const occurrence = move.writes.filter((write) => write === operation).length;
    const faults = createFaultPlan([{ match: { operation, occurrence }, fault: { kind: 'cut-after' } }]);
    await withClient({ faults, ...(move.prepare === undefined ? {} : { prepare: move.prepare }) }, async (stage) => {
      expect(await move.act(stage.connect(), stage.scene)).toMatchObject({ did: 'moved' });
      expect(faults.unused()).toEqual([]);
      expect(stage.applied()).toEqual(move.writes);
      expect(move.isDone(stage.state(), stage.scene)).toBe(true);
    });
  },
);
