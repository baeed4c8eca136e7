import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createFaultPlan } from '#emulators/base/fault-plan';
import { listInterleavings } from '#emulators/base/interleavings';
import { chooseByActor, createScheduler } from '#emulators/base/scheduler';
import type { Deployment, DeploymentStatus } from '#emulators/github/state';
import type { GitHubWorld } from '#emulators/github/world';
import { cutDescription, recordDeployment } from '#vendors/github/deployments';
import type { DeploymentRecord, Recorded } from '#vendors/github/deployments';
import type { GitHub } from '#vendors/github/client';
import { deploy } from '../../emulators/deploying.ts';
import { findFaultProblems } from './fault-runs.ts';
import { withClient } from './stage.ts';
import type { ClientStage } from './stage.ts';

const wanted: DeploymentRecord = {
  environment: 'android production',
  task: 'rollout',
  key: 'tracker-mobile@2.15.3+20250114.1 android/production',
  ref: 'main',
  description: 'tracker-mobile 2.15.3 to Google Play',
  payload: { plan: 'a1b2' },
  production: true,
  status: { state: 'in_progress', description: '5 % of users', logUrl: 'https://github.com/o/r/actions/runs/7' },
};

const at = (description: string, state: DeploymentRecord['status']['state'] = 'in_progress'): DeploymentRecord => ({
  ...wanted,
  status: { ...wanted.status, description, state },
});

function read({ emulator, repo }: ClientStage): { deployments: Deployment[]; deploymentStatuses: DeploymentStatus[] } {
  const repository = emulator.snapshot().repositories[`${repo.owner}/${repo.repo}`];
  if (repository === undefined) throw new Error('no repository');
  return repository;
}

/** Deployments with what was said of each, the oldest first. */
function view(stage: ClientStage): unknown {
  const { deployments, deploymentStatuses } = read(stage);
  return deployments.map(({ id, environment, task, payload }) => ({
    environment,
    task,
    payload,
    said: deploymentStatuses
      .filter(({ deploymentId }) => deploymentId === id)
      .map(({ state, description }) => `${state}: ${description}`),
  }));
}

const mine = (...said: string[]): unknown => ({
  environment: wanted.environment,
  task: 'rollout',
  payload: { plan: 'a1b2', slipway: wanted.key },
  said,
});

