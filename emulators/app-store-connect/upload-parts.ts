import { writeDate } from './dates.ts';
import type { AscState, BuildUploadFile, InParts, Screenshot, StateDetail } from './state.ts';

/** The header that the store of parts wants, to the letter: it is part of what the address signs. */
export const PART_HEADERS: Readonly<Record<string, string>> = { 'content-type': 'application/octet-stream' };

/** Cuts a file into parts, each with an address of its own. @param base address of the store of parts */
export function cutIntoParts(
  { settings: { uploadPart, uploadLifetime } }: AscState,
  id: string,
  fileSize: number,
  base: string,
  now: number,
): InParts {
  const expiresAt = now + uploadLifetime;
  return {
    expiresAt,
    parts: Array.from({ length: Math.ceil(fileSize / uploadPart) }, (_, index) => ({
      partNumber: index + 1,
      offset: index * uploadPart,
      length: Math.min(uploadPart, fileSize - index * uploadPart),
      url: `${base}/upload-parts/${id}/${index + 1}?expires=${expiresAt}`,
      entityTag: null,
    })),
  };
}

/** What of a file has not arrived, as an error; undefined where all has. */
export function findMissingParts({ parts }: InParts): StateDetail | undefined {
  const missing = parts.filter(({ entityTag }) => entityTag === null).map(({ partNumber }) => partNumber);
  if (missing.length === 0) return undefined;
  return { code: 'UPLOAD_INCOMPLETE', description: `Parts ${missing.join(', ')} of the file have not arrived.` };
}

export const WRONG_SUM: StateDetail = {
  code: 'CHECKSUM_MISMATCH',
  description: 'The checksum of the file is not that of what has arrived.',
};

/** How to send a screenshot: https://developer.apple.com/documentation/appstoreconnectapi/uploadoperation. */
export function describeOperations({ parts, attributes }: Screenshot): object {
  if (attributes.assetDeliveryState.state !== 'AWAITING_UPLOAD') return { uploadOperations: null };
  const requestHeaders = Object.entries(PART_HEADERS).map(([name, value]) => ({ name, value }));
  return {
    uploadOperations: parts.map(({ offset, length, url }) => ({ method: 'PUT', url, length, offset, requestHeaders })),
  };
}

/** How to send a build: https://developer.apple.com/documentation/appstoreconnectapi/deliveryfileuploadoperation. */
export function describeParts({ parts, expiresAt, attributes }: BuildUploadFile): object {
  if (attributes.assetDeliveryState.state !== 'AWAITING_UPLOAD') return { uploadOperations: null };
  return {
    uploadOperations: parts.map(({ partNumber, offset, length, url, entityTag }) => ({
      method: 'PUT',
      url,
      length,
      offset,
      partNumber,
      requestHeaders: Object.entries(PART_HEADERS).map(([name, value]) => ({ name, value })),
      expiration: writeDate(expiresAt),
      ...(entityTag === null ? {} : { entityTag }),
    })),
  };
}
