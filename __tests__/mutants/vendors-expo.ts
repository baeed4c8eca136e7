import type { Mutant } from './mutant.ts';

const file = 'src/vendors/expo/builds.ts';
const CLIENT = '__tests__/vendors/expo';
const EAS = '__tests__/store-upload/eas.test.ts';

/** Mistakes in the reading of a build of EAS: each takes something else for it, or for a refusal. */
export const mutants: readonly Mutant[] = [
  {
    id: 'expo-errors-ignored',
    file,
    find: `build !== null && errors.length === 0)`,
    replace: `build !== null)`,
    why: 'What Expo itself calls an error counts as an answer.',
    killedBy: CLIENT,
  },
  {
    id: 'expo-transient-for-ever',
    file,
    find: `pauses[attempt - 1] : undefined`,
    replace: `(pauses[attempt - 1] ?? 8_000) : undefined`,
    why: 'An outage of Expo holds the job until GitHub ends it.',
    killedBy: CLIENT,
  },
  {
    id: 'expo-transient-at-once',
    file,
    find: `errors.some(({ extensions }) => extensions?.isTransient === true)`,
    replace: `errors.some(({ extensions }) => extensions?.isTransient === false)`,
    why: 'A hiccup of Expo fails a release.',
    killedBy: CLIENT,
  },
  {
    id: 'expo-simulator-by-one-word',
    file,
    find: `build.isForIosSimulator === true || build.distribution === 'SIMULATOR'`,
    replace: `build.isForIosSimulator === true`,
    why: 'A build for simulators is downloaded, and refused with words that do not help.',
    killedBy: EAS,
    among: 'by its distribution',
  },
];
