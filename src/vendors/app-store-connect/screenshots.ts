import { formatDuration } from '#kit/duration';
import { ConfigurationError, VendorError } from '#kit/errors';
import { path, type AppStoreConnect } from './client.ts';
import { sendParts } from './file-parts.ts';
import { readLanguages, versionTexts } from './listing-texts.ts';
import { make } from './making.ts';
import { appStoreMessages } from './messages.ts';
import { carryOut, waitFor } from './moves.ts';
import { AppStoreRefusal, vendor } from './refusals.ts';
import { isSettled, planSet, type Picture, type SetPlan } from './screenshot-plan.ts';
import { readScreenshots, readSets, type Screenshot } from './screenshot-sets.ts';

/** The screenshots of one language for one kind of display, as they should be. */
export interface PictureSet {
  /** "en-US". */
  readonly locale: string;
  /** "APP_IPHONE_67". */
  readonly displayType: string;
  /** At most 10, in their order; no picture twice. */
  readonly pictures: readonly Picture[];
}

export interface SetChange {
  readonly locale: string;
  readonly displayType: string;
  /** How many. */
  readonly sent: number;
  readonly removed: number;
  readonly reordered: boolean;
}

interface Place extends PictureSet {
  readonly setId: string;
}

/** How often a screenshot that Apple does not take, or that did not arrive, is sent. */
const mostRounds = 3;
const pauseMs = 5_000;
/** Of one set. Fastlane waits for an hour at most; users report seconds, and minutes on bad days. */
const processedWithinMs = 30 * 60_000;
/** After that long a screenshot without a checksum is taken for somebody else's. */
const checksumWithinMs = 60_000;

/** What would be sent, removed and put in order. A language that is not there has no screenshots. @throws VendorError */
export async function compareScreenshots(
  connect: AppStoreConnect,
  versionId: string,
  wanted: readonly PictureSet[],
): Promise<readonly SetChange[]> {
  if (wanted.length === 0) return [];
  const languages = await readLanguages(connect, versionTexts, versionId);
  const changes: SetChange[] = [];
  for (const set of wanted) {
    const language = languages.find(({ locale }) => locale === set.locale);
    const sets = language === undefined ? [] : await readSets(connect, language.id);
    const found = sets.find(({ displayType }) => displayType === set.displayType);
    const there = found === undefined ? [] : await readScreenshots(connect, found.id);
    changes.push(...toChange(set, planSet(set.pictures, there)));
  }
  return changes;
}

/**
 * Makes each set the one that is asked for; sets of other languages and displays stay as they are. Pictures that are there are
 * not sent again, those that are not asked for are removed, and so is what a run that stopped has begun.
 * @returns what was done, set by set
 * @throws ConfigurationError (`app-store-language-missing`; `app-store-screenshots-refused`), VendorError
 */
export async function writeScreenshots(
  connect: AppStoreConnect,
  versionId: string,
  wanted: readonly PictureSet[],
): Promise<readonly SetChange[]> {
  if (wanted.length === 0) return [];
  const places = await findPlaces(connect, versionId, wanted);
  const changes: SetChange[] = [];
  let left: readonly Place[] = places;
  let refused: Screenshot[] = [];
  let lacking: string[] = [];
  for (let round = 1; round <= mostRounds && left.length > 0; round += 1) {
    for (const place of left) {
      const there = await settle(connect, place);
      const plan = planSet(place.pictures, there);
      if (round === 1) changes.push(...toChange(place, plan));
      await removeAll(connect, place, there, plan.remove);
      for (const picture of plan.send) await sendPicture(connect, place, picture);
    }
    // All of them are sent before Apple is waited for.
    const open: Place[] = [];
    refused = [];
    lacking = [];
    for (const place of left) {
      const there = await settle(connect, place);
      const { send, remove } = planSet(place.pictures, there);
      refused.push(...there.filter(({ state }) => state === 'FAILED'));
      lacking.push(...send.map(({ name }) => name));
      if (send.length > 0 || remove.length > 0) open.push(place);
    }
    left = open;
  }
  if (left.length > 0) throw giveUp(left, refused, lacking);
  for (const place of places) await putInOrder(connect, place);
  return changes;
}

function toChange({ locale, displayType }: PictureSet, { send, remove, reorder }: SetPlan): readonly SetChange[] {
  if (send.length === 0 && remove.length === 0 && !reorder) return [];
  return [{ locale, displayType, sent: send.length, removed: remove.length, reordered: reorder }];
}

async function findPlaces(
  connect: AppStoreConnect,
  versionId: string,
  wanted: readonly PictureSet[],
): Promise<readonly Place[]> {
  const languages = await readLanguages(connect, versionTexts, versionId);
  const missing = wanted.filter((set) => !languages.some(({ locale }) => locale === set.locale));
  if (missing.length > 0) {
    const names = [...new Set(missing.map(({ locale }) => locale))].join(', ');
    const known = languages.map(({ locale }) => locale).join(', ');
    throw new ConfigurationError(appStoreMessages['app-store-language-missing'](names, known));
  }
  const places: Place[] = [];
  for (const set of wanted) {
    const localizationId = languages.find(({ locale }) => locale === set.locale)?.id ?? '';
    places.push({ ...set, setId: await findSet(connect, localizationId, set) });
  }
  return places;
}

