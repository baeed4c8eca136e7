import { describe, expect, test } from '@jest/globals';
import type { PlannedFault } from '#emulators/base/fault-plan';
import { writeObject } from '#emulators/github/git-objects';
import type { GitHubWorld } from '#emulators/github/world';
import type { messages } from '../../actions/release-version/messages.ts';
import { modes } from '../support/scenario.ts';
import { headOf, reservedIn, reserveIn, run, TAG, type Setting } from './stage.ts';

const writesIn = (log: readonly { operation: string; reads: boolean; applied?: boolean }[]): string[] =>
  log.filter(({ reads }) => !reads).map(({ operation }) => operation);

describe.each(modes)('%s: reserve', (mode) => {
  test('takes the first build of the day, and says it in the form of every platform', async () => {
    await run(mode, {}, ({ seen, refs, commit, log }) => {
      expect(seen.outputs).toEqual({
        result: 'success',
        version: '2.15.3',
        build: '20261124.1',
        name: '2.15.3 (20261124.1)',
        tag: TAG,
        'version-code': '261124010',
        'version-code-wear': '261124011',
        'release-url': '',
      });
      expect(refs['refs/slipway/builds/tracker/20261124.1']).toBe(commit);
      expect(log.map(({ operation }) => operation)).toEqual(['git/list-matching-refs', 'git/create-ref']);
      expect(seen.exitCode).toBe(0);
      expect(seen.summary).toContain('## release-version: 2.15.3 \\(20261124.1\\) is reserved');
      expect(seen.summary).toContain('| CFBundleVersion | `20261124.1` |');
      expect(seen.left).toEqual([]);
    });
  });

  test('takes the number after the highest of the day, and each run another one', async () => {
    const prepare = (world: GitHubWorld): void => {
      reserveIn(world, '20261124.1', '20261124.3', '20261123.77', '20261124.none');
      world.repository.refs['refs/slipway/builds/tracker-web/20261124.9'] = headOf(world);
    };
    await run(mode, { prepare, inputs: { version: '3.0.0' } }, async ({ seen }) => {
      expect(seen.outputs['name']).toBe('3.0.0 (20261124.4)');
      expect((await seen.again()).outputs['name']).toBe('3.0.0 (20261124.5)');
    });
  });

  test('a number that somebody took meanwhile is passed over', async () => {
    const faults: PlannedFault[] = [{ match: { operation: 'git/list-matching-refs' }, fault: { kind: 'stale-read' } }];
    await run(mode, { faults, prepare: (world) => reserveIn(world, '20261124.1') }, async ({ seen }) => {
      expect(seen.exitCode).toBe(0);
      expect(['20261124.1', '20261124.2']).toContain(seen.outputs['build']);
      // A list from before its own write: the next run finds its number taken, and says so.
      const again = await seen.again();
      expect(again.outputs['build']).not.toBe(seen.outputs['build']);
    });
  });

  test.each<[fault: string, plan: PlannedFault['fault']]>([
    ['cut after it was made', { kind: 'cut-after' }],
    ['cut before it was made', { kind: 'cut-before' }],
    ['an answer that breaks off', { kind: 'malformed-body' }],
    ['a failure after it was made', { kind: 'status', status: 502, when: 'after' }],
  ])('where no answer says whether a number was taken (%s), it is left out', async (_fault, fault) => {
    await run(mode, { faults: [{ match: { operation: 'git/create-ref' }, fault }] }, ({ seen, refs }) => {
      expect(seen.outputs['build']).toBe('20261124.2');
      expect(reservedIn(refs)).toContain('20261124.2');
      expect(seen.log).toContain('20261124.1 is left out');
      expect(seen.exitCode).toBe(0);
    });
  });

  test('after three such answers it gives up', async () => {
    const faults: PlannedFault[] = [
      { match: { operation: 'git/create-ref' }, fault: { kind: 'cut-before' }, times: Infinity },
    ];
    await run(mode, { faults }, ({ seen, refs, log }) => {
      expect(seen.outputs).toMatchObject({ result: 'vendor-error', build: '', tag: '', 'version-code': '' });
      expect(writesIn(log)).toHaveLength(3);
      expect(reservedIn(refs)).toEqual([]);
      expect(seen.exitCode).toBe(3);
    });
  });

  test('a dry run says what it would take', async () => {
    await run(mode, { inputs: { 'dry-run': 'true', 'version-code-offset': '1000000000' } }, ({ seen, refs, log }) => {
      expect(seen.outputs).toMatchObject({ build: '20261124.1', 'version-code': '1261124010' });
      expect(seen.summary).toContain('would be reserved \\(dry run\\)');
      expect(reservedIn(refs)).toEqual([]);
      expect(writesIn(log)).toEqual([]);
    });
  });
});

