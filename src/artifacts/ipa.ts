import { stat } from 'node:fs/promises';
import { withArchive, type Archive } from './archive.ts';
import { readCodeSignature, type CodeSignature } from './code-signature.ts';
import { hashFile } from './file-hash.ts';
import { MACH_O_START_BYTES, readMachO, type MachOSlice } from './mach-o.ts';
import { readPlist, stringAt, type Plist } from './plist.ts';
import { readProvisioningProfile, type ProvisioningProfile } from './provisioning-profile.ts';

/** An iOS app with all that travels in it. */
export interface Ipa {
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** Of the file, in hexadecimal. */
  readonly sha256: string;
  readonly app: AppBundle;
  /** Apps for Apple Watch inside; one, in practice. */
  readonly watchApps: readonly AppBundle[];
  /** Extensions of the app and of its watch apps. */
  readonly extensions: readonly AppBundle[];
  /** Frameworks and libraries, by which their dSYMs are found. */
  readonly libraries: readonly AppleLibrary[];
}

/** An app or an extension. */
export interface AppBundle {
  /** Inside the archive, such as `Payload/Tracker.app`. */
  readonly path: string;
  readonly bundleId: string;
  /** CFBundleShortVersionString, as it stands. */
  readonly version: string;
  /** CFBundleVersion, as it stands. */
  readonly build: string;
  /** MinimumOSVersion; undefined where it says nothing. */
  readonly minimumOs: string | undefined;
  /** ITSAppUsesNonExemptEncryption; undefined where it says nothing, so that somebody has to answer for each build. */
  readonly usesNonExemptEncryption: boolean | undefined;
  /** For a watch app: bundle id of its app on the phone. */
  readonly companion: string | undefined;
  readonly slices: readonly MachOSlice[];
  /** Undefined where nothing is signed. */
  readonly signature: CodeSignature | undefined;
  /** Undefined where none is inside. */
  readonly profile: ProvisioningProfile | undefined;
}

export interface AppleLibrary {
  readonly path: string;
  readonly slices: readonly MachOSlice[];
}

const APP = /^Payload\/[^/]+\.app(?=\/)/;
const WATCH_APP = /^Payload\/[^/]+\.app\/(?:Watch|com\.apple\.WatchPlaceholder)\/[^/]+\.app(?=\/)/;
const EXTENSION = /^Payload\/[^/]+\.app\/(?:Watch\/[^/]+\.app\/)?(?:PlugIns|Extensions)\/[^/]+\.appex(?=\/)/;
const LIBRARY = /\/Frameworks\/(?:([^/]+)\.framework\/\1|[^/]+\.dylib)$/;
const largestPlist = 16 * 1024 * 1024;
/** Far more than the largest program; it has to fit into memory. */
const largestProgram = 1024 * 1024 * 1024;

/**
 * Opens an .ipa.
 * @throws SyntaxError when it is none, or damaged
 * @throws an error of the file system when it cannot be read
 */
export async function readIpa(path: string): Promise<Ipa> {
  const { size } = await stat(path);
  return await withArchive(path, async (archive) => {
    const names = [...archive.files.keys()];
    const find = (pattern: RegExp): readonly string[] => [
      ...new Set(names.flatMap((name) => pattern.exec(name)?.[0] ?? [])),
    ];
    const apps = find(APP);
    const [app] = apps;
    if (app === undefined) throw new SyntaxError('it is no .ipa: it holds no Payload/<name>.app');
    if (apps.length > 1) throw new SyntaxError(`it holds more than one app: ${apps.join(', ')}`);
    const readAll = async (paths: readonly string[]): Promise<readonly AppBundle[]> => {
      const bundles: AppBundle[] = [];
      for (const one of paths) bundles.push(await readAppBundle(archive, one));
      return bundles;
    };
    return {
      bytes: size,
      sha256: await hashFile(path),
      app: await readAppBundle(archive, app),
      watchApps: await readAll(find(WATCH_APP)),
      extensions: await readAll(find(EXTENSION)),
      libraries: await readLibraries(
        archive,
        names.filter((name) => LIBRARY.test(name)),
      ),
    };
  });
}

async function readAppBundle(archive: Archive, path: string): Promise<AppBundle> {
  const info = await within(`${path}/Info.plist`, async (name) => readPlist(await archive.read(name, largestPlist)));
  const need = (key: string): string => {
    const value = stringAt(info, key);
    if (value === undefined || value === '') throw new SyntaxError(`${path}/Info.plist has no ${key}`);
    return value;
  };
  const program = await archive.read(`${path}/${need('CFBundleExecutable')}`, largestProgram);
  const slices = await within(`${path}/${need('CFBundleExecutable')}`, () => readMachO(program));
  const profile = `${path}/embedded.mobileprovision`;
  return {
    path,
    bundleId: need('CFBundleIdentifier'),
    version: need('CFBundleShortVersionString'),
    build: need('CFBundleVersion'),
    minimumOs: stringAt(info, 'MinimumOSVersion'),
    usesNonExemptEncryption: booleanAt(info, 'ITSAppUsesNonExemptEncryption'),
    companion: stringAt(info, 'WKCompanionAppBundleIdentifier'),
    slices,
    signature: await within(path, () => readSignature(program, slices)),
    profile: archive.files.has(profile)
      ? await within(profile, async (name) => readProvisioningProfile(await archive.read(name, largestPlist)))
      : undefined,
  };
}

/** That of the first part: all parts of one program are signed alike. */
async function readSignature(program: Buffer, slices: readonly MachOSlice[]): Promise<CodeSignature | undefined> {
  const place = slices[0]?.signature;
  if (place === undefined) return undefined;
  return await readCodeSignature(program.subarray(place.offset, place.offset + place.size));
}

function booleanAt(plist: Plist, key: string): boolean | undefined {
  const value = plist[key];
  return typeof value === 'boolean' ? value : undefined;
}

async function readLibraries(archive: Archive, names: readonly string[]): Promise<readonly AppleLibrary[]> {
  const libraries: AppleLibrary[] = [];
  for (const path of names) {
    const slices = await within(path, async () => {
      const start = await archive.readStart(path, MACH_O_START_BYTES);
      // The parts of a file for several processors lie far apart.
      return readMachO(start.readUInt32BE(0) >>> 8 === 0xca_fe_ba ? await archive.read(path, largestProgram) : start);
    });
    libraries.push({ path, slices });
  }
  return libraries;
}

/** Says in which file something is wrong. */
async function within<T>(path: string, read: (path: string) => T | Promise<T>): Promise<T> {
  try {
    return await read(path);
  } catch (error) {
    if (error instanceof SyntaxError) throw new SyntaxError(`${path}: ${error.message}`, { cause: error });
    throw error;
  }
}
