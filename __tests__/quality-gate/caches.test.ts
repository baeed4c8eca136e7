import { describe, expect, test } from '@jest/globals';
import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { qualityGate } from '../../actions/quality-gate/main.ts';
import { slowModes, play, root } from '../support/scenario.ts';
import type { Scenario, Seen } from '../support/scenario.ts';
import { runsOf, standInProject, typedLint } from './project.ts';

const flags = ['--cacheDirectory', '--tsBuildInfoFile', '--cache-location'] as const;

/** What each tool was told to keep, by flag; from the workspace or "temp" where it lies in the folder of the step. */
function keptOf(seen: Seen): Readonly<Record<string, string | undefined>> {
  const runs = ['jest', 'tsc', 'eslint'].flatMap((tool) => runsOf(seen.workspace, tool));
  return Object.fromEntries(
    flags.map((flag) => {
      const value = runs.flatMap((run) => (run.includes(flag) ? [run[run.indexOf(flag) + 1] ?? ''] : []))[0];
      return [flag, value?.startsWith(seen.temp) === true ? 'temp' : value?.replace(`${seen.workspace}/`, '')];
    }),
  );
}

const plain = 'module.exports = [{ rules: { "no-unused-vars": "error" } }];\n';
const files = { 'eslint.config.js': plain, 'package-lock.json': '{}', 'package.json': '{}' };
const safe = { cache: 'safe', 'cache-directory': 'kept' };

describe.each(slowModes)('%s: caches', (mode) => {
  test('off: every tool begins anew, and none reads what an earlier run has left where it would look itself', async () => {
    await play(mode, qualityGate, standInProject({}, { files }), (seen) => {
      expect(seen.outputs['verdict']).toBe('pass');
      expect(keptOf(seen)).toEqual({
        '--cacheDirectory': 'temp',
        '--tsBuildInfoFile': undefined,
        '--cache-location': undefined,
      });
      expect(seen.left).toEqual([]);
    });
  });

  test('safe: each tool keeps what it can, under one key', async () => {
    await play(mode, qualityGate, standInProject({}, { files, inputs: safe }), (seen) => {
      const kept = keptOf(seen);
      const key = /^(kept\/[0-9a-f]{12}\/[0-9a-f]{24})\//.exec(kept['--cacheDirectory'] ?? '')?.[1] ?? 'none';
      expect(kept).toEqual({
        '--cacheDirectory': `${key}/jest`,
        '--tsBuildInfoFile': `${key}/types.tsbuildinfo`,
        '--cache-location': `${key}/eslint.json`,
      });
      const [eslint] = runsOf(seen.workspace, 'eslint');
      expect(eslint?.join(' ')).toContain('--cache --cache-strategy content');
    });
  });

  test('safe: a folder that cannot be used costs time and nothing else', async () => {
    const inputs = { cache: 'safe', 'cache-directory': 'package.json' };
    await play(mode, qualityGate, standInProject({}, { files, inputs }), (seen) => {
      expect(seen.outputs['verdict']).toBe('pass');
      expect(seen.log).toContain('caches: not used, ');
      expect(keptOf(seen)['--cacheDirectory']).toBe('temp');
    });
  });

  test.each([
    ['the lockfile', 'package-lock.json', '{ "lockfileVersion": 3 }'],
    ['a configuration of the package', 'babel.config.js', 'module.exports = {};'],
    ['a file of variables', '.env', 'API=2'],
  ])('safe: another key after a change of %s; the old one is removed', async (_, file, text) => {
    await play(mode, qualityGate, standInProject({}, { files, inputs: safe }), async (seen) => {
      const [of = ''] = readdirSync(join(seen.workspace, 'kept'));
      const keys = (): readonly string[] => readdirSync(join(seen.workspace, 'kept', of));
      const before = keys();
      await seen.again();
      expect(keys()).toEqual(before);
      writeFileSync(join(seen.workspace, file), text);
      await seen.again();
      expect(keys()).toHaveLength(1);
      expect(keys()).not.toEqual(before);
    });
  });
});

describe('safe: ESLint keeps nothing where a rule may look into another file', () => {
  const syntactic = typedLint
    .replace('parserOptions: { projectService: true, tsconfigRootDir: __dirname }', 'parserOptions: {}')
    .replace("'@typescript-eslint/no-floating-promises'", "'@typescript-eslint/no-explicit-any'");
  const local = `module.exports = [{ plugins: { '@typescript-eslint': { rules: {} } }, rules: {} }];\n`;

  function lintProject(config: string, more: Readonly<Record<string, string>> = {}): Scenario {
    const project = standInProject({}, { files: { ...files, 'eslint.config.js': config, ...more }, inputs: safe });
    return {
      ...project,
      prepare: (workspace) => {
        project.prepare?.(workspace);
        for (const name of ['typescript-eslint', '@typescript-eslint'])
          symlinkSync(join(root, 'node_modules', name), join(workspace, 'node_modules', name));
      },
    };
  }

  test.each([
    ['rules with types', typedLint, {}, 'parserOptions.projectService'],
    ['a local plugin under a known name', local, {}, 'the plugin "@typescript-eslint" may look into other files'],
    ['a configuration that cannot be read', 'nonsense(', {}, 'its configuration could not be read'],
    [
      'a folder with a configuration of its own',
      plain,
      { 'src/eslint.config.js': local },
      'the plugin "@typescript-eslint" may look into other files',
    ],
  ])('%s', async (_, config, more, because) => {
    await play('source', qualityGate, lintProject(config, more), (seen) => {
      expect(keptOf(seen)['--cache-location']).toBeUndefined();
      expect(seen.log).toContain("lint: ESLint's cache is not used, ");
      expect(seen.log).toContain(because);
    });
  });

  test('rules of the same plugin that need no types may be kept', async () => {
    await play('source', qualityGate, lintProject(syntactic), (seen) => {
      expect(seen.log).not.toContain("ESLint's cache is not used");
      expect(keptOf(seen)['--cache-location']).toMatch(/eslint\.json$/);
    });
  });
});
