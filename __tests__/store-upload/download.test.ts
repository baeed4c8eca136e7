import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#kit/clock';
import type { HttpResponse } from '#kit/http';
import { createLog } from '#kit/log';
import { createActionsRunner } from '#kit/runner';
import { createVault } from '#kit/secrets';
import { createState } from '#kit/state';
import { createTemp } from '#kit/temp';
import { download } from '../../actions/store-upload/download.ts';
import { testWithAndroidTools } from '../artifacts/android-tools.ts';
import { findLeaks } from '../support/leaks.ts';
import { slowModes } from '../support/scenario.ts';
import { run } from './android-stage.ts';

test('an address that leads to one without encryption is refused, whatever came from there', async () => {
  const root = mkdtempSync(join(tmpdir(), 'slipway-download-'));
  const log = createLog(
    createActionsRunner(() => undefined),
    createVault(() => undefined),
    systemClock,
  );
  const temp = createTemp(
    root,
    'test',
    createState(
      log,
      createVault(() => undefined),
    ),
  );
  const answer = { url: 'http://mirror.example.test/app.aab' } as HttpResponse;
  const context = {
    http: () => ({ request: () => Promise.resolve(answer) }),
    log,
    temp,
    vault: createVault(() => undefined),
  };
  try {
    const source = { url: 'https://example.test/app.aab', sha256: undefined };
    await expect(download(context, source)).rejects.toThrow(
      'http://mirror.example.test/app.aab would be downloaded without',
    );
  } finally {
    rmSync(root, { recursive: true });
  }
});

describe.each(slowModes)('%s: a bundle from an address', (mode) => {
  testWithAndroidTools('arrives at Google Play, and a signed link shows nowhere', async () => {
    const signature = 'X-Amz-Signature=0123456789abcdef0123';
    const download = (address: string, sha256: string): Record<string, string> => ({
      artifact: `${address}?${signature}`,
      'artifact-sha256': sha256.toUpperCase(),
    });
    await run(mode, { download }, ({ seen, releases, commands }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toEqual({
        exit: 0,
        log: expect.stringContaining('/builds/app.aab'),
      });
      expect(releases('internal')).toMatchObject([{ versionCodes: [42] }]);
      expect(findLeaks(signature, seen, { commands })).toEqual([]);
      expect(seen.left).toEqual([]);
    });
  });

  testWithAndroidTools(
    'is downloaded anew when the transfer breaks off, and nothing of the first half stays',
    async () => {
      const download = (artifact: string, sha256: string): Record<string, string> => ({
        artifact,
        'artifact-sha256': sha256,
      });
      await run(mode, { download, breaks: 2 }, ({ seen, releases }) => {
        expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
        expect(seen.log).toContain('attempt 3 of 5');
        expect(releases('internal')).toMatchObject([{ versionCodes: [42] }]);
      });
    },
  );

  testWithAndroidTools('that never comes to its end is told as the other side’s fault', async () => {
    const download = (artifact: string, sha256: string): Record<string, string> => ({
      artifact,
      'artifact-sha256': sha256,
    });
    await run(mode, { download, breaks: Infinity }, ({ seen, emulator }) => {
      expect(seen.outputs['result']).toBe('vendor-error');
      expect(seen.annotations.at(-1)?.message).toContain(
        'could not be reached for "download the artifact" in 5 attempts',
      );
      expect(emulator.log.entries()).toEqual([]);
      expect(seen.left).toEqual([]);
    });
  });

  testWithAndroidTools.each<[what: string, sum: (is: string) => string, id: string]>([
    ['that serves another file now', (is) => is.replace(/^./, (digit) => (digit === '0' ? '1' : '0')), 'artifact-sum'],
    ['without a sum', () => '', 'input-missing'],
  ])('%s is not opened', async (_what, sum, id) => {
    const download = (artifact: string, sha256: string): Record<string, string> => ({
      artifact,
      'artifact-sha256': sum(sha256),
    });
    await run(mode, { download }, ({ seen, emulator }) => {
      expect({ exit: seen.exitCode, says: seen.annotations.at(-1)?.message }).toEqual({
        exit: 2,
        says: expect.stringContaining(`[${id}]`),
      });
      expect(emulator.log.entries()).toEqual([]);
    });
  });
});
