import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findManager, findTool } from '../../actions/quality-gate/package-manager.ts';

let workspace = '';
beforeEach(() => {
  workspace = realpathSync(mkdtempSync(join(tmpdir(), 'slipway-manager-')));
  mkdirSync(join(workspace, 'apps/mobile'), { recursive: true });
});
afterEach(() => {
  rmSync(workspace, { recursive: true });
});

const mobile = (): string => join(workspace, 'apps/mobile');

function put(path: string, executable = false): string {
  const full = join(workspace, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, '#!/bin/sh\n');
  if (executable) chmodSync(full, 0o755);
  return full;
}

test.each([
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
])('%s at the top of the workspace names %s', (file, name) => {
  put(file);
  expect(findManager(mobile(), workspace)?.name).toBe(name);
});

test('the nearest lockfile decides; above the workspace nobody looks', () => {
  put('yarn.lock');
  put('apps/mobile/package-lock.json');
  expect(findManager(mobile(), workspace)?.name).toBe('npm');
  expect(findManager(mobile(), mobile())?.name).toBe('npm');
  rmSync(join(workspace, 'apps/mobile/package-lock.json'));
  expect(findManager(mobile(), mobile())).toBeUndefined();
});

test('a tool is found in the package before the workspace', () => {
  const above = put('node_modules/.bin/tsc', true);
  expect(findTool('tsc', mobile(), workspace, {})).toEqual({ file: above, prefix: [] });
  const own = put('apps/mobile/node_modules/.bin/tsc', true);
  expect(findTool('tsc', mobile(), workspace, {})).toEqual({ file: own, prefix: [] });
});

test("Plug'n'Play has no .bin: yarn finds the tool", () => {
  put('yarn.lock');
  put('.pnp.cjs');
  const yarn = put('path/yarn', true);
  expect(findTool('tsc', mobile(), workspace, { PATH: join(workspace, 'path') })).toEqual({
    file: yarn,
    prefix: ['run', 'tsc'],
  });
  expect(() => findTool('tsc', mobile(), workspace, { PATH: '' })).toThrow(/"tsc" is not installed in the project/);
});
