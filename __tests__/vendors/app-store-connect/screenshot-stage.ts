import { createHash } from 'node:crypto';
import { addScreenshots, findSets } from '#emulators/app-store-connect/screenshots';
import { findAll, getResource, type AscState } from '#emulators/app-store-connect/state';
import { createLocalization } from '#emulators/app-store-connect/versions';
import type { Picture } from '#vendors/app-store-connect/screenshot-plan';
import type { PictureSet } from '#vendors/app-store-connect/screenshots';
import { makePng } from '../../support/pictures.ts';
import type { Prepare, Scene } from './scene.ts';

export const PHONE = 'APP_IPHONE_67';
export const TABLET = 'APP_IPAD_97';

export const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');

/** A picture of the folder; another shade is another picture. */
export function pictureOf(name: string, shade: number, size: readonly [number, number] = [1290, 2796]): Picture {
  return fileOf(name, makePng(...size, { shade }));
}

export function fileOf(name: string, bytes: Buffer): Picture {
  return {
    name,
    size: bytes.length,
    checksum: md5(bytes),
    read: (offset, length) => Promise.resolve(new Uint8Array(bytes.subarray(offset, offset + length))),
  };
}

export const HOME = pictureOf('1-home.png', 1);
export const MAP = pictureOf('2-map.png', 2);
export const WATCH = pictureOf('3-watch.png', 3);
/** Of nobody's folder. */
export const STRANGER = pictureOf('stranger.png', 9);
export const PHONE_SET: PictureSet = { locale: 'en-US', displayType: PHONE, pictures: [HOME, MAP, WATCH] };

function localizationOf(state: AscState, { next }: Scene, locale: string): string {
  const found = findAll(
    state,
    'appStoreVersionLocalizations',
    ({ to, attributes }) => to.appStoreVersion === next && attributes.locale === locale,
  );
  return found[0]?.id ?? createLocalization(state, next, { locale }).id;
}

/** Puts screenshots that were processed long ago in the place of what a language of 2.0 has for a display. */
export const having =
  (pictures: readonly Picture[], displayType = PHONE, locale = 'en-US'): Prepare =>
  (state, scene) => {
    const language = localizationOf(state, scene, locale);
    for (const set of findSets(state, language))
      if (set.attributes.screenshotDisplayType === displayType)
        Reflect.deleteProperty(state.tables.appScreenshotSets, set.id);
    addScreenshots(
      state,
      language,
      displayType,
      pictures.map(({ checksum }) => checksum),
    );
  };

/** By language and display of 2.0: checksums in their order, with the state of what is not shown. */
export function screenshotsOf(state: AscState, { next }: Pick<Scene, 'next'>): Record<string, readonly string[]> {
  const languages = findAll(state, 'appStoreVersionLocalizations', ({ to }) => to.appStoreVersion === next);
  return Object.fromEntries(
    languages.flatMap(({ id, attributes: { locale } }) =>
      findSets(state, id).map(({ attributes, lists }) => [
        `${locale} ${attributes.screenshotDisplayType}`,
        lists.appScreenshots.map((one) => {
          const { assetDeliveryState, sourceFileChecksum } = getResource(state, 'appScreenshots', one).attributes;
          return assetDeliveryState.state === 'COMPLETE' ? (sourceFileChecksum ?? 'none') : assetDeliveryState.state;
        }),
      ]),
    ),
  );
}

export const sumsOf = (...pictures: readonly Picture[]): readonly string[] => pictures.map(({ checksum }) => checksum);
