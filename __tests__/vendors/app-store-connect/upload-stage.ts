import {
  sendBuild,
  waitForUpload,
  type BuildFile,
  type BuildUpload,
  type NewBuild,
} from '#vendors/app-store-connect/build-uploads';
import { withClient, type ClientStage, type StageOptions } from './stage.ts';

export interface UploadStage extends ClientStage {
  /** Which is sent; no other has a number as high. */
  readonly build: NewBuild;
}

/** 10 bytes in parts of 4. */
const CONTENT = 'ABCDEFGHIJ';

export function fileOf(content = CONTENT): BuildFile {
  const bytes = new TextEncoder().encode(content);
  return {
    name: 'app.ipa',
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
  };
}

/** A file, and a run that is stopped when it reads the last of its parts. */
export function stoppedAtTheEnd(content = CONTENT): { readonly file: BuildFile; readonly signal: AbortSignal } {
  const stop = new AbortController();
  const file = fileOf(content);
  return {
    signal: stop.signal,
    file: {
      ...file,
      read: async (offset, length) => {
        if (offset === 8) stop.abort(new Error('killed'));
        return file.read(offset, length);
      },
    },
  };
}

/** The client before the emulator, with a build to be sent. */
export async function withUploads(options: StageOptions, run: (stage: UploadStage) => Promise<void>): Promise<void> {
  await withClient({ ...options, settings: { uploadPart: 4, ...options.settings } }, (stage) =>
    run({ ...stage, build: { appId: stage.scene.app, version: '2.0', number: '42', platform: 'IOS' } }),
  );
}

export async function upload(
  stage: UploadStage,
  { file = fileOf(), signal }: { file?: BuildFile; signal?: AbortSignal } = {},
): Promise<BuildUpload> {
  const connect = stage.connect(signal);
  const { id } = await sendBuild(connect, stage.build, file);
  return await waitForUpload(connect, id, 60 * 60_000);
}
