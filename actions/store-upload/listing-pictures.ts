import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { readPicture } from '#artifacts/picture';
import { findDisplayType, tellNearestSize } from '#vendors/app-store-connect/display-types';
import { languages } from '#vendors/app-store-connect/languages';
import type { Picture } from '#vendors/app-store-connect/screenshot-plan';
import type { PictureSet } from '#vendors/app-store-connect/screenshots';
import { othersFolders } from './listing-files.ts';
import { list, tellUnknownLanguage, type Findings } from './listing-texts.ts';

/** https://developer.apple.com/help/app-store-connect/manage-app-information/upload-app-previews-and-screenshots */
const mostInSet = 10;
const formats: Readonly<Record<string, 'png' | 'jpeg' | undefined>> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
};
const otherPictures: ReadonlySet<string> = new Set([
  '.gif',
  '.webp',
  '.heic',
  '.heif',
  '.tif',
  '.tiff',
  '.bmp',
  '.avif',
]);
const MESSAGES = 'iMessage';

/** 2 before 10, as Fastlane sorts. */
const byName = new Intl.Collator('en', { numeric: true });

interface Place {
  readonly folder: string;
  /** As messages name it. */
  readonly shown: string;
  readonly isMessages: boolean;
}

interface Found extends Picture {
  readonly displayType: string;
  readonly where: string;
}

/**
 * Reads screenshots in the layout of Fastlane's deliver, each into the set that its size in pixels says, in the order of their names.
 * @throws SystemError for what cannot be read
 */
export async function readPictures(folder: string, shown: string, findings: Findings): Promise<readonly PictureSet[]> {
  const before = findings.problems.length;
  const sets = await readLanguageFolders({ folder, shown, isMessages: false }, findings);
  if (sets.length === 0 && findings.problems.length === before) {
    findings.problems.push({
      name: shown,
      value: 'no picture',
      reason: 'nothing in it could be sent',
      valid: 'en-US/1-home.png and its like',
    });
  }
  return sets;
}

async function readLanguageFolders(place: Place, findings: Findings): Promise<readonly PictureSet[]> {
  const { folder, shown, isMessages } = place;
  const sets: PictureSet[] = [];
  for (const entry of list(folder)) {
    const { name } = entry;
    const inner = { folder: join(folder, name), shown: `${shown}/${name}` };
    if (!entry.isDirectory()) tellLooseFile(name, shown, findings);
    else if (languages.includes(name)) sets.push(...(await readLanguage(name, { ...inner, isMessages }, findings)));
    else if (name === MESSAGES && !isMessages)
      sets.push(...(await readLanguageFolders({ ...inner, isMessages: true }, findings)));
    else if (othersFolders.has(name)) findings.leftAlone.push(`${shown}/${name} is not handled`);
    else findings.problems.push(tellUnknownLanguage(name, shown));
  }
  return sets;
}

function tellLooseFile(name: string, shown: string, { problems, leftAlone }: Findings): void {
  if (formats[extname(name).toLowerCase()] === undefined) leftAlone.push(`${shown}/${name} is not handled`);
  else {
    problems.push({
      name: `${shown}/${name}`,
      value: name,
      reason: 'it lies in no folder of a language',
      valid: `${shown}/en-US/${name}`,
    });
  }
}

async function readLanguage(locale: string, place: Place, findings: Findings): Promise<readonly PictureSet[]> {
  const names = pickFramed(
    list(place.folder)
      .filter((one) => !one.isDirectory())
      .map(({ name }) => name),
    place,
    findings,
  );
  const found: Found[] = [];
  for (const name of names.toSorted(byName.compare)) {
    const picture = await readOne(name, place, findings);
    if (picture !== undefined) found.push(picture);
  }
  const types = [...new Set(found.map(({ displayType }) => displayType))];
  return types.map((displayType) => {
    const pictures = found.filter((one) => one.displayType === displayType);
    checkSet(`${place.shown}, ${displayType}`, pictures, findings);
    return { locale, displayType, pictures };
  });
}

/** Where frames were drawn, the pictures without one are their sources; watches have no frames. */
function pickFramed(names: readonly string[], { shown }: Place, { leftAlone }: Findings): readonly string[] {
  if (!names.some((name) => /_framed\.\w+$/i.test(name))) return names;
  const isMeant = (name: string): boolean =>
    formats[extname(name).toLowerCase()] === undefined || /framed|watch/i.test(name);
  leftAlone.push(...names.filter((name) => !isMeant(name)).map((name) => `${shown}/${name} is without its frame`));
  return names.filter(isMeant);
}

async function readOne(
  name: string,
  { folder, shown, isMessages }: Place,
  findings: Findings,
): Promise<Found | undefined> {
  const [where, path, extension] = [`${shown}/${name}`, join(folder, name), extname(name).toLowerCase()];
  const format = formats[extension];
  const say = (value: string, reason: string, valid: string): undefined => {
    findings.problems.push({ name: where, value, reason, valid });
  };
  if (format === undefined) {
    if (otherPictures.has(extension)) return say(extension, 'Apple does not take such pictures', 'a PNG or a JPEG');
    findings.leftAlone.push(`${where} is not handled`);
    return undefined;
  }
  const bytes = await readFile(path);
  let picture;
  try {
    picture = readPicture(bytes);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return say(`${bytes.length} bytes`, error.message, 'a PNG or a JPEG');
  }
  const { width, height } = picture;
  if (picture.format !== format)
    return say(picture.format.toUpperCase(), `its name says ${extension}`, 'a name that fits');
  if (picture.hasAlpha) say('alpha', 'parts of it can be seen through', 'a picture without an alpha channel');
  const displayType = findDisplayType({ width, height, path: where, isMessages });
  if (displayType === undefined)
    return say(`${width} x ${height}`, 'no display has this size', `such as ${tellNearestSize(width, height)}`);
  return {
    name,
    where,
    displayType,
    size: bytes.length,
    checksum: createHash('md5').update(bytes).digest('hex'),
    read: async (offset, length) => readBytes(path, offset, length),
  };
}

function checkSet(where: string, pictures: readonly Found[], { problems }: Findings): void {
  if (pictures.length > mostInSet) {
    problems.push({
      name: where,
      value: `${pictures.length} pictures`,
      reason: 'it is more than a set holds',
      valid: `at most ${mostInSet}`,
    });
  }
  for (const [index, { where: path, checksum, name }] of pictures.entries()) {
    const first = pictures.slice(0, index).find((one) => one.checksum === checksum);
    if (first === undefined) continue;
    problems.push({
      name: path,
      value: name,
      reason: `it is the same picture as ${first.name}`,
      valid: 'each picture once in a set',
    });
  }
}

/** Not kept in memory: there may be hundreds. */
async function readBytes(path: string, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
    if (bytesRead !== length) throw new SyntaxError('it became shorter while it was read');
    return buffer;
  } finally {
    await file.close();
  }
}
