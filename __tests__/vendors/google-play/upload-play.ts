import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import { makePackage } from '#emulators/google-play/packages';
import { withEdit } from '#vendors/google-play/edits';
import type { UploadFile } from '#vendors/google-play/upload-file';
import { uploadBundle, uploadSymbols } from '#vendors/google-play/uploads';
import type { UploadedBundle } from '#vendors/google-play/uploads';
import { playFaults } from '../fault-matrix.ts';
import { isRefusal } from './fault-play.ts';
import { packageName, withPlay } from './stage.ts';
import type { PlayStage } from './stage.ts';

export const mega = 1_024 * 1_024;

export function fileOf(bytes: Buffer): UploadFile {
  return {
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    read: async (offset, length) => Promise.resolve(new Uint8Array(bytes.subarray(offset, offset + length))),
  };
}

export const bundleBytes = (padding = 0, versionCode = 43): Buffer =>
  makePackage({ packageName, versionCode }, padding);
export const small = fileOf(bundleBytes());
/** Three requests. */
export const large = fileOf(bundleBytes(20 * mega));

/** Every request of an upload x every fault: what is there is what was sent. */
export async function playUpload(file: UploadFile): Promise<void> {
  const played = await playFaults<PlayStage, UploadedBundle>({
    open: async (faults, run) => withPlay({ faults }, run),
    act: async (stage, signal) => {
      const play = stage.play(signal);
      return withEdit(play, async (edit) => {
        const uploaded = await uploadBundle(play, edit, file);
        await uploadSymbols(play, edit, { versionCode: 43, kind: 'proguard' }, fileOf(Buffer.from('a -> b')));
        return uploaded;
      });
    },
    expected: isRefusal,
    judge: ({ stage, outcome }) => {
      // The edit of the turn is closed by now, and what it held is still in it.
      const held = Object.values(stage.emulator.snapshot().edits).flatMap(({ content }) => content.artifacts);
      const isThere = held.some(({ versionCode, sha256 }) => versionCode === 43 && sha256 === file.sha256);
      return [
        ...('value' in outcome && !(isThere && outcome.value.sha256 === file.sha256)
          ? ['it says that it is there']
          : []),
        ...(stage.commits() > 0 ? ['it committed'] : []),
      ];
    },
  });
  console.log(`upload: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
  expect(played.cases).toBeGreaterThan(played.requests * 5);
}
