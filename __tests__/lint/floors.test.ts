import { describe, expect, test } from '@jest/globals';
import { Linter } from 'eslint';
import { existsSync, readdirSync } from 'node:fs';
import { parser } from 'typescript-eslint';
import { findFloor, floors } from '../../lint/floors.js';
import { doors, type Floor, house, shipped } from '../../lint/house.js';

const linter = new Linter({ cwd: '/repository' });

/** What the rule says of a file: `line:column message`. */
function lint(file: string, code: string): string[] {
  const config: Linter.Config = {
    files: ['**/*.ts', '**/*.js'],
    languageOptions: { parser: parser },
    plugins: { slipway: { rules: { floors } } },
    rules: { 'slipway/floors': 'error' },
  };
  const messages = linter.verify(code, [config], { filename: `/repository/${file}` });
  return messages.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** A file of the floor, and how a file elsewhere imports it. */
const fileOn = ({ path, rooms }: Floor): string =>
  path.endsWith('/') ? `${path}${rooms === undefined ? '' : 'room/'}file.ts` : path;
const hashOf = (floor: Floor): string => `#${fileOn(floor).replace(/^src\/|\.ts$/g, '')}`;

describe('floors', () => {
  test.each(Object.entries(house))('%s imports what the table says, by `#` and by path', (from, floor) => {
    const { imports, importsTypesOf = [] } = floor;
    const upTheStairs = '../'.repeat(fileOn(floor).split('/').length - 1);
    for (const [to, target] of Object.entries(house)) {
      for (const specifier of [hashOf(target), upTheStairs + fileOn(target)]) {
        const value = lint(fileOn(floor), `import { x } from '${specifier}';`);
        const type = lint(fileOn(floor), `import type { x } from '${specifier}';`);
        if (from === to || imports === 'all' || imports.includes(to)) {
          expect([...value, ...type]).toEqual([]);
        } else if (importsTypesOf.includes(to)) {
          expect(type).toEqual([]);
          expect(value).toEqual([expect.stringMatching(/^1:19 .*may import only types of/)]);
        } else {
          expect(value).toEqual([expect.stringContaining(`1:19 ${from} may not import ${to} (${specifier}): `)]);
          expect(type).toEqual([value[0]?.replace('1:19', '1:24')]);
        }
      }
    }
  });

  // The lines of the design, said once more by hand: the loop above would follow a wrong table.
  test.each([
    ['src/kit/log.ts', '#health/verdict'],
    ['src/kit/log.ts', '#reports/junit'],
    ['src/health/verdict.ts', '#kit/log'],
    ['src/vendors/sentry/client.ts', '#rollout/plan'],
    ['src/reports/junit.ts', '#vendors/sentry/client'],
    ['src/versions/order.ts', '../../actions/quality-gate/gate.ts'],
    ['src/rollout/plan.ts', '#emulators/clock'],
    ['actions/quality-gate/main.ts', '#emulators/clock'],
    ['actions/quality-gate/main.ts', '#rehearsal/runner'],
    ['actions/quality-gate/main.ts', '../../cli/rehearse.ts'],
    ['actions/quality-gate/main.ts', '../../scripts/bundle.js'],
    ['cli/rehearse.ts', '../actions/quality-gate/gate.ts'],
    ['actions/quality-gate/main.ts', '../start.ts'],
    ['emulators/github/server.ts', '#kit/http'],
    ['emulators/github/server.ts', '../../actions/quality-gate/gate.ts'],
    ['emulators/github/server.ts', '../../cli/rehearse.ts'],
    ['emulators/github/server.ts', '#rehearsal/runner'],
  ])('%s never imports %s', (file, specifier) => {
    expect(lint(file, `import '${specifier}';`)).toEqual([expect.stringContaining('1:8 ')]);
  });

  test.each([
    ['actions/quality-gate/main.ts', '#rollout/plan'],
    ['actions/quality-gate/main.ts', './inputs.ts'],
    ['actions/quality-gate/main.ts', '#kit/log'],
    ['actions/quality-gate/main.ts', '@actions/github'],
    ['actions/start.ts', './quality-gate/main.ts'],
    ['cli/rehearse.ts', '#rehearsal/runner'],
    ['cli/rehearse.ts', '#emulators/clock'],
    ['src/vendors/github/client.ts', '#kit/http'],
    ['src/rollout/plan.ts', '#health/verdict'],
    ['src/rollout/policy.ts', 'yaml'],
    ['rehearsal/runner.ts', '../actions/quality-gate/main.ts'],
    ['emulators/github/server.ts', '../clock.ts'],
    ['emulators/github/server.ts', 'node:http'],
    ['scripts/bundle.ts', '#emulators/clock'],
    ['__tests__/kit/log.test.ts', '#kit/log'],
  ])('%s may import %s', (file, specifier) => {
    expect(lint(file, `import '${specifier}';`)).toEqual([]);
  });

  test.each([
    [`import { x } from '#health/x';`, '1:19'],
    [`import type { x } from '#health/x';`, '1:24'],
    [`export { x } from '#health/x';`, '1:19'],
    [`export type { x } from '#health/x';`, '1:24'],
    [`export * from '#health/x';`, '1:15'],
    [`export const x = await import('#health/x');`, '1:31'],
    ['export const x = await import(`#health/x`);', '1:31'],
    [`export type X = import('#health/x').X;`, '1:24'],
    [`export type X = typeof import('#health/x');`, '1:31'],
    [`import '../../src/health/../health/x.ts';`, '1:8'],
  ])('sees %s', (code, place) => {
    expect(lint('src/kit/file.ts', code)).toEqual([expect.stringContaining(`${place} kit may not import health`)]);
  });

  test('every folder of the house that holds code is a floor, and every file of one finds it', () => {
    for (const [name, { path }] of Object.entries(house))
      expect(findFloor(path.endsWith('/') ? `${path}some/file.ts` : path)).toBe(name);
    const known = Object.values(house).map(({ path }) => path);
    const inSrc = existsSync('src') ? readdirSync('src').map((name) => `src/${name}/`) : [];
    for (const path of [...inSrc, ...['actions/', 'cli/', 'emulators/'].filter((folder) => existsSync(folder))]) {
      expect(known).toContain(path);
    }
  });
});

const places = doors.flatMap(({ files }) => files).map((file) => (file.endsWith('/') ? `${file}any.ts` : file));

describe('doors', () => {
  const uses = doors.flatMap((door) => [
    ...door.globals.map((name) => ({ name, code: `export const x = ${name};`, door })),
    ...door.modules.map((name) => ({ name, code: importOf(name), door })),
  ]);

  function importOf(name: string): string {
    const [module, member] = name.split('#');
    if (member === undefined) return `import '${module}';`;
    if (member === 'default') return `import x from '${module}';`;
    return member === '*' ? `import * as x from '${module}';` : `import { ${member} as x } from '${module}';`;
  }

  test.each(uses)('$name only where the table says', ({ name, code, door }) => {
    for (const file of ['src/vendors/any/client.ts', 'actions/room/main.ts', 'src/kit/any.ts', ...places]) {
      const isOpen = doors
        .filter(({ globals, modules }) => globals.includes(name) || modules.includes(name))
        .every(({ files }) => files.some((open) => (open.endsWith('/') ? file.startsWith(open) : open === file)));
      const found = lint(file, code);
      if (isOpen) expect(found).toEqual([]);
      else expect(found).toEqual([expect.stringContaining(`${name} goes past the door: `)]);
    }
    for (const file of [
      'cli/main.ts',
      'emulators/any/server.ts',
      'rehearsal/x.ts',
      'scripts/x.ts',
      '__tests__/x.test.ts',
    ]) {
      expect(lint(file, code)).toEqual([]);
    }
    expect(lint('actions/room/main.ts', code)[0]).toContain(
      `${door.what} belongs into ${door.files.join(' or ')}, since `,
    );
  });

  // The lines of the brief, said once more by hand.
  test.each([
    ['Date.now()', 'src/kit/clock.ts'],
    ['new Date()', 'src/kit/clock.ts'],
    ['setTimeout(run, 1)', 'src/kit/clock.ts'],
    ['setTimeout(run, 1)', 'src/kit/exec.ts'],
    ['setInterval(run, 1)', 'src/kit/clock.ts'],
    ['fetch(url)', 'src/kit/fetch.ts'],
    ['process.env.HOME', 'src/kit/runner.ts'],
    ['process.exit(1)', 'src/kit/action.ts'],
    ['process.exit(1)', 'actions/start.ts'],
  ])('%s is allowed in %s, and in no stage', (code, file) => {
    expect(lint(file, `${code};`)).toEqual([]);
    expect(lint('actions/room/main.ts', `${code};`)).toEqual([expect.stringMatching(/^1:\d /)]);
  });

  test.each([
    ['a member of a listed global', 'process.env.HOME;', '1:1 process.env'],
    ['a computed member', "process['env'];", '1:1 process.env'],
    ['a global reached through globalThis', 'globalThis.Date.now();', '1:1 Date.now'],
    ['a global reached through globalThis alone', 'globalThis.fetch(url);', '1:1 fetch'],
    ['a destructured global', 'const { argv, env } = process;', '1:15 process.env'],
    ['a destructured globalThis', 'const { fetch } = globalThis;', '1:9 fetch'],
    ['a default parameter', 'export function f(now = Date.now) { return now; }', '1:25 Date.now'],
    ['a date of now in a chain', 'new Date().toISOString();', '1:5 new Date()'],
    ['a date as a string', 'Date(1);', '1:1 new Date()'],
    ['a subpath of a module', "import { setTimeout } from 'node:timers/promises';", '1:28 node:timers'],
    ['a module without its scheme', "import 'http';", '1:8 node:http'],
    ['a re-exported module', "export * from 'node:child_process';", '1:15 node:child_process'],
    ['a dynamically imported module', "await import('@actions/core');", '1:14 @actions/core'],
    ['a whole module under a name', "import * as p from 'process';", '1:8 node:process#*'],
    ['a re-exported member', "export { env } from 'node:process';", '1:10 node:process#env'],
  ])('sees %s', (_, code, start) => {
    expect(lint('actions/room/main.ts', code)).toEqual([expect.stringContaining(`${start} goes past the door`)]);
  });

  test.each([
    ['a date of an instant', 'new Date(0); new Date(instant);'],
    ['the other statics of Date', "Date.parse('2026-01-01'); Date.UTC(2026);"],
    [
      'a name that the file declares',
      'export function f(fetch: (url: string) => void, process: any) { fetch(process.env); }',
    ],
    ['a property of that name', 'clock.setTimeout(run, 1); options.fetch(url); http.process.env;'],
    [
      'a type',
      "import type { Server } from 'node:http'; let f: typeof fetch; let d: Date; let t: import('node:timers').Timer;",
    ],
    ['a type among others', "import { type env, argv } from 'node:process';"],
    ['harmless parts of process', 'process.platform; const { argv } = process;'],
    ['a member that nobody can read', 'process[name];'],
    ['a module whose name begins alike', "import '@actions/core-extra'; import 'node:https-of-ours';"],
  ])('lets %s pass', (_, code) => {
    expect(lint('actions/room/main.ts', code)).toEqual([]);
  });

  test('the doors stand in shipped code, and every open file has a floor', () => {
    expect(shipped).toEqual(['src/', 'actions/']);
    for (const file of places) expect(['kit', 'entry']).toContain(findFloor(file));
  });
});

describe('every message', () => {
  const end = 'See docs/architecture.md, "Floors and doors".';
  const examples: Record<string, [file: string, code: string, message: string]> = {
    up: [
      'emulators/sentry/server.ts',
      `import '#kit/http';`,
      `1:8 emulators may not import kit (#kit/http): it is a second reading of the vendors, so a misreading shared with shipped code must not hide. It may import: nothing outside itself. ${end}`,
    ],
    stranger: [
      'actions/store-upload/main.ts',
      `import '../quality-gate/gate.ts';`,
      `1:8 One stage may not import another (../quality-gate/gate.ts), so that each can change alone: move what they share to src/. ${end}`,
    ],
    typesOnly: [
      'src/rollout/plan.ts',
      `import { x } from '#vendors/sentry/client';`,
      `1:19 rollout may import only types of vendors (#vendors/sentry/client): it is the pure plan of a rollout; the world is handed to it. Write \`import type\`. ${end}`,
    ],
    pure: [
      'src/health/verdict.ts',
      `import type { X } from 'node:fs';`,
      `1:24 health may not import a package or a Node module (node:fs): it is pure, from evidence to verdict: no vendor, no GitHub, no clock, no package. ${end}`,
    ],
    unknownTarget: [
      'src/kit/log.ts',
      `import '../../dist/x.js';`,
      `1:8 kit imports dist/x.js, which stands on no floor of the house. ${end}`,
    ],
    unknownFloor: [
      'attic/x.ts',
      `x;`,
      `1:1 attic/x.ts stands on no floor of the house: add its folder to lint/house.js. ${end}`,
    ],
    unreadable: [
      'src/kit/tools.ts',
      `await import(name);`,
      `1:14 \`import()\` of a computed name: neither this rule nor the bundler can follow it. Name the module in quotes. ${end}`,
    ],
    door: [
      'actions/room/main.ts',
      `fetch(url);`,
      `1:1 fetch goes past the door: speaking to the network belongs into src/kit/fetch.ts or src/kit/proxy.ts, since deadlines, retries, proxies and the refusal of redirected endpoints hold only for what passes there. ${end}`,
    ],
  };

  test.each(Object.entries(examples))('%s', (_, [file, code, message]) => {
    expect(lint(file, code)).toEqual([message]);
  });

  test('has an example', () => {
    expect(Object.keys(examples).sort()).toEqual(Object.keys(floors.meta?.messages ?? {}).sort());
  });

  test('a configuration file at the root is on no floor and needs none', () => {
    expect(lint('jest.config.js', `import './lint/floors.js'; process.exit(Date.now());`)).toEqual([]);
  });

  test('a tool of this repository may import what it computes', () => {
    expect(lint('lint/main.ts', `await import(name);`)).toEqual([]);
  });
});
