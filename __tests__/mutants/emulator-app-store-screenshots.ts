import type { Mutant } from './mutant.ts';

const ROOM = 'emulators/app-store-connect';
const killedBy = '__tests__/emulators/app-store-connect/screenshots.test.ts';

/** Mistakes in the emulated screenshots: each lets a client pass that fails at Apple. */
export const mutants: readonly Mutant[] = [
  {
    id: 'emulators-app-store-connect-screenshot-at-once',
    file: `${ROOM}/resources/screenshots.ts`,
    find: `checksumShownAt !== null && checksumShownAt <= now`,
    replace: `checksumShownAt === null || checksumShownAt > 0`,
    why: 'A client that takes a missing checksum for another picture sends everything twice.',
    killedBy,
  },
  {
    id: 'emulators-app-store-connect-screenshot-unseen',
    file: `${ROOM}/screenshots.ts`,
    find: `...(hasAlpha ? [`,
    replace: `...(hasAlpha && width === 0 ? [`,
    why: 'A picture with an alpha channel passes here and fails at Apple.',
    killedBy,
  },
  {
    id: 'emulators-app-store-connect-screenshot-of-any-size',
    file: `${ROOM}/display-types.ts`,
    find: `wide === width && high === height`,
    replace: `wide === width || high === height`,
    why: 'A picture goes to a set that its size does not fit.',
    killedBy,
  },
  {
    id: 'emulators-app-store-connect-screenshot-transparent-colour',
    file: `${ROOM}/images.ts`,
    find: `|| bytes.includes('tRNS', 33, 'latin1')`,
    replace: `|| bytes.includes('tRNS', 99_999, 'latin1')`,
    why: 'Transparency that is declared beside the pixels is not seen.',
    killedBy,
  },
  {
    id: 'emulators-app-store-connect-screenshot-eleventh',
    file: `${ROOM}/routes/screenshots.ts`,
    find: `>= MOST_SCREENSHOTS) {`,
    replace: `> MOST_SCREENSHOTS) {`,
    why: 'A client that sends before it removes is not found out.',
    killedBy,
  },
  {
    id: 'emulators-app-store-connect-screenshot-order-by-age',
    file: `${ROOM}/resources.ts`,
    find: `return (resource.lists?.[name] ?? []).flatMap((wanted) => all.filter(({ id }) => id === wanted));`,
    replace: `return all.filter(({ id }) => resource.lists?.[name]?.includes(id) ?? false);`,
    why: 'The order of screenshots cannot be read back.',
    killedBy,
  },
  {
    id: 'emulators-app-store-connect-screenshot-under-review',
    file: `${ROOM}/routes/screenshots.ts`,
    find: `requireEditable(isEditable(getVersion(state, to.appStoreVersion)));`,
    replace: `requireEditable(getVersion(state, to.appStoreVersion).id !== '');`,
    why: 'Screenshots of a version that is with the reviewers change here, and not at Apple.',
    killedBy,
  },
];
