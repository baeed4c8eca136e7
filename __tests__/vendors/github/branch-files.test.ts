import { describe, expect, test } from '@jest/globals';
import { createFaultPlan } from '#emulators/base/fault-plan';
import type { Fault } from '#emulators/base/fault-plan';
import { listInterleavings } from '#emulators/base/interleavings';
import { chooseByActor, createScheduler } from '#emulators/base/scheduler';
import { readCommit } from '#emulators/github/git-graph';
import { blobBytes } from '#emulators/github/git-objects';
import { listFiles } from '#emulators/github/git-trees';
import type { GitHubWorld } from '#emulators/github/world';
import { ConfigurationError, VendorError } from '#kit/errors';
import { readFolder, writeFiles } from '#vendors/github/branch-files';
import type { FileChange, Written } from '#vendors/github/branch-files';
import type { GitHub } from '#vendors/github/client';
import { findFaultProblems } from './fault-runs.ts';
import { withClient } from './stage.ts';
import type { ClientStage } from './stage.ts';

const branch = 'slipway-ledger';
const folder = 'ledger/tracker';
const path = `${folder}/2.0.0.json`;
const where = { branch, folder };

function repositoryOf({
  emulator,
  repo,
}: ClientStage): ReturnType<ClientStage['emulator']['snapshot']>['repositories'][string] {
  const repository = emulator.snapshot().repositories[`${repo.owner}/${repo.repo}`];
  if (repository === undefined) throw new Error('no repository');
  return repository;
}

/** Messages of the branch's commits, the newest first, and its files. */
function view(stage: ClientStage, name = branch): { commits: string[]; files: Record<string, string> } {
  const { refs, objects } = repositoryOf(stage);
  const commits: string[] = [];
  const head = refs[`refs/heads/${name}`] ?? '';
  for (let sha: string | undefined = head; sha !== undefined && sha !== ''; sha = readCommit(objects, sha)?.parents[0])
    commits.push(readCommit(objects, sha)?.message ?? '');
  const files = [...listFiles(objects, readCommit(objects, head)?.tree ?? '')].map(([file, { sha }]) => {
    const blob = objects[sha];
    return [file, blob?.type === 'blob' ? blobBytes(blob).toString() : ''];
  });
  return { commits, files: Object.fromEntries(files) as Record<string, string> };
}

const ledger =
  (files: Record<string, string | Uint8Array>) =>
  (world: GitHubWorld): void => {
    world.repository.refs[`refs/heads/${branch}`] ??= orphan(world);
    world.commit(files, { branch, message: 'before' });
  };

/** A first commit without files. */
function orphan(world: GitHubWorld): string {
  world.commit({ 'README.md': null }, { branch: 'empty' });
  return world.repository.refs['refs/heads/empty'] ?? '';
}

const change = (parts: Partial<FileChange> & Pick<FileChange, 'expectedHead'>): FileChange => ({
  branch,
  additions: new Map([[path, 'one\n']]),
  deletions: [],
  message: 'Remember 2.0.0\n\nIt is at 5 %.',
  ...parts,
});

