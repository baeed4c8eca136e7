/** A tick of an axis: where it stands, as a fraction of the axis, and what it says. */
export interface Tick {
  readonly at: number;
  readonly text: string;
  /** Left out where the page is narrow. */
  readonly isMinor: boolean;
}

const hourMs = 3_600_000;
const hourSteps = [1, 2, 3, 6, 12, 24, 48, 72, 168, 336, 720];

/** Whole hours after the begin: nine at most, and none so near to the end that its text would hang over. */
export function listHourTicks(from: number, to: number): readonly Tick[] {
  const hours = Math.max(1, (to - from) / hourMs);
  const step = hourSteps.find((one) => hours / one <= 8) ?? 720;
  return Array.from({ length: Math.floor(hours / step) + 1 }, (_, index) => ({
    at: (index * step) / hours,
    text: `${index * step} h`,
    isMinor: index % 2 === 1,
  })).filter(({ at }) => at <= 0.97);
}

/** Small shares matter most, and plans grow by factors: the height is the square root of the share. */
export function toHeight(share: number): number {
  return Math.sqrt(Math.min(1, Math.max(0, share)));
}

export const shareTicks: readonly Tick[] = [0, 0.01, 0.05, 0.1, 0.2, 0.5, 1].map((share) => ({
  at: toHeight(share),
  text: `${Math.round(share * 100)} %`,
  isMinor: share === 0.01 || share === 0.1,
}));

/**
 * Where the axis of a rate ends: above the limit, and above every rate that is worth its name. A rate of units so few that not one
 * bad is to be expected at the limit says nothing, and may leave the picture.
 */
export function endOfRates(max: number, points: readonly { readonly units: number; readonly bad: number }[]): number {
  const telling = points.filter(({ units }) => units * max >= 3).map(({ units, bad }) => bad / units);
  return niceAbove(Math.max(max * 1.5, ...telling.map((rate) => rate * 1.1)));
}

function niceAbove(value: number): number {
  const size = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((one) => one * size >= value * (1 - 1e-9)) ?? 10;
  return Number((step * size).toPrecision(6));
}