describe('one deployment', () => {
  test('made with a status, left alone when nothing changed, then told what is new', async () => {
    await withClient({}, async (stage) => {
      const record = async (one: DeploymentRecord): Promise<[Recorded['did'], ...string[]]> => {
        const before = stage.asked().length;
        const { did } = await recordDeployment(stage.github(), one);
        return [did, ...stage.asked().slice(before)];
      };
      const look = 'graphql/deployments';
      const say = 'graphql/createDeploymentStatus';
      expect(await record(wanted)).toEqual(['created', look, 'repos/create-deployment', look, say]);
      expect(await record(wanted)).toEqual(['unchanged', look]);
      expect(
        await record({ ...wanted, status: { ...wanted.status, logUrl: 'https://github.com/o/r/actions/runs/8' } }),
      ).toEqual(['unchanged', look]);
      expect(await record(at('10 % of users'))).toEqual(['updated', look, say]);
      expect(await record(at('10 % of users', 'failure'))).toEqual(['updated', look, say]);
      expect(await record(at('5 % of users'))).toEqual(['updated', look, say]);
      expect(view(stage)).toEqual([
        mine(
          'in_progress: 5 % of users',
          'in_progress: 10 % of users',
          'failure: 10 % of users',
          'in_progress: 5 % of users',
        ),
      ]);
      expect(read(stage).deployments[0]).toMatchObject({ production: true, description: wanted.description });
      expect(read(stage).deploymentStatuses[0]).toMatchObject({ logUrl: wanted.status.logUrl });
    });
  });

  test('neither merges nor waits for checks, and makes nothing else inactive', async () => {
    const prepare = (world: GitHubWorld): void => {
      world.branch('release');
      world.commit({ 'a.txt': 'ahead' });
      world.repository.statuses.push({
        id: 1,
        sha: world.repository.refs['refs/heads/release'] ?? '',
        state: 'failure',
        context: 'ci',
        description: null,
        targetUrl: null,
        creator: 'ada',
        createdAt: '2026-11-23T10:00:00Z',
      });
    };
    await withClient({ prepare }, async (stage) => {
      const staging = { ...at('done', 'success'), environment: 'staging', production: false, ref: 'release' };
      await recordDeployment(stage.github(), { ...staging, key: 'one' });
      await recordDeployment(stage.github(), { ...staging, key: 'two' });
      expect(read(stage).deploymentStatuses.map(({ state }) => state)).toEqual(['success', 'success']);
      expect(read(stage).deployments.map(({ sha }) => sha)).toEqual(
        Array.from({ length: 2 }, () => stage.world.repository.refs['refs/heads/release']),
      );
    });
  });

  test.each<[what: string, other: Partial<DeploymentRecord>]>([
    ['environment', { environment: 'ios production' }],
    ['task', { task: 'deploy' }],
    ['key', { key: 'tracker-mobile@2.15.4+20250115.1 android/production' }],
  ])('another %s is another deployment', async (_, other) => {
    await withClient({}, async (stage) => {
      await recordDeployment(stage.github(), { ...wanted, ...other });
      expect(await recordDeployment(stage.github(), wanted)).toMatchObject({ did: 'created' });
      expect(read(stage).deployments).toHaveLength(2);
    });
  });

  test('is found behind hundreds that jobs have made, with payloads of any kind', async () => {
    await withClient({}, async (stage) => {
      await recordDeployment(stage.github(), wanted);
      for (const payload of ['', 'text', '{"slipway":7}', '"', { slipway: 'another' }])
        await deploy(stage, { environment: wanted.environment, task: 'rollout', payload });
      for (let n = 0; n < 210; n += 1) {
        stage.clock.advanceBy(60_000);
        await deploy(stage, { environment: wanted.environment });
      }
      const before = stage.asked().length;
      expect(await recordDeployment(stage.github(), wanted)).toMatchObject({ did: 'unchanged' });
      expect(stage.asked().slice(before)).toHaveLength(3);
    });
  });

  test('a payload that was given as text is read too', async () => {
    await withClient({}, async (stage) => {
      await deploy(stage, {
        environment: wanted.environment,
        task: 'rollout',
        payload: JSON.stringify({ slipway: wanted.key }),
      });
      expect(await recordDeployment(stage.github(), wanted)).toMatchObject({ did: 'updated' });
    });
  });

  test('of two at once, whoever makes one: both go on with the older', async () => {
    for (const order of listInterleavings({ a: 4, b: 4 })) {
      const scheduler = createScheduler({ callers: 2, choose: chooseByActor(order) });
      const prepare = (world: GitHubWorld): void => {
        world.addToken({ name: 'a' });
        world.addToken({ name: 'b' });
      };
      await withClient({ prepare, scheduler }, async (stage) => {
        const record = (who: string): Promise<Recorded> =>
          recordDeployment(stage.github(`ghs_${who}`), wanted).finally(scheduler.leave);
        const [one, other] = await Promise.all([record('a'), record('b')]);
        expect([order.join(''), one.id]).toEqual([order.join(''), other.id]);
        const [oldest] = read(stage).deployments;
        expect(read(stage).deploymentStatuses.every(({ deploymentId }) => deploymentId === oldest?.id)).toBe(true);
      });
    }
  });

  test('without the permission the cure names it, whichever request is refused', async () => {
    const prepare = (world: GitHubWorld): void => {
      world.addToken({ name: 'blind', permissions: { contents: 'write' } });
      world.addToken({ name: 'reader', permissions: { deployments: 'read' } });
    };
    await withClient({ prepare }, async (stage) => {
      const refused = { fault: 'configuration', notes: [{ cure: expect.stringContaining('"deployments: write"') }] };
      await expect(recordDeployment(stage.github('ghs_blind'), wanted)).rejects.toMatchObject(refused);
      await expect(recordDeployment(stage.github('ghs_reader'), wanted)).rejects.toMatchObject(refused);
      await recordDeployment(stage.github(), wanted);
      await expect(recordDeployment(stage.github('ghs_reader'), at('10 %'))).rejects.toMatchObject(refused);
      await expect(recordDeployment(stage.github(), { ...wanted, key: 'x', ref: 'none' })).rejects.toMatchObject({
        details: { status: 422 },
      });
    });
  });
});

