import { createHash } from 'node:crypto';
import { isRecord } from '../../base/data.ts';
import { readDocument } from '../bodies.ts';
import { invalidAttribute, invalidRelationship, refuse, wrongState } from '../refusals.ts';
import { APPLE } from '../resources/rows.ts';
import { answerWith, DONE, inCall, requireResource, type AscRoute, type Call } from '../routing.ts';
import { getResource, type BuildUpload, type BuildUploadFile, type Findings, type StateDetail } from '../state.ts';
import type { UploadBytes } from '../upload-bytes.ts';
import { findMissingParts, WRONG_SUM } from '../upload-parts.ts';
import {
  createFile,
  createUpload,
  failUpload,
  filesOf,
  setDelivery,
  startProcessing,
  usedNumbers,
  type NewFile,
  type NewUpload,
} from '../uploads.ts';

/** What Apple finds in a file that has arrived whole. */
export type Inspect = (bytes: Buffer, upload: BuildUpload['attributes']) => Findings;

export function createUploadRoutes(bytes: UploadBytes, inspect: Inspect): readonly AscRoute[] {
  return [
    {
      operation: 'buildUploads_createInstance',
      method: 'POST',
      path: '/v1/buildUploads',
      needs: { task: 'upload' },
      source: `${APPLE}/post-v1-builduploads`,
      handler: inCall((call) => {
        const { attributes, to } = readDocument(call, {
          type: 'buildUploads',
          required: ['cfBundleShortVersionString', 'cfBundleVersion', 'platform'],
          relationships: { app: 'apps' },
        });
        const wanted = { ...attributes, app: to['app'] ?? '' } as NewUpload;
        requireHigherNumber(call, wanted);
        return answerWith(call, 201, 'buildUploads', createUpload(call.state, wanted, call.now));
      }),
    },
    {
      operation: 'buildUploads_deleteInstance',
      method: 'DELETE',
      path: '/v1/buildUploads/{id}',
      needs: { task: 'upload' },
      source: `${APPLE}/delete-v1-builduploads-_id_`,
      handler: inCall((call) => {
        const upload = requireResource(call, 'buildUploads', call.id);
        requireAwaiting(upload);
        for (const file of filesOf(call.state, upload.id)) {
          Reflect.deleteProperty(call.state.tables.buildUploadFiles, file.id);
          bytes.forget(file.id);
        }
        Reflect.deleteProperty(call.state.tables.buildUploads, upload.id);
        return DONE;
      }),
    },
    {
      operation: 'buildUploadFiles_createInstance',
      method: 'POST',
      path: '/v1/buildUploadFiles',
      needs: { task: 'upload' },
      source: `${APPLE}/post-v1-builduploadfiles`,
      handler: inCall((call) => {
        const { attributes, to } = readDocument(call, {
          type: 'buildUploadFiles',
          required: ['assetType', 'fileName', 'fileSize', 'uti'],
          relationships: { buildUpload: 'buildUploads' },
        });
        const wanted = { ...attributes, buildUpload: to['buildUpload'] ?? '' } as NewFile;
        requireAwaiting(getResource(call.state, 'buildUploads', wanted.buildUpload));
        if (wanted.fileSize < 1) throw refuse(invalidAttribute('fileSize', 'A file has at least one byte.'));
        const same = filesOf(call.state, wanted.buildUpload).some(
          (one) => one.attributes.assetType === wanted.assetType,
        );
        if (same)
          throw refuse(invalidRelationship('buildUpload', `The upload has a file ${wanted.assetType} already.`));
        return answerWith(call, 201, 'buildUploadFiles', createFile(call.state, wanted, call.base, call.now));
      }),
    },
    {
      operation: 'buildUploadFiles_updateInstance',
      method: 'PATCH',
      path: '/v1/buildUploadFiles/{id}',
      needs: { task: 'upload' },
      source: `${APPLE}/patch-v1-builduploadfiles-_id_`,
      handler: inCall((call) => {
        const file = requireResource(call, 'buildUploadFiles', call.id);
        const { attributes } = readDocument(call, {
          type: 'buildUploadFiles',
          optional: ['sourceFileChecksums', 'uploaded'],
        });
        if (file.attributes.assetDeliveryState.state !== 'AWAITING_UPLOAD') {
          throw refuse(wrongState('The file was marked as uploaded already.'));
        }
        if (attributes['sourceFileChecksums'] !== undefined) {
          file.attributes.sourceFileChecksums = attributes['sourceFileChecksums'];
        }
        if (attributes['uploaded'] === true) finishFile(call, file, bytes, inspect);
        return answerWith(call, 200, 'buildUploadFiles', file);
      }),
    },
  ];
}

/** The words as they are reported of uploads by other tools; numbers compare piece by piece. */
function requireHigherNumber({ state }: Call, wanted: NewUpload): void {
  const compare = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
  const highest = usedNumbers(state, wanted).sort(compare).at(-1);
  if (highest === undefined || compare(wanted.cfBundleVersion, highest) > 0) return;
  throw refuse({
    ...invalidAttribute(
      'cfBundleVersion',
      `The bundle version must be higher than the previously uploaded version: '${highest}'`,
      '.DUPLICATE',
    ),
    title: 'The provided entity includes an attribute with a value that has already been used',
  });
}

function requireAwaiting({ attributes }: BuildUpload): void {
  if (attributes.state.state === 'AWAITING_UPLOAD') return;
  throw refuse(wrongState(`The upload is ${attributes.state.state}, and takes no more files.`));
}

/** Apple takes "uploaded" at its word, and tells by the state of the file what it thinks of what has arrived. */
function finishFile({ state, now }: Call, file: BuildUploadFile, bytes: UploadBytes, inspect: Inspect): void {
  const content = bytes.read(file.id);
  const problem = findDeliveryProblem(file, content);
  if (problem !== undefined) {
    failUpload(state, file, problem);
    return;
  }
  setDelivery(file, 'UPLOAD_COMPLETE');
  const files = filesOf(state, file.to.buildUpload);
  const asset = files.find(({ attributes }) => attributes.assetType === 'ASSET');
  const isWhole = files.every(({ attributes }) => attributes.assetDeliveryState.state === 'UPLOAD_COMPLETE');
  if (asset === undefined || !isWhole) return;
  const upload = getResource(state, 'buildUploads', file.to.buildUpload);
  startProcessing(state, upload, inspect(bytes.read(asset.id), upload.attributes), now);
  for (const { id } of files) bytes.forget(id);
}

function findDeliveryProblem(file: BuildUploadFile, content: Buffer): StateDetail | undefined {
  const missing = findMissingParts(file);
  if (missing !== undefined) return missing;
  const { sourceFileChecksums: sums } = file.attributes;
  if (isRecord(sums) && isRecord(sums['file'])) {
    const { hash, algorithm } = sums['file'];
    const digest = createHash(algorithm === 'SHA_256' ? 'sha256' : 'md5')
      .update(content)
      .digest();
    if (!isSame(hash, digest)) return WRONG_SUM;
  }
  if (isRecord(sums) && isRecord(sums['composite'])) {
    const tags = Buffer.concat(file.parts.map(({ entityTag }) => Buffer.from(entityTag ?? '', 'hex')));
    const given = String(sums['composite']['hash']).replace(/-\d+$/, '');
    if (!isSame(given, createHash('md5').update(tags).digest())) return WRONG_SUM;
  }
  return undefined;
}

function isSame(given: unknown, digest: Buffer): boolean {
  return [digest.toString('hex'), digest.toString('base64')].includes(String(given));
}
