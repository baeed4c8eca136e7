import type { Mutant } from './mutant.ts';

const REFUSALS = '__tests__/store-upload/listing-refusals.test.ts';
const LISTING = '__tests__/store-upload/listing.test.ts';
const texts = 'actions/store-upload/listing-texts.ts';
const pictures = 'actions/store-upload/listing-pictures.ts';

/** Mistakes with the folders of texts and screenshots: each lets through what Apple refuses, or changes what was not asked for. */
export const mutants: readonly Mutant[] = [
  {
    id: 'store-upload-listing-empty-deletes',
    file: texts,
    find: `if (text === '') findings.leftAlone`,
    replace: `if (text === '') texts[file.attribute] = text;\n    if (text === '') findings.leftAlone`,
    why: 'A file that Fastlane left empty deletes a text of the store.',
    killedBy: LISTING,
    among: 'what is empty',
  },
  {
    id: 'store-upload-listing-user-alone',
    file: texts,
    find: `if ((user === undefined) === (password === undefined)) return;`,
    replace: `if (user !== undefined || password === undefined) return;`,
    why: 'Reviewers cannot sign in.',
    killedBy: REFUSALS,
    among: 'a user without a password',
  },
  {
    id: 'store-upload-listing-default-wins',
    file: texts,
    find: `{ ...common, ...texts }`,
    replace: `{ ...texts, ...common }`,
    why: 'A language gets the text of all in place of its own.',
    killedBy: LISTING,
    among: 'source: texts and screenshots of a folder for all languages',
  },
  {
    id: 'store-upload-listing-sorted-as-texts',
    file: pictures,
    find: `{ numeric: true }`,
    replace: `{ numeric: false }`,
    why: 'The tenth picture is shown before the second.',
    killedBy: LISTING,
    among: 'source: texts and screenshots are those of the folders',
  },
  {
    id: 'store-upload-listing-alpha-passes',
    file: pictures,
    find: `if (picture.hasAlpha) say(`,
    replace: `if (picture.hasAlpha && width === 0) say(`,
    why: 'Apple refuses the picture after the build was sent.',
    killedBy: REFUSALS,
    among: 'that can be seen through',
  },
  {
    id: 'store-upload-listing-twice',
    file: pictures,
    find: `one.checksum === checksum`,
    replace: `one.checksum === name`,
    why: 'A picture is shown twice.',
    killedBy: REFUSALS,
    among: 'a picture twice',
  },
  {
    id: 'store-upload-listing-incomplete-language',
    file: 'actions/store-upload/listing.ts',
    find: `isNew && version[locale]?.['description'] === undefined`,
    replace: `isNew && version[locale] === undefined`,
    why: 'A language without a description keeps the version from its review.',
    killedBy: REFUSALS,
    among: 'a new language without a description',
  },
  {
    id: 'store-upload-listing-old-news',
    file: 'actions/store-upload/listing.ts',
    find: `isCopied ? addNews(texts, listing.version) : texts`,
    replace: `isCopied ? texts : texts`,
    why: 'A dry run leaves out what the release will write.',
    killedBy: LISTING,
    among: 'have news that are the old ones',
  },
  {
    id: 'store-upload-listing-information-of-the-live-version',
    file: 'src/vendors/app-store-connect/app-information.ts',
    find: `all.find(({ state }) => !outStates.has(state)) ??`,
    replace: `findEditable(all) ??`,
    why: 'Under review, a name that is right is told as wrong.',
    killedBy: LISTING,
    among: 'of a version under review stay',
  },
  {
    id: 'store-upload-listing-after-the-review-began',
    file: 'actions/store-upload/app-store.ts',
    find: `if (editableStates.has(state)) return { listed: await writeListing`,
    replace: `if (state !== '') return { listed: await writeListing`,
    why: 'A step that is run again fails at a version under review.',
    killedBy: LISTING,
    among: 'of a version under review stay',
  },
];
