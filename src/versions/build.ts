/** Which build of a version it is: a day, in UTC, and a number within that day. It is Apple's CFBundleVersion as it stands. */
export interface Build {
  /** YYYYMMDD. */
  readonly date: string;
  /** 1 to 99. */
  readonly number: number;
}

/** As many as an Android version code has room for; see `toVersionCode`. */
const MOST_BUILDS_A_DAY = 99;

const BUILD = /^(20\d\d)(\d\d)(\d\d)\.([1-9]\d?)$/;

/** @throws SyntaxError for anything but a day of this century and a number from 1 to 99, such as `20250114.1` */
export function parseBuild(text: string): Build {
  const [, year, month, day, number] = BUILD.exec(text) ?? [];
  const date = `${year ?? ''}${month ?? ''}${day ?? ''}`;
  if (number === undefined || !isDay(`${year ?? ''}-${month ?? ''}-${day ?? ''}`))
    throw new SyntaxError(`"${text}" is no build of the form YYYYMMDD.N with N from 1 to 99, such as 20250114.1`);
  return { date, number: Number(number) };
}

/** Those of the texts that are builds; others are passed over. */
export function readBuilds(texts: readonly string[]): readonly Build[] {
  return texts.flatMap((text) => {
    try {
      return [parseBuild(text)];
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  });
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

export function formatBuild({ date, number }: Build): string {
  return `${date}.${number}`;
}

/** Less than 0 where the first is the older one. */
export function compareBuilds(one: Build, other: Build): number {
  return Number(one.date) - Number(other.date) || one.number - other.number;
}

/** The day of a moment, in UTC: jobs on either side of anybody's midnight agree. @param at milliseconds since 1970 */
export function toBuildDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
}

/**
 * The builds of a day that are still free, the next one first: above the highest that is taken, since a number that was left
 * out may be one whose reservation got lost.
 */
export function listFreeBuilds(date: string, taken: readonly Build[]): readonly Build[] {
  const last = Math.max(0, ...taken.filter((build) => build.date === date).map(({ number }) => number));
  return Array.from({ length: Math.max(0, MOST_BUILDS_A_DAY - last) }, (_, index) => ({
    date,
    number: last + 1 + index,
  }));
}
