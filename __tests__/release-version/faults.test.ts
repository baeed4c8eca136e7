import { expect, test } from '@jest/globals';
import { listInterleavings } from '#emulators/base/interleavings';
import { chooseByActor, createScheduler } from '#emulators/base/scheduler';
import { ConfigurationError } from '#kit/errors';
import type { GitHub } from '#vendors/github/client';
import { formatBuild, type Build } from '#versions/build';
import { formatRelease, parseTag } from '#versions/release';
import { publish } from '../../actions/release-version/publish.ts';
import { reserveBuild } from '../../actions/release-version/reserve.ts';
import { playFaults } from '../vendors/fault-matrix.ts';
import { withClient, type ClientStage } from '../vendors/github/stage.ts';
import { headOf, reservedIn, TAG } from './stage.ts';

const repositoryOf = ({ emulator, repo }: ClientStage) => {
  const found = emulator.snapshot().repositories[`${repo.owner}/${repo.repo}`];
  if (found === undefined) throw new Error('there is no repository');
  return found;
};

const appliedIn = ({ emulator }: ClientStage): string[] => emulator.log.writes().map(({ operation }) => operation);

test('publishing under every fault: one tag, one release, and success only when both are there', async () => {
  const { name, ...release } = parseTag(TAG);
  const played = await playFaults<ClientStage, unknown>({
    open: async (faults, run) => withClient({ faults }, run),
    act: async (stage, signal) =>
      publish({
        github: stage.github('ghs_workflow', signal),
        name,
        release,
        commit: headOf(stage.world),
        notes: 'pull-requests',
        prerelease: false,
        latest: true,
      }),
    judge: ({ stage, outcome }) => {
      const { refs, releases } = repositoryOf(stage);
      const problems: string[] = [];
      if (
        ![[], ['git/create-ref'], ['git/create-ref', 'repos/create-release']].some(
          (one) => one.join() === appliedIn(stage).join(),
        )
      )
        problems.push(`it wrote ${appliedIn(stage).join(', ')}`);
      const done =
        refs[`refs/tags/${TAG}`] === headOf(stage.world) &&
        releases.map((one) => one.name).join() === formatRelease(release) &&
        releases[0]?.body?.includes('Full Changelog') === true;
      if ('value' in outcome && !done) problems.push('it says that it is published, and it is not');
      return problems;
    },
    expected: (error) => error instanceof ConfigurationError,
  });
  console.log(`publish: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
  expect(played.cases).toBeGreaterThan(60);
});

function reserve(stage: ClientStage, github: GitHub): Promise<Build> {
  const commit = headOf(stage.world);
  const folder = 'refs/slipway/builds';
  return reserveBuild({
    github,
    folder,
    release: 'tracker',
    date: '20261124',
    commit,
    taken: [],
    log: () => undefined,
  });
}

test('reserving under every fault: a number that is given is made by its own request, and given once', async () => {
  const given = new WeakMap<ClientStage, string[]>();
  const played = await playFaults<ClientStage, Build>({
    open: async (faults, run) => withClient({ faults }, run),
    act: async (stage, signal) => {
      const build = await reserve(stage, stage.github('ghs_workflow', signal));
      given.set(stage, [...(given.get(stage) ?? []), formatBuild(build)]);
      return build;
    },
    judge: ({ stage, outcome }) => {
      const all = given.get(stage) ?? [];
      const problems: string[] = [];
      if (new Set(all).size !== all.length) problems.push(`given twice: ${all.join(', ')}`);
      if ('value' in outcome && !reservedIn(repositoryOf(stage).refs).includes(formatBuild(outcome.value)))
        problems.push('given, and not reserved');
      return problems;
    },
  });
  console.log(`reserve: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
});

test('two runs at once get two numbers, whatever the order of their requests', async () => {
  const orders = listInterleavings({ a: 2, b: 2 });
  for (const order of orders) {
    const scheduler = createScheduler({ callers: 2, choose: chooseByActor(order) });
    const prepare: Parameters<typeof withClient>[0]['prepare'] = (world) => {
      world.addToken({ name: 'a' });
      world.addToken({ name: 'b' });
    };
    await withClient({ prepare, scheduler }, async (stage) => {
      const builds = await Promise.all(
        ['ghs_a', 'ghs_b'].map((token) => reserve(stage, stage.github(token)).finally(scheduler.leave)),
      );
      expect(builds.map(formatBuild).sort()).toEqual(['20261124.1', '20261124.2']);
    });
  }
  expect(orders).toHaveLength(6);
});
