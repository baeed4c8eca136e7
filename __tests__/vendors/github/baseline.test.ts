import { describe, expect, test } from '@jest/globals';
import { ALL_FAULTS, casesFor } from '#emulators/base/fault-cases';
import type { FaultCase } from '#emulators/base/fault-cases';
import type { Fault } from '#emulators/base/fault-plan';
import type { GitHubWorld } from '#emulators/github/world';
import { CancelledError } from '#kit/errors';
import { kitMessages } from '#kit/messages';
import { readBaseline } from '#reports/baseline';
import { findBaseline } from '#vendors/github/baseline';
import type { BaselineSearch } from '#vendors/github/baseline';
import { toClock } from '#rehearsal/clock/shipped-clock';
import { makeZip } from '../../support/zip.ts';
import { baselineFile, keepBaseline, withClient } from './stage.ts';
import type { ClientStage } from './stage.ts';

type Found = BaselineSearch<{ readonly commit: string }>;

/** History of a test: the names of its commits, by which they are asked for. */
interface History {
  readonly main: string[];
  head: string;
}

async function search(
  stage: ClientStage,
  environment: ReturnType<ClientStage['environment']>,
  { token = 'ghs_workflow', signal = undefined as AbortSignal | undefined } = {},
): Promise<Found> {
  return findBaseline({
    http: stage.http(signal),
    clock: toClock(stage.clock),
    environment,
    token,
    name: 'quality',
    read: readBaseline,
  });
}

function pullRequest(stage: ClientStage, base: string, head: string): ReturnType<ClientStage['environment']> {
  return stage.environment('pull_request', { pull_request: { base: { sha: base }, head: { sha: head } } });
}

/** `count` commits on main after the first, a branch with one commit from the last of them. */
function grow(world: GitHubWorld, count: number): History {
  const main = [world.repository.refs['refs/heads/main'] ?? ''];
  for (let n = 1; n <= count; n += 1) main.push(world.commit({ 'a.txt': `${n}` }));
  world.branch('topic');
  return { main, head: world.commit({ 'b.txt': 'b' }, { branch: 'topic' }) };
}

const at = (history: History, index: number): string => history.main.at(index) ?? '';

/** Looks for the baseline of a pull request from `topic`. */
async function seek(
  count: number,
  prepare: (world: GitHubWorld, history: History) => void,
  check: (found: Found, history: History, stage: ClientStage) => void | Promise<void>,
): Promise<void> {
  let history: History = { main: [], head: '' };
  const set = (world: GitHubWorld): void => {
    history = grow(world, count);
    prepare(world, history);
  };
  await withClient({ prepare: set }, async (stage) => {
    await check(await search(stage, pullRequest(stage, at(history, -1), history.head)), history, stage);
  });
}

describe('the nearest first parent', () => {
  test.each([0, 1, 3])('%i back from the merge base', async (distance) => {
    await seek(
      5,
      (world, history) => {
        for (const index of [-1, -2, -3, -4, -5].filter((one) => -one - 1 >= distance))
          keepBaseline(world, at(history, index));
      },
      (found, history) => {
        const commit = at(history, -1 - distance);
        expect(found).toEqual({ baseline: expect.objectContaining({ commit }), commit, distance });
      },
    );
  });

  test.each([
    [50, true],
    [51, false],
  ])('%i back: %p', async (distance, isFound) => {
    await seek(
      60,
      (world, history) => {
        keepBaseline(world, at(history, -1 - distance));
      },
      (found) => {
        expect(found).toMatchObject(
          isFound ? { distance } : { none: 'nothing was kept for the last 51 commits of main before the change' },
        );
      },
    );
  });

  test('commits that main got after the branch do not count', async () => {
    await seek(
      2,
      (world, history) => {
        keepBaseline(world, at(history, -1));
        keepBaseline(world, world.commit({ 'later.txt': '' }));
      },
      (found, history) => {
        expect(found).toMatchObject({ commit: at(history, -1), distance: 0 });
      },
    );
  });

  test('what a merge brought in was never the state of the branch, however many commits that are', async () => {
    let base = '';
    let before = '';
    let head = '';
    const prepare = (world: GitHubWorld): void => {
      before = world.commit({ 'a.txt': '1' });
      keepBaseline(world, before);
      world.branch('long');
      for (let n = 0; n < 130; n += 1) world.commit({ 'c.txt': `${n}` }, { branch: 'long' });
      const side = world.repository.refs['refs/heads/long'] ?? '';
      // Nearer in time and in the graph, and forged as if main had been there.
      keepBaseline(world, side);
      world.commit({ 'a.txt': '2' });
      base = world.commit({ 'c.txt': '129' }, { merges: [side] });
      world.branch('topic');
      head = world.commit({ 'b.txt': 'b' }, { branch: 'topic' });
    };
    await withClient({ prepare }, async (stage) => {
      expect(await search(stage, pullRequest(stage, base, head))).toMatchObject({ commit: before, distance: 2 });
      // The 130 commits fill the first page: the list begins anew where the first parents go on.
      expect(stage.asked().filter((one) => one === 'repos/list-commits')).toHaveLength(2);
    });
  });

  test('the chain ends at the limit of its requests, and says how far it came', async () => {
    let base = '';
    const prepare = (world: GitHubWorld): void => {
      for (let n = 0; n < 20; n += 1) {
        world.branch(`side${n}`);
        for (let m = 0; m < 110; m += 1) world.commit({ [`${n}.txt`]: `${m}` }, { branch: `side${n}` });
        base = world.commit({ 'a.txt': `${n}` }, { merges: [world.repository.refs[`refs/heads/side${n}`] ?? ''] });
      }
    };
    await withClient({ prepare }, async (stage) => {
      const found = await search(stage, pullRequest(stage, base, base));
      expect(found).toEqual({ none: 'nothing was kept for the last 12 commits of main before the change' });
      expect(stage.asked().filter((one) => one === 'repos/list-commits')).toHaveLength(12);
    });
  });

  test('of two runs at one commit the newer counts; of many artifacts no more pages are read than needed', async () => {
    await seek(
      3,
      (world, history) => {
        for (let n = 0; n < 250; n += 1) keepBaseline(world, at(history, 0));
        keepBaseline(world, at(history, -1), { file: 'an older one, and damaged' });
        keepBaseline(world, at(history, -1));
      },
      (found, history, stage) => {
        expect(found).toMatchObject({ commit: at(history, -1), distance: 0 });
        expect(stage.asked().filter((one) => one === 'actions/list-artifacts-for-repo')).toHaveLength(1);
      },
    );
  });
});

