import { describe, expect, test } from '@jest/globals';
import { reserveScreenshot, startScreenshot } from '#emulators/app-store-connect/screenshots';
import { ConfigurationError } from '#kit/errors';
import { compareScreenshots, writeScreenshots, type PictureSet } from '#vendors/app-store-connect/screenshots';
import { makePng } from '../../support/pictures.ts';
import { playFaults } from '../fault-matrix.ts';
import { all, start, type Prepare } from './scene.ts';
import {
  fileOf,
  having,
  HOME,
  MAP,
  PHONE,
  PHONE_SET,
  pictureOf,
  screenshotsOf,
  STRANGER,
  sumsOf,
  TABLET,
  WATCH,
} from './screenshot-stage.ts';
import { withClient, type ClientStage } from './stage.ts';

const create = 'appScreenshots_createInstance';
const put = 'upload-parts/put';
const finish = 'appScreenshots_updateInstance';
const remove = 'appScreenshots_deleteInstance';
const order = 'appScreenshotSets_appScreenshots_replaceToManyRelationship';
const makeSet = 'appScreenshotSets_createInstance';
const ONE = [create, put, finish];

const phone = `en-US ${PHONE}`;

const write = (stage: ClientStage, ...sets: readonly PictureSet[]): ReturnType<typeof writeScreenshots> =>
  writeScreenshots(stage.connect(), stage.scene.next, sets);
const seen = ({ state, scene }: ClientStage): Record<string, readonly string[]> => screenshotsOf(state(), scene);

describe('a set becomes that of the folder', () => {
  test.each<[what: string, there: Prepare, writes: readonly string[], change: object | undefined]>([
    ['with nothing in it', having([]), [...ONE, ...ONE, ...ONE], { sent: 3, removed: 0, reordered: false }],
    ['with all in it', having([HOME, MAP, WATCH]), [], undefined],
    ['with the last one missing', having([HOME, MAP]), ONE, { sent: 1, removed: 0, reordered: false }],
    ['with the first one missing', having([MAP, WATCH]), [...ONE, order], { sent: 1, removed: 0, reordered: true }],
    ['in another order', having([WATCH, HOME, MAP]), [order], { sent: 0, removed: 0, reordered: true }],
    ['with a stranger', having([HOME, STRANGER, MAP, WATCH]), [remove], { sent: 0, removed: 1, reordered: false }],
    [
      'with one of them twice, and a stranger',
      having([WATCH, HOME, HOME, STRANGER]),
      [remove, remove, ...ONE, order],
      { sent: 1, removed: 2, reordered: true },
    ],
  ])('%s', async (_what, prepare, writes, change) => {
    await withClient({ prepare }, async (stage) => {
      const changes = change === undefined ? [] : [{ locale: 'en-US', displayType: PHONE, ...change }];
      expect(await compareScreenshots(stage.connect(), stage.scene.next, [PHONE_SET])).toEqual(changes);
      expect(stage.sent()).toEqual([]);
      expect(await write(stage, PHONE_SET)).toEqual(changes);
      expect(stage.applied()).toEqual(writes);
      expect(seen(stage)).toEqual({ [phone]: sumsOf(HOME, MAP, WATCH) });
      expect(await write(stage, PHONE_SET)).toEqual([]);
      expect(stage.applied()).toEqual(writes);
    });
  });

  test('that was full, and has ten others now', async () => {
    const pictures = Array.from({ length: 10 }, (_, index) => pictureOf(`${index}.png`, 20 + index));
    const old = Array.from({ length: 10 }, (_, index) => pictureOf(`${index}.png`, 40 + index));
    await withClient({ prepare: having(old) }, async (stage) => {
      await write(stage, { ...PHONE_SET, pictures });
      expect(seen(stage)).toEqual({ [phone]: sumsOf(...pictures) });
    });
  });

  test('that is not there yet, and the others stay as they are', async () => {
    const tablet: PictureSet = { locale: 'de-DE', displayType: TABLET, pictures: [pictureOf('1.png', 5, [768, 1024])] };
    await withClient({ prepare: all(having([HOME]), having([MAP], PHONE, 'de-DE')) }, async (stage) => {
      expect(await write(stage, tablet)).toMatchObject([{ locale: 'de-DE', displayType: TABLET, sent: 1 }]);
      expect(stage.applied()).toEqual([makeSet, ...ONE]);
      expect(seen(stage)).toEqual({
        [phone]: sumsOf(HOME),
        [`de-DE ${PHONE}`]: sumsOf(MAP),
        [`de-DE ${TABLET}`]: sumsOf(...tablet.pictures),
      });
    });
  });

  test('by pictures that go in parts', async () => {
    await withClient({ prepare: having([MAP, WATCH]), settings: { uploadPart: 10_000 } }, async (stage) => {
      await write(stage, PHONE_SET);
      const parts = Math.ceil(HOME.size / 10_000);
      expect(stage.applied()).toEqual([create, ...Array.from({ length: parts }, () => put), finish, order]);
      expect(seen(stage)).toEqual({ [phone]: sumsOf(HOME, MAP, WATCH) });
      // No token of ours goes where parts go.
      const sent = stage.emulator.log.entries().filter(({ operation }) => operation === put);
      expect(new Set(sent.map(({ actor }) => actor))).toEqual(new Set([null]));
    });
  });
});

