import { afterEach, describe, expect, test } from '@jest/globals';
import { slowModes, type Seen } from '../support/scenario.ts';
import { CODE, openStage, PACKAGE, POLICY, TAG, type RunOptions, type Stage, type StageOptions } from './stage.ts';

const hour = 3_600_000;
const opened: Stage[] = [];
afterEach(async () => {
  for (const stage of opened.splice(0)) await stage.stop();
});

async function open(options: StageOptions = {}): Promise<Stage> {
  const stage = await openStage(options);
  opened.push(stage);
  return stage;
}

const fivePercent: StageOptions = {
  prepare: (world) => {
    world.addRelease(PACKAGE, 'production', { versionCodes: [CODE], status: 'inProgress', userFraction: 0.05 });
  },
};

describe.each(slowModes)('%s', (mode) => {
  /** A stage whose release is open, at 5 % of production, and was looked at once. */
  async function atFivePercent(
    options: StageOptions = {},
  ): Promise<{ stage: Stage; begun: number; tick: Tick; order: Order }> {
    const stage = await open({
      ...options,
      prepare: (world) => {
        fivePercent.prepare?.(world);
        options.prepare?.(world);
      },
    });
    const begun = stage.clock.now();
    const tick: Tick = async (hours, share, given = {}) => {
      stage.clock.advanceTo(begun + hours * hour);
      return stage.run(mode, {}, { health: { since: begun, units: 20_000, share }, ...given });
    };
    const order: Order = async (inputs, given = {}) =>
      stage.run(mode, inputs, { health: { since: begun, units: 20_000, share: 0.002 }, ...given });
    await stage.run(mode, { command: 'open', release: TAG });
    await tick(0, 0.002);
    return { stage, begun, tick, order };
  }

  test('a release is opened, comes to everybody by its plan, and every step is written down', async () => {
    const stage = await open();
    const begun = stage.clock.now();
    const first = await stage.run(mode, { command: 'open', release: TAG });
    expect([first.exitCode, first.outputs['release']]).toEqual([0, TAG]);
    for (const at of [0, 1, 24, 25, 30, 31, 37, 50, 75, 76, 99, 100]) {
      stage.clock.advanceTo(begun + at * hour);
      const seen = await stage.run(mode, {}, { health: { since: begun, units: 20_000, share: 0.002 } });
      expect([at, seen.exitCode, seen.annotations]).toEqual([at, 0, []]);
    }
    expect(stage.releases('production')).toMatchObject([{ versionCodes: [CODE], status: 'completed' }]);
    expect(stage.history()).toEqual([
      ...['opened', 'joined', 'reached internal 1 (seen by store)', 'published', 'began', 'hold soaking'],
      ...['promote soaked', 'reached production 0.05 (move by controller)', 'published', 'hold soaking'],
      ...['promote proven', 'reached production 0.1 (move by controller)', 'published', 'hold soaking'],
      ...['promote proven', 'reached production 0.2 (move by controller)', 'published'],
      ...['reached production 0.5 (move by controller)', 'published'],
      ...['reached production 1 (move by controller)', 'published', 'hold soaking'],
      ...['completed', 'done complete'],
    ]);
  });

  test('a bad release is halted at once; the run is red, and the next ones are not', async () => {
    const { stage, tick } = await atFivePercent();
    const halting = await tick(3, 0.03);
    expect(halting.exitCode).toBe(1);
    expect(halting.outputs).toMatchObject({
      result: 'failure',
      verdict: 'halt',
      moved: 'true',
      halted: 'true',
      critical: 'true',
      'needs-person': 'true',
    });
    expect(halting.log).toContain('[halted-now]');
    expect(halting.summary).toContain(`resume or abandon ${TAG.replace('@', '&#64;')}`);
    expect(stage.releases('production')).toContainEqual(
      expect.objectContaining({ versionCodes: [CODE], status: 'halted', userFraction: 0.05 }),
    );
    const after = await tick(4, 0.03);
    expect(after.exitCode).toBe(0);
    expect(after.outputs).toMatchObject({ verdict: 'halt', moved: 'false', halted: 'true', critical: 'true' });
    expect(stage.history().slice(-3)).toEqual([
      'halted by gate crash: above-threshold',
      'halt above-threshold',
      'stopped',
    ]);
  });

  test('a halted release is resumed by a person who types the version, and its evidence begins anew', async () => {
    const { stage, tick, order } = await atFivePercent();
    await tick(3, 0.03);
    const untyped = await order({ command: 'resume' });
    expect([untyped.exitCode, untyped.log.includes('[confirmation-missing]')]).toEqual([2, true]);
    const resumed = await order({ command: 'resume', confirm: '2.15.3', why: 'it was a test' });
    expect([resumed.exitCode, resumed.outputs['moved']]).toEqual([0, 'true']);
    expect(stage.releases('production')).toContainEqual(
      expect.objectContaining({ status: 'inProgress', userFraction: 0.05 }),
    );
    expect((await tick(4, 0.03)).outputs['verdict']).toBe('hold');
  });

  test('a hold by hand stops raises and not halts, until somebody takes it back', async () => {
    const { stage, tick, order } = await atFivePercent();
    const held = await order({ command: 'hold', why: 'a festival', 'hold-hours': '10' });
    expect([held.exitCode, held.outputs['verdict']]).toEqual([0, 'hold']);
    expect((await tick(7, 0.002)).outputs).toMatchObject({ verdict: 'hold', moved: 'false', 'needs-person': 'false' });
    expect((await tick(11, 0.002)).outputs).toMatchObject({ verdict: 'hold', 'needs-person': 'true' });
    await order({ command: 'resume', confirm: '2.15.3' });
    expect((await tick(12, 0.002)).outputs).toMatchObject({ verdict: 'promote', moved: 'true' });
    expect(stage.releases('production')).toContainEqual(expect.objectContaining({ userFraction: 0.1 }));
  });

  test('promote and complete by hand do not wait for soak and evidence', async () => {
    const { stage, order } = await atFivePercent();
    const promoted = await order({ command: 'promote', confirm: '2.15.3' });
    expect([promoted.exitCode, promoted.outputs['moved']]).toEqual([0, 'true']);
    expect(stage.releases('production')).toContainEqual(expect.objectContaining({ userFraction: 0.1 }));
    await order({ command: 'complete', confirm: '2.15.3' });
    expect(stage.releases('production')).toMatchObject([{ versionCodes: [CODE], status: 'completed' }]);
    expect(stage.history()).toContain('reached production 1 (move by @octocat)');
  });

  test('observe and status say what would be done, and neither move nor write', async () => {
    const { stage, tick, begun } = await atFivePercent();
    await tick(1, 0.002);
    const before = [stage.releases('production'), stage.history()];
    stage.clock.advanceTo(begun + 7 * hour);
    const writes = stage
      .requests()
      .filter(({ applied, operation }) => applied && !/edits|token/.test(operation)).length;
    for (const inputs of [{ mode: 'observe' }, { command: 'status' }]) {
      const seen = await stage.run(mode, inputs, { health: { since: begun, units: 20_000, share: 0.002 } });
      expect([seen.exitCode, seen.outputs['verdict'], seen.outputs['moved']]).toEqual([0, 'hold', 'false']);
      expect(seen.summary).toContain('would raise production from 5 % to 10 %');
    }
    expect([stage.releases('production'), stage.history()]).toEqual(before);
    expect(stage.requests().filter(({ applied, operation }) => applied && !/edits|token/.test(operation)).length).toBe(
      writes,
    );
  });

  test('a halt is made though the ledger cannot be written, and a raise is not', async () => {
    const unwritable = {
      match: { operation: 'graphql/createCommitOnBranch' },
      fault: { kind: 'status', status: 403 },
      times: Infinity,
    } as const;
    const good = await atFivePercent();
    good.stage.addFault(unwritable);
    const raising = await good.tick(7, 0.002);
    expect([raising.exitCode, raising.outputs['moved'], raising.log.includes('[ledger-unwritten]')]).toEqual([
      3,
      'false',
      true,
    ]);
    expect(good.stage.releases('production')).toContainEqual(expect.objectContaining({ userFraction: 0.05 }));
    const bad = await atFivePercent();
    bad.stage.addFault(unwritable);
    const halting = await bad.tick(3, 0.03);
    expect([halting.exitCode, halting.outputs['halted']]).toEqual([1, 'true']);
    expect(bad.stage.releases('production')).toContainEqual(expect.objectContaining({ status: 'halted' }));
  });

  test('a source that gives no answer holds, and says so', async () => {
    const { stage, tick } = await atFivePercent();
    const seen = await tick(7, 0.002, { health: null });
    expect([seen.exitCode, seen.outputs['verdict'], seen.outputs['moved']]).toEqual([0, 'hold', 'false']);
    expect(seen.summary).toContain('crash cannot be read');
    expect(stage.history().at(-1)).toBe('hold stale');
  });

  test('a store that gives no answer holds, and the run is red', async () => {
    const { stage, tick } = await atFivePercent();
    stage.addFault({ match: { vendor: 'google-play' }, fault: { kind: 'status', status: 503 }, times: Infinity });
    const seen = await tick(7, 0.002);
    expect([seen.exitCode, seen.outputs['verdict'], seen.outputs['moved']]).toEqual([3, 'hold', 'false']);
    expect(seen.annotations.map(({ message }) => message).join()).toContain('[store-unreadable]');
  });

  test('what has to be there first is asked for, and waited for', async () => {
    const stage = await open();
    const begun = stage.clock.now();
    const policy = `${POLICY}needs: [{ name: backend@2.15.0, run: test -e deployed }]\n`;
    const options = (files: Readonly<Record<string, string>>): RunOptions => ({
      policy,
      files,
      health: { since: begun, units: 20_000, share: 0.002 },
    });
    await stage.run(mode, { command: 'open', release: TAG }, options({}));
    await stage.run(mode, {}, options({}));
    stage.clock.advanceTo(begun + 25 * hour);
    const waiting = await stage.run(mode, {}, options({}));
    expect([waiting.exitCode, waiting.outputs['moved']]).toEqual([0, 'false']);
    expect(waiting.summary).toContain('it needs backend&#64;2.15.0 in production first');
    expect((await stage.run(mode, {}, options({ deployed: '' }))).outputs['moved']).toBe('true');
  });

  test('a quiet tick makes few requests, and no write', async () => {
    const { stage, tick } = await atFivePercent();
    await tick(1, 0.002);
    const before = stage.requests().length;
    expect((await tick(2, 0.002)).outputs['verdict']).toBe('hold');
    const requests = stage.requests().slice(before);
    expect(requests.map(({ vendor, operation }) => `${vendor} ${operation}`)).toEqual([
      'github graphql/repository',
      'google-play sts.token/exchange',
      'google-play tracks.releases.list',
      'github issues/list-for-repo',
    ]);
    expect(requests.filter(({ reads, operation }) => !reads && !/token|graphql/.test(operation))).toEqual([]);
  });
});