describe('by event', () => {
  const withHistory = async (
    keep: (history: History) => string,
    run: (stage: ClientStage, history: History) => Promise<void>,
  ): Promise<void> => {
    let history: History = { main: [], head: '' };
    const prepare = (world: GitHubWorld): void => {
      history = grow(world, 3);
      keepBaseline(world, keep(history));
    };
    await withClient({ prepare }, async (stage) => run(stage, history));
  };

  test('a merge group: from its base', async () => {
    await withHistory(
      (history) => at(history, -1),
      async (stage, history) => {
        const payload = { merge_group: { base_sha: at(history, -1), head_sha: history.head } };
        expect(await search(stage, stage.environment('merge_group', payload))).toMatchObject({ distance: 0 });
      },
    );
  });

  test('a push to the default branch: from the commit before, never from itself', async () => {
    await withHistory(
      (history) => at(history, -2),
      async (stage, history) => {
        const push = { GITHUB_SHA: at(history, -1), GITHUB_REF: 'refs/heads/main' };
        const found = await search(stage, stage.environment('push', {}, push));
        expect(found).toMatchObject({ commit: at(history, -2), distance: 0 });
      },
    );
    await withHistory(
      (history) => at(history, -1),
      async (stage, history) => {
        const push = { GITHUB_SHA: at(history, -1), GITHUB_REF: 'refs/heads/main' };
        expect(await search(stage, stage.environment('push', {}, push))).toEqual({
          none: 'nothing was kept for the last 3 commits of main before the change',
        });
        const first = { GITHUB_SHA: at(history, 0), GITHUB_REF: 'refs/heads/main' };
        expect(await search(stage, stage.environment('push', {}, first))).toEqual({
          none: `${at(history, 0)} is the first commit of main`,
        });
      },
    );
  });

  test('a push to another branch, a schedule on it, a tag: from where it left the default branch', async () => {
    await withHistory(
      (history) => at(history, -1),
      async (stage, history) => {
        for (const [event, ref] of [
          ['push', 'refs/heads/topic'],
          ['schedule', 'refs/heads/topic'],
          ['push', 'refs/tags/v1'],
        ] as const) {
          const environment = stage.environment(event, {}, { GITHUB_SHA: history.head, GITHUB_REF: ref });
          expect(await search(stage, environment)).toMatchObject({ commit: at(history, -1), distance: 0 });
        }
      },
    );
  });

  test('an event that does not say it is a reason', async () => {
    await withHistory(
      (history) => at(history, -1),
      async (stage) => {
        for (const [environment, reason] of [
          [stage.environment('pull_request', {}), 'pull_request has to be an object, and is missing'],
          [stage.environment('push', {}, { GITHUB_SHA: 'main' }), 'GITHUB_SHA has to be the full name of a commit'],
          [stage.environment('merge_group', {}, { GITHUB_EVENT_PATH: '/none' }), 'the event cannot be read'],
        ] as const)
          expect(await search(stage, environment)).toEqual({ none: expect.stringContaining(reason) });
      },
    );
  });
});