describe('reading a folder', () => {
  test('its files as text, of one commit, in one request; not those of its sub-folders', async () => {
    const files = {
      [path]: 'one',
      [`${folder}/empty`]: '',
      [`${folder}/é.txt`]: 'ü€😀',
      [`${folder}/old/1.json`]: 'no',
    };
    await withClient(
      { prepare: ledger({ ...files, 'ledger/other/x': 'no', 'ledger/tracker.json': 'no' }) },
      async (stage) => {
        const { head, files: read } = await readFolder(stage.github(), where);
        expect(Object.fromEntries(read)).toEqual({
          [path]: 'one',
          [`${folder}/empty`]: '',
          [`${folder}/é.txt`]: 'ü€😀',
        });
        expect(head).toBe(repositoryOf(stage).refs[`refs/heads/${branch}`]);
        expect(stage.asked()).toEqual(['graphql/repository']);
      },
    );
  });

  test('no branch is no head and no files; a branch without the folder has its head and no files', async () => {
    await withClient({}, async (stage) => {
      expect(await readFolder(stage.github(), where)).toEqual({ head: undefined, files: new Map() });
      expect(await readFolder(stage.github(), { ...where, branch: 'main' })).toEqual({
        head: stage.world.repository.refs['refs/heads/main'],
        files: new Map(),
      });
    });
  });

  test.each([
    ['as long as GraphQL gives it', 'x'.repeat(512_000), 0],
    ['one byte longer', 'x'.repeat(512_001), 1],
    ['cut in the middle of a character', `${'x'.repeat(511_999)}€`, 1],
    ['with a byte order mark', '\uFEFF{}', 0],
    ['with a NUL', 'a\0b', 1],
    ['too long, with a byte order mark', `\uFEFF${'x'.repeat(512_000)}`, 1],
  ])('a file %s is whole', async (_, content, more) => {
    await withClient({ prepare: ledger({ [path]: content, [`${folder}/b`]: 'b' }) }, async (stage) => {
      const { files } = await readFolder(stage.github(), where);
      expect(files.get(path) === content).toBe(true);
      expect(files.size).toBe(2);
      expect(stage.asked().slice(1)).toEqual(Array.from({ length: more }, () => 'git/get-blob'));
    });
  });

  test.each([
    ['of bytes', Uint8Array.of(0x89, 0x50, 0, 0xff)],
    ['that is no UTF-8', Uint8Array.of(0x63, 0xe9, 0x21)],
    ['whose damage has as many bytes as its replacement', Uint8Array.of(0xf0, 0x9f, 0x98)],
  ])('a file %s is no text, and is told by name', async (_, bytes) => {
    await withClient({ prepare: ledger({ [path]: bytes }) }, async (stage) => {
      const reading = readFolder(stage.github(), where);
      await expect(reading).rejects.toBeInstanceOf(ConfigurationError);
      await expect(reading).rejects.toMatchObject({
        notes: [{ id: 'github-file-not-text', text: expect.stringContaining(path) }],
      });
    });
  });

  test('bytes that are not those of the file are no file', async () => {
    await withClient({ prepare: ledger({ [path]: 'x'.repeat(512_001) }) }, async (stage) => {
      const github = stage.github();
      const cut: GitHub = {
        ...github,
        read: async (_, shape) => Promise.resolve(shape({ content: 'eHh4', encoding: 'base64' }, '')),
      };
      await expect(readFolder(cut, where)).rejects.toThrow('content is not that of');
    });
  });

  test('a file in the place of the folder is no empty folder', async () => {
    await withClient({ prepare: ledger({ [folder]: 'a file' }) }, async (stage) => {
      await expect(readFolder(stage.github(), where)).rejects.toMatchObject({ notes: [{ id: 'vendor-unreadable' }] });
    });
  });

  test('without the permission the cure names it', async () => {
    const prepare = (world: GitHubWorld): void => {
      world.addToken({ name: 'blind', permissions: {} });
    };
    await withClient({ prepare }, async (stage) => {
      await expect(readFolder(stage.github('ghs_blind'), where)).rejects.toMatchObject({
        fault: 'configuration',
        notes: [{ id: 'github-permission-missing', cure: expect.stringContaining('"contents: read"') }],
      });
    });
  });
});

