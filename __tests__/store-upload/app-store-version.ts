import type { AscEmulator } from '#emulators/app-store-connect/server';

/** The newest version, with what hangs on it. */
export function versionIn(emulator: AscEmulator): object {
  const { tables } = emulator.snapshot();
  const version = Object.values(tables.appStoreVersions).at(-1);
  if (version === undefined) throw new Error('There is no version.');
  const { versionString, appVersionState, releaseType } = version.attributes;
  const mine = <T extends { to: { appStoreVersion?: string | null } }>(table: Readonly<Record<string, T>>): T[] =>
    Object.values(table).filter(({ to }) => to.appStoreVersion === version.id);
  return {
    is: `${versionString} ${appVersionState} ${releaseType}`,
    build: version.to.build === null ? null : tables.builds[version.to.build]?.attributes.version,
    phases: mine(tables.appStoreVersionPhasedReleases).map(({ attributes }) => attributes.phasedReleaseState),
    news: mine(tables.appStoreVersionLocalizations).map(({ attributes }) => attributes.whatsNew),
  };
}
