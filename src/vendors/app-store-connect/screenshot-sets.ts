import { number, list, optional, record, text } from '#kit/shapes';
import { path, readAll, type AppStoreConnect } from './client.ts';
import { many, word } from './documents.ts';
import { findings, partShape, toFindings, type FilePart, type Finding } from './file-parts.ts';

/** A screenshot at App Store Connect. */
export interface Screenshot {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** MD5 in hex of the file that was sent; null until Apple shows it, which is a little after it is COMPLETE. */
  readonly checksum: string | null;
  /** "AWAITING_UPLOAD", "UPLOAD_COMPLETE", "COMPLETE", "FAILED". */
  readonly state: string;
  readonly errors: readonly Finding[];
  /** How to send it, while it waits for that. */
  readonly parts: readonly FilePart[];
}

export interface ScreenshotSet {
  readonly id: string;
  /** "APP_IPHONE_67". */
  readonly displayType: string;
}

const setShape = record({ screenshotDisplayType: word }, 'ignored');
const shape = record(
  {
    fileName: text(1_000),
    fileSize: number('whole', 0, Number.MAX_SAFE_INTEGER),
    sourceFileChecksum: optional(text(200)),
    assetDeliveryState: optional(record({ state: word, errors: findings }, 'ignored')),
    uploadOperations: optional(list(partShape)),
  },
  'ignored',
);

/** The sets of one language of a version. @throws VendorError */
export async function readSets(connect: AppStoreConnect, localizationId: string): Promise<readonly ScreenshotSet[]> {
  const question = {
    operation: 'read the sets of screenshots',
    path: path`/v1/appStoreVersionLocalizations/${localizationId}/appScreenshotSets`,
  };
  return readAll(
    connect,
    question,
    many('appScreenshotSets', setShape, ({ id, attributes }) => ({
      id,
      displayType: attributes.screenshotDisplayType,
    })),
  );
}

/**
 * The screenshots of a set, in the order in which users see them. Only the list of their ids is said to have that order:
 * https://developer.apple.com/documentation/appstoreconnectapi/get-v1-appscreenshotsets-_id_-relationships-appscreenshots
 * @throws VendorError
 */
export async function readScreenshots(connect: AppStoreConnect, setId: string): Promise<readonly Screenshot[]> {
  const operation = 'read the screenshots of a set';
  const address = path`/v1/appScreenshotSets/${setId}/appScreenshots`;
  const all = await readAll(
    connect,
    { operation, path: address },
    many('appScreenshots', shape, ({ id, attributes: read }): Screenshot => ({
      id,
      name: read.fileName,
      size: read.fileSize,
      checksum: read.sourceFileChecksum?.toLowerCase() ?? null,
      state: read.assetDeliveryState?.state ?? 'AWAITING_UPLOAD',
      errors: toFindings(read.assetDeliveryState?.errors),
      parts: read.uploadOperations ?? [],
    })),
  );
  if (all.length < 2) return all;
  const order = await readAll(
    connect,
    {
      operation: 'read the order of a set',
      path: path`/v1/appScreenshotSets/${setId}/relationships/appScreenshots`,
    },
    many('appScreenshots', record({}, 'ignored'), ({ id }) => id),
  );
  // What has come between the two answers stands at the end.
  const placeOf = ({ id }: Screenshot): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return all.toSorted((one, other) => placeOf(one) - placeOf(other));
}
