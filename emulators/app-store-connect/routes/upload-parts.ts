import { createHash } from 'node:crypto';
import type { Answer } from '../../base/routes.ts';
import { inCall, type AscRoute, type Call } from '../routing.ts';
import type { BuildUploadFile, Part, Screenshot } from '../state.ts';
import type { UploadBytes } from '../upload-bytes.ts';
import { PART_HEADERS } from '../upload-parts.ts';

/** The store of parts speaks as stores of objects do, in XML: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html. */
const STORE = 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html';

/** What is sent in parts. */
type Sent = BuildUploadFile | Screenshot;

export function createPartRoutes(bytes: UploadBytes): readonly AscRoute[] {
  return [
    {
      operation: 'upload-parts/put',
      method: 'PUT',
      path: '/upload-parts/{id}/{part}',
      needs: { free: true },
      source: STORE,
      handler: inCall((call) => putPart(call, bytes)),
    },
  ];
}

interface StoreRule {
  readonly broken: (call: Call, file: Sent) => boolean;
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** First reason first. An address is signed with its query and its headers, and with nothing else. */
const STORE_RULES: readonly StoreRule[] = [
  {
    broken: ({ request }) => request.headers['authorization'] !== undefined,
    status: 400,
    code: 'InvalidArgument',
    message: 'Only one auth mechanism allowed',
  },
  {
    broken: (call, file) => findPart(call, file) === undefined,
    status: 403,
    code: 'SignatureDoesNotMatch',
    message: 'The request signature we calculated does not match the signature you provided.',
  },
  {
    broken: ({ request }) => Object.entries(PART_HEADERS).some(([name, value]) => request.headers[name] !== value),
    status: 403,
    code: 'SignatureDoesNotMatch',
    message: 'The request signature we calculated does not match the signature you provided.',
  },
  {
    broken: ({ now }, { expiresAt }) => now >= expiresAt,
    status: 403,
    code: 'AccessDenied',
    message: 'Request has expired',
  },
  {
    broken: (_call, { attributes }) => attributes.assetDeliveryState.state !== 'AWAITING_UPLOAD',
    status: 404,
    code: 'NoSuchUpload',
    message: 'The specified upload does not exist. It may have been aborted or completed.',
  },
  {
    broken: (call, file) => call.request.raw.length !== findPart(call, file)?.length,
    status: 400,
    code: 'IncompleteBody',
    message: 'The number of bytes is not that of the part.',
  },
  {
    broken: ({ request }) => {
      const wanted = request.headers['content-md5'];
      return wanted !== undefined && wanted !== createHash('md5').update(request.raw).digest('base64');
    },
    status: 400,
    code: 'BadDigest',
    message: 'The Content-MD5 you specified did not match what we received.',
  },
];

function putPart(call: Call, bytes: UploadBytes): Answer {
  const file: Sent | undefined =
    call.state.tables.buildUploadFiles[call.id] ?? call.state.tables.appScreenshots[call.id];
  if (file === undefined) return storeError(404, 'NoSuchUpload', 'The specified upload does not exist.');
  const rule = STORE_RULES.find(({ broken }) => broken(call, file));
  if (rule !== undefined) return storeError(rule.status, rule.code, rule.message);
  const part = findPart(call, file);
  if (part === undefined) throw new Error('A part that was found is gone.');
  // A part that comes again takes the place of the one before.
  bytes.put(file.id, part.partNumber, call.request.raw);
  part.entityTag = createHash('md5').update(call.request.raw).digest('hex');
  return { status: 200, headers: { etag: `"${part.entityTag}"` } };
}

function findPart({ request }: Call, { parts, expiresAt }: Sent): Part | undefined {
  if (request.query['expires'] !== `${expiresAt}`) return undefined;
  return parts.find(({ partNumber }) => `${partNumber}` === request.params['part']);
}

function storeError(status: number, code: string, message: string): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
