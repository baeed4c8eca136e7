import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { readDescription } from '#emulators/app-store-connect/contract/description';
import { testWith } from '../../support/required.ts';
import { makeJpeg, makePng } from '../../support/pictures.ts';
import { idOf, makeVersion, prepareVersion, submitVersion } from './flows.ts';
import { refusalOf, withAsc, type Item, type Reply, type Stage } from './harness.ts';
import { linkTo, openSdk, pathOf } from './sdk.ts';

const PHONE = 'APP_IPHONE_67';
const picture = makePng(1290, 2796);
const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');

/** A version in preparation, with an empty set of its only language. */
async function makeSet(stage: Stage, screenshotDisplayType = 'APP_IPHONE_65'): Promise<string> {
  const version = await makeVersion(stage, '1.1');
  return idOf(await addSet(stage, await languageOf(stage, version), screenshotDisplayType));
}

async function languageOf({ get }: Stage, version: string): Promise<string> {
  const [text] = await get<Item[]>(`/v1/appStoreVersions/${version}/appStoreVersionLocalizations`);
  return text?.id ?? '';
}

async function addSet({ post }: Stage, language: string, screenshotDisplayType: string): Promise<Reply> {
  const to = { appStoreVersionLocalization: ['appStoreVersionLocalizations', language] } as const;
  return post('appScreenshotSets', { screenshotDisplayType }, to);
}

async function reserve({ post }: Stage, set: string, fileName = '1.png', fileSize = picture.length): Promise<Reply> {
  return post('appScreenshots', { fileName, fileSize }, { appScreenshotSet: ['appScreenshotSets', set] });
}

interface Operation {
  readonly method: string;
  readonly url: string;
  readonly offset: number;
  readonly length: number;
  readonly requestHeaders: readonly { readonly name: string; readonly value: string }[];
}

/** Sends what the operations ask for, to the addresses that they name. */
async function send(bytes: Buffer, operations: readonly Operation[]): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (const { method, url, offset, length, requestHeaders } of operations) {
    const headers = Object.fromEntries(requestHeaders.map(({ name, value }) => [name, value]));
    const body = new Uint8Array(bytes.subarray(offset, offset + length));
    statuses.push((await fetch(url, { method, headers, body })).status);
  }
  return statuses;
}

function operationsOf(reply: Reply): readonly Operation[] {
  return (reply.body?.data as Item).attributes['uploadOperations'] as readonly Operation[];
}

async function upload(stage: Stage, set: string, bytes = picture, checksum = md5(bytes)): Promise<string> {
  const reserved = await reserve(stage, set, '1.png', bytes.length);
  await send(bytes, operationsOf(reserved));
  const id = idOf(reserved);
  idOf(await stage.patch('appScreenshots', id, { uploaded: true, sourceFileChecksum: checksum }), 200);
  return id;
}

const stateOf = async ({ get }: Stage, id: string): Promise<unknown> => {
  const { assetDeliveryState, sourceFileChecksum, imageAsset } = (await get(`/v1/appScreenshots/${id}`)).attributes;
  const { state, errors } = assetDeliveryState as { state: string; errors: { code: string }[] };
  return { state, errors: errors.map(({ code }) => code), sourceFileChecksum, imageAsset };
};

test('a screenshot is reserved, sent in parts, and shown some time after the last word', async () => {
  await withAsc({ settings: { uploadPart: 4_096 } }, async (stage) => {
    const set = await makeSet(stage, 'APP_IPHONE_61');
    const bytes = makePng(1179, 2556);
    const reserved = await reserve(stage, set, 'home.png', bytes.length);
    expect(operationsOf(reserved).length).toBe(Math.ceil(bytes.length / 4_096));
    expect(new Set(await send(bytes, operationsOf(reserved)))).toEqual(new Set([200]));
    const id = idOf(reserved);
    await stage.patch('appScreenshots', id, { uploaded: true, sourceFileChecksum: md5(bytes) });
    expect(await stateOf(stage, id)).toMatchObject({ state: 'UPLOAD_COMPLETE', sourceFileChecksum: null });
    // It is not shown before it has been looked at, and its checksum a little later still.
    stage.clock.advanceBy(20_000);
    expect(await stateOf(stage, id)).toMatchObject({ state: 'COMPLETE', sourceFileChecksum: null });
    stage.clock.advanceBy(5_000);
    expect(await stateOf(stage, id)).toMatchObject({
      sourceFileChecksum: md5(bytes),
      imageAsset: { width: 1179, height: 2556 },
    });
    // The address of a part works once.
    expect(operationsOf(await stage.request('GET', `/v1/appScreenshots/${id}`))).toBeNull();
  });
});

