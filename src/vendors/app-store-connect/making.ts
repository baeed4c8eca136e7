import { formatDuration } from '#kit/duration';
import { VendorError } from '#kit/errors';
import type { AppStoreConnect } from './client.ts';
import { appStoreMessages } from './messages.ts';
import { AppStoreRefusal, vendor } from './refusals.ts';

const pauseMs = 5_000;

/** A request for something new. */
export interface Creation {
  readonly operation: string;
  readonly path: string;
  readonly data: unknown;
}

/** Looks, makes what is not there, and looks until it is there: a lost answer may have made it, and a list may lag behind. */
export async function make<T>(
  connect: AppStoreConnect,
  look: () => Promise<T | undefined>,
  creation: Creation,
): Promise<T> {
  const found = await look();
  if (found !== undefined) return found;
  let failure: VendorError | undefined;
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    try {
      await connect.command({ ...creation, method: 'POST' });
    } catch (error) {
      if (!(error instanceof VendorError)) throw error;
      const unsure = error.details.ambiguous || error instanceof AppStoreRefusal;
      if (!unsure) throw error;
      failure = error;
    }
    for (let pause = 0; pause < 4; pause += 1) {
      const made = await look();
      if (made !== undefined) return made;
      await connect.sleep(pauseMs);
    }
    if (failure instanceof AppStoreRefusal) throw failure;
  }
  throw failure ?? notShown(creation.operation);
}

function notShown(operation: string): VendorError {
  const note = appStoreMessages['app-store-not-shown'](operation, formatDuration(4 * pauseMs), 'nothing of it');
  return new VendorError(note, { vendor, operation, attempts: 3, ambiguous: true });
}
