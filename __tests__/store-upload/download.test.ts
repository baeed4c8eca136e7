import { describe, expect } from '@jest/globals';
import { testWithAndroidTools } from '../artifacts/android-tools.ts';
import { findLeaks } from '../support/leaks.ts';
import { modes } from '../support/scenario.ts';
import { run } from './android-stage.ts';

describe.each(modes)('%s: a bundle from an address', (mode) => {
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
