import { describe, expect, test } from '@jest/globals';
import { listCases, stories, tryCase } from './fault-matrix.ts';

describe.each(stories)('$name', (story) => {
  test('ends as without a fault, in a sample of what can go wrong', async () => {
    const { cases, clean } = await listCases(story);
    expect(clean.problems).toEqual([]);
    const rows = [];
    const offset = stories.indexOf(story);
    // All of them: the long tier.
    for (const one of cases.filter((_, index) => index % 12 === offset)) {
      const problem = await tryCase(story, clean, one);
      if (problem !== undefined) rows.push(`${one.name}: ${problem}`);
    }
    process.stderr.write(
      `${story.name}: ${clean.log.length} requests, a sample of ${cases.length} cases, ${rows.length} problems\n`,
    );
    expect(rows).toEqual([]);
  }, 120_000);
});
