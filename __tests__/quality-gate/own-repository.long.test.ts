import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/scenario.ts';

test('this repository passes its own gate, from dist/, with its own tests and 80 % of everything', () => {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'slipway'), 'quality', '.'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stdout).toContain('✅ quality-gate: pass');
  expect(status).toBe(0);
}, 1_200_000);
