import { ConfigurationError, VendorError } from '#kit/errors';
import { list, optional, record, text } from '#kit/shapes';
import { path } from './client.ts';
import type { GooglePlay } from './client.ts';
import type { Edit } from './edits.ts';
import { googlePlayMessages } from './messages.ts';
import { vendor } from './refusals.ts';
import { integer } from './releases.ts';
import { uploadResumably } from './resumable-upload.ts';
import type { UploadFile } from './upload-file.ts';

/** A bundle as Google has it. */
export interface UploadedBundle {
  readonly versionCode: number;
  /** Of its bytes, in hex. */
  readonly sha256: string;
}

export type SymbolKind = 'proguard' | 'nativeCode';

/** `maxSize` of each method: https://androidpublisher.googleapis.com/$discovery/rest?version=v3 */
const largest = { bundle: 53_687_091_200, symbols: 2_097_152_000 };

const bundleShape = record(
  { versionCode: integer, sha256: text(64, /^[0-9a-fA-F]{64}$/, 'a SHA-256 in hex') },
  'ignored',
);
const symbolsShape = record({ deobfuscationFile: record({ symbolType: optional(text(40)) }, 'ignored') }, 'ignored');

/**
 * Uploads a bundle into an edit of the caller's, where it stays until the edit is committed; unless these very bytes are there
 * already, since Google takes no version code twice.
 * @throws ConfigurationError (`google-play-file-unfit` before anything is sent, or what Google refuses); GooglePlayRefusal
 *   (`google-play-edit-gone`: the caller begins anew); VendorError.
 */
export async function uploadBundle(
  play: GooglePlay,
  edit: Pick<Edit, 'id'>,
  file: UploadFile,
): Promise<UploadedBundle> {
  checkSize('bundle', file, largest.bundle);
  const known = await findBundle(play, edit, file);
  if (known !== undefined) return known;
  const { id } = edit;
  const uploaded = await uploadResumably(play, {
    what: 'bundle',
    path: path`/edits/${id}/bundles`,
    file,
    shape: bundleShape,
    find: async () => findBundle(play, edit, file),
  });
  if (uploaded.sha256.toLowerCase() !== file.sha256) {
    const note = googlePlayMessages['google-play-upload-differs']('bundle', file.sha256, uploaded.sha256);
    throw new VendorError(note, { vendor, operation: 'upload the bundle', attempts: 1, ambiguous: false });
  }
  return { versionCode: uploaded.versionCode, sha256: file.sha256 };
}

/**
 * Uploads what makes crash reports of a version readable: the mapping of R8 (`proguard`) or a zip of native symbols
 * (`nativeCode`). A second file of a kind takes the place of the first.
 * https://developers.google.com/android-publisher/api-ref/rest/v3/edits.deobfuscationfiles/upload
 * @throws as `uploadBundle`
 */
export async function uploadSymbols(
  play: GooglePlay,
  edit: Pick<Edit, 'id'>,
  of: { readonly versionCode: number; readonly kind: SymbolKind },
  file: UploadFile,
): Promise<void> {
  const what = of.kind === 'proguard' ? 'mapping' : 'archive of native symbols';
  checkSize(what, file, largest.symbols);
  await uploadResumably(play, {
    what,
    path: path`/edits/${edit.id}/apks/${String(of.versionCode)}/deobfuscationFiles/${of.kind}`,
    file,
    shape: symbolsShape,
    find: async () => Promise.resolve(undefined),
  });
}

async function findBundle(
  play: GooglePlay,
  edit: Pick<Edit, 'id'>,
  { sha256 }: UploadFile,
): Promise<UploadedBundle | undefined> {
  return (await readBundles(play, edit)).find((bundle) => bundle.sha256.toLowerCase() === sha256);
}

/** The bundles that the app has, on a track or on none. Google may leave out old ones. */
export async function readBundles(play: GooglePlay, { id }: Pick<Edit, 'id'>): Promise<readonly UploadedBundle[]> {
  const question = { operation: 'read the bundles', path: path`/edits/${id}/bundles` };
  const { bundles = [] } = await play.read(question, record({ bundles: optional(list(bundleShape)) }, 'ignored'));
  return bundles;
}

function checkSize(what: string, { size }: UploadFile, most: number): void {
  if (size >= 1 && size <= most) return;
  throw new ConfigurationError(googlePlayMessages['google-play-file-unfit'](what, size, most));
}
