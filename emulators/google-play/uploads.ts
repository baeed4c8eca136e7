import type { Answer, EmulatorRequest } from '../base/routes.ts';
import type { AppPermission } from './accounts.ts';
import { readMultipart } from './multipart.ts';
import { errorAnswer, notEmulated, refuse } from './refusals.ts';
import { EDIT, inEdit, type EditCall, type PlayRoute } from './routing.ts';
import { nextId, type Upload } from './state.ts';
import type { UploadBytes } from './upload-bytes.ts';

/** Where bytes may be uploaded to. */
export interface UploadTarget {
  /** The vendor's name for it, such as `edits.bundles.upload`. */
  readonly operation: string;
  /** Below the edit. */
  readonly path: string;
  readonly permission: AppPermission;
  readonly source: string;
  /** Largest file in bytes. */
  readonly largest: number;
  /** What has to hold before the first byte is sent. */
  readonly prepare?: (call: EditCall) => void;
  readonly accept: (call: EditCall, bytes: Buffer) => Answer;
}

export interface UploadOptions {
  readonly bytes: UploadBytes;
  /**
   * Interrupts an upload: how many of a request's bytes arrive before the service fails with 503, or undefined where all do. The
   * bytes that have arrived are kept, and the caller can ask how many there are.
   */
  readonly interrupt: (request: { readonly operation: string; readonly length: number }) => number | undefined;
}

/** X-Goog-Upload-*: https://developers.google.com/streetview/publish/resumable-uploads, spoken by Google's Ruby client. */
const COMMANDS = 'https://developers.google.com/streetview/publish/resumable-uploads';
/** uploadType=resumable, Content-Range and 308: https://developers.google.com/drive/api/guides/manage-uploads#resumable. */
const RANGES = 'https://developers.google.com/drive/api/guides/manage-uploads#resumable';

/** Chunks but the last are multiples of 256 KiB: https://developers.google.com/drive/api/guides/manage-uploads#resumable. */
const CHUNK = 256 * 1_024;

/** The routes of one target: both resumable protocols, and the simple one. */
export function createUploadRoutes(target: UploadTarget, options: UploadOptions): PlayRoute[] {
  return ['/upload', '/resumable/upload'].flatMap((prefix): PlayRoute[] => {
    const shared = { path: `${prefix}${EDIT}${target.path}`, needs: { permission: target.permission } };
    const command = (request: EmulatorRequest): string => request.headers['x-goog-upload-command'] ?? '';
    return [
      {
        ...shared,
        operation: `${target.operation}/start`,
        method: 'POST',
        when: (request) =>
          command(request) === 'start' ||
          (request.query['uploadType'] === 'resumable' && request.query['upload_id'] === undefined),
        source: `${target.source}; ${COMMANDS}; ${RANGES}`,
        handler: inEdit((call) => start(call, target)),
      },
      {
        ...shared,
        operation: `${target.operation}/query`,
        method: 'POST',
        when: (request) => command(request) === 'query',
        source: COMMANDS,
        handler: inEdit((call) => describe(requireUpload(call), options)),
      },
      {
        ...shared,
        operation: `${target.operation}/cancel`,
        method: 'POST',
        when: (request) => command(request) === 'cancel',
        source: COMMANDS,
        handler: inEdit((call) => cancel(requireUpload(call), options)),
      },
      {
        ...shared,
        operation: `${target.operation}/send`,
        method: 'POST',
        when: (request) => /^(upload|finalize)/.test(command(request)),
        source: COMMANDS,
        handler: inEdit((call) => sendByCommand(call, target, options)),
      },
      {
        ...shared,
        operation: `${target.operation}/range`,
        method: 'PUT',
        source: RANGES,
        handler: inEdit((call) => sendByRange(call, target, options)),
      },
      {
        ...shared,
        operation: target.operation,
        method: 'POST',
        source: target.source,
        handler: inEdit((call) => {
          const { uploadType = 'media' } = call.query;
          if (uploadType !== 'media' && uploadType !== 'multipart') {
            throw notEmulated(`uploads of the type ${uploadType}`);
          }
          target.prepare?.(call);
          const { raw, headers } = call.request;
          const bytes = uploadType === 'media' ? raw : readMultipart(raw, headers['content-type']);
          if (bytes.length > target.largest) throw tooLarge();
          return target.accept(call, bytes);
        }),
      },
    ];
  });
}

function start(call: EditCall, target: UploadTarget): Answer {
  const { request, state, url } = call;
  target.prepare?.(call);
  const announced =
    request.headers['x-goog-upload-header-content-length'] ?? request.headers['x-upload-content-length'];
  const size = announced === undefined ? null : Number(announced);
  if ((size ?? 0) > target.largest) throw tooLarge();
  const id = `upload-${nextId(state)}`;
  const path = withoutPrefix(request.path);
  state.uploads[id] = { id, path, size, received: 0, state: 'active', result: null };
  const byCommand = request.headers['x-goog-upload-command'] !== undefined;
  const address = `${url}${request.path}?upload_id=${id}${byCommand ? '&upload_protocol=resumable' : '&uploadType=resumable'}`;
  return {
    status: 200,
    headers: byCommand
      ? { 'x-goog-upload-status': 'active', 'x-goog-upload-url': address, 'x-guploader-uploadid': id }
      : { location: address, 'x-guploader-uploadid': id },
  };
}