describe('what cannot be trusted is none', () => {
  const nothing = 'nothing was kept for the last 4 commits of main before the change';
  const rows: Readonly<Record<string, [changes: Parameters<typeof keepBaseline>[2], none: string]>> = {
    'a fork with a branch named main': [{ run: { headOwner: 'mallory' } }, nothing],
    'another branch of the repository': [{ run: { headBranch: 'topic' } }, nothing],
    'a run whose commit is not on the chain': [{ run: { headSha: 'f'.repeat(40) } }, nothing],
    'an artifact of another name': [{ name: 'quality-baseline-2' }, nothing],
    'another commit inside': [{ file: baselineFile('e'.repeat(40)) }, `says that it is of ${'e'.repeat(40)}`],
    'figures that cannot be': [{ file: '{"schema":1}' }, 'cannot be used: the commit is no text'],
    'no JSON': [{ file: 'hello' }, 'cannot be used: '],
    'an archive without the file': [{ zip: makeZip([]) }, 'the artifact quality-baseline has no baseline.json in it'],
    'a damaged archive': [{ zip: Buffer.from('PK') }, 'cannot be read: the archive is damaged'],
    'a bomb': [
      { zip: makeZip([{ name: 'baseline.json', content: Buffer.alloc(20_000_000) }]) },
      'baseline.json has more than 4000000 bytes',
    ],
    'one that has expired': [
      { days: 0.01 },
      'what was kept for the last 4 commits of main before the change has expired',
    ],
  };
  test.each(Object.entries(rows))('%s', async (_, [changes, none]) => {
    await seek(
      3,
      (world, history) => {
        keepBaseline(world, at(history, -1), changes);
      },
      (found) => {
        expect(found).toEqual({ none: expect.stringContaining(none) });
      },
    );
  });

  test.each(Object.entries(rows))('%s, and behind it a good one', async (_, [changes]) => {
    await seek(
      3,
      (world, history) => {
        keepBaseline(world, at(history, -2));
        keepBaseline(world, at(history, -1), changes);
      },
      (found, history) => {
        expect(found).toMatchObject({ commit: at(history, -2), distance: 1 });
      },
    );
  });

  test('four damaged ones: no more than three are downloaded', async () => {
    await seek(
      5,
      (world, history) => {
        for (const index of [-1, -2, -3, -4]) keepBaseline(world, at(history, index), { file: '' });
        keepBaseline(world, at(history, -5));
      },
      (found, history, stage) => {
        expect(found).toEqual({ none: expect.stringContaining(`baseline.json of ${at(history, -1)}`) });
        expect(stage.asked().filter((one) => one === 'storage/download')).toHaveLength(3);
      },
    );
  });

  test('after the default branch was renamed, what ran on the old name is not taken for it', async () => {
    await seek(
      3,
      (world, history) => {
        const { repository } = world;
        repository.refs['refs/heads/trunk'] = repository.refs['refs/heads/main'] ?? '';
        delete repository.refs['refs/heads/main'];
        repository.defaultBranch = 'trunk';
        keepBaseline(world, at(history, -1), { run: { headBranch: 'main' } });
        keepBaseline(world, at(history, -2), { run: { headBranch: 'trunk' } });
      },
      (found, history) => {
        expect(found).toMatchObject({ commit: at(history, -2), distance: 1 });
      },
    );
  });

  test('histories that share no commit', async () => {
    await withClient({}, async (stage) => {
      const base = stage.world.repository.refs['refs/heads/main'] ?? '';
      expect(await search(stage, pullRequest(stage, base, 'd'.repeat(40)))).toEqual({
        none: 'GitHub finds no commit that the change and its base have in common',
      });
    });
  });
});

