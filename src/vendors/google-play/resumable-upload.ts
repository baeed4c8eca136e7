import { formatBytes } from '#kit/duration';
import { VendorError } from '#kit/errors';
import type { HttpResponse } from '#kit/http';
import { kitMessages } from '#kit/messages';
import type { Shape } from '#kit/shapes';
import type { GooglePlay } from './client.ts';
import { googlePlayMessages } from './messages.ts';
import { findRefusal, vendor } from './refusals.ts';
import type { UploadFile } from './upload-file.ts';

export interface ResumableUpload<T> {
  /** As messages say it: "bundle". */
  readonly what: string;
  /** Below the app. */
  readonly path: string;
  readonly file: UploadFile;
  /** The answer to the last byte. */
  readonly shape: Shape<T>;
  /** What is there already, where that can be told; asked when Google has forgotten about an upload. */
  readonly find: () => Promise<T | undefined>;
}

interface Session {
  readonly address: string;
  /** Bytes of one request, but for the last. */
  readonly chunkBytes: number;
}

type Progress<T> = { readonly received: number } | { readonly result: T };

/** So much goes with one request, so that a break costs little and memory stays small; rounded up to what Google asks for. */
const leastChunkBytes = 8 * 1_024 * 1_024;
/** Breaks in a row without a byte that arrived. */
const mostBreaks = 5;
const mostSessions = 3;

/**
 * X-Goog-Upload-*, which Google's own clients speak: begin, send in order, and after a break ask how much has arrived and go on
 * from there.
 * https://developers.google.com/streetview/publish/resumable-uploads
 * @throws as `GooglePlay.command`; VendorError (`google-play-upload-broken`).
 */
export async function uploadResumably<T>(play: GooglePlay, upload: ResumableUpload<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const session = await begin(play, upload);
    try {
      return await sendAll(play, upload, session);
    } catch (error) {
      if (!isForgotten(error) || attempt === mostSessions) throw error;
      // Perhaps since everything had arrived.
      const there = await upload.find();
      if (there !== undefined) return there;
      play.log.info(`${vendor}: the upload of the ${upload.what} begins anew, since Google has forgotten about it`);
    }
  }
}

async function begin(
  play: GooglePlay,
  { what, path, file }: Pick<ResumableUpload<unknown>, 'what' | 'path' | 'file'>,
): Promise<Session> {
  const operation = `begin the upload of the ${what}`;
  const { headers } = await play.upload({
    operation,
    to: { path },
    headers: {
      'x-goog-upload-protocol': 'resumable',
      'x-goog-upload-command': 'start',
      'x-goog-upload-header-content-length': String(file.size),
      'x-goog-upload-header-content-type': 'application/octet-stream',
    },
    // One that was begun and not continued is nothing.
    repeatable: true,
  });
  const address = headers.get('x-goog-upload-url');
  if (address === null) throw unreadable(operation, 'it does not say where to');
  const granularity = Math.max(1, Number(headers.get('x-goog-upload-chunk-granularity') ?? 1) || 1);
  return { address, chunkBytes: Math.ceil(leastChunkBytes / granularity) * granularity };
}

async function sendAll<T>(play: GooglePlay, upload: ResumableUpload<T>, session: Session): Promise<T> {
  let received = 0;
  let breaks = 0;
  let mustAsk = false;
  for (;;) {
    try {
      const progress = mustAsk
        ? await askProgress(play, upload, session)
        : await sendChunk(play, upload, session, received);
      if ('result' in progress) return progress.result;
      if (progress.received > received) breaks = 0;
      else if (!mustAsk) throw unreadable(`upload the ${upload.what}`, 'it took a request, and has no byte more');
      if (mustAsk) play.log.info(`${vendor}: ${formatBytes(progress.received)} of the ${upload.what} have arrived`);
      received = progress.received;
      mustAsk = false;
    } catch (error) {
      if (!(error instanceof VendorError) || findRefusal(error) !== undefined) throw error;
      mustAsk = true;
      breaks += 1;
      if (breaks > mostBreaks) {
        const note = googlePlayMessages['google-play-upload-broken'];
        throw new VendorError(note(upload.what, formatBytes(received), error.message), error.details, { cause: error });
      }
      await play.sleep(1_000 * 2 ** breaks);
    }
  }
}

async function sendChunk<T>(
  play: GooglePlay,
  upload: ResumableUpload<T>,
  { address, chunkBytes }: Session,
  offset: number,
): Promise<Progress<T>> {
  const { what, file } = upload;
  const body = await file.read(offset, Math.min(chunkBytes, file.size - offset));
  const end = offset + body.byteLength;
  const isLast = end >= file.size;
  // All bytes may be there and only the end be missing.
  const commands = [...(body.byteLength > 0 ? ['upload'] : []), ...(isLast ? ['finalize'] : [])];
  const answer = await play.upload({
    operation: `upload the ${what}`,
    to: { address },
    headers: {
      'content-type': 'application/octet-stream',
      'x-goog-upload-command': commands.join(', '),
      'x-goog-upload-offset': String(offset),
    },
    body,
    repeatable: false,
  });
  return readProgress(upload, answer, end);
}

async function askProgress<T>(
  play: GooglePlay,
  upload: ResumableUpload<T>,
  { address }: Session,
): Promise<Progress<T>> {
  const answer = await play.upload({
    operation: `ask how much of the ${upload.what} has arrived`,
    to: { address },
    headers: { 'x-goog-upload-command': 'query' },
    repeatable: true,
  });
  return readProgress(upload, answer, undefined);
}

/** @param assumed what has arrived where the answer does not say: all that it is the answer to */
function readProgress<T>(
  { what, file, shape }: ResumableUpload<T>,
  answer: HttpResponse,
  assumed: number | undefined,
): Progress<T> {
  const status = answer.headers.get('x-goog-upload-status') ?? 'missing';
  if (status === 'final') return { result: answer.read(shape) };
  const operation = `upload the ${what}`;
  if (status !== 'active') throw unreadable(operation, `the status of the upload is ${status}`);
  const received = Number(answer.headers.get('x-goog-upload-size-received') ?? assumed ?? Number.NaN);
  if (Number.isSafeInteger(received) && received >= 0 && received <= file.size) return { received };
  throw unreadable(operation, 'it does not say how much has arrived');
}

/** The address of an upload that is over, or too old. */
function isForgotten(error: unknown): boolean {
  const refusal = findRefusal(error);
  return refusal !== undefined && refusal.kind !== 'edit-gone' && [404, 410].includes(refusal.details.status ?? 0);
}

function unreadable(operation: string, reason: string): VendorError {
  const note = kitMessages['vendor-unreadable'](vendor, operation, reason);
  return new VendorError(note, { vendor, operation, attempts: 1, ambiguous: true });
}
