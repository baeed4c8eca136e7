import { writeDate } from './dates.ts';
import type { BuildUploadFile } from './state.ts';

/** The header that the store of parts wants, to the letter: it is part of what the address signs. */
export const PART_HEADERS: Readonly<Record<string, string>> = { 'content-type': 'application/octet-stream' };

/** How to send a file: https://developer.apple.com/documentation/appstoreconnectapi/deliveryfileuploadoperation. */
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
