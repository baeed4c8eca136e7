import { expect, test } from '@jest/globals';
import { listScenarios, parseScenario } from '#rehearsal/release/library';
import { rehearse } from './releases.ts';

/** Real time for one: a release of two weeks is three hundred runs. */
const longestMs = 300_000;

/**
 * What the scenarios of one half say holds, from the sources: a run of the bundle for each tick takes too long for all of them
 * (bench/release does that). Two halves, so that two cores have something to do.
 */
export function proveScenarios(half: 0 | 1): void {
  const own = listScenarios().filter((_, index) => index % 2 === half);
  test.each(own.map((file) => [file.name, file] as const))(
    '%s ends as it says',
    async (_, file) => {
      const read = parseScenario(file);
      if ('defects' in read) throw new Error('it cannot be read');
      const { outcomes, runs } = await rehearse({ scenario: read.scenario, mode: 'source' });
      expect(
        outcomes.flatMap(({ platform, role, misses }) => misses.map((miss) => `${role} ${platform}: ${miss}`)),
      ).toEqual([]);
      expect(runs.filter(({ refusals }) => refusals.length > 0)).toEqual([]);
    },
    longestMs,
  );
}
