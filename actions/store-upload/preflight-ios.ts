import type { Problem } from '#kit/errors';
import type { Ipa } from '#artifacts/ipa';

/** What the workflow says that the artifact is; what it does not say is not compared. */
export interface Expected {
  readonly bundleId: string | undefined;
  readonly version: string | undefined;
  readonly build: string | undefined;
}

interface Rule {
  readonly name: string;
  readonly find: (ipa: Ipa, expected: Expected, now: number) => readonly Found[];
}

interface Found {
  /** Where in the artifact; the app itself where it is left out. */
  readonly where?: string;
  readonly value: string;
  readonly reason: string;
  readonly valid: string;
}

/** https://developer.apple.com/documentation/bundleresources/information-property-list/cfbundleversion */
const NUMBERS = /^\d+(\.\d+){0,2}$/;
const longestNumber = 18;

/** What Apple refuses, mostly an hour after the upload, and what would go to the wrong place. First things first. */
const RULES: readonly Rule[] = [
  { name: 'bundle id', find: ({ app }, { bundleId }) => compare(app.bundleId, bundleId) },
  { name: 'version', find: ({ app }, { version }) => compare(app.version, version) },
  { name: 'build', find: ({ app }, { build }) => compare(app.build, build) },
  { name: 'version', find: ({ app }) => checkNumber(app.version, '2.15.3') },
  { name: 'build', find: ({ app }) => checkNumber(app.build, '20250114.1') },
  {
    name: 'signature',
    find: ({ app, watchApps, extensions }) =>
      [app, ...watchApps, ...extensions]
        .filter(({ signature }) => signature?.signer === undefined)
        .map(({ path, signature }) => ({
          where: path,
          value: signature === undefined ? 'none' : 'of nobody (ad hoc)',
          reason: 'nobody has signed it',
          valid: 'the signature of an Apple Distribution certificate',
        })),
  },
  {
    name: 'provisioning profile',
    find: ({ app }) =>
      app.profile !== undefined
        ? []
        : [{ value: 'none', reason: 'it has no embedded.mobileprovision', valid: 'an App Store profile' }],
  },
  {
    name: 'provisioning profile',
    find: ({ app, watchApps, extensions }) =>
      [app, ...watchApps, ...extensions].flatMap(({ path, profile }) =>
        profile === undefined || profile.distribution === 'app-store'
          ? []
          : [
              {
                where: path,
                value: `${profile.name} (${profile.distribution})`,
                reason: 'it was exported for another way of distribution',
                valid: 'an App Store profile: exportOptions.plist with method app-store-connect',
              },
            ],
      ),
  },
  {
    name: 'provisioning profile',
    find: ({ app, watchApps, extensions }, _expected, now) =>
      [app, ...watchApps, ...extensions].flatMap(({ path, profile }) =>
        profile?.expires === undefined || Date.parse(profile.expires) > now
          ? []
          : [
              {
                where: path,
                value: `${profile.name}, ${profile.expires}`,
                reason: 'it has expired',
                valid: 'a profile of today',
              },
            ],
      ),
  },
  {
    name: 'entitlement get-task-allow',
    find: ({ app }) =>
      app.signature?.entitlements['get-task-allow'] === true
        ? [{ value: 'true', reason: 'a debugger may attach to it', valid: 'a Release build' }]
        : [],
  },
  {
    name: 'platform',
    find: ({ app, watchApps }) =>
      [app, ...watchApps].flatMap(({ path, slices }) =>
        slices
          .filter(({ platform }) => platform?.endsWith('-simulator') === true)
          .map(({ platform = '', architecture }) => ({
            where: path,
            value: `${architecture} for ${platform}`,
            reason: 'it was built for a simulator',
            valid: 'a build for devices',
          })),
      ),
  },
  {
    // Apple answers 90379 for watch apps, and a mail for extensions.
    name: 'version',
    find: ({ app, watchApps, extensions }) =>
      [...watchApps, ...extensions]
        .filter(({ version, build }) => version !== app.version || build !== app.build)
        .map(({ path, version, build }) => ({
          where: path,
          value: `${version} (${build})`,
          reason: 'it differs from that of the app around it',
          valid: `${app.version} (${app.build})`,
        })),
  },
  {
    name: 'companion of the watch app',
    find: ({ app, watchApps }) =>
      watchApps
        .filter(({ companion }) => companion !== undefined && companion !== app.bundleId)
        .map(({ path, companion = '' }) => ({
          where: path,
          value: companion,
          reason: 'its WKCompanionAppBundleIdentifier names another app',
          valid: app.bundleId,
        })),
  },
];

/** Everything that is wrong with an artifact, so that nobody mends it one build at a time. @param now ms since 1970 */
export function findProblems(ipa: Ipa, expected: Expected, now: number): readonly Problem[] {
  return RULES.flatMap(({ name, find }) =>
    find(ipa, expected, now).map(({ where, value, reason, valid }) => ({
      name: where === undefined || where === ipa.app.path ? name : `${name} of ${where}`,
      value,
      reason,
      valid,
    })),
  );
}

function compare(found: string, expected: string | undefined): readonly Found[] {
  if (expected === undefined || found === expected) return [];
  return [{ value: found, reason: 'the workflow says another one', valid: expected }];
}

function checkNumber(value: string, example: string): readonly Found[] {
  if (NUMBERS.test(value) && value.length <= longestNumber) return [];
  return [
    {
      value,
      reason: 'Apple does not take it',
      valid: `one to three numbers with dots between, at most ${longestNumber} characters, such as ${example}`,
    },
  ];
}
