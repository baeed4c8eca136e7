import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isStandIn, readStandIn, type PackageFile, type ReadPackage } from '#emulators/google-play/packages';
import { refuse } from '#emulators/google-play/refusals';

const reader = join(import.meta.dirname, 'read-package.ts');

/**
 * Reads a real bundle or APK, or a stand-in. An emulator answers a request in one go, and an archive is read in many: so another
 * process reads it, while this one waits.
 * @throws Refusal for what cannot be read, with the reason
 */
export const readRealPackage: ReadPackage = (bytes) => {
  if (isStandIn(bytes)) return readStandIn(bytes);
  const folder = mkdtempSync(join(tmpdir(), 'slipway-package-'));
  try {
    const path = join(folder, 'package');
    writeFileSync(path, bytes);
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [reader, path], { encoding: 'utf8' });
    if (error !== undefined) throw error;
    if (status === 3) throw refuse('PERMISSION_DENIED', `APK is not a valid ZIP archive. (Here: ${stdout.trim()})`);
    if (status !== 0) throw new Error(`The package cannot be read: ${stderr}`);
    return JSON.parse(stdout) as PackageFile;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
