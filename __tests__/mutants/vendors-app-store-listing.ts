import type { Mutant } from './mutant.ts';

const room = 'src/vendors/app-store-connect';
const LISTING = '__tests__/vendors/app-store-connect/listing.test.ts';
const SCREENSHOTS = '__tests__/vendors/app-store-connect/screenshots.test.ts';

/** Mistakes with texts and screenshots: each writes what nobody asked for, too often, or not at all. */
export const mutants: readonly Mutant[] = [
  {
    id: 'app-store-listing-accents-differ',
    file: `${room}/listing-texts.ts`,
    find: `.trim().normalize('NFC')`,
    replace: `.trim()`,
    why: 'A text from a Mac is written by every run, and never seen to be there.',
    killedBy: LISTING,
    among: 'are the same',
  },
  {
    id: 'app-store-listing-everything-is-sent',
    file: `${room}/listing-texts.ts`,
    find: `const fields = differing(seen, locale, wanted);\n  const attributes`,
    replace: `const fields: readonly string[] = [];\n  const attributes`,
    why: 'What differs is told as written, and is not.',
    killedBy: '__tests__/vendors/app-store-connect/moves.test.ts',
    among: 'write the texts: once',
  },
  {
    id: 'app-store-listing-hidden-password-is-there',
    file: `${room}/version-details.ts`,
    find: `isSent && name === 'demoAccountPassword'`,
    replace: `name === 'demoAccountPassword'`,
    why: 'Reviewers get a user without a password, and send the app back.',
    killedBy: LISTING,
    among: 'a password that',
  },
  {
    id: 'app-store-listing-live-information',
    file: `${room}/app-information.ts`,
    find: `const information = findEditable(all);`,
    replace: `const information = all[0];`,
    why: 'Names are written where Apple takes no change.',
    killedBy: LISTING,
    among: 'never into that which is out',
  },
  {
    id: 'app-store-screenshots-by-name',
    file: `${room}/screenshot-plan.ts`,
    find: `if (state === 'COMPLETE') return checksum === picture.checksum;`,
    replace: `if (state === 'COMPLETE') return name === picture.name;`,
    why: 'A picture that was drawn anew under its old name never reaches the store.',
    killedBy: SCREENSHOTS,
    among: 'that was full',
  },
  {
    id: 'app-store-screenshots-reserved-stay',
    file: `${room}/screenshot-plan.ts`,
    find: `remove: [...free],`,
    replace: `remove: [...free].filter(({ state }) => state === 'COMPLETE'),`,
    why: 'A run that was stopped leaves a picture that never comes, and Apple refuses the review.',
    killedBy: SCREENSHOTS,
    among: 'only reserved',
  },
  {
    id: 'app-store-screenshots-order-of-arrival',
    file: `${room}/screenshot-plan.ts`,
    find: `reorder: !isSentLast || shown.join() !== keep.join()`,
    replace: `reorder: shown.join() !== keep.join()`,
    why: 'A new first picture is shown last.',
    killedBy: SCREENSHOTS,
    among: 'with the first one missing',
  },
  {
    id: 'app-store-screenshots-checksum-not-waited-for',
    file: `${room}/screenshot-plan.ts`,
    find: `(state !== 'COMPLETE' || checksum !== null)`,
    replace: `(state !== 'COMPLETE' || checksum !== 'none')`,
    why: 'Every picture is sent, removed and sent again.',
    killedBy: SCREENSHOTS,
    among: 'with nothing in it',
  },
  {
    id: 'app-store-screenshots-one-round',
    file: `${room}/screenshots.ts`,
    find: `const mostRounds = 3;`,
    replace: `const mostRounds = 1;`,
    why: 'A part that was lost on the way ends the release.',
    killedBy: SCREENSHOTS,
    among: 'a part that Apple says it has',
  },
  {
    id: 'app-store-screenshots-remove-later',
    file: `${room}/screenshots.ts`,
    find: `      await removeAll(connect, place, there, plan.remove);\n      for (const picture of plan.send) await sendPicture(connect, place, picture);`,
    replace: `      for (const picture of plan.send) await sendPicture(connect, place, picture);\n      await removeAll(connect, place, there, plan.remove);`,
    why: 'A set that is full takes no eleventh picture.',
    killedBy: SCREENSHOTS,
    among: 'that was full',
  },
];