describe('whatever happens on the way, the result is a value', () => {
  test('no token, a bad one, one without permission, and one that sees no such repository', async () => {
    const prepare = (world: GitHubWorld): void => {
      world.addToken({ name: 'nothing', permissions: {} });
      world.addToken({ name: 'elsewhere', repositories: ['example-org/other'] });
    };
    await withClient({ prepare }, async (stage) => {
      const main = stage.world.repository.refs['refs/heads/main'] ?? '';
      const environment = pullRequest(stage, main, main);
      for (const [token, none] of [
        ['', 'there is no token to ask GitHub with'],
        ['ghs_wrong', 'GitHub does not take the token'],
        [
          'ghs_nothing',
          'the token may not read artifacts or commits; the job needs "actions: read" and "contents: read"',
        ],
        ['ghs_elsewhere', 'GitHub shows this token no such repository'],
      ] as const)
        expect(await search(stage, environment, { token })).toEqual({ none: expect.stringContaining(none) });
    });
  });

  test('a repository or an address that is none', async () => {
    await withClient({}, async (stage) => {
      for (const [more, none] of [
        [{ GITHUB_REPOSITORY: 'tracker' }, 'GITHUB_REPOSITORY is "tracker"'],
        [{ GITHUB_API_URL: 'https://attacker.example' }, 'may be redirected by environment only to this machine'],
        [{ GITHUB_API_URL: 'https://api.github.com.attacker.example' }, 'only to this machine'],
        [{ GITHUB_API_URL: 'https://api.attacker.example/.ghe.com' }, 'only to this machine'],
        [{ GITHUB_API_URL: 'http://127.0.0.1:1' }, 'could not be reached'],
      ] as const)
        expect(await search(stage, stage.environment('push', {}, more))).toEqual({
          none: expect.stringContaining(none),
        });
      expect(stage.asked()).toEqual([]);
    });
  });

  test('a search that takes too long ends by our own clock', async () => {
    await seek(
      3,
      () => undefined,
      async (_, history, stage) => {
        const before = stage.clock.now();
        stage.faults.add({ match: {}, fault: { kind: 'hang' }, times: Number.POSITIVE_INFINITY });
        const found = await search(stage, pullRequest(stage, at(history, -1), history.head));
        expect(found).toEqual({ none: expect.stringContaining('was given up') });
        expect(stage.clock.now() - before).toBeLessThanOrEqual(60_000);
      },
    );
  });

  test('many slow answers together are too long as well', async () => {
    await seek(
      3,
      (world, history) => {
        keepBaseline(world, at(history, -1));
      },
      async (_, history, stage) => {
        const before = stage.clock.now();
        stage.faults.add({ match: {}, fault: { kind: 'delay', ms: 15_000 }, times: Number.POSITIVE_INFINITY });
        const found = await search(stage, pullRequest(stage, at(history, -1), history.head));
        expect(found).toEqual({ none: expect.stringContaining('GitHub') });
        expect(stage.clock.now() - before).toBeLessThanOrEqual(60_001);
      },
    );
  });

  test('a cancelled run is not a missing baseline', async () => {
    await seek(
      1,
      () => undefined,
      async (_, history, stage) => {
        const signal = AbortSignal.abort(new CancelledError(kitMessages.cancelled()));
        await expect(
          search(stage, pullRequest(stage, at(history, -1), history.head), { signal }),
        ).rejects.toBeInstanceOf(CancelledError);
      },
    );
  });

  // A caller that is killed returns nothing at all, and this search writes nothing.
  const faults: readonly Fault[] = ALL_FAULTS.filter(({ kind }) => kind !== 'kill-caller');
  /** Those that a caller overcomes by asking again or waiting. */
  const passing = new Set(['500', '502', '503', '504', 'rate-limit', 'delay', 'cut-before', 'cut-mid-body', 'hang']);

  test('every request, every fault: found all the same, or a reason', async () => {
    let cases: readonly FaultCase[] = [];
    const prepare = (world: GitHubWorld, history: History): void => {
      keepBaseline(world, at(history, -2));
    };
    await seek(3, prepare, (found, _, stage) => {
      expect(found).toMatchObject({ distance: 1 });
      cases = casesFor(stage.emulator.log.entries(), faults);
      expect(new Set(stage.asked())).toEqual(
        new Set([
          'repos/get',
          'repos/compare-commits-with-basehead',
          'repos/list-commits',
          'actions/list-artifacts-for-repo',
          'actions/download-artifact',
          'storage/download',
        ]),
      );
    });
    expect(cases.length).toBeGreaterThan(50);
    const wrong: string[] = [];
    for (const { name, match, fault } of cases) {
      let history: History = { main: [], head: '' };
      const set = (world: GitHubWorld): void => {
        history = grow(world, 3);
        prepare(world, history);
      };
      await withClient({ prepare: set }, async (stage) => {
        stage.faults.add({ match, fault });
        const found = await search(stage, pullRequest(stage, at(history, -1), history.head));
        expect(stage.faults.unused()).toEqual([]);
        const passes = passing.has(fault.kind === 'status' ? `${fault.status}` : fault.kind);
        if (passes !== 'baseline' in found) wrong.push(`${name}: ${JSON.stringify(found)}`);
        if ('none' in found && !/^\S.{15,}$/.test(found.none)) wrong.push(`${name}: no sentence`);
      });
    }
    expect(wrong).toEqual([]);
  });
});

test('the token stays with the API: the storage gets none, and the archive comes from there', async () => {
  await seek(
    1,
    (world, history) => {
      keepBaseline(world, at(history, -1));
    },
    (found, _, stage) => {
      expect(found).toMatchObject({ distance: 0 });
      const [download] = stage.emulator.log.entries().filter(({ vendor }) => vendor === 'github-storage');
      expect(download).toMatchObject({ status: 200 });
    },
  );
});
