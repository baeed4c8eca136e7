import { ForeseenError } from '#kit/errors';
import type { GitHub } from '#vendors/github/client';
import { listRunTimes } from '#vendors/github/runs';
import type { PromoteContext } from './context.ts';
import { readFileName } from './people.ts';

/** How regularly the workflow runs; milliseconds. */
export interface Pulse {
  /** Between two of the last ten runs, or since the last one. */
  readonly longestGap: number;
  /** Since the run before this one; undefined where that is not known. */
  readonly sinceLast: number | undefined;
}

const hourMs = 3_600_000;
/** Gaps of hourly schedules were reported to be 3 to 10 hours in autumn 2026: https://github.com/orgs/community/discussions/212160 */
const assumedGapMs = 3 * hourMs;
/** Above it somebody should know: a release may do harm unseen for so long. */
export const lateMs: number = 3 * hourMs;
const ticks = 10;

export const unknownPulse: Pulse = { longestGap: assumedGapMs, sinceLast: undefined };

/**
 * Looks at when the workflow of this run ran before. GitHub delays and drops scheduled runs and says nothing of it, so the list of
 * runs is all that tells. Where it cannot be read, three hours are assumed.
 */
export async function readPulse({ environment, clock, log }: PromoteContext, github: GitHub): Promise<Pulse> {
  const file = readFileName(environment);
  if (file === undefined) return unknownPulse;
  try {
    const times = (await listRunTimes(github, file, ticks)).filter((at) => at <= clock.now());
    const [last] = times;
    if (last === undefined) return unknownPulse;
    const gaps = [clock.now(), ...times].slice(0, -1).map((at, index) => at - (times[index] ?? at));
    // Less than a schedule can do is no gap: commands by hand follow each other within minutes.
    return { longestGap: Math.max(hourMs, ...gaps), sinceLast: clock.now() - last };
  } catch (error) {
    if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
    log.info(`When this workflow ran before cannot be read: ${error.notes[0].text}`);
    return unknownPulse;
  }
}
