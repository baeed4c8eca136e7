import { expect, test } from '@jest/globals';
import { DISPLAY_TYPES, fitsDisplay } from '#emulators/app-store-connect/display-types';
import { findDisplayType, tellNearestSize } from '#vendors/app-store-connect/display-types';

const sizes = [
  312, 368, 390, 396, 410, 416, 422, 448, 484, 496, 502, 514, 600, 640, 748, 750, 768, 920, 960, 1004, 1024, 1080, 1096,
  1125, 1136, 1170, 1179, 1206, 1242, 1260, 1284, 1290, 1320, 1334, 1488, 1496, 1536, 1640, 1668, 2008, 2048, 2064,
  2208, 2224, 2266, 2340, 2360, 2388, 2420, 2436, 2532, 2556, 2622, 2688, 2732, 2736, 2752, 2778, 2796, 2868,
];
const elsewhere = ['APP_DESKTOP', 'APP_APPLE_TV', 'APP_APPLE_VISION_PRO'];

test.each([
  ['the app', false],
  ['an app for Messages', true],
])('%s: each size goes where the emulator has it, and no other goes anywhere', (_what, isMessages) => {
  const differences: string[] = [];
  for (const width of sizes) {
    for (const height of sizes) {
      const fitting = DISPLAY_TYPES.filter(
        (type) =>
          type.startsWith('IMESSAGE') === isMessages && !elsewhere.includes(type) && fitsDisplay(type, width, height),
      );
      const found = findDisplayType({ width, height, path: 'en-US/1.png', isMessages });
      if (found === undefined ? fitting.length > 0 : !fitting.includes(found))
        differences.push(`${width} x ${height}: ${found ?? 'none'} and not ${fitting.join()}`);
    }
  }
  expect(differences).toEqual([]);
});

test.each([
  ['en-US/1.png', 'APP_IPAD_PRO_3GEN_129'],
  ['en-US/APP_IPAD_PRO_129-1.png', 'APP_IPAD_PRO_129'],
  ['en-US/iPad Pro (12.9-inch) (2nd generation)-1.png', 'APP_IPAD_PRO_129'],
])('of two tablets of one size, %s is of %s', (path, type) => {
  for (const [width, height] of [
    [2048, 2732],
    [2732, 2048],
  ] as const)
    expect(findDisplayType({ width, height, path, isMessages: false })).toBe(type);
});

test('a size that is none is told the nearest', () => {
  expect(tellNearestSize(1289, 2796)).toBe('1290 x 2796 for APP_IPHONE_67');
});