describe('writing files', () => {
  test('a branch begins with a commit that descends from none, and grows by one commit and one request a write', async () => {
    await withClient({}, async (stage) => {
      const github = stage.github();
      const first = await writeFiles(github, change({ expectedHead: undefined }));
      expect(first).toEqual({ is: 'written', head: repositoryOf(stage).refs[`refs/heads/${branch}`] });
      expect(view(stage)).toEqual({ commits: ['Remember 2.0.0\n\nIt is at 5 %.'], files: { [path]: 'one\n' } });
      expect(stage.asked()).toEqual(['git/create-tree', 'git/create-commit', 'git/create-ref']);
      const expectedHead = first.is === 'written' ? first.head : '';
      const second = await writeFiles(
        github,
        change({ expectedHead, additions: new Map([['a/b.json', 'ü']]), deletions: [path], message: 'Then' }),
      );
      expect(second).toEqual({ is: 'written', head: repositoryOf(stage).refs[`refs/heads/${branch}`] });
      expect(view(stage)).toEqual({ commits: ['Then', 'Remember 2.0.0\n\nIt is at 5 %.'], files: { 'a/b.json': 'ü' } });
      expect(stage.asked().slice(3)).toEqual(['graphql/createCommitOnBranch']);
    });
  });

  test.each<[what: string, expectedHead: (before: string) => string | undefined]>([
    ['the branch has moved on', (before) => before.replace(/^./, (first) => (first === '0' ? '1' : '0'))],
    ['the branch exists already', () => undefined],
  ])('%s: nothing is written, and that is no error', async (_, expectedHead) => {
    await withClient({ prepare: ledger({ [path]: 'zero' }) }, async (stage) => {
      const before = repositoryOf(stage).refs[`refs/heads/${branch}`] ?? '';
      expect(await writeFiles(stage.github(), change({ expectedHead: expectedHead(before) }))).toEqual({ is: 'moved' });
      expect(view(stage).files).toEqual({ [path]: 'zero' });
      expect(stage.asked().some((operation) => operation === 'graphql/repository')).toBe(false);
    });
  });

  test('a branch that is gone has moved; a repository that is out of sight has not', async () => {
    await withClient({}, async (stage) => {
      const expectedHead = stage.world.repository.refs['refs/heads/main'];
      expect(await writeFiles(stage.github(), change({ expectedHead }))).toEqual({ is: 'moved' });
      const elsewhere: GitHub = { ...stage.github(), name: 'no-such' };
      await expect(writeFiles(elsewhere, change({ expectedHead }))).rejects.toMatchObject({
        details: { code: 'NOT_FOUND' },
      });
    });
  });

  test.each([[true], [false]])(
    'of two at once (branch there: %j) one writes, the other is told that it moved',
    async (begun) => {
      const prepare = (world: GitHubWorld): void => {
        if (begun) ledger({ [path]: 'zero' })(world);
        world.addToken({ name: 'a' });
        world.addToken({ name: 'b' });
      };
      const requests = begun ? 1 : 3;
      for (const order of listInterleavings({ a: requests, b: requests })) {
        const scheduler = createScheduler({ callers: 2, choose: chooseByActor(order) });
        await withClient({ prepare, scheduler }, async (stage) => {
          const expectedHead = stage.world.repository.refs[`refs/heads/${branch}`];
          const write = (who: string): Promise<Written> =>
            writeFiles(stage.github(`ghs_${who}`), change({ expectedHead, additions: new Map([[path, who]]) })).finally(
              scheduler.leave,
            );
          const both = await Promise.all([write('a'), write('b')]);
          expect(both.map(({ is }) => is).sort()).toEqual(['moved', 'written']);
          expect(view(stage).files).toEqual({ [path]: both[0].is === 'written' ? 'a' : 'b' });
        });
      }
    },
  );

  test.each<[what: string, begun: boolean, protection: 'branch-protection' | 'ruleset']>([
    ['protection, a commit', true, 'branch-protection'],
    ['protection, a first commit', false, 'branch-protection'],
    ['a ruleset, a commit', true, 'ruleset'],
    ['a ruleset, a first commit', false, 'ruleset'],
  ])('%s: refused as what it is', async (_, begun, protection) => {
    const prepare = (world: GitHubWorld): void => {
      if (begun) ledger({ [path]: 'zero' })(world);
      world.repository.protections[`refs/heads/${branch}`] = protection;
    };
    await withClient({ prepare }, async (stage) => {
      const expectedHead = repositoryOf(stage).refs[`refs/heads/${branch}`];
      await expect(writeFiles(stage.github(), change({ expectedHead }))).rejects.toMatchObject({
        fault: 'configuration',
        notes: [{ id: 'github-branch-protected', text: expect.stringContaining(`"${branch}"`) }],
      });
    });
  });

  test.each([[true], [false]])('without the permission (branch there: %j) the cure names it', async (begun) => {
    const prepare = (world: GitHubWorld): void => {
      if (begun) ledger({ [path]: 'zero' })(world);
      world.addToken({ name: 'reader', permissions: { contents: 'read' } });
    };
    await withClient({ prepare }, async (stage) => {
      const expectedHead = repositoryOf(stage).refs[`refs/heads/${branch}`];
      await expect(writeFiles(stage.github('ghs_reader'), change({ expectedHead }))).rejects.toMatchObject({
        fault: 'configuration',
        notes: [{ id: 'github-permission-missing', cure: expect.stringContaining('"contents: write"') }],
      });
    });
  });
});

