import { describe, expect, test } from '@jest/globals';
import { createVirtualClock } from '#emulators/base/clock';
import { createFaultPlan } from '#emulators/base/fault-plan';
import { createGitHubEmulator, type GitHubEmulator } from '#emulators/github/server';
import { createGitHubWorld } from '#emulators/github/world';
import type { Ledger } from '#rollout/entries';
import { parseLedger } from '#rollout/ledger-file';
import { readState } from '#rollout/state';
import { testWithAndroidTools } from '../artifacts/android-tools.ts';
import { findLeaks } from '../support/leaks.ts';
import { testWithOpenssl } from '../support/openssl.ts';
import { readBranch } from '../support/branch.ts';
import { slowModes } from '../support/scenario.ts';
import { PACKAGE, run } from './android-stage.ts';
import { run as runIos } from './ios-stage.ts';
import { addWearTracks, opening } from './situations-android.ts';

const POLICY = `release: tracker
platforms:
  android: { package: ${PACKAGE} }
  wear: { package: ${PACKAGE} }
  ios: { bundle-id: com.example.app }
`;

async function withGitHub(
  use: (github: GitHubEmulator, faults: ReturnType<typeof createFaultPlan>) => Promise<void>,
): Promise<void> {
  const faults = createFaultPlan();
  const world = createGitHubWorld({ owner: 'example-org', repo: 'tracker' });
  const github = createGitHubEmulator({ world, clock: createVirtualClock('2026-11-24T09:00:00Z'), faults });
  await github.start();
  try {
    await use(github, faults);
  } finally {
    await github.stop();
  }
}

function ledgerOf(github: GitHubEmulator, version: string): Ledger | undefined {
  const text = readBranch(github, 'slipway-ledger', `releases/tracker/${version}.json`);
  return text === undefined ? undefined : parseLedger(text);
}

/** Platforms and artifacts of the release. */
function joined(github: GitHubEmulator, version: string): readonly string[] {
  const ledger = ledgerOf(github, version);
  return ledger === undefined
    ? []
    : readState(ledger).platforms.map(({ platform, artifact }) => `${platform} ${JSON.stringify(artifact)}`);
}

const files = { '.github/slipway.yml': POLICY };
const inputs = { 'open-rollout': 'true', 'github-token': 'ghs_workflow', build: '20261124.1' };
const environment = (github: GitHubEmulator): Readonly<Record<string, string>> => ({
  GITHUB_API_URL: github.url,
  GITHUB_REPOSITORY: 'example-org/tracker',
  GITHUB_ACTOR: 'octocat',
});

