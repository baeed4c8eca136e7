import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Rehearsal } from '#rehearsal/engine/session';
import { findJob, logOf, withRehearsal } from './runs.ts';

const path = '.github/workflows/test.yml';

/** Says what it finds, in its own process, in a thread of it and in a process that it forks. */
const files = {
  [path]: `
on: { workflow_dispatch: { inputs: { zone: {}, word: {} } } }
jobs:
  job:
    runs-on: ubuntu-24.04
    steps: [{ uses: $/actions/say, env: { TZ: '\${{ inputs.zone }}' }, with: { word: '\${{ inputs.word }}' } }]
`,
  'actions/say/action.yml':
    'name: S\ndescription: S.\ninputs: { word: { description: W. } }\nruns: { using: node24, main: say.mjs }\n',
  'actions/say/say.mjs': `
import { fork } from 'node:child_process';
import { fstatSync } from 'node:fs';
import { Worker, isMainThread } from 'node:worker_threads';
const isOpen = (descriptor) => { try { fstatSync(descriptor); return true; } catch { return false; } };
const found = {
  word: process.env.INPUT_WORD, time: new Date().toISOString(), offset: new Date().getTimezoneOffset(),
  argv: process.argv, loaded: process.execArgv.map((each) => each.replace(/participant=[^&]*/, '')), cwd: process.cwd(),
  variables: Object.keys(process.env).sort().join(' '),
};
if (!isMainThread) console.log('thread', JSON.stringify(found));
else if (process.send !== undefined) console.log('fork', JSON.stringify(found));
else {
  console.log('began', performance.timeOrigin);
  console.log('main', JSON.stringify({ ...found, pipe: isOpen(3) && !isOpen(4) }));
  await new Promise((resolve) => new Worker(new URL(import.meta.url)).on('exit', resolve));
  await new Promise((resolve) => fork(process.argv[1]).on('exit', resolve));
}
`,
};

interface Said {
  readonly began: number;
  readonly rest: readonly string[];
}

async function say(rehearsal: Rehearsal, word: string, zone = 'Europe/Madrid'): Promise<Said> {
  const result = await rehearsal.run({ workflow: path, event: 'workflow_dispatch', inputs: { word, zone } });
  expect(result.conclusion).toBe('success');
  const lines = logOf(findJob(result, 'job'));
  const began = Number(lines.find((line) => line.startsWith('began'))?.split(' ')[1]);
  return { began, rest: lines.filter((line) => /^(main|thread|fork) /.test(line)) };
}

/** Real time, as a process says when it began. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

/** Processes that wait for an action, by id. */
function listWaiting(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => {
      try {
        const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return parent === process.pid && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('/ahead/preload.mjs');
      } catch {
        return false;
      }
    });
}

describe('processes that are started before their step', () => {
  test('an action finds what it finds otherwise, in its threads and in processes that it forks as well', async () => {
    const words = ['one', 'two', 'three', 'four'];
    const runAll = async (isRepeated: boolean): Promise<readonly string[]> =>
      withRehearsal(
        files,
        async (rehearsal, folder) => {
          const all: Said[] = [];
          for (const word of words) {
            const startedAt = now();
            const said = await say(rehearsal, word);
            // The first two are started with their steps: a script has to come twice before it is taken for one that comes again.
            expect([word, said.began < startedAt]).toEqual([word, isRepeated && !['one', 'two'].includes(word)]);
            all.push(said);
          }
          return all.flatMap(({ rest }) => rest).map((line) => clean(line, rehearsal.folder, folder));
        },
        { isRepeated },
      );
    const plain = await runAll(false);
    expect(plain).toHaveLength(3 * words.length);
    expect(await runAll(true)).toEqual(plain);
  });

  test('one that Node would start otherwise is started with its step', async () => {
    await withRehearsal(
      files,
      async (rehearsal) => {
        for (const word of ['one', 'two']) await say(rehearsal, word);
        const startedAt = now();
        const { began, rest } = await say(rehearsal, 'three', 'Asia/Tokyo');
        expect(began).toBeGreaterThan(startedAt);
        expect(rest[0]).toContain('"offset":-540');
        const { rest: again } = await say(rehearsal, 'four');
        expect(again[0]).toContain('"offset":-60');
      },
      { isRepeated: true },
    );
  });

  test('one that has died is not missed, and none is left at the end', async () => {
    await withRehearsal(
      files,
      async (rehearsal) => {
        for (const word of ['one', 'two']) await say(rehearsal, word);
        const [id = 0] = listWaiting();
        process.kill(id, 'SIGKILL');
        while (existsSync(`/proc/${id}`)) await setImmediate();
        const { rest } = await say(rehearsal, 'three');
        expect(rest[0]).toContain('"word":"three"');
        await say(rehearsal, 'four');
        expect(listWaiting()).toHaveLength(1);
      },
      { isRepeated: true },
    );
    expect(listWaiting()).toEqual([]);
  });

  test('a script of the workspace, which is another one in each run, is never waited for', async () => {
    const local = {
      ...files,
      [path]: files[path].replace('steps: [', 'steps: [{ uses: actions/checkout@v6 }, ').replace('$/', './'),
    };
    await withRehearsal(
      local,
      async (rehearsal) => {
        for (const word of ['one', 'two', 'three']) await say(rehearsal, word);
        expect(listWaiting()).toEqual([]);
      },
      { isRepeated: true },
    );
  });
});

/** Without the folders and addresses that each rehearsal has of its own. */
function clean(line: string, ...folders: readonly string[]): string {
  return folders
    .reduce((text, folder) => text.replaceAll(folder, ''), line)
    .replaceAll(/\d+(?:\.\d+){3}(?::|%3A)\d+/g, 'address')
    .replaceAll(/[\w%.-]*slipway-rehearsal-[\w-]+/g, '');
}