describe('an answer that does not say whether it happened', () => {
  const vague = { data: null, errors: [{ message: 'Something went wrong while executing your query.' }] };
  const lost: readonly Fault[] = [
    { kind: 'cut-after' },
    { kind: 'hang', when: 'after' },
    { kind: 'status', status: 502, when: 'after' },
    { kind: 'empty-body' },
    { kind: 'malformed-body' },
    { kind: 'status', status: 200, body: vague, when: 'after' },
    {
      kind: 'status',
      status: 200,
      body: { ...vague, data: { createCommitOnBranch: { commit: { oid: 'f'.repeat(40) } } } },
      when: 'after',
    },
    {
      kind: 'status',
      status: 200,
      body: {
        data: { createCommitOnBranch: { commit: { oid: 'f'.repeat(40) } } },
        errors: [{ type: 'FORBIDDEN', path: ['createCommitOnBranch', 'commit'], message: 'not yours to see' }],
      },
      when: 'after',
    },
  ];
  const missed: readonly Fault[] = [
    { kind: 'cut-before' },
    { kind: 'hang' },
    { kind: 'status', status: 502 },
    { kind: 'status', status: 200, body: vague },
    { kind: 'status', status: 200, body: { errors: [{ type: 'NEW_KIND', message: 'new' }] } },
  ];

  async function writeWith(
    begun: boolean,
    fault: Fault,
    times: number,
    see: (stage: ClientStage, written: Written) => Promise<void> | void,
  ): Promise<void> {
    const operation = begun ? 'graphql/createCommitOnBranch' : 'git/create-ref';
    const faults = createFaultPlan([{ match: { operation }, fault, times }]);
    const prepare = begun ? ledger({ [path]: 'zero' }) : (): void => undefined;
    await withClient({ prepare, faults }, async (stage) => {
      const expectedHead = repositoryOf(stage).refs[`refs/heads/${branch}`];
      await see(stage, await writeFiles(stage.github(), change({ expectedHead })));
    });
  }

  test.each([[true], [false]])(
    '(branch there: %j) is looked after: it stands there once, and that is said',
    async (begun) => {
      for (const fault of [...lost, ...missed]) {
        await writeWith(begun, fault, 1, (stage, written) => {
          expect([fault, written]).toEqual([
            fault,
            { is: 'written', head: repositoryOf(stage).refs[`refs/heads/${branch}`] },
          ]);
          expect(view(stage).commits.filter((message) => message.startsWith('Remember'))).toHaveLength(1);
          expect(view(stage).files).toEqual({ [path]: 'one\n' });
        });
      }
    },
  );

  test.each([[true], [false]])(
    '(branch there: %j) again and again: unknown, with who did not answer',
    async (begun) => {
      for (const fault of missed) {
        await writeWith(begun, fault, Infinity, (stage, written) => {
          expect([fault, written]).toEqual([fault, { is: 'unknown', error: expect.any(VendorError) }]);
          expect(view(stage).commits.some((message) => message.startsWith('Remember'))).toBe(false);
          expect(stage.asked().filter((operation) => /createCommit|create-ref/.test(operation))).toHaveLength(3);
        });
      }
    },
  );

  test('somebody else wrote meanwhile: moved, and theirs stays', async () => {
    const faults = createFaultPlan([
      { match: { operation: 'graphql/createCommitOnBranch' }, fault: { kind: 'cut-before' } },
    ]);
    await withClient({ prepare: ledger({ [path]: 'zero' }), faults }, async (stage) => {
      const expectedHead = repositoryOf(stage).refs[`refs/heads/${branch}`] ?? '';
      const github = stage.github();
      const hooked: GitHub = {
        ...github,
        graphql: async (question, shape) => {
          if (question.operation.startsWith('look')) {
            const other = change({ expectedHead, additions: new Map([[path, 'theirs']]), message: 'Theirs' });
            expect(await writeFiles(github, other)).toMatchObject({ is: 'written' });
          }
          return github.graphql(question, shape);
        },
      };
      expect(await writeFiles(hooked, change({ expectedHead }))).toEqual({ is: 'moved' });
      expect(view(stage).files).toEqual({ [path]: 'theirs' });
    });
  });

  test.each([
    ['a file that should be gone is there', { deletions: ['ledger/gone'] }],
    [
      'one of two files is another one',
      {
        additions: new Map([
          [path, 'one\n'],
          ['ledger/second', 'two'],
        ]),
      },
    ],
  ])('what stands there is not all of it (%s): moved', async (_, parts) => {
    const faults = createFaultPlan([
      { match: { operation: 'graphql/createCommitOnBranch' }, fault: { kind: 'cut-before' } },
    ]);
    await withClient({ prepare: ledger({ [path]: 'zero', 'ledger/gone': 'x' }), faults }, async (stage) => {
      const expectedHead = repositoryOf(stage).refs[`refs/heads/${branch}`] ?? '';
      const github = stage.github();
      const hooked: GitHub = {
        ...github,
        graphql: async (question, shape) => {
          if (question.operation.startsWith('look')) await writeFiles(github, change({ expectedHead }));
          return github.graphql(question, shape);
        },
      };
      expect(await writeFiles(hooked, change({ expectedHead, ...parts }))).toEqual({ is: 'moved' });
    });
  });

  test('a refusal after it is no proof that the first one was not carried out', async () => {
    const faults = createFaultPlan([
      { match: { operation: 'graphql/createCommitOnBranch' }, fault: { kind: 'cut-before' } },
      {
        match: { operation: 'graphql/createCommitOnBranch' },
        fault: { kind: 'status', status: 200, body: { errors: [{ type: 'UNPROCESSABLE', message: 'no' }] } },
        times: Infinity,
      },
    ]);
    await withClient({ prepare: ledger({ [path]: 'zero' }), faults }, async (stage) => {
      const expectedHead = repositoryOf(stage).refs[`refs/heads/${branch}`];
      expect(await writeFiles(stage.github(), change({ expectedHead }))).toMatchObject({ is: 'unknown' });
    });
  });
});