async function findSet(
  connect: AppStoreConnect,
  localizationId: string,
  { locale, displayType }: PictureSet,
): Promise<string> {
  const look = async (): Promise<string | undefined> =>
    (await readSets(connect, localizationId)).find((set) => set.displayType === displayType)?.id;
  return make(connect, look, {
    operation: `make the set ${displayType} in ${locale}`,
    path: path`/v1/appScreenshotSets`,
    data: {
      type: 'appScreenshotSets',
      attributes: { screenshotDisplayType: displayType },
      relationships: {
        appStoreVersionLocalization: { data: { type: 'appStoreVersionLocalizations', id: localizationId } },
      },
    },
  });
}

/** Waits until Apple is done with what has been sent before. */
async function settle(connect: AppStoreConnect, { setId, ...set }: Place): Promise<readonly Screenshot[]> {
  const name = `Apple to look at the screenshots of ${tellSet(set)}`;
  const look = async (): Promise<readonly Screenshot[]> => readScreenshots(connect, setId);
  let there = await waitFor(connect, {
    name,
    look,
    isDone: (seen) => !seen.some(({ state }) => state === 'UPLOAD_COMPLETE'),
    tell: (seen) => seen.map(({ state }) => state).join(', '),
    limitMs: processedWithinMs,
    pauseMs,
    giveUp: (seen) => appStoreMessages['app-store-wait-ended'](name, formatDuration(processedWithinMs), seen),
  });
  for (let waited = 0; waited < checksumWithinMs && !isSettled(there); waited += pauseMs) {
    await connect.sleep(pauseMs);
    there = await look();
  }
  return there;
}

async function removeAll(
  connect: AppStoreConnect,
  { setId, ...set }: Place,
  there: readonly Screenshot[],
  strangers: readonly Screenshot[],
): Promise<void> {
  let seen = there;
  for (const { id, name } of strangers) {
    connect.log.info(`${vendor}: ${tellSet(set)}: ${name} is removed`);
    const move = {
      name: `remove the screenshot ${name} of ${tellSet(set)}`,
      look: async () => readScreenshots(connect, setId),
      isDone: (now: readonly Screenshot[]) => !now.some((one) => one.id === id),
      findObstacle: () => undefined,
      tell: () => 'it is there',
      act: async () =>
        connect.command({ operation: 'remove a screenshot', method: 'DELETE', path: path`/v1/appScreenshots/${id}` }),
    };
    seen = (await carryOut(connect, move, seen)).state;
  }
}

/** Whether it arrived, the world says: what did not is sent again in the next round. */
async function sendPicture(connect: AppStoreConnect, { setId, ...set }: Place, picture: Picture): Promise<void> {
  const { name, size, checksum } = picture;
  connect.log.info(`${vendor}: ${tellSet(set)}: ${name} is sent`);
  // None of an earlier run is left, so one that waits for this file is ours.
  const look = async (): Promise<Screenshot | undefined> =>
    (await readScreenshots(connect, setId)).find(
      (one) => one.state === 'AWAITING_UPLOAD' && one.name === name && one.size === size,
    );
  const reserved = await make(connect, look, {
    operation: `announce the screenshot ${name}`,
    path: path`/v1/appScreenshots`,
    data: {
      type: 'appScreenshots',
      attributes: { fileName: name, fileSize: size },
      relationships: { appScreenshotSet: { data: { type: 'appScreenshotSets', id: setId } } },
    },
  });
  const failure = await sendParts(connect, reserved.parts, picture);
  if (failure !== undefined) {
    connect.log.info(`${vendor}: ${name} did not arrive whole (${failure})`);
    return;
  }
  try {
    await connect.command({
      operation: `say that the screenshot ${name} is sent`,
      method: 'PATCH',
      path: path`/v1/appScreenshots/${reserved.id}`,
      data: {
        type: 'appScreenshots',
        id: reserved.id,
        attributes: { uploaded: true, sourceFileChecksum: checksum },
      },
    });
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    if (!error.details.ambiguous && !(error instanceof AppStoreRefusal)) throw error;
  }
}

async function putInOrder(connect: AppStoreConnect, { setId, pictures, ...set }: Place): Promise<void> {
  const name = `put the screenshots of ${tellSet(set)} in order`;
  await carryOut(connect, {
    name,
    look: async () => readScreenshots(connect, setId),
    isDone: (seen) => !planSet(pictures, seen).reorder,
    findObstacle: () => undefined,
    tell: (seen) => seen.map((one) => one.name).join(', '),
    act: async (seen) => {
      const data = planSet(pictures, seen).keep.map((id) => ({ type: 'appScreenshots', id }));
      await connect.command({
        operation: name,
        method: 'PATCH',
        path: path`/v1/appScreenshotSets/${setId}/relationships/appScreenshots`,
        data,
      });
    },
  });
}

function giveUp(
  left: readonly Place[],
  refused: readonly Screenshot[],
  lacking: readonly string[],
): ConfigurationError | VendorError {
  const sets = left.map(tellSet).join('; ');
  const found = refused.flatMap(({ name, errors }) =>
    errors.map(({ code, description }) => `${name}: ${[description, `[${code}]`].join(' ').trim()}`),
  );
  if (found.length > 0)
    return new ConfigurationError(appStoreMessages['app-store-screenshots-refused'](sets, found.join('; ')));
  const what = `send the screenshots of ${sets}`;
  const seen = lacking.length === 0 ? 'more than were sent' : `${lacking.join(', ')} not there`;
  const note = appStoreMessages['app-store-not-shown'](what, `${mostRounds} rounds`, seen);
  return new VendorError(note, { vendor, operation: 'send the screenshots', attempts: mostRounds, ambiguous: true });
}

function tellSet({ locale, displayType }: Pick<PictureSet, 'locale' | 'displayType'>): string {
  return `${locale}, ${displayType}`;
}
