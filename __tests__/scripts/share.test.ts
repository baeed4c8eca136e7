import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readShare, takeShare, takeShareOption, writeShare } from '../../scripts/share.ts';
import { root } from '../support/scenario.ts';

describe('a share of what is too long to be run whole', () => {
  test('all shares together are everything, once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 60 }), (of, more) => {
        const all = Array.from({ length: of + more }, (_, index) => index);
        const shares = Array.from({ length: of }, (_, at) => takeShare(all, { of, at }));
        expect(shares.flat().toSorted((one, other) => one - other)).toEqual(all);
      }),
    );
  });

  test('is never empty, and never more than one of what is less than the shares', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(), fc.integer({ min: 1, max: 30 }), (of, at, length) => {
        const all = Array.from({ length }, (_, index) => index);
        const { length: taken } = takeShare(all, { of, at: at % of });
        expect(taken).toBeGreaterThan(0);
        if (length <= of) expect(taken).toBe(1);
      }),
    );
  });

  test('comes to the tests as it was written, and is all without one', () => {
    for (const share of [
      { of: 10, at: 0 },
      { of: 10, at: 7 },
    ])
      expect(readShare(writeShare(share))).toEqual(share);
    expect(takeShare([1, 2, 3], readShare(undefined))).toEqual([1, 2, 3]);
  });

  test('is that of the commit, and the same when it is run again', () => {
    const read = takeShareOption(['--long', '--share', '7', 'x'], root);
    if (typeof read === 'string') throw new Error(read);
    expect(read.rest).toEqual(['--long', 'x']);
    expect(read.share.of).toBe(7);
    expect(read.share.at).toBeGreaterThanOrEqual(0);
    expect(read.share.at).toBeLessThan(7);
    expect(takeShareOption(['--share', '7'], root)).toEqual({ share: read.share, rest: [] });
    expect(takeShareOption(['x'], root)).toEqual({ share: { of: 1, at: 0 }, rest: ['x'] });
  });

  test.each([[[]], [['0']], [['-1']], [['1.5']], [['some']]])('%j is none', (value) => {
    expect(takeShareOption(['--share', ...value], root)).toBe(
      `"--share" takes a whole number from 1 on; it got "${value[0] ?? ''}"`,
    );
  });
});
