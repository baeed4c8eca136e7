import { afterEach, describe, expect, test } from '@jest/globals';
import type { PlannedFault } from '#emulators/base/fault-plan';
import type { rolloutMessages } from '#rollout/messages';
import type { messages } from '../../actions/staged-promote/messages.ts';
import { createMessageTable } from '../support/message-table.ts';
import type { Mode, Seen } from '../support/scenario.ts';
import { CODE, openStage, PACKAGE, POLICY, TAG, type RunOptions, type Stage, type StageOptions } from './stage.ts';

const hour = 3_600_000;
const stages: Stage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.stop();
});

interface Situation {
  readonly options?: StageOptions;
  /** Whether the release is open, at 5 % of production, and was looked at. */
  readonly isOpen?: boolean;
  /** Right before the run. */
  readonly fault?: PlannedFault;
  readonly hours?: number;
  /** Of all runs. */
  readonly policy?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly run?: RunOptions;
  readonly share?: number;
  readonly exit: number;
  /** Where it is no annotation: it stops nothing. */
  readonly where?: 'log';
}

const atFivePercent: StageOptions = {
  prepare: (world) => {
    world.addRelease(PACKAGE, 'production', { versionCodes: [CODE], status: 'inProgress', userFraction: 0.05 });
  },
};
const brokenLedger: StageOptions = {
  github: (world) => {
    world.commit({ 'releases/tracker/2.15.3+20261130.1.json': 'not a ledger' }, { branch: 'slipway-ledger' });
  },
};
const always = (match: PlannedFault['match'], status: number, body?: unknown): PlannedFault => ({
  match,
  fault: { kind: 'status', status, ...(body === undefined ? {} : { body }) },
  times: Infinity,
});
const stale = { data: null, errors: [{ type: 'STALE_DATA', message: 'Expected the branch to point elsewhere.' }] };
const ios = `
release: tracker
platforms: { ios: { bundle-id: com.example.app } }
`;

/** How each message comes about. */
const situations: Readonly<Record<keyof typeof messages, Situation>> = {
  'nothing-open': { inputs: { command: 'hold' }, exit: 2 },
  'release-unknown': { isOpen: true, inputs: { command: 'hold', release: 'tracker@9.9.9+20261130.1' }, exit: 2 },
  'confirmation-missing': { isOpen: true, inputs: { command: 'promote', confirm: '2.15' }, exit: 2 },
  'platform-unknown': { isOpen: true, inputs: { command: 'hold', platform: 'watch' }, exit: 2 },
  'credentials-missing': { inputs: { command: 'halt' }, run: { policy: ios }, exit: 2 },
  'source-credentials-missing': {
    isOpen: true,
    run: {
      policy: POLICY.replace(/crash: .*/, 'crash: { source: sentry, organization: example, project: tracker }'),
    },
    exit: 0,
    where: 'log',
  },
  'app-missing': { inputs: { command: 'halt' }, run: { policy: '' }, exit: 2 },
  'open-input-missing': { inputs: { command: 'open' }, exit: 2 },
  'ledger-unreadable': { options: brokenLedger, exit: 2 },
  'ledger-unwritten': {
    isOpen: true,
    hours: 7,
    fault: always({ operation: 'graphql/createCommitOnBranch' }, 403),
    exit: 3,
  },
  'move-failed': { isOpen: true, hours: 7, fault: always({ operation: 'edits.commit' }, 403), exit: 2 },
  'store-unreadable': { isOpen: true, fault: always({ vendor: 'google-play' }, 503), exit: 3 },
  'call-failed': {
    isOpen: true,
    hours: 3,
    inputs: { command: 'halt' },
    fault: always({ operation: 'issues/create' }, 403, { message: 'Resource not accessible by integration' }),
    exit: 2,
  },
  'timeline-failed': {
    isOpen: true,
    hours: 7,
    fault: always({ operation: 'graphql/deployments' }, 403, { message: 'Resource not accessible by integration' }),
    exit: 0,
  },
  'ticks-late': {
    options: {
      github: (world) => {
        world.addRun({ workflow: 'mobile-promote', createdAt: '2026-11-30T01:17:00Z' });
      },
    },
    isOpen: true,
    run: { env: { GITHUB_WORKFLOW_REF: 'example-org/tracker/.github/workflows/mobile-promote.yml@refs/heads/main' } },
    exit: 0,
  },
  'halted-now': { isOpen: true, hours: 3, share: 0.03, exit: 1 },
  'app-store-other-build': {
    options: {
      apple: {
        id: '1500000001',
        versions: [{ versionString: '2.15.3', build: '20261130.7', state: 'READY_FOR_DISTRIBUTION' }],
      },
    },
    policy: 'release: tracker\nplatforms: { ios: { app: 1500000001 } }\n',
    isOpen: true,
    exit: 2,
  },
  'nothing-halted': { inputs: { command: 'halt' }, exit: 2 },
};

/** Of the ledger, as this action meets them. */
const ofRollouts: Readonly<Record<keyof typeof rolloutMessages, Situation>> = {
  'release-open-otherwise': {
    isOpen: true,
    inputs: { command: 'open', release: TAG, 'version-code': '7' },
    exit: 2,
  },
  'ledger-contended': {
    options: {
      github: (world) => {
        world.commit({ 'README.md': 'the ledger' }, { branch: 'slipway-ledger' });
      },
    },
    inputs: { command: 'open', release: TAG },
    fault: always({ operation: 'graphql/createCommitOnBranch' }, 200, stale),
    exit: 3,
  },
};

async function meet(mode: Mode, situation: Situation): Promise<Seen> {
  const { options = {}, isOpen = false, hours = 1, fault, inputs = {}, share = 0.002 } = situation;
  const stage = await openStage(isOpen ? { ...atFivePercent, ...options } : options);
  stages.push(stage);
  const begun = stage.clock.now();
  const all = situation.policy === undefined ? {} : { policy: situation.policy };
  if (isOpen) {
    await stage.run(mode, { command: 'open', release: TAG }, all);
    await stage.run(mode, {}, { ...all, health: { since: begun, units: 20_000, share } });
  }
  if (fault !== undefined) stage.addFault(fault);
  stage.clock.advanceTo(begun + hours * hour);
  return stage.run(mode, inputs, { ...all, health: { since: begun, units: 20_000, share }, ...situation.run });
}

const rows = Object.entries({ ...situations, ...ofRollouts });

/** Each message of the catalogue, in one mode: as source in the fast tier, through the bundle in the long one. */
export function giveEach(mode: Mode): void {
  const table = createMessageTable(`What the ${mode} says of a rollout, with its exit code`);
  describe(`${mode}: each message of the catalogue is given`, () => {
    test.each(rows)('%s', async (id, situation) => {
      const seen = await meet(mode, situation);
      const told = seen.annotations.map(({ message }) => message).join('\n');
      expect({ said: situation.where === 'log' ? seen.log : told }).toEqual({
        said: expect.stringContaining(`[${id}]`),
      });
      table.add(id, seen);
      expect(seen.exitCode).toBe(situation.exit);
    });

    test('open refuses a platform that the policy does not have, and writes nothing', async () => {
      const seen = await meet(mode, { inputs: { command: 'open', release: TAG, platform: 'watch' }, exit: 2 });
      expect(seen.annotations.map(({ message }) => message).join()).toContain('[platform-unknown]');
      expect([seen.exitCode, stages[0]?.ledger()]).toEqual([2, undefined]);
    });
  });
}