describe.each(slowModes)('%s: an upload opens the rollout', (mode) => {
  testWithAndroidTools('of an .aab, once it has arrived, and once only', async () => {
    await withGitHub(async (github) => {
      await run(mode, { files, inputs, env: environment(github) }, async ({ seen, commands }) => {
        expect([seen.exitCode, seen.outputs['opened'], seen.outputs['release-tag']]).toEqual([
          0,
          'true',
          'tracker@1.2.3+20261124.1',
        ]);
        expect(seen.summary).toContain('is open for android');
        expect(joined(github, '1.2.3+20261124.1')).toEqual(['android {"store":"google-play","versionCode":42}']);
        const again = await seen.again();
        expect([again.exitCode, again.outputs['uploaded'], again.outputs['opened']]).toEqual([0, 'false', 'false']);
        expect(ledgerOf(github, '1.2.3+20261124.1')?.entries).toHaveLength(2);
        // The token was used, and shows nowhere: neither in what the step leaves, nor in the ledger, nor to Fastlane.
        expect(github.log.entries().map(({ actor }) => actor)).toContain('workflow');
        const ledger = readBranch(github, 'slipway-ledger', 'releases/tracker/1.2.3+20261124.1.json') ?? '';
        expect(findLeaks('ghs_workflow', seen, { ledger, commands })).toEqual([]);
      });
    });
  });

  const mark = (github: GitHubEmulator): string | undefined =>
    readBranch(github, 'slipway-ledger', 'releases/tracker/uploading.json');

  testWithAndroidTools('and says beside the ledger that it is under way, for as long as it is', async () => {
    await withGitHub(async (github) => {
      const writes = (): number =>
        github.log.entries().filter(({ operation }) => /createCommit|git\/create-ref/.test(operation)).length;
      await run(mode, { files, inputs, env: environment(github) }, ({ seen }) => {
        expect([seen.exitCode, mark(github), writes()]).toEqual([0, undefined, 3]);
      });
    });
  });

  testWithAndroidTools('and a mark that could not be taken away says when it is over', async () => {
    await withGitHub(async (github, faults) => {
      const match = { operation: 'graphql/createCommitOnBranch', occurrence: 1 };
      faults.add({ match, fault: { kind: 'status', status: 403 } });
      await run(mode, { files, inputs, env: environment(github) }, ({ seen }) => {
        expect([seen.exitCode, seen.outputs['opened']]).toEqual([0, 'true']);
        expect(JSON.parse(mark(github) ?? '{}')).toEqual({
          schema: 1,
          uploads: [{ package: PACKAGE, run: '1.1', until: expect.stringMatching(/^2026-/) }],
        });
      });
    });
  });

  testWithAndroidTools('of a phone and its watch, as two platforms', async () => {
    await withGitHub(async (github) => {
      await run(mode, { files, inputs, env: environment(github), watch: {}, prepare: addWearTracks }, ({ seen }) => {
        expect(seen.exitCode).toBe(0);
        expect(joined(github, '1.2.3+20261124.1')).toEqual([
          'android {"store":"google-play","versionCode":42}',
          'wear {"store":"google-play","versionCode":43}',
        ]);
      });
    });
  });

  testWithOpenssl('of an .ipa, beside what is open already', async () => {
    await withGitHub(async (github) => {
      await runIos(
        mode,
        { files, inputs: { 'open-rollout': 'true', 'github-token': 'ghs_workflow' }, env: () => environment(github) },
        ({ seen }) => {
          expect([seen.exitCode, seen.outputs['release-tag']]).toEqual([0, 'tracker@2.15.3+20261122.1']);
          expect(joined(github, '2.15.3+20261122.1')).toEqual(['ios {"store":"app-store","build":"20261122.1"}']);
        },
      );
    });
  });

  testWithAndroidTools('in a dry run only in words', async () => {
    await withGitHub(async (github) => {
      await run(mode, { files, inputs: { ...inputs, 'dry-run': 'true' }, env: environment(github) }, ({ seen }) => {
        expect([seen.exitCode, seen.outputs['opened']]).toEqual([0, 'false']);
        expect(seen.summary).toContain('It would open the rollout');
        expect(github.log.writes()).toEqual([]);
      });
    });
  });

  testWithAndroidTools('and where it cannot, the next run does', async () => {
    await withGitHub(async (github, faults) => {
      // Before it come the reads for the mark of the upload.
      faults.add({ match: { operation: 'graphql/repository', occurrence: 3 }, fault: { kind: 'status', status: 403 } });
      await run(mode, { files, inputs, env: environment(github) }, async ({ seen }) => {
        expect([seen.exitCode, seen.outputs['uploaded'], seen.outputs['opened']]).toEqual([3, 'true', 'false']);
        expect(seen.annotations.at(-1)?.message).toContain('[rollout-unopened]');
        const again = await seen.again();
        expect([again.exitCode, again.outputs['uploaded'], again.outputs['opened']]).toEqual([0, 'false', 'true']);
      });
    });
  });

  testWithAndroidTools('and a broken policy is told before a byte is sent', async () => {
    await run(
      mode,
      { ...opening(PACKAGE), files: { '.github/slipway.yml': `${POLICY}windwo: {}\n` } },
      ({ seen, commits }) => {
        expect([seen.exitCode, commits]).toEqual([2, 0]);
        expect(seen.annotations).toContainEqual(
          expect.objectContaining({ file: '.github/slipway.yml', line: 6, column: 1 }),
        );
      },
    );
  });
});

test('a ledger that is no ledger is a matter for a person', () => {
  expect(() => parseLedger('{')).toThrow('it is no JSON');
  expect(() => parseLedger('{"schema":2,"claims":{},"entries":[]}')).toThrow('it was written by a newer version');
  expect(() => parseLedger('{"schema":1,"claims":{},"entries":[{"kind":"other"}]}')).toThrow('entries[0].kind');
});
