import type { Mutant } from './mutant.ts';

const file = 'src/vendors/app-store-connect/preparation.ts';
const killedBy = '__tests__/vendors/app-store-connect/preparation.test.ts';

/** Mistakes in the preparation of a version: each takes another one's place, or writes what nobody sees. */
export const mutants: readonly Mutant[] = [
  {
    id: 'app-store-preparation-of-any-state',
    file,
    find: `open === undefined || editableStates.has(open.state)`,
    replace: `open === undefined || open.state !== ''`,
    why: 'A version that is approved is given another number.',
    killedBy,
    among: 'is refused while',
  },
  {
    id: 'app-store-preparation-always-creates',
    file,
    find: `if (open === undefined) await create(connect, wish);`,
    replace: `if (open === undefined || open.version !== '') await create(connect, wish);`,
    why: 'Apple refuses a second version while one is being prepared.',
    killedBy,
    among: 'gets the place',
  },
  {
    id: 'app-store-preparation-by-spelling',
    file,
    find: `isSameVersion(one.version, version)`,
    replace: `one.version === version`,
    why: '2.1 is there, and 2.1.0 is refused as used.',
    killedBy,
    among: 'is created where',
  },
  {
    id: 'app-store-preparation-language-passed-over',
    file,
    find: `if (missing.length > 0) {`,
    replace: `if (missing.length > 9) {`,
    why: 'Users of a language never learn what is new.',
    killedBy,
    among: 'what is new',
  },
];
