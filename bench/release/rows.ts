import type { Outcome, ReleaseRehearsal } from '#rehearsal/release/result';
import { tellExpected, tellNaive } from '#rehearsal/release/terminal';
import { tellHours, tellShare } from '#rehearsal/release/outcomes';
import { number } from '../table.ts';

/** One line for each platform of which something is expected. */
export function toRows({
  scenario,
  seed,
  outcomes,
  naive,
  openedAt,
}: ReleaseRehearsal): readonly (readonly string[])[] {
  return outcomes.map((outcome) => {
    const { platform, role, expected, observed, misses } = outcome;
    const beside = role === 'release' ? naive.find((one) => one.platform === platform) : undefined;
    return [
      scenario.name,
      String(seed),
      role === 'next' ? `${platform}, next` : platform,
      tellExpected(expected),
      tellState(outcome),
      observed.halt === null ? '' : tellHours(observed.halt),
      tellShare(observed.exposed),
      number(observed.users),
      tellNaive(beside, openedAt),
      misses.length === 0 ? 'ok' : `MISS: ${misses.join('; ')}`,
    ];
  });
}

function tellState({ observed }: Outcome): string {
  const { life, reason, track, share } = observed;
  const why = reason === life ? '' : ` (${reason})`;
  return `${life ?? 'unseen'}${why}${track === null ? '' : `, ${track} ${tellShare(share)}`}`;
}
