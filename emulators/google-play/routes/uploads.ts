import { createHash } from 'node:crypto';
import type { Answer } from '../../base/routes.ts';
import type { ReadPackage } from '../packages.ts';
import { refuse } from '../refusals.ts';
import { ACCESS, DOCS, EDIT, inEdit, type EditCall, type PlayRoute } from '../routing.ts';
import { nextId, type Artifact, type SymbolFile } from '../state.ts';
import { createUploadRoutes, type UploadOptions } from '../uploads.ts';

/** maxSize of the description of each method (https://androidpublisher.googleapis.com/$discovery/rest?version=v3). */
const LARGEST = { bundle: 53_687_091_200, apk: 10_737_418_240, symbols: 2_097_152_000, image: 15_728_640 };

/** https://developers.google.com/android-publisher/api-ref/rest/v3/edits.deobfuscationfiles#DeobfuscationFileType */
const SYMBOL_TYPES: readonly SymbolFile['type'][] = ['proguard', 'nativeCode'];

export function createArtifactRoutes(read: ReadPackage, options: UploadOptions): PlayRoute[] {
  const symbolsPath = '/apks/{versionCode}/deobfuscationFiles/{type}';
  return [
    ...createUploadRoutes(
      {
        operation: 'edits.deobfuscationfiles.upload',
        path: symbolsPath,
        permission: 'CAN_MANAGE_TRACK_APKS',
        source: `${DOCS}/edits.deobfuscationfiles/upload`,
        largest: LARGEST.symbols,
        prepare: checkSymbols,
        accept: addSymbols,
      },
      options,
    ),
    ...(['bundle', 'apk'] as const).flatMap((kind) => [
      ...createUploadRoutes(
        {
          operation: `edits.${kind}s.upload`,
          path: `/${kind}s`,
          permission: 'CAN_MANAGE_TRACK_APKS',
          source: `${DOCS}/edits.${kind}s/upload`,
          largest: LARGEST[kind],
          accept: (call, bytes) => addArtifact(call, kind, bytes, read),
        },
        options,
      ),
      {
        operation: `edits.${kind}s.list`,
        method: 'GET',
        path: `${EDIT}/${kind}s`,
        needs: ACCESS,
        source: `${DOCS}/edits.${kind}s/list`,
        handler: inEdit(({ content }) => ({
          status: 200,
          body: {
            kind: `androidpublisher#${kind}sListResponse`,
            [`${kind}s`]: content.artifacts.filter((one) => one.kind === kind).map(renderArtifact),
          },
        })),
      },
    ]),
    ...createUploadRoutes(
      {
        operation: 'edits.images.upload',
        path: '/listings/{language}/{imageType}',
        permission: 'CAN_MANAGE_PUBLIC_LISTING',
        source: `${DOCS}/edits.images/upload`,
        largest: LARGEST.image,
        accept: addImage,
      },
      options,
    ),
  ];
}

function addArtifact({ app, content }: EditCall, kind: Artifact['kind'], bytes: Buffer, read: ReadPackage): Answer {
  const file = read(bytes);
  const forbidden = (message: string): Error => refuse('PERMISSION_DENIED', message);
  if (file.packageName !== app.packageName) throw forbidden('APK has the wrong package name.');
  if (!file.signed) {
    throw forbidden(kind === 'bundle' ? 'The Android App Bundle was not signed.' : 'The APK was not signed.');
  }
  const { versionCode, versionName, watch } = file;
  if (content.artifacts.some((artifact) => artifact.versionCode === versionCode)) {
    throw forbidden(`Version code ${versionCode} has already been used.`);
  }
  const artifact: Artifact = { kind, versionCode, versionName, watch, size: bytes.length, ...digest(bytes) };
  content.artifacts.push(artifact);
  return { status: 200, body: renderArtifact(artifact) };
}

function renderArtifact({ kind, versionCode, sha1, sha256 }: Artifact): Record<string, unknown> {
  return kind === 'bundle' ? { versionCode, sha1, sha256 } : { versionCode, binary: { sha1, sha256 } };
}

function checkSymbols({ content, params }: EditCall): void {
  const { versionCode = '', type = '' } = params;
  if (!SYMBOL_TYPES.some((one) => one === type)) {
    throw refuse('INVALID_ARGUMENT', `Invalid value at 'deobfuscation_file_type': "${type}"`);
  }
  if (!content.artifacts.some((artifact) => `${artifact.versionCode}` === versionCode)) {
    throw refuse('NOT_FOUND', `No APK or bundle was found with version code ${versionCode}.`);
  }
}

/** A second file of the same kind takes the place of the first. */
function addSymbols({ content, params }: EditCall, bytes: Buffer): Answer {
  const type = params['type'] as SymbolFile['type'];
  const versionCode = Number(params['versionCode']);
  content.symbols = content.symbols.filter((one) => one.versionCode !== versionCode || one.type !== type);
  content.symbols.push({ versionCode, type, sha256: digest(bytes).sha256, size: bytes.length });
  return { status: 200, body: { deobfuscationFile: { symbolType: type } } };
}

function addImage({ state, content, params }: EditCall, bytes: Buffer): Answer {
  const key = `${params['language'] ?? ''}/${params['imageType'] ?? ''}`;
  const image = { id: `${nextId(state)}`, ...digest(bytes) };
  content.images[key] = [...(content.images[key] ?? []), image];
  return { status: 200, body: { image } };
}

function digest(bytes: Buffer): { sha1: string; sha256: string } {
  return {
    sha1: createHash('sha1').update(bytes).digest('hex'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
