import { formatDuration } from '#kit/duration';
import { VendorError } from '#kit/errors';
import { list, number, optional, record, text } from '#kit/shapes';
import { findBuilds, tellBuild, type Build } from './builds.ts';
import { path, readAll, type AppStoreConnect, type Question } from './client.ts';
import { many, one, word, type Resource } from './documents.ts';
import {
  findings,
  partShape,
  sendParts,
  toFindings,
  type FilePart,
  type Finding,
  type SentFile,
} from './file-parts.ts';
import { make } from './making.ts';
import { appStoreMessages } from './messages.ts';
import { waitFor } from './moves.ts';
import { AppStoreRefusal, vendor } from './refusals.ts';

/** A file on its way to becoming a build. */
export interface BuildUpload {
  readonly id: string;
  /** "AWAITING_UPLOAD", "PROCESSING", "FAILED", "COMPLETE". */
  readonly state: string;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Which build it is to become. */
export interface NewBuild {
  readonly appId: string;
  /** CFBundleShortVersionString, as it stands in the file. */
  readonly version: string;
  /** CFBundleVersion, as it stands in the file. */
  readonly number: string;
  readonly platform: 'IOS' | 'MAC_OS' | 'TV_OS' | 'VISION_OS';
}

/** The .ipa. */
export interface BuildFile extends SentFile {
  readonly name: string;
}

const uploadAttributes = record(
  {
    cfBundleVersion: text(100),
    state: record({ state: word, errors: findings, warnings: findings }, 'ignored'),
  },
  'ignored',
);
const fileAttributes = record(
  {
    assetType: word,
    fileSize: number('whole', 0, Number.MAX_SAFE_INTEGER),
    assetDeliveryState: optional(record({ state: word, errors: findings }, 'ignored')),
    uploadOperations: optional(list(partShape)),
  },
  'ignored',
);

interface UploadFile {
  readonly id: string;
  readonly size: number;
  /** "AWAITING_UPLOAD", "UPLOAD_COMPLETE", "COMPLETE", "FAILED". */
  readonly state: string;
  readonly errors: readonly Finding[];
  readonly parts: readonly FilePart[];
}

/** How often a file that did not arrive whole is sent from its beginning. */
const mostRounds = 3;
const pauseMs = 5_000;
const arrivedWithinMs = 5 * 60_000;

/**
 * Sends a file in parts, by the Build Upload API, which any system can do: https://developer.apple.com/documentation/appstoreconnectapi/build-uploads
 * What a run before has begun is gone on with: parts that arrived are not sent again, and a file that arrived is not sent at all.
 * @returns the upload, which Apple looks into from now on: `waitForUpload`
 * @throws VendorError (`app-store-upload-incomplete`), AppStoreRefusal for a number that was used
 */
export async function sendBuild(connect: AppStoreConnect, build: NewBuild, file: BuildFile): Promise<BuildUpload> {
  let said = '';
  for (let round = 1; round <= mostRounds; round += 1) {
    const upload = await begin(connect, build);
    if (upload.state !== 'AWAITING_UPLOAD') return upload;
    const outcome = await sendFile(connect, upload, file);
    if ('upload' in outcome) return outcome.upload;
    said = outcome.said;
    connect.log.info(`${vendor}: the file did not arrive whole (${said}); it is sent again from its beginning`);
    await discard(connect, upload);
  }
  const name = `${build.version} (${build.number})`;
  const details = { vendor, operation: 'send the build', attempts: mostRounds, ambiguous: false };
  throw new VendorError(appStoreMessages['app-store-upload-incomplete'](name, said), details);
}

/** The newest upload of this build that has not failed; undefined where there is none. @throws VendorError */
async function findUpload(
  connect: AppStoreConnect,
  { appId, version, number: build, platform }: NewBuild,
): Promise<BuildUpload | undefined> {
  const question: Question = {
    operation: 'find the upload of the build',
    path: path`/v1/apps/${appId}/buildUploads`,
    query: {
      'filter[cfBundleShortVersionString]': version,
      'filter[cfBundleVersion]': build,
      'filter[platform]': platform,
      'filter[state]': 'AWAITING_UPLOAD,PROCESSING,COMPLETE',
      sort: '-uploadedDate',
    },
  };
  const found = await readAll(connect, question, many('buildUploads', uploadAttributes, toUpload));
  const order = ['COMPLETE', 'PROCESSING', 'AWAITING_UPLOAD'];
  return order.flatMap((state) => found.filter((upload) => upload.state === state))[0];
}

/** @throws VendorError */
async function readUpload(connect: AppStoreConnect, uploadId: string): Promise<BuildUpload> {
  const question = { operation: 'read the upload', path: path`/v1/buildUploads/${uploadId}` };
  return connect.read(question, one('buildUploads', uploadAttributes, toUpload));
}

/**
 * Waits until Apple has looked into the file. It may have failed: `errors` says why.
 * @throws VendorError (`app-store-wait-ended`) at the limit
 */
export async function waitForUpload(connect: AppStoreConnect, uploadId: string, limitMs: number): Promise<BuildUpload> {
  const name = 'Apple to look into the file';
  return waitFor(connect, {
    name,
    look: async () => readUpload(connect, uploadId),
    isDone: ({ state }) => state === 'COMPLETE' || state === 'FAILED',
    tell: ({ state }) => `the upload is ${state}`,
    limitMs,
    pauseMs: 15_000,
    giveUp: (seen) => appStoreMessages['app-store-wait-ended'](name, formatDuration(limitMs), seen),
  });
}

/**
 * Waits until an upload that is complete is listed as a build, which is a little later.
 * @throws VendorError (`app-store-wait-ended`) at the limit
 */
export async function waitUntilListed(connect: AppStoreConnect, build: NewBuild, limitMs: number): Promise<Build> {
  const name = 'the upload to be listed as a build';
  const listed = await waitFor(connect, {
    name,
    look: async () => (await findBuilds(connect, build)).find(({ platform }) => platform === build.platform),
    isDone: (found) => found !== undefined,
    tell: (found) => (found === undefined ? 'no such build' : tellBuild(found)),
    limitMs,
    pauseMs: 10_000,
    giveUp: (seen) => appStoreMessages['app-store-wait-ended'](name, formatDuration(limitMs), seen),
  });
  if (listed === undefined) throw new Error('a build that was listed is not there');
  return listed;
}

function toUpload({ id, attributes: { state } }: Resource<ReturnType<typeof uploadAttributes>>): BuildUpload {
  return { id, state: state.state, errors: toFindings(state.errors), warnings: toFindings(state.warnings) };
}

/** The upload that is there, or a new one. */
async function begin(connect: AppStoreConnect, build: NewBuild): Promise<BuildUpload> {
  const { appId, version, number: bundleVersion, platform } = build;
  return make(connect, async () => findUpload(connect, build), {
    operation: 'announce the build',
    path: path`/v1/buildUploads`,
    data: {
      type: 'buildUploads',
      attributes: { cfBundleShortVersionString: version, cfBundleVersion: bundleVersion, platform },
      relationships: { app: { data: { type: 'apps', id: appId } } },
    },
  });
}

type Sent = { readonly upload: BuildUpload } | { readonly said: string };

async function sendFile(connect: AppStoreConnect, upload: BuildUpload, file: BuildFile): Promise<Sent> {
  const look = async (): Promise<UploadFile | undefined> => findFile(connect, upload.id);
  const announced = await make(connect, look, {
    operation: 'announce the file',
    path: path`/v1/buildUploadFiles`,
    data: {
      type: 'buildUploadFiles',
      attributes: { assetType: 'ASSET', fileName: file.name, fileSize: file.size, uti: 'com.apple.ipa' },
      relationships: { buildUpload: { data: { type: 'buildUploads', id: upload.id } } },
    },
  });
  if (announced.size !== file.size) return { said: `another file of ${announced.size} bytes was announced before` };
  if (announced.state === 'AWAITING_UPLOAD') {
    const failure = await sendParts(connect, announced.parts, file);
    if (failure !== undefined) return { said: failure };
    await say(connect, announced.id);
  }
  return await readArrival(connect, upload.id);
}

async function findFile(connect: AppStoreConnect, uploadId: string): Promise<UploadFile | undefined> {
  const question = {
    operation: 'read the file of the upload',
    path: path`/v1/buildUploads/${uploadId}/buildUploadFiles`,
  };
  const files = await readAll(connect, question, many('buildUploadFiles', fileAttributes, toFile));
  return files.find(({ isAsset }) => isAsset);
}

function toFile({
  id,
  attributes: read,
}: Resource<ReturnType<typeof fileAttributes>>): UploadFile & { readonly isAsset: boolean } {
  return {
    id,
    isAsset: read.assetType === 'ASSET',
    size: read.fileSize,
    state: read.assetDeliveryState?.state ?? 'AWAITING_UPLOAD',
    errors: toFindings(read.assetDeliveryState?.errors),
    parts: read.uploadOperations ?? [],
  };
}

/** Says that all is sent. Whether that is so, the world says. */
async function say(connect: AppStoreConnect, fileId: string): Promise<void> {
  try {
    await connect.command({
      operation: 'say that the file is sent',
      method: 'PATCH',
      path: path`/v1/buildUploadFiles/${fileId}`,
      data: { type: 'buildUploadFiles', id: fileId, attributes: { uploaded: true } },
    });
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    if (!error.details.ambiguous && !(error instanceof AppStoreRefusal)) throw error;
  }
}

async function readArrival(connect: AppStoreConnect, uploadId: string): Promise<Sent> {
  const name = 'the file to have arrived';
  const seen = await waitFor(connect, {
    name,
    look: async () => ({ upload: await readUpload(connect, uploadId), file: await findFile(connect, uploadId) }),
    isDone: ({ upload, file }) => upload.state !== 'AWAITING_UPLOAD' || file?.state === 'FAILED',
    tell: ({ upload, file }) => `the upload is ${upload.state}, its file ${file?.state ?? 'not there'}`,
    limitMs: arrivedWithinMs,
    pauseMs,
    giveUp: (told) => appStoreMessages['app-store-wait-ended'](name, formatDuration(arrivedWithinMs), told),
  });
  if (seen.file?.state !== 'FAILED') return { upload: seen.upload };
  return { said: seen.file.errors.map(({ code, description }) => `${code} ${description}`).join('; ') };
}

/** An upload that cannot be gone on with. One that failed cannot be deleted, and need not be. */
async function discard(connect: AppStoreConnect, { id }: BuildUpload): Promise<void> {
  try {
    await connect.command({ operation: 'delete the upload', method: 'DELETE', path: path`/v1/buildUploads/${id}` });
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    if (!error.details.ambiguous && !(error instanceof AppStoreRefusal)) throw error;
  }
}
