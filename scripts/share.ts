import { spawnSync } from 'node:child_process';

/**
 * What is too long to be run whole each time is run in parts: one of `of`, another with other commits, so that a row of commits
 * plays all of it, and a commit that is run again plays the same.
 */
export interface Share {
  /** 1 is all of it. */
  readonly of: number;
  /** 0 to `of` - 1: the first that is taken. */
  readonly at: number;
}

const whole: Share = { of: 1, at: 0 };

/** How a share reaches the tests. */
export const shareVariable = 'SLIPWAY_SHARE';

/**
 * Takes `--share N` out of a command's arguments.
 * @returns the share of this commit and the other arguments, or what is wrong, as a text
 */
export function takeShareOption(
  args: readonly string[],
  root: string,
): { readonly share: Share; readonly rest: readonly string[] } | string {
  const place = args.indexOf('--share');
  if (place < 0) return { share: whole, rest: args };
  const value = args[place + 1];
  const of = Number(value);
  if (value === undefined || !Number.isInteger(of) || of < 1)
    return `"--share" takes a whole number from 1 on; it got "${value ?? ''}"`;
  const { stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' });
  // Outside of git, the first of each.
  const at = (Number.parseInt(stdout.slice(0, 8), 16) || 0) % of;
  return { share: { of, at }, rest: args.toSpliced(place, 2) };
}

export function writeShare({ of, at }: Share): string {
  return `${of} ${at}`;
}

/** The share of the run that this process belongs to; without one, all. */
export function readShare(text = process.env[shareVariable]): Share {
  const [of = 1, at = 0] = (text ?? '').split(' ').filter(Boolean).map(Number);
  return text === undefined ? whole : { of, at };
}

/** Every so-manieth, in order. */
export function takeShare<T>(all: readonly T[], { of, at }: Share = readShare()): readonly T[] {
  return all.filter((_, index) => index % of === at % Math.max(1, Math.min(of, all.length)));
}
