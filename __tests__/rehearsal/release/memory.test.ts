import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findMemory } from '#rehearsal/release/memory';

test('who says where temporary files go is obeyed', () => {
  expect(findMemory({ TMPDIR: tmpdir() })).toBe(tmpdir());
});

test('files can be made where it says otherwise', () => {
  rmdirSync(mkdtempSync(join(findMemory({}), 'slipway-memory-')));
});
