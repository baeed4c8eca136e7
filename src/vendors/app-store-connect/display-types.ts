interface Row {
  /** Apple's name, which is older than some of the sizes: 67 has the 6.9-inch phones. */
  readonly type: string;
  /** Width and height in pixels, upright. */
  readonly sizes: readonly (readonly [number, number])[];
  /** Whether a picture may lie on its side, and whether apps for Messages have such a set. */
  readonly isHandheld: boolean;
  /** Pictures for it that are smaller than the display, as they are. */
  readonly more?: readonly (readonly [number, number])[];
}

/** What an app for iOS, with its watch app, can be shown on: https://developer.apple.com/help/app-store-connect/reference/screenshot-specifications */
const rows: readonly Row[] = [
  {
    type: 'APP_IPHONE_67',
    isHandheld: true,
    sizes: [
      [1260, 2736],
      [1290, 2796],
      [1320, 2868],
    ],
  },
  {
    type: 'APP_IPHONE_65',
    isHandheld: true,
    sizes: [
      [1242, 2688],
      [1284, 2778],
    ],
  },
  {
    type: 'APP_IPHONE_61',
    isHandheld: true,
    sizes: [
      [1179, 2556],
      [1206, 2622],
    ],
  },
  {
    type: 'APP_IPHONE_58',
    isHandheld: true,
    sizes: [
      [1080, 2340],
      [1125, 2436],
      [1170, 2532],
    ],
  },
  { type: 'APP_IPHONE_55', isHandheld: true, sizes: [[1242, 2208]] },
  { type: 'APP_IPHONE_47', isHandheld: true, sizes: [[750, 1334]] },
  {
    type: 'APP_IPHONE_40',
    isHandheld: true,
    sizes: [[640, 1136]],
    more: [
      [640, 1096],
      [1136, 600],
    ],
  },
  {
    type: 'APP_IPHONE_35',
    isHandheld: true,
    sizes: [[640, 960]],
    more: [
      [640, 920],
      [960, 600],
    ],
  },
  {
    type: 'APP_IPAD_PRO_3GEN_129',
    isHandheld: true,
    sizes: [
      [2048, 2732],
      [2064, 2752],
    ],
  },
  {
    type: 'APP_IPAD_PRO_3GEN_11',
    isHandheld: true,
    sizes: [
      [1488, 2266],
      [1640, 2360],
      [1668, 2388],
      [1668, 2420],
    ],
  },
  { type: 'APP_IPAD_105', isHandheld: true, sizes: [[1668, 2224]] },
  {
    type: 'APP_IPAD_97',
    isHandheld: true,
    sizes: [
      [768, 1024],
      [1536, 2048],
    ],
    more: [
      [768, 1004],
      [1024, 748],
      [1536, 2008],
      [2048, 1496],
    ],
  },
  {
    type: 'APP_WATCH_ULTRA',
    isHandheld: false,
    sizes: [
      [410, 502],
      [422, 514],
    ],
  },
  { type: 'APP_WATCH_SERIES_10', isHandheld: false, sizes: [[416, 496]] },
  { type: 'APP_WATCH_SERIES_7', isHandheld: false, sizes: [[396, 484]] },
  { type: 'APP_WATCH_SERIES_4', isHandheld: false, sizes: [[368, 448]] },
  { type: 'APP_WATCH_SERIES_3', isHandheld: false, sizes: [[312, 390]] },
];

interface Known {
  readonly type: string;
  readonly width: number;
  readonly height: number;
}

const known: readonly Known[] = rows.flatMap(({ type, sizes, more = [], isHandheld }) =>
  [...sizes, ...(isHandheld ? sizes.map(([width, height]) => [height, width] as const) : []), ...more].map(
    ([width, height]) => ({ type, width, height }),
  ),
);

/** Apps for Messages have sets of their own, for phones from 4 inches on and for tablets. */
const withoutMessages: ReadonlySet<string> = new Set([
  'APP_IPHONE_35',
  ...rows.filter(({ isHandheld }) => !isHandheld).map(({ type }) => type),
]);

export interface Display {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Path of the picture: two tablets share a size, and names say which one is meant, as they do to Fastlane. */
  readonly path: string;
  /** Whether it is of an app for Messages. */
  readonly isMessages: boolean;
}

/** The set that a picture belongs to; undefined where no display has its size. */
export function findDisplayType({ width, height, path, isMessages }: Display): string | undefined {
  const found = known.find((one) => one.width === width && one.height === height)?.type;
  if (found === undefined || (isMessages && withoutMessages.has(found))) return undefined;
  const type = isSecondGeneration(width, height, path) ? 'APP_IPAD_PRO_129' : found;
  return isMessages ? `IMESSAGE_${type}` : type;
}

function isSecondGeneration(width: number, height: number, path: string): boolean {
  const [name, sides] = [path.toLowerCase(), [width, height].toSorted((a, b) => a - b).join('x')];
  return (
    sides === '2048x2732' &&
    (name.includes('app_ipad_pro_129') || (name.includes('12.9') && name.includes('2nd generation')))
  );
}

/** The size that comes nearest, in words. */
export function tellNearestSize(width: number, height: number): string {
  const distance = (one: Known): number => Math.abs(one.width - width) + Math.abs(one.height - height);
  const nearest = known.reduce((best, one) => (distance(one) < distance(best) ? one : best));
  return `${nearest.width} x ${nearest.height} for ${nearest.type}`;
}