/** What the service has of an upload; the whole answer once it has everything. */
function describe(upload: Upload, { bytes }: UploadOptions): Answer {
  if (upload.state === 'final') return finished(upload);
  if (upload.state === 'active') upload.received = bytes.size(upload.id);
  return {
    status: 200,
    headers: { 'x-goog-upload-status': upload.state, 'x-goog-upload-size-received': `${upload.received}` },
  };
}

function cancel(upload: Upload, { bytes }: UploadOptions): Answer {
  upload.state = 'cancelled';
  bytes.forget(upload.id);
  return { status: 200, headers: { 'x-goog-upload-status': 'cancelled' } };
}

function sendByCommand(call: EditCall, target: UploadTarget, options: UploadOptions): Answer {
  const { headers, raw } = call.request;
  const upload = requireUpload(call);
  if (upload.state !== 'active') return finished(upload);
  const commands = (headers['x-goog-upload-command'] ?? '').split(',').map((one) => one.trim());
  const offset = Number(headers['x-goog-upload-offset'] ?? NaN);
  const have = options.bytes.size(upload.id);
  if (commands.includes('upload')) {
    if (offset !== have) {
      throw refuse('INVALID_ARGUMENT', `Upload offset ${headers['x-goog-upload-offset'] ?? 'absent'} is not ${have}.`);
    }
    store(upload, offset, raw, `${target.operation}/send`, options);
  }
  if (!commands.includes('finalize')) {
    return {
      status: 200,
      headers: { 'x-goog-upload-status': 'active', 'x-goog-upload-size-received': `${upload.received}` },
    };
  }
  return finalize(call, upload, target, options);
}

function sendByRange(call: EditCall, target: UploadTarget, options: UploadOptions): Answer {
  const upload = requireUpload(call);
  if (upload.state !== 'active') return finished(upload);
  const { headers, raw } = call.request;
  const range = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/.exec(headers['content-range'] ?? `bytes */*`);
  if (range === null) throw refuse('INVALID_ARGUMENT', `Invalid Content-Range: ${headers['content-range'] ?? ''}.`);
  const [, first, last, total = '*'] = range;
  const whole = headers['content-range'] === undefined;
  const have = options.bytes.size(upload.id);
  // A request without Content-Range is the whole file; `bytes */N` only asks.
  const asks = first === undefined && !whole;
  if (!asks) {
    const offset = Number(first ?? 0);
    const isWhole = whole || Number(last) + 1 === Number(total);
    if (offset > have || (!whole && Number(last) - offset + 1 !== raw.length)) {
      throw refuse('INVALID_ARGUMENT', `Content-Range ${headers['content-range'] ?? ''} does not continue at ${have}.`);
    }
    if (!isWhole && raw.length % CHUNK !== 0) {
      throw refuse('INVALID_ARGUMENT', `Chunks must be multiples of ${CHUNK} bytes, but for the last.`);
    }
    store(upload, offset, raw, `${target.operation}/range`, options);
    if (isWhole) return finalize(call, upload, target, options);
  }
  upload.received = options.bytes.size(upload.id);
  if (asks && total !== '*' && upload.received === Number(total)) return finalize(call, upload, target, options);
  // 308 without Range: not a single byte has arrived.
  return { status: 308, headers: upload.received === 0 ? {} : { range: `bytes=0-${upload.received - 1}` } };
}

function store(upload: Upload, offset: number, raw: Buffer, operation: string, options: UploadOptions): void {
  const arriving = options.interrupt({ operation, length: raw.length });
  options.bytes.put(upload.id, offset, raw.subarray(0, arriving ?? raw.length));
  if (arriving !== undefined) throw refuse('UNAVAILABLE', 'The service is currently unavailable.');
  upload.received = offset + raw.length;
}

function finalize(call: EditCall, upload: Upload, target: UploadTarget, { bytes }: UploadOptions): Answer {
  const whole = bytes.read(upload.id);
  if (upload.size !== null && whole.length !== upload.size) {
    throw refuse('INVALID_ARGUMENT', `The upload has ${whole.length} bytes, and ${upload.size} were announced.`);
  }
  const { body } = target.accept(call, whole);
  upload.state = 'final';
  upload.received = whole.length;
  upload.result = body;
  return finished(upload);
}

/** What an upload came to, for who asks once more. */
function finished({ state, result }: Upload): Answer {
  const headers = { 'x-goog-upload-status': state };
  if (state === 'cancelled') return errorAnswer('FAILED_PRECONDITION', 'The upload has been cancelled.', { headers });
  return { status: 200, headers, body: result };
}

function requireUpload({ request, query, state }: EditCall): Upload {
  const upload = state.uploads[query['upload_id'] ?? ''];
  if (upload?.path !== withoutPrefix(request.path)) throw refuse('NOT_FOUND', 'The upload was not found.');
  return upload;
}

function withoutPrefix(path: string): string {
  return path.replace(/^(\/resumable)?\/upload/, '');
}

function tooLarge(): Error {
  return refuse('INVALID_ARGUMENT', 'The uploaded file is too large.', { reason: 'uploadTooLarge' });
}
