/** A size in pixels: width, height. */
type Size = readonly [number, number];

const both = (...sizes: readonly Size[]): readonly Size[] =>
  sizes.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);

/** What the app itself can be shown on, and the sizes of a picture for it: https://developer.apple.com/help/app-store-connect/reference/screenshot-specifications. */
const PHONES = {
  APP_IPHONE_67: both([1260, 2736], [1290, 2796], [1320, 2868]),
  APP_IPHONE_61: both([1179, 2556], [1206, 2622]),
  APP_IPHONE_65: both([1242, 2688], [1284, 2778]),
  APP_IPHONE_58: both([1080, 2340], [1125, 2436], [1170, 2532]),
  APP_IPHONE_55: both([1242, 2208]),
  APP_IPHONE_47: both([750, 1334]),
  APP_IPHONE_40: [...both([640, 1136]), [640, 1096], [1136, 600]],
} as const;

const TABLETS = {
  APP_IPAD_PRO_3GEN_129: both([2048, 2732], [2064, 2752]),
  APP_IPAD_PRO_3GEN_11: both([1488, 2266], [1640, 2360], [1668, 2388], [1668, 2420]),
  APP_IPAD_PRO_129: both([2048, 2732]),
  APP_IPAD_105: both([1668, 2224]),
  APP_IPAD_97: [...both([768, 1024], [1536, 2048]), [768, 1004], [1024, 748], [1536, 2008], [2048, 1496]],
} as const;

const OTHERS = {
  APP_IPHONE_35: [...both([640, 960]), [640, 920], [960, 600]],
  APP_DESKTOP: [
    [1280, 800],
    [1440, 900],
    [2560, 1600],
    [2880, 1800],
  ],
  APP_WATCH_ULTRA: [
    [410, 502],
    [422, 514],
  ],
  APP_WATCH_SERIES_10: [[416, 496]],
  APP_WATCH_SERIES_7: [[396, 484]],
  APP_WATCH_SERIES_4: [[368, 448]],
  APP_WATCH_SERIES_3: [[312, 390]],
  APP_APPLE_TV: [
    [1920, 1080],
    [3840, 2160],
  ],
  APP_APPLE_VISION_PRO: [[3840, 2160]],
} as const;

/** Display types of Apple's description 4.4.1. Those of iMessage apps take what their devices take. */
const SIZES: Readonly<Record<string, readonly Size[]>> = {
  ...PHONES,
  ...TABLETS,
  ...OTHERS,
  ...Object.fromEntries(Object.entries({ ...PHONES, ...TABLETS }).map(([type, sizes]) => [`IMESSAGE_${type}`, sizes])),
};

export const DISPLAY_TYPES: readonly string[] = Object.keys(SIZES);

export function fitsDisplay(type: string, width: number, height: number): boolean {
  return (SIZES[type] ?? []).some(([wide, high]) => wide === width && high === height);
}
