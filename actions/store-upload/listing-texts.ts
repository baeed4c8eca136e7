import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '#kit/errors';
import { suggest } from '#kit/suggest';
import { languages } from '#vendors/app-store-connect/languages';
import type { Texts, TextsByLanguage } from '#vendors/app-store-connect/listing-texts';
import {
  appFiles,
  othersFiles,
  othersFolders,
  reviewFiles,
  rootFiles,
  versionFiles,
  type TextFile,
} from './listing-files.ts';

/** What a folder of texts says. */
export interface ListingTexts {
  readonly version: TextsByLanguage;
  readonly app: TextsByLanguage;
  readonly copyright: string | undefined;
  readonly review: Texts;
}

/** What is found while folders are read, everything at once. */
export interface Findings {
  readonly problems: Problem[];
  /** Files that change nothing, with the reason. */
  readonly leftAlone: string[];
}

/** Its texts are those of every language that has no file of its own, as Fastlane has it. */
const COMMON = 'default';

/**
 * Reads texts in the layout of Fastlane's deliver. An empty file is not the wish to delete what App Store Connect has: Fastlane itself
 * writes such files for whatever is not set there.
 * @param shown the folder as messages name it
 * @throws SystemError for a folder that cannot be read
 */
export function readTexts(folder: string, shown: string, findings: Findings): ListingTexts {
  const read = (under: string, files: readonly TextFile[]): Texts =>
    readFiles({ folder: join(folder, under), shown: under === '' ? shown : `${shown}/${under}`, files }, findings);
  const entries = list(folder);
  const found = entries.filter((one) => one.isDirectory() && isLanguage(one.name, shown, findings));
  const byLanguage = found.map(({ name }) => ({ name, texts: read(name, [...versionFiles, ...appFiles]) }));
  const common = byLanguage.find(({ name }) => name === COMMON)?.texts ?? {};
  const own = byLanguage.filter(({ name }) => name !== COMMON);
  if (Object.keys(common).length > 0 && own.length === 0) {
    findings.problems.push({
      name: `${shown}/${COMMON}`,
      value: 'no other language',
      reason: 'its texts are those of languages that have a folder',
      valid: 'a folder for each language, which may be empty',
    });
  }
  const pick = (files: readonly TextFile[]): TextsByLanguage =>
    Object.fromEntries(
      own.flatMap(({ name, texts }) => {
        const picked = pickTexts(files, { ...common, ...texts });
        return Object.keys(picked).length === 0 ? [] : [[name, picked]];
      }),
    );
  const review = entries.some(({ name }) => name === 'review_information')
    ? read('review_information', reviewFiles)
    : {};
  checkAccount(review, `${shown}/review_information`, findings);
  const { copyright } = read('', rootFiles);
  const texts = { version: pick(versionFiles), app: pick(appFiles), copyright, review };
  if (isEmpty(texts) && findings.problems.length === 0) {
    findings.problems.push({
      name: shown,
      value: 'no text',
      reason: 'nothing in it could be written',
      valid: 'en-US/description.txt and its like',
    });
  }
  return texts;
}

function isEmpty({ version, app, copyright, review }: ListingTexts): boolean {
  return copyright === undefined && [version, app, review].every((one) => Object.keys(one).length === 0);
}

function pickTexts(files: readonly TextFile[], texts: Texts): Texts {
  return Object.fromEntries(
    files.flatMap(({ attribute }) => {
      const text = texts[attribute];
      return text === undefined ? [] : [[attribute, text]];
    }),
  );
}

