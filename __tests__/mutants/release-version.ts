import type { Mutant } from './mutant.ts';

const SCENARIOS = '__tests__/release-version/scenarios.test.ts';
const FAULTS = '__tests__/release-version/faults.test.ts';
const VERSIONS = '__tests__/versions/versions.test.ts';

/** Mistakes in numbers, tags and releases: each gives a number twice, moves what is public, or says what is not so. */
export const mutants: readonly Mutant[] = [
  {
    id: 'release-version-unknown-is-ours',
    file: 'src/vendors/github/refs.ts',
    find: `if (ambiguous) return { is: 'unknown', error };`,
    replace: `if (ambiguous) return { is: 'created' };`,
    why: 'A number counts as taken although the request never arrived: the next run gives it again.',
    killedBy: FAULTS,
  },
  {
    id: 'release-version-taken-is-ours',
    file: 'src/vendors/github/refs.ts',
    find: `return { is: 'taken' };`,
    replace: `return { is: 'created' };`,
    why: 'Two runs at once build with one number.',
    killedBy: FAULTS,
  },
  {
    id: 'release-version-fills-gaps',
    file: 'src/versions/build.ts',
    find: `const last = Math.max(0, ...taken.filter((build) => build.date === date).map(({ number }) => number));`,
    replace: `const last = taken.filter((build) => build.date === date).length;`,
    why: 'A number that was left out for a lost answer is given to somebody else.',
    killedBy: VERSIONS,
  },
  {
    id: 'release-version-days-overlap',
    file: 'src/versions/version-code.ts',
    find: `* 1000 + build.number * 10`,
    replace: `* 100 + build.number * 10`,
    why: 'The tenth build of a day has a larger code than the first of the next: Google Play refuses that one.',
    killedBy: VERSIONS,
  },
  {
    id: 'release-version-day-of-the-machine',
    file: 'src/versions/build.ts',
    find: `return new Date(at).toISOString()`,
    replace: `return new Date(at + 3_600_000).toISOString()`,
    why: 'Runs on either side of a midnight disagree about the day.',
    killedBy: VERSIONS,
  },
  {
    id: 'release-version-text-order',
    file: 'src/versions/version.ts',
    find: `one.minor - other.minor`,
    replace: `\`\${one.minor}\`.localeCompare(\`\${other.minor}\`)`,
    why: 'After 2.9 comes 2.10: notes would begin at the wrong version.',
    killedBy: VERSIONS,
  },
  {
    id: 'release-version-tag-elsewhere-is-fine',
    file: 'actions/release-version/publish.ts',
    find: `if (found !== commit) throw`,
    replace: `if (found === '') throw`,
    why: 'A tag of other code is taken for the release.',
    killedBy: SCENARIOS,
    among: 'tag-elsewhere',
  },
  {
    id: 'release-version-no-look-after-the-release',
    file: 'actions/release-version/publish.ts',
    find: `if (looks < mostLooks) failure = (await make()) ?? failure;`,
    replace: `failure = (await make()) ?? failure;\n    if (failure === undefined) return {} as T;`,
    why: 'Published is what nobody has looked at.',
    killedBy: SCENARIOS,
    among: 'makes the tag and the release',
  },
  {
    id: 'release-version-dry-run-takes',
    file: 'actions/release-version/main.ts',
    find: `inputs.dryRun ? previewBuild(reservation) : reserveBuild(reservation)`,
    replace: `reserveBuild(reservation)`,
    why: 'A dry run changes the repository.',
    killedBy: SCENARIOS,
    among: 'dry run',
  },
  {
    id: 'release-version-notes-of-another-app',
    file: 'src/versions/release.ts',
    find: `parsed.name === name && compareReleases`,
    replace: `compareReleases`,
    why: 'The notes begin at the last release of the web app.',
    killedBy: VERSIONS,
  },
];
