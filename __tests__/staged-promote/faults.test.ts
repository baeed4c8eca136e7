import { describe, expect, test } from '@jest/globals';
import { listCases, tryCase } from './fault-matrix.ts';
import { appStoreStories } from './fault-stories-app-store.ts';
import { stories } from './fault-stories.ts';

const all = [
  ...stories.map((story, index) => ({ story, name: story.name, every: 24, offset: index })),
  // Few: their ledger is that of the others, and each story meets other requests.
  ...appStoreStories.map((story, index) => ({ story, name: story.name, every: 72, offset: index * 8 })),
];

describe.each(all)('$name', ({ story, every, offset }) => {
  test('ends as without a fault, in a sample of what can go wrong', async () => {
    const { cases, clean } = await listCases(story);
    expect(clean.problems).toEqual([]);
    const rows = [];
    // All of them: the long tier.
    for (const one of cases.filter((_, index) => index % every === offset)) {
      const problem = await tryCase(story, clean, one);
      if (problem !== undefined) rows.push(`${one.name}: ${problem}`);
    }
    process.stderr.write(
      `${story.name}: ${clean.log.length} requests, a sample of ${cases.length} cases, ${rows.length} problems\n`,
    );
    expect(rows).toEqual([]);
  }, 120_000);
});
