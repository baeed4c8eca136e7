import type { AndroidArtifact } from '#artifacts/android-artifact';
import type { Problem } from '#kit/errors';

/** What the workflow says that the artifact is, and where it is to go; what it does not say is not compared. */
export interface Expected {
  readonly packageName: string | undefined;
  readonly version: string | undefined;
  readonly versionCode: number | undefined;
  /** As the workflow spells it. */
  readonly track: string;
  /** Release notes by language. */
  readonly notes: Readonly<Record<string, string>>;
}

interface Found {
  readonly value: string;
  readonly reason: string;
  readonly valid: string;
}

interface Rule {
  readonly name: string;
  readonly find: (artifact: AndroidArtifact, expected: Expected, now: number) => readonly Found[];
}

/** https://developer.android.com/studio/publish/versioning#versioningsettings */
const largestCode = 2_100_000_000;
/** Apps for Android 15 and newer have to run on pages of 16 kB: https://developer.android.com/guide/practices/page-sizes */
const largePages = { bytes: 16 * 1024, from: 35 };

/** https://support.google.com/googleplay/android-developer/answer/9859348 */
const longestNote = 500;

/** What Google Play refuses, mostly after the whole upload, and what would go to the wrong place. */
const RULES: readonly Rule[] = [
  {
    name: 'package name',
    find: ({ manifest }, { packageName }) => compare(manifest.packageName, packageName),
  },
  {
    name: 'version',
    // A version that is a resource cannot be read, and is not compared.
    find: ({ manifest }, { version }) =>
      manifest.versionName === undefined ? [] : compare(manifest.versionName, version),
  },
  {
    name: 'version code',
    find: ({ manifest }, { versionCode }) =>
      compare(`${manifest.versionCode}`, versionCode === undefined ? undefined : `${versionCode}`),
  },
  {
    name: 'version code',
    find: ({ manifest: { versionCode } }) =>
      versionCode <= largestCode
        ? []
        : [{ value: `${versionCode}`, reason: 'Google Play does not take it', valid: `at most ${largestCode}` }],
  },
  {
    name: 'signature',
    find: ({ signature }) =>
      signature !== undefined
        ? []
        : [{ value: 'none', reason: 'nobody has signed it', valid: 'the signature of the upload key' }],
  },
  {
    name: 'signature',
    find: ({ signature }) =>
      (signature?.signers ?? [])
        .filter(({ debug }) => debug)
        .map(({ subject }) => ({
          value: subject,
          reason: 'it was signed for debugging',
          valid: 'the signature of the upload key',
        })),
  },
  {
    name: 'signature',
    find: ({ signature }) => {
      const touched = [...(signature?.changed ?? []), ...(signature?.added ?? [])];
      const [first = ''] = touched;
      if (touched.length === 0) return [];
      const more = touched.length === 1 ? '' : ` and ${touched.length - 1} more`;
      return [{ value: `${first}${more}`, reason: 'it was changed after signing', valid: 'a bundle as it was signed' }];
    },
  },
  {
    name: 'certificate',
    find: ({ signature }, _expected, now) =>
      (signature?.signers ?? [])
        .filter(({ notAfter }) => Date.parse(notAfter) <= now)
        .map(({ subject, notAfter }) => ({
          value: `${subject}, ${notAfter}`,
          reason: 'it has expired',
          valid: 'a certificate of today',
        })),
  },
  {
    name: 'android:debuggable',
    find: ({ manifest }) =>
      manifest.debuggable ? [{ value: 'true', reason: 'a debugger may attach to it', valid: 'a release build' }] : [],
  },
  {
    name: 'android:testOnly',
    find: ({ manifest }) =>
      manifest.testOnly ? [{ value: 'true', reason: 'it is for tests only', valid: 'a release build' }] : [],
  },
  {
    name: 'track',
    find: ({ manifest: { watch } }, { track }) => {
      if (watch === track.startsWith('wear:')) return [];
      return watch
        ? [{ value: track, reason: 'the app runs on watches only', valid: 'a track of Wear OS, such as wear:internal' }]
        : [{ value: track, reason: 'the app does not ask for a watch', valid: `a track without "wear:"` }];
    },
  },
  {
    name: 'release notes',
    find: (_artifact, { notes }) =>
      Object.entries(notes)
        // By code points: what Google counts is not said, and this is what people take for characters.
        .map(([language, note]) => ({ language, length: Array.from(note).length }))
        .filter(({ length }) => length > longestNote)
        .map(({ language, length }) => ({
          value: `${length} characters in ${language}`,
          reason: 'they are too long',
          valid: `at most ${longestNote}`,
        })),
  },
  {
    name: 'native libraries',
    find: ({ libraries, manifest: { targetSdk } }) => {
      if (targetSdk < largePages.from) return [];
      const small = libraries.filter(({ bits, alignment }) => bits === 64 && alignment < largePages.bytes);
      const [first] = small;
      if (first === undefined) return [];
      const more = small.length === 1 ? '' : ` and ${small.length - 1} more`;
      return [
        {
          value: `${first.path}${more}, aligned to ${first.alignment}`,
          reason: 'they do not load on devices with pages of 16 kB',
          valid: 'libraries linked with -Wl,-z,max-page-size=16384',
        },
      ];
    },
  },
];

/** Everything that is wrong with an artifact, so that nobody mends it one build at a time. @param now ms since 1970 */
export function findAndroidProblems(artifact: AndroidArtifact, expected: Expected, now: number): readonly Problem[] {
  return RULES.flatMap(({ name, find }) => find(artifact, expected, now).map((found) => ({ name, ...found })));
}

function compare(found: string, expected: string | undefined): readonly Found[] {
  if (expected === undefined || found === expected) return [];
  return [{ value: found, reason: 'the workflow says another one', valid: expected }];
}
