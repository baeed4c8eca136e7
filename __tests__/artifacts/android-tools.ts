import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withArchive } from '#artifacts/archive';
import { testWith } from '../support/required.ts';
import { makeZip } from '../support/zip.ts';

// Sample apps for Android are made by the tools that make real ones: aapt2 compiles their manifests, jarsigner and apksigner
// sign them, the C compiler links their libraries. They take some 4 kB each.

/** Android's own resources, which aapt2 needs to know the attributes of a manifest. */
const FRAMEWORK = '/usr/share/android-framework-res/framework-res.apk';
const TOOLS = ['aapt2', 'zipalign', 'apksigner', 'jarsigner', 'keytool', 'gcc'];
const missing = TOOLS.filter((tool) => spawnSync('which', [tool]).status !== 0);

export const testWithAndroidTools = testWith(
  'android-tools',
  missing.length === 0 && existsSync(FRAMEWORK)
    ? undefined
    : 'on Debian, install the packages aapt, apksigner, zipalign, android-framework-res, default-jdk-headless and gcc',
);

export interface AppOptions {
  /** Inside `<manifest ...>`. */
  readonly manifest?: string;
  /** Elements inside `<manifest>`. */
  readonly elements?: string;
  /** Attributes of `<application>`, and what stands inside. */
  readonly application?: string;
  readonly inside?: string;
  readonly files?: Readonly<Record<string, string | Buffer>>;
}

const NAMESPACE = 'xmlns:android="http://schemas.android.com/apk/res/android"';

function writeManifest(options: AppOptions = {}): string {
  const {
    manifest = 'package="com.example.app" android:versionCode="42" android:versionName="1.2.3"',
    elements = '<uses-sdk android:minSdkVersion="24" android:targetSdkVersion="35"/>',
    application = '',
    inside = '',
  } = options;
  return `<manifest ${NAMESPACE} ${manifest}>${elements}<application ${application}>${inside}</application></manifest>`;
}

function run(folder: string, tool: string, ...args: readonly string[]): void {
  execFileSync(tool, args, { cwd: folder, stdio: 'pipe' });
}

/** An unsigned app bundle. @returns its path */
export function makeBundle(folder: string, options: AppOptions = {}): string {
  const compiled = link(folder, options, ['--proto-format', '--output-to-dir', '-o', 'bundle-parts']);
  const part = (name: string): Buffer => readFileSync(join(compiled, name));
  const path = join(folder, 'app.aab');
  writeFileSync(
    path,
    makeZip(
      Object.entries({
        'BundleConfig.pb': '',
        'base/manifest/AndroidManifest.xml': part('AndroidManifest.xml'),
        'base/resources.pb': part('resources.pb'),
        'base/dex/classes.dex': 'dex\n035\0',
        ...options.files,
      }).map(([name, content]) => ({ name, content })),
    ),
  );
  return path;
}

/** Compiles the manifest, and what resources a file of strings brings. */
function link(folder: string, options: AppOptions, output: readonly string[]): string {
  const target = join(folder, 'bundle-parts');
  mkdirSync(target, { recursive: true });
  writeFileSync(join(folder, 'AndroidManifest.xml'), writeManifest(options));
  mkdirSync(join(folder, 'res/values'), { recursive: true });
  writeFileSync(join(folder, 'res/values/strings.xml'), '<resources><string name="version">9.9</string></resources>');
  run(folder, 'aapt2', 'compile', '--dir', 'res', '-o', 'res.zip');
  run(folder, 'aapt2', 'link', '-I', FRAMEWORK, '--manifest', 'AndroidManifest.xml', 'res.zip', ...output);
  return target;
}

/** An unsigned APK, aligned. @returns its path */
export function makeApk(folder: string, options: AppOptions = {}): string {
  link(folder, options, ['-o', 'unaligned.apk']);
  run(folder, 'zipalign', '-f', '4', 'unaligned.apk', 'app.apk');
  return join(folder, 'app.apk');
}

/** Who signs: a key store with one key, made once for each folder. */
export function makeKeyStore(folder: string, name: string, subject: string, algorithm = 'RSA'): string {
  const path = join(folder, `${name}.p12`);
  if (!existsSync(path)) {
    const key = ['-alias', 'key', '-dname', subject, '-keyalg', algorithm, '-validity', '10000'];
    run(folder, 'keytool', '-genkeypair', '-keystore', path, '-storepass', 'password', ...key);
  }
  return path;
}

/** As keytool shows it. */
export function readFingerprint(keyStore: string): string {
  const text = execFileSync('keytool', ['-list', '-v', '-keystore', keyStore, '-storepass', 'password'], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return /SHA256: (\S+)/.exec(text)?.[1] ?? '';
}

export function signJar(path: string, keyStore: string): string {
  run(dirname(path), 'jarsigner', '-keystore', keyStore, '-storepass', 'password', path, 'key');
  return path;
}

/** @param schemes flags of apksigner, such as `--v3-signing-enabled=false` */
export function signApk(path: string, keyStore: string, schemes: readonly string[] = []): string {
  run(dirname(path), 'apksigner', 'sign', '--ks', keyStore, '--ks-pass', 'pass:password', ...schemes, path);
  return path;
}

/** A shared library of this machine's processor. @param pageSize bytes that its parts are aligned to */
export function makeLibrary(folder: string, pageSize: number, flags: readonly string[] = ['-Wl,--build-id']): Buffer {
  writeFileSync(join(folder, 'library.c'), 'int one(void) { return 1; }\n');
  run(folder, 'gcc', '-shared', '-fPIC', `-Wl,-z,max-page-size=${pageSize}`, ...flags, '-o', 'library.so', 'library.c');
  return readFileSync(join(folder, 'library.so'));
}

/** Adds, replaces or (null) removes files in an archive, as somebody does who patches a build: the signature stays as it was. */
export async function patchArchive(path: string, changes: Readonly<Record<string, string | null>>): Promise<string> {
  const files = await withArchive(path, async (archive) => {
    const found: Record<string, string | Buffer | null> = {};
    for (const name of archive.files.keys()) found[name] = await archive.read(name, Infinity);
    return { ...found, ...changes };
  });
  const kept = Object.entries(files).flatMap(([name, content]) => (content === null ? [] : { name, content }));
  writeFileSync(path, makeZip(kept));
  return path;
}