describe('what Apple finds wrong is told when it has looked', () => {
  test.each<[what: string, bytes: Buffer, checksum: string | undefined, code: string]>([
    ['another size', makePng(1290, 2797), undefined, 'IMAGE_INCORRECT_DIMENSIONS'],
    ['an alpha channel', makePng(1242, 2688, { alpha: 'channel' }), undefined, 'IMAGE_ALPHA_NOT_ALLOWED'],
    ['a transparent colour', makePng(1242, 2688, { alpha: 'declared' }), undefined, 'IMAGE_ALPHA_NOT_ALLOWED'],
    ['no picture', Buffer.from('GIF89a'), undefined, 'IMAGE_TOOL_FAILURE'],
    ['a JPEG of another size', makeJpeg(2688, 1243), undefined, 'IMAGE_INCORRECT_DIMENSIONS'],
    ['another checksum', makePng(1242, 2688), 'f'.repeat(32), 'CHECKSUM_MISMATCH'],
  ])('%s', async (_what, bytes, checksum, code) => {
    await withAsc({}, async (stage) => {
      const id = await upload(stage, await makeSet(stage), bytes, checksum);
      stage.clock.advanceBy(60_000);
      expect(await stateOf(stage, id)).toMatchObject({ state: 'FAILED', errors: [code], imageAsset: null });
    });
  });

  test('parts that are missing', async () => {
    await withAsc({}, async (stage) => {
      const id = idOf(await reserve(stage, await makeSet(stage)));
      idOf(await stage.patch('appScreenshots', id, { uploaded: true }), 200);
      expect((await stage.patch('appScreenshots', id, { uploaded: true })).status).toBe(409);
      stage.clock.advanceBy(60_000);
      expect(await stateOf(stage, id)).toMatchObject({ state: 'FAILED', errors: ['UPLOAD_INCOMPLETE'] });
    });
  });

  test('nothing, of a JPEG in landscape', async () => {
    await withAsc({}, async (stage) => {
      const id = await upload(stage, await makeSet(stage), makeJpeg(2688, 1242));
      stage.clock.advanceBy(60_000);
      expect(await stateOf(stage, id)).toMatchObject({ state: 'COMPLETE', errors: [] });
    });
  });
});

test('a set is one of its kind, takes ten, and is put in order by naming them all', async () => {
  await withAsc({}, async (stage) => {
    const { clock, get, request } = stage;
    const set = await makeSet(stage);
    const [text] = Object.values(stage.emulator.snapshot().tables.appStoreVersionLocalizations).slice(-1);
    expect((await addSet(stage, text?.id ?? '', 'APP_IPHONE_65')).status).toBe(409);
    const ids: string[] = [];
    for (let count = 1; count <= 10; count += 1) ids.push(idOf(await reserve(stage, set, `${count}.png`)));
    expect((await reserve(stage, set)).status).toBe(409);
    const order = async (wanted: readonly string[]): Promise<number> => {
      const body = { data: wanted.map((id) => ({ type: 'appScreenshots', id })) };
      return (await request('PATCH', `/v1/appScreenshotSets/${set}/relationships/appScreenshots`, { body })).status;
    };
    const shown = async (address: string): Promise<string[]> =>
      (await get<Item[]>(`/v1/appScreenshotSets/${set}/${address}?limit=200`)).map(({ id }) => id);
    expect(await order(ids.slice(1))).toBe(409);
    expect(await order(ids.toReversed())).toBe(204);
    expect(await shown('relationships/appScreenshots')).toEqual(ids.toReversed());
    expect(await shown('appScreenshots')).toEqual(ids.toReversed());
    await request('DELETE', `/v1/appScreenshots/${ids[3] ?? ''}`);
    expect(await shown('appScreenshots')).toEqual(ids.filter((_, index) => index !== 3).reverse());
    await request('DELETE', `/v1/appScreenshotSets/${set}`);
    expect((await request('GET', `/v1/appScreenshots/${ids[0] ?? ''}`)).status).toBe(404);
    clock.advanceBy(60_000);
  });
});

