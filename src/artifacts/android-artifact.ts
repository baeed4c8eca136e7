import { stat } from 'node:fs/promises';
import { readAndroidManifest, type AndroidManifest } from './android-manifest.ts';
import { readApkSignature } from './apk-signature.ts';
import { withArchive, type Archive } from './archive.ts';
import { readBinaryXml } from './binary-xml.ts';
import type { SigningCertificate } from './certificate.ts';
import { ELF_START_BYTES, readElf, type ElfFile } from './elf.ts';
import { hashFile } from './file-hash.ts';
import { readJarSignature } from './jar-signature.ts';
import { readProtoXml } from './proto-xml.ts';

/** An Android App Bundle, or an APK, as far as it says something about itself. */
export interface AndroidArtifact {
  readonly kind: 'aab' | 'apk';
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** In hexadecimal, as Google Play names an uploaded bundle. */
  readonly sha256: string;
  readonly manifest: AndroidManifest;
  /** Undefined where nothing is signed. */
  readonly signature: AndroidSignature | undefined;
  readonly libraries: readonly NativeLibrary[];
  /** Whether R8's mapping travels inside the bundle, where Google Play takes it from. */
  readonly holdsMapping: boolean;
  /** Whether symbols of native libraries travel inside the bundle. */
  readonly holdsNativeSymbols: boolean;
}

export interface AndroidSignature {
  /** `jar` for a bundle and for the oldest APKs; else the newest scheme of the APK. */
  readonly scheme: string;
  readonly signers: readonly SigningCertificate[];
  /** Files that are not as they were signed; empty where the scheme does not say. */
  readonly changed: readonly string[];
  /** Files that no signature covers; empty where the scheme does not say. */
  readonly added: readonly string[];
}

export interface NativeLibrary extends ElfFile {
  readonly path: string;
}

/** A manifest takes some hundred kB at most. */
const largestManifest = 16 * 1024 * 1024;
/** https://developer.android.com/guide/app-bundle/app-bundle-format */
const BASE_MANIFEST = 'base/manifest/AndroidManifest.xml';
const APK_MANIFEST = 'AndroidManifest.xml';
const MAPPING = 'BUNDLE-METADATA/com.android.tools.build.obfuscation/proguard.map';
const NATIVE_SYMBOLS = /^BUNDLE-METADATA\/com\.android\.tools\.build\.debugsymbols\/.+\.(?:dbg|sym)$/;
const LIBRARY = /^(?:[^/]+\/)?lib\/[^/]+\/[^/]+\.so$/;

/**
 * Opens an AAB or an APK. Which of the two it is, its content says, not its name.
 * @throws SyntaxError when it is neither, or damaged
 * @throws an error of the file system when it cannot be read
 */
export async function readAndroidArtifact(path: string): Promise<AndroidArtifact> {
  const { size } = await stat(path);
  return await withArchive(path, async (archive) => {
    const kind = archive.files.has(BASE_MANIFEST) ? 'aab' : 'apk';
    if (kind === 'apk' && !archive.files.has(APK_MANIFEST))
      throw new SyntaxError(
        `it is neither an app bundle nor an APK: it holds neither ${BASE_MANIFEST} nor ${APK_MANIFEST}`,
      );
    const [name, readXml] = kind === 'aab' ? [BASE_MANIFEST, readProtoXml] : [APK_MANIFEST, readBinaryXml];
    const names = [...archive.files.keys()];
    return {
      kind,
      bytes: size,
      sha256: await hashFile(path),
      manifest: readAndroidManifest(readXml(await archive.read(name, largestManifest))),
      signature: (kind === 'apk' ? await readSchemes(path) : undefined) ?? (await readJar(archive)),
      libraries: await readLibraries(archive, names),
      holdsMapping: archive.files.has(MAPPING),
      holdsNativeSymbols: names.some((file) => NATIVE_SYMBOLS.test(file)),
    };
  });
}

async function readSchemes(path: string): Promise<AndroidSignature | undefined> {
  const signature = await readApkSignature(path);
  return signature === undefined ? undefined : { ...signature, changed: [], added: [] };
}

async function readJar(archive: Archive): Promise<AndroidSignature | undefined> {
  const signature = await readJarSignature(archive);
  return signature === undefined ? undefined : { scheme: 'jar', ...signature };
}

async function readLibraries(archive: Archive, names: readonly string[]): Promise<readonly NativeLibrary[]> {
  const libraries: NativeLibrary[] = [];
  for (const path of names.filter((name) => LIBRARY.test(name))) {
    try {
      libraries.push({ path, ...readElf(await archive.readStart(path, ELF_START_BYTES)) });
    } catch (error) {
      if (error instanceof SyntaxError) throw new SyntaxError(`${path}: ${error.message}`, { cause: error });
      throw error;
    }
  }
  return libraries;
}