/** Without what no writer of texts has put there: `.DS_Store`, `.gitkeep`. */
export function list(folder: string): readonly Dirent[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Whether a folder is one of a language; others are a problem, or are nobody's here. */
function isLanguage(name: string, shown: string, findings: Findings): boolean {
  if (name === COMMON || languages.includes(name)) return true;
  if (name === 'review_information') return false;
  if (othersFolders.has(name)) {
    findings.leftAlone.push(`${shown}/${name} is not handled`);
    return false;
  }
  findings.problems.push(tellUnknownLanguage(name, shown));
  return false;
}

export function tellUnknownLanguage(name: string, shown: string): Problem {
  const meant = suggest(name, [...languages, 'review_information', 'default']) ?? guessRegion(name);
  return {
    name: `${shown}/${name}`,
    value: name,
    reason: `it is no language of the App Store${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    valid: 'a language as Apple writes it, such as en-US, ja or zh-Hans',
  };
}

/** "de" is de-DE to Apple, and "ja-JP" is ja. */
function guessRegion(name: string): string | undefined {
  const [language = ''] = name.toLowerCase().split(/[-_]/);
  return languages.find((one) => one.toLowerCase().split('-')[0] === language);
}

interface Place {
  readonly folder: string;
  readonly shown: string;
  readonly files: readonly TextFile[];
}

function readFiles({ folder, shown, files }: Place, findings: Findings): Texts {
  const texts: Record<string, string> = {};
  for (const entry of list(folder).filter((one) => !one.isDirectory())) {
    const where = `${shown}/${entry.name}`;
    const [stem, isText] = [entry.name.replace(/\.txt$/, ''), entry.name.endsWith('.txt')];
    const file = isText ? files.find(({ name }) => name === stem) : undefined;
    if (file === undefined) {
      tellStranger({ where, stem, isText }, files, findings);
      continue;
    }
    const text = readFileSync(join(folder, entry.name), 'utf8').replaceAll('\r\n', '\n').trim();
    if (text === '') findings.leftAlone.push(`${where} is empty, which deletes nothing`);
    else if (checkText(text, where, file, findings)) texts[file.attribute] = text;
  }
  return texts;
}

interface Stranger {
  readonly where: string;
  readonly stem: string;
  readonly isText: boolean;
}

function tellStranger({ where, stem, isText }: Stranger, files: readonly TextFile[], findings: Findings): void {
  if (!isText || othersFiles.has(stem)) {
    findings.leftAlone.push(`${where} is not handled`);
    return;
  }
  const names = files.map(({ name }) => name);
  const meant = suggest(stem, names);
  findings.problems.push({
    name: where,
    value: `${stem}.txt`,
    reason: `no text has this name${meant === undefined ? '' : `; did you mean "${meant}.txt"?`}`,
    valid: names.map((name) => `${name}.txt`).join(', '),
  });
}

/** By code points, which is what people take for characters. @returns whether it can be sent */
function checkText(text: string, where: string, { most, least, isUrl }: TextFile, { problems }: Findings): boolean {
  const length = Array.from(text).length;
  const value = `${length} characters`;
  if (most !== undefined && length > most)
    problems.push({ name: where, value, reason: 'it is too long', valid: `at most ${most} characters` });
  else if (least !== undefined && length < least)
    problems.push({ name: where, value, reason: 'it is too short', valid: `at least ${least} characters` });
  else if (isUrl === true && !isSecureUrl(text))
    problems.push({
      name: where,
      value: text,
      reason: 'it is no address with https',
      valid: 'https://example.com/support',
    });
  else return true;
  return false;
}

function isSecureUrl(text: string): boolean {
  return !/\s/.test(text) && URL.canParse(text) && new URL(text).protocol === 'https:';
}

/** Reviewers who cannot sign in send the app back. */
function checkAccount(review: Texts, shown: string, { problems }: Findings): void {
  const [user, password] = [review['demoAccountName'], review['demoAccountPassword']];
  if ((user === undefined) === (password === undefined)) return;
  const [there, missing] = user === undefined ? ['demo_password', 'demo_user'] : ['demo_user', 'demo_password'];
  problems.push({
    name: `${shown}/${missing}.txt`,
    value: 'missing or empty',
    reason: `there is a ${there}.txt, and nobody can sign in with that alone`,
    valid: 'both, or neither',
  });
}