test('a new version has those of the version before, as its own', async () => {
  await withAsc({}, async (stage) => {
    const version = await makeVersion(stage, '1.1');
    const address = `/v1/appStoreVersionLocalizations/${await languageOf(stage, version)}/appScreenshotSets`;
    const sets = await stage.get<Item[]>(`${address}?include=appScreenshots`);
    expect(sets.map(({ attributes }) => attributes['screenshotDisplayType'])).toEqual([PHONE]);
    await stage.request('DELETE', `/v1/appScreenshotSets/${sets[0]?.id ?? ''}`);
    expect(await stage.get<Item[]>(address)).toEqual([]);
    const { tables } = stage.emulator.snapshot();
    expect(Object.values(tables.appScreenshotSets)).toHaveLength(1);
    // A language takes its screenshots along.
    await stage.request('DELETE', `/v1/appStoreVersions/${version}`);
    expect(Object.values(stage.emulator.snapshot().tables.appScreenshots)).toHaveLength(1);
  });
});

test('nothing of them can be changed under review', async () => {
  await withAsc({ settings: { waiting: null } }, async (stage) => {
    const version = await prepareVersion(stage);
    const language = await languageOf(stage, version);
    const [set] = await stage.get<Item[]>(`/v1/appStoreVersionLocalizations/${language}/appScreenshotSets`);
    await submitVersion(stage, version);
    expect(refusalOf(await reserve(stage, set?.id ?? ''))).toMatchObject({ 0: 409 });
    expect(refusalOf(await addSet(stage, language, 'APP_IPAD_97'))).toMatchObject({ 0: 409 });
    expect((await stage.request('DELETE', `/v1/appScreenshotSets/${set?.id ?? ''}`)).status).toBe(409);
  });
});

const description = readDescription();
const check = testWith('app-store-connect-sdk', typeof description === 'string' ? description : undefined);

check('a client that was generated from the description sends a screenshot and puts it first', async () => {
  await withAsc({ start: new Date().toISOString() }, async (stage) => {
    const ask = openSdk(stage);
    const version = await makeVersion(stage, '1.1');
    const language = { type: 'appStoreVersionLocalizations', id: await languageOf(stage, version) };
    const [set = language as Item] = await ask(
      'AppStoreVersionLocalizations',
      'appStoreVersionLocalizationsAppScreenshotSetsGetToManyRelated',
      { ...pathOf(language), query: { 'filter[screenshotDisplayType]': [PHONE], include: ['appScreenshots'] } },
    );
    const [first] = set.relationships?.['appScreenshots']?.data as readonly Item[];
    const reserved = await ask('AppScreenshots', 'appScreenshotsCreateInstance', {
      body: {
        data: {
          type: 'appScreenshots',
          attributes: { fileName: 'home.png', fileSize: picture.length },
          relationships: { appScreenshotSet: linkTo(set) },
        },
      },
    });
    await send(picture, reserved.attributes['uploadOperations'] as readonly Operation[]);
    const { type, id } = reserved;
    const attributes = { uploaded: true, sourceFileChecksum: md5(picture) };
    await ask('AppScreenshots', 'appScreenshotsUpdateInstance', {
      ...pathOf(reserved),
      body: { data: { type, id, attributes } },
    });
    await ask('AppScreenshotSets', 'appScreenshotSetsAppScreenshotsReplaceToManyRelationship', {
      ...pathOf(set),
      body: { data: [{ type, id }, linkTo(first ?? reserved)].map((one) => ('data' in one ? one.data : one)) },
    });
    const shown = await ask('AppScreenshotSets', 'appScreenshotSetsAppScreenshotsGetToManyRelated', pathOf(set));
    expect(shown.map((one) => one.id)).toEqual([id, first?.id]);
    await ask('AppScreenshots', 'appScreenshotsDeleteInstance', pathOf(reserved));
  });
});
