import { describe, expect, test } from '@jest/globals';
import { listCases, stories, tryCase } from './fault-matrix.ts';

describe.each(stories)('$name', (story) => {
  test('ends as without a fault, whatever goes wrong', async () => {
    const { cases, clean } = await listCases(story);
    expect(clean.problems).toEqual([]);
    const rows = [];
    for (const one of cases) {
      const problem = await tryCase(story, clean, one);
      if (problem !== undefined) rows.push(`${one.name}: ${problem}`);
    }
    process.stderr.write(
      `${story.name}: ${clean.log.length} requests, ${cases.length} cases, ${rows.length} problems\n`,
    );
    expect(rows).toEqual([]);
  }, 600_000);
});