describe('limits', () => {
  test('a primary limit that lasts longer than a job waits is told, and is not unknown', async () => {
    const primaryLimits = {
      'github-token': { core: 5, graphql: 0 },
      app: { core: 5, graphql: 5 },
      pat: { core: 5, graphql: 5 },
    };
    await withClient({ prepare: ledger({ [path]: 'zero' }), primaryLimits }, async (stage) => {
      const expectedHead = repositoryOf(stage).refs[`refs/heads/${branch}`];
      await expect(writeFiles(stage.github(), change({ expectedHead }))).rejects.toMatchObject({
        notes: [{ id: 'vendor-deadline' }],
        details: { ambiguous: false },
      });
    });
  });
});

describe('every request, every fault', () => {
  /** Reads, and adds its line if it is not there: as the ledger does. */
  const remember = async (github: GitHub): Promise<Written | 'there'> => {
    const { head, files } = await readFolder(github, where);
    const lines = files.get(path) ?? '';
    if (lines.includes('halted')) return 'there';
    return writeFiles(github, change({ expectedHead: head, additions: new Map([[path, `${lines}halted\n`]]) }));
  };

  test.each([
    ['a branch of its own', (): void => undefined, 70],
    ['one more commit', ledger({ [path]: 'open\n', [`${folder}/b`]: 'x' }), 40],
    ['one more commit, beside a large file', ledger({ [path]: 'open\n', [`${folder}/b`]: 'x'.repeat(600_000) }), 50],
  ])('%s: what is reported is there, and after the next run it is there once', async (_, prepare, atLeast) => {
    const { runs, problems } = await findFaultProblems({
      prepare,
      run: remember,
      says: (result) => result === 'there' || result.is === 'written',
      view: (stage) => view(stage),
    });
    expect(runs).toBeGreaterThan(atLeast);
    expect(problems).toEqual([]);
  });
});