describe('the length of a description', () => {
  test('what fits stays, to the last character; what does not is cut at a word', () => {
    const exact = `${'word '.repeat(27)}12345`;
    expect(exact).toHaveLength(140);
    expect(cutDescription(exact)).toBe(exact);
    expect(cutDescription(`${exact}6`)).toBe(`${'word '.repeat(27).trim()}…`);
    expect(cutDescription(`${'x'.repeat(139)} y`)).toBe(`${'x'.repeat(139)}…`);
    expect(cutDescription('x'.repeat(141))).toBe(`${'x'.repeat(139)}…`);
    expect(cutDescription(`${'x'.repeat(138)}😀😀`)).toBe(`${'x'.repeat(138)}…`);
    expect(cutDescription('  5 %\n of   users ')).toBe('5 % of users');
  });

  test('is never above 140, and cutting what is cut changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const cut = cutDescription(text);
        expect(cut.length).toBeLessThanOrEqual(140);
        // Half a character does not survive the way into bytes and back.
        expect(Buffer.from(cut).toString()).toBe(cut);
        expect(cutDescription(cut)).toBe(cut);
      }),
    );
  });

  test('GitHub takes it, and it is said once', async () => {
    await withClient({}, async (stage) => {
      const long = at('ten words and more '.repeat(20));
      await recordDeployment(stage.github(), { ...long, description: long.status.description });
      expect(await recordDeployment(stage.github(), long)).toMatchObject({ did: 'unchanged' });
    });
  });
});

describe('every request, every fault', () => {
  test.each<[what: string, before: readonly DeploymentRecord[], atLeast: number]>([
    ['a first status', [], 60],
    ['a new status', [at('0 %'), { ...wanted, key: 'another' }], 30],
    ['nothing new', [wanted], 10],
  ])('%s: what is reported is there, and after the next run it is there once', async (_, before, atLeast) => {
    const { runs, problems } = await findFaultProblems({
      prepare: (world) => {
        for (const one of before) leave(world, one);
      },
      run: async (github: GitHub) => recordDeployment(github, wanted),
      says: () => true,
      view,
    });

    expect(runs).toBeGreaterThan(atLeast);
    expect(problems).toEqual([]);
  });

  test('answers that are lost again and again are told in the end', async () => {
    for (const operation of ['repos/create-deployment', 'graphql/createDeploymentStatus']) {
      const faults = createFaultPlan([{ match: { operation }, fault: { kind: 'cut-before' }, times: Infinity }]);
      await withClient({ faults }, async (stage) => {
        await expect(recordDeployment(stage.github(), wanted)).rejects.toMatchObject({ details: { ambiguous: true } });
      });
    }
  });
});

/** A deployment that was there before. */
function leave(world: GitHubWorld, { environment, task, key, payload, status }: DeploymentRecord): void {
  const { repository, state } = world;
  const createdAt = '2026-11-23T10:00:00Z';
  state.lastId += 2;
  const id = state.lastId;
  const creator = 'github-actions[bot]';
  repository.deployments.push({
    id,
    sha: repository.refs['refs/heads/main'] ?? '',
    ref: 'main',
    task,
    payload: { ...payload, slipway: key },
    originalEnvironment: environment,
    environment,
    description: null,
    creator,
    transient: false,
    production: true,
    createdAt,
    updatedAt: createdAt,
  });
  const { state: at, description } = status;
  repository.deploymentStatuses.push({
    id: id - 1,
    deploymentId: id,
    state: at,
    description,
    environment,
    environmentUrl: '',
    logUrl: '',
    creator,
    createdAt,
  });
}
