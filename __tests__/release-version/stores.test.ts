import { describe, expect, test } from '@jest/globals';
import { findLeaks } from '../support/leaks.ts';
import { modes } from '../support/scenario.ts';
import { reservedIn, reserveIn, run } from './stage.ts';

const TODAY = '2026-11-24T07:00:00Z';

describe.each(modes)('%s: the stores are asked', (mode) => {
  test.each<[what: string, stores: object, build: string]>([
    [
      'nothing of today is there',
      { codes: [261123990], builds: [['20261123.9', '2026-11-23T07:00:00Z']] },
      '20261124.1',
    ],
    [
      'somebody sent a build to Apple',
      {
        builds: [
          ['20261124.4', TODAY],
          ['7', TODAY],
        ],
      },
      '20261124.5',
    ],
    [
      'somebody sent a bundle to Google, which is on no track any more',
      { codes: [261124061, 261124010] },
      '20261124.7',
    ],
    ['the reservations are ahead', { codes: [261124010], builds: [['20261124.1', TODAY]] }, '20261124.3'],
  ])('%s', async (_what, stores, build) => {
    const setting = build.endsWith('.3')
      ? { stores, prepare: (world: World) => reserveIn(world, '20261124.2') }
      : { stores };
    await run(mode, setting, ({ seen, refs, keys }) => {
      expect({ exit: seen.exitCode, log: seen.log, build: seen.outputs['build'] }).toMatchObject({ exit: 0, build });
      expect(reservedIn(refs)).toContain(build);
      expect(keys.flatMap((key) => [...findLeaks(key, seen)])).toEqual([]);
      expect(seen.left).toEqual([]);
    });
  });

  test('an app with larger codes is told its offset, which helps', async () => {
    const stores = { codes: [300_000_000] };
    let offset = '';
    await run(mode, { stores }, ({ seen, refs }) => {
      offset = /version-code-offset: (\d+)/.exec(seen.log)?.[1] ?? '';
      expect(seen.outputs['result']).toBe('misconfigured');
      expect(reservedIn(refs)).toEqual([]);
    });
    await run(mode, { stores, inputs: { 'version-code-offset': offset } }, ({ seen }) => {
      expect(seen.outputs).toMatchObject({ result: 'success', 'version-code': '300000001' });
    });
  });
});

type World = Parameters<typeof reserveIn>[0];