/** Two releases before, one of another app, and two pull requests merged since the first. */
function prepareHistory(world: GitHubWorld): void {
  const merge = (title: string, tag?: string): void => {
    world.branch(title);
    const headSha = world.commit({ [title]: title }, { branch: title });
    const sha = world.commit({ [title]: title }, { branch: 'main', merges: [headSha] });
    const pull = world.openPull({ head: title, title });
    Object.assign(pull, { state: 'closed', mergedAt: pull.createdAt, mergeCommitSha: sha });
    if (tag !== undefined) world.repository.refs[`refs/tags/${tag}`] = sha;
  };
  merge('Login', 'tracker@2.9.0+20260101.1');
  merge('Dark mode', 'tracker@2.15.2+20261110.2');
  merge('Maps', 'tracker-web@9.0.0+20261111.1');
  merge('Watch face', 'tracker@2.x');
  world.repository.refs['refs/tags/tracker@3.0.0+20261120.1'] = headOf(world);
}

const PUBLISH = { command: 'publish', tag: TAG };

describe.each(modes)('%s: publish', (mode) => {
  test('makes the tag and the release, with what was merged since the version before', async () => {
    await run(mode, { inputs: PUBLISH, prepare: prepareHistory }, ({ seen, refs, releases, commit }) => {
      expect(refs[`refs/tags/${TAG}`]).toBe(commit);
      expect(releases).toEqual([
        expect.objectContaining({ tagName: TAG, name: '2.15.3 (20261124.1)', draft: false, prerelease: false }),
      ]);
      const body = releases[0]?.body ?? '';
      expect(body).toContain('* Maps by @ada');
      expect(body).toContain('* Watch face by @ada');
      expect(body).not.toContain('Dark mode');
      expect(body).toContain('compare/tracker@2.15.2+20261110.2...tracker@2.15.3+20261124.1');
      expect(seen.outputs).toEqual({
        result: 'success',
        version: '2.15.3',
        build: '20261124.1',
        name: '2.15.3 (20261124.1)',
        tag: TAG,
        'version-code': '',
        'version-code-wear': '',
        'release-url': expect.stringContaining('/releases/tag/tracker%402.15.3%2B20261124.1'),
      });
      expect(seen.summary).toContain('is published: the tag and the release made');
    });
  });

  test('done again it changes nothing', async () => {
    await run(mode, { inputs: PUBLISH }, async ({ seen, releases }) => {
      const again = await seen.again();
      expect(again.outputs).toEqual(seen.outputs);
      expect(again.log).toContain('2.15.3 (20261124.1) was published before');
      expect(releases).toHaveLength(1);
    });
  });

  test('a tag of this commit with a message is the tag', async () => {
    const prepare = (world: GitHubWorld): void => {
      const object = writeObject(world.repository.objects, {
        type: 'tag',
        tag: TAG,
        message: 'Release',
        object: headOf(world),
        objectType: 'commit',
        tagger: { name: 'Ada', email: 'ada@example.test', date: '2026-11-24T08:00:00Z' },
      });
      world.repository.refs[`refs/tags/${TAG}`] = object;
    };
    await run(mode, { inputs: PUBLISH, prepare }, ({ seen, log }) => {
      expect(seen.exitCode).toBe(0);
      expect(writesIn(log)).toEqual(['repos/create-release']);
    });
  });

  test.each<[what: string, inputs: Setting['inputs'], expected: object]>([
    ['without notes', { notes: 'none' }, { body: '' }],
    ['as a prerelease', { prerelease: 'true' }, { prerelease: true }],
  ])('%s', async (_what, inputs, expected) => {
    await run(mode, { inputs: { ...PUBLISH, ...inputs } }, ({ releases }) => {
      expect(releases).toEqual([expect.objectContaining(expected)]);
    });
  });

  test('a dry run says what is missing', async () => {
    await run(mode, { inputs: { ...PUBLISH, 'dry-run': 'true' } }, ({ seen, log, commit }) => {
      expect(seen.log).toContain(`dry run: would make the tag and the release of ${TAG} at ${commit}`);
      expect(writesIn(log)).toEqual([]);
      expect(seen.outputs).toMatchObject({ result: 'success', tag: TAG, 'release-url': '' });
    });
  });
});