test('a language that the version lacks is refused before anything is sent', async () => {
  await withClient({}, async (stage) => {
    await expect(write(stage, { ...PHONE_SET, locale: 'fr-FR' })).rejects.toMatchObject({
      notes: [{ id: 'app-store-language-missing' }],
    });
    expect(stage.sent()).toEqual([]);
  });
});

/** What a run that was stopped has left in the set: reserved, or sent and not looked at yet. */
const leftBehind =
  (isSent: boolean): Prepare =>
  (state, scene) => {
    having([MAP, WATCH])(state, scene);
    const set = Object.values(state.tables.appScreenshotSets).at(-1);
    if (set === undefined) throw new Error('There is no set.');
    const { name: fileName, size: fileSize, checksum } = HOME;
    const left = reserveScreenshot(state, set, { fileName, fileSize }, 'http://gone.example.test', start);
    if (!isSent) return;
    left.attributes.sourceFileChecksum = checksum;
    startScreenshot(state, left, Buffer.alloc(0), start);
    left.findings = [];
  };

describe('what a run that was stopped has left', () => {
  test('is made anew where it was only reserved', async () => {
    await withClient({ prepare: leftBehind(false) }, async (stage) => {
      expect(await write(stage, PHONE_SET)).toMatchObject([{ sent: 1, removed: 1 }]);
      expect(stage.applied()).toEqual([remove, ...ONE, order]);
      expect(seen(stage)).toEqual({ [phone]: sumsOf(HOME, MAP, WATCH) });
    });
  });

  test('is waited for where Apple looks at it', async () => {
    await withClient({ prepare: leftBehind(true) }, async (stage) => {
      const [change] = await compareScreenshots(stage.connect(), stage.scene.next, [PHONE_SET]);
      expect(change).toMatchObject({ sent: 0, removed: 0, reordered: true });
      await write(stage, PHONE_SET);
      expect(stage.applied()).toEqual([order]);
    });
  });
});

describe('what Apple says no to', () => {
  test('a picture that it does not take is told with its reason, and the others are kept', async () => {
    const bad = fileOf('bad.png', makePng(1290, 2796, { alpha: 'channel' }));
    await withClient({ prepare: having([HOME]) }, async (stage) => {
      const writing = write(stage, { ...PHONE_SET, pictures: [HOME, bad] });
      await expect(writing).rejects.toThrow('bad.png: The picture has an alpha channel. [IMAGE_ALPHA_NOT_ALLOWED]');
      await expect(writing).rejects.toBeInstanceOf(ConfigurationError);
      expect(seen(stage)[phone]).toEqual([...sumsOf(HOME), 'FAILED']);
    });
  });

  test('a part that Apple says it has, and has not, is sent again', async () => {
    await withClient({ prepare: having([MAP, WATCH]) }, async (stage) => {
      stage.faults.add({ match: { operation: put }, fault: { kind: 'status', status: 200 } });
      await write(stage, PHONE_SET);
      expect(stage.applied()).toEqual([create, finish, remove, ...ONE, order]);
      expect(seen(stage)).toEqual({ [phone]: sumsOf(HOME, MAP, WATCH) });
    });
  });

  test('an address that has expired is asked for anew', async () => {
    await withClient({ prepare: having([MAP, WATCH]) }, async (stage) => {
      stage.faults.add({ match: { operation: put }, fault: { kind: 'status', status: 403 } });
      await write(stage, PHONE_SET);
      expect(stage.applied()).toEqual([create, remove, ...ONE, order]);
    });
  });

  test('a checksum that Apple never shows is nobody’s, and the picture is sent', async () => {
    await withClient({ prepare: having([HOME]), settings: { checksumShownAfter: 0 } }, async (stage) => {
      stage.emulator.console.change(({ tables }) => {
        for (const one of Object.values(tables.appScreenshots)) one.checksumShownAt = null;
      });
      await write(stage, { ...PHONE_SET, pictures: [HOME] });
      expect(stage.applied()).toEqual([remove, ...ONE]);
      expect(stage.clock.now() - start).toBeGreaterThanOrEqual(60_000);
    });
  });
});

test('under every fault: no success without the set, and the next run ends where an undisturbed one does', async () => {
  const set: PictureSet = { ...PHONE_SET, pictures: [HOME, MAP] };
  const expected = JSON.stringify({ [phone]: sumsOf(HOME, MAP) });
  const played = await playFaults<ClientStage, unknown>({
    open: async (faults, run) => withClient({ faults, prepare: having([MAP, STRANGER]) }, run),
    act: async (stage, signal) => writeScreenshots(stage.connect(signal), stage.scene.next, [set]),
    judge: ({ stage, outcome }) => {
      const now = JSON.stringify(seen(stage));
      return 'value' in outcome && now !== expected ? [`it says that it is done, and there is ${now}`] : [];
    },
  });
  console.log(`${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
  expect(played.cases).toBeGreaterThan(played.requests * 5);
});