type Tick = (hours: number, share: number, given?: RunOptions) => Promise<Seen>;
type Order = (inputs: Readonly<Record<string, string>>, given?: RunOptions) => Promise<Seen>;

describe.each(slowModes)('%s: halt by hand', (mode) => {
  async function underWay(): Promise<Stage> {
    const stage = await open(fivePercent);
    await stage.run(mode, { command: 'open', release: TAG });
    await stage.run(mode, {});
    return stage;
  }
  const isHalted = (stage: Stage): boolean =>
    stage.releases('production').some(({ versionCodes, status }) => versionCodes[0] === CODE && status === 'halted');

  test('needs no confirmation, and is written down', async () => {
    const stage = await underWay();
    const seen = await stage.run(mode, { command: 'halt', why: 'the login is broken' });
    expect([seen.exitCode, seen.outputs['halted'], isHalted(stage)]).toEqual([0, 'true', true]);
    expect(stage.history()).toContain('halted by @octocat: by-hand');
  });

  test('works with a broken policy', async () => {
    const stage = await underWay();
    const seen = await stage.run(mode, { command: 'halt' }, { policy: `${POLICY}\nwindwo: {}` });
    expect([seen.exitCode, seen.outputs['halted'], isHalted(stage)]).toEqual([0, 'true', true]);
  });

  test('works without a policy', async () => {
    const stage = await underWay();
    const seen = await stage.run(mode, { command: 'halt', 'package-name': PACKAGE }, { policy: '' });
    expect([seen.exitCode, isHalted(stage)]).toEqual([0, true]);
  });

  test('works while GitHub does not answer', async () => {
    const stage = await underWay();
    stage.addFault({ match: { vendor: 'github' }, fault: { kind: 'status', status: 503 }, times: Infinity });
    const seen = await stage.run(mode, { command: 'halt' });
    expect([seen.exitCode, isHalted(stage)]).toEqual([0, true]);
  });

  test('works with a ledger that is no ledger', async () => {
    const stage = await open({
      ...fivePercent,
      github: (world) => {
        world.commit({ 'releases/tracker/2.15.3+20261130.1.json': 'not a ledger' }, { branch: 'slipway-ledger' });
      },
    });
    const seen = await stage.run(mode, { command: 'halt' });
    expect([seen.exitCode, isHalted(stage)]).toEqual([0, true]);
  });

  test('works while the source of health is down', async () => {
    const stage = await underWay();
    const seen = await stage.run(mode, { command: 'halt' }, { health: null });
    expect([seen.exitCode, isHalted(stage)]).toEqual([0, true]);
  });
});
