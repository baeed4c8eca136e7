import { formatDuration } from '#kit/duration';
import { record } from '#kit/shapes';
import { path, readAll, type AppStoreConnect } from './client.ts';
import { many, word } from './documents.ts';
import { appTexts, compareTexts, writeTexts, type TextChange, type TextsByLanguage } from './listing-texts.ts';
import { appStoreMessages } from './messages.ts';
import { waitFor } from './moves.ts';
import { editableStates } from './versions.ts';

/** What the versions of an app share. There are two while a version is on its way: the one that is out, and the next. */
interface AppInformation {
  readonly id: string;
  readonly state: string;
}

async function readInformation(connect: AppStoreConnect, appId: string): Promise<readonly AppInformation[]> {
  const question = { operation: "read the app's information", path: path`/v1/apps/${appId}/appInfos` };
  const shape = record({ state: word }, 'ignored');
  return readAll(
    connect,
    question,
    many('appInfos', shape, ({ id, attributes: { state } }) => ({ id, state })),
  );
}

const live = 'READY_FOR_DISTRIBUTION';
const outStates: ReadonlySet<string> = new Set([live, 'REPLACED_WITH_NEW_INFO']);

function findEditable(all: readonly AppInformation[]): AppInformation | undefined {
  return all.find(({ state }) => editableStates.has(state));
}

/** What of names, subtitles and addresses on privacy would have to be written. @throws VendorError */
export async function compareAppTexts(
  connect: AppStoreConnect,
  appId: string,
  wanted: TextsByLanguage,
): Promise<readonly TextChange[]> {
  if (Object.keys(wanted).length === 0) return [];
  const all = await readInformation(connect, appId);
  // Where none is on its way, the next version begins with what is out.
  const base = all.find(({ state }) => !outStates.has(state)) ?? all.find(({ state }) => state === live);
  return base === undefined ? [] : compareTexts(connect, appTexts, base.id, wanted);
}

/** Apple makes the next one together with the version, which it may show before. */
const openWithinMs = 60_000;

/**
 * Writes what differs into the information that comes with the next version.
 * @throws VendorError (`app-store-wait-ended`) where none can be edited, AppStoreRefusal
 */
export async function writeAppTexts(
  connect: AppStoreConnect,
  appId: string,
  wanted: TextsByLanguage,
): Promise<readonly TextChange[]> {
  if ((await compareAppTexts(connect, appId, wanted)).length === 0) return [];
  const name = "the app's information to be open for changes";
  const all = await waitFor(connect, {
    name,
    look: async () => readInformation(connect, appId),
    isDone: (seen) => findEditable(seen) !== undefined,
    tell: (seen) => seen.map(({ state }) => state).join(', '),
    limitMs: openWithinMs,
    pauseMs: 5_000,
    giveUp: (seen) => appStoreMessages['app-store-wait-ended'](name, formatDuration(openWithinMs), seen),
  });
  const information = findEditable(all);
  if (information === undefined) throw new Error('information that was open is not there');
  return writeTexts(connect, appTexts, information.id, wanted);
}