/** Every message of the catalogue, by a situation that brings it. */
const failures: Record<keyof typeof messages, Setting> = {
  'release-missing': { inputs: { release: '' } },
  'tag-missing': { inputs: { command: 'publish' } },
  'commit-unknown': { env: { GITHUB_SHA: 'main' } },
  'version-unreadable': { files: { 'package.json': '{ "version": "2.15" }' } },
  'version-code-too-large': { inputs: { 'version-code-offset': '2000000000' } },
  'builds-exhausted': { prepare: (world) => reserveIn(world, '20261124.99') },
  'reservations-refused': {
    faults: [
      { match: { operation: 'git/create-ref' }, fault: { kind: 'status', status: 422, body: { message: 'No.' } } },
    ],
  },
  'tag-elsewhere': {
    inputs: PUBLISH,
    prepare: (world) => {
      world.repository.refs[`refs/tags/${TAG}`] = headOf(world);
      world.commit({ 'a.txt': 'a' }, { branch: 'main' });
    },
  },
  'token-lacks-permission': { permissions: { contents: 'read' } },
  'store-code-larger': { stores: { codes: [300_000_000] } },
  'store-input-missing': { stores: {}, inputs: { 'app-store-connect-key': '' } },
  'commit-not-found': { inputs: { commit: 'c'.repeat(40) } },
};

describe.each(modes)('%s: what goes wrong is told', (mode) => {
  test.each(Object.entries(failures))('%s', async (id, setting) => {
    await run(mode, setting, ({ seen, log, releases }) => {
      expect(seen.outputs['result']).toBe('misconfigured');
      expect(seen.outputs).toMatchObject({ 'version-code': '', 'release-url': '' });
      expect(seen.exitCode).toBe(2);
      expect(seen.annotations.at(-1)?.message).toContain(`[${id}]`);
      expect(log.filter(({ applied }) => applied)).toEqual([]);
      expect(releases).toEqual([]);
    });
  });

  test.each<[what: string, setting: Setting]>([
    ['a token that may not tag', { inputs: PUBLISH, permissions: { contents: 'read' } }],
    ['a commit that is not there', { inputs: { ...PUBLISH, commit: 'c'.repeat(40) } }],
  ])('by publish: %s', async (_what, setting) => {
    await run(mode, setting, ({ seen, log }) => {
      expect(seen.outputs).toMatchObject({ result: 'misconfigured', 'release-url': '' });
      expect(log.filter(({ applied }) => applied)).toEqual([]);
    });
  });

  test.each<[input: string, value: string]>([
    ['release', 'tracker mobile'],
    ['release', 'tracker.'],
    ['version', '2.15'],
    ['version', '02.1.0'],
    ['tag', 'v2.15.3'],
    ['tag', 'tracker@2.15.3+20260230.1'],
    ['reservations', 'refs/heads/builds'],
    ['reservations', 'builds'],
    ['version-code-offset', '-1'],
    ['command', 'publsh'],
  ])('the input %s: "%s"', async (input, value) => {
    await run(mode, { inputs: { [input]: value } }, ({ seen, log }) => {
      expect(seen.outputs['result']).toBe('misconfigured');
      expect(seen.summary).toContain(value);
      expect(log).toEqual([]);
    });
  });
});
