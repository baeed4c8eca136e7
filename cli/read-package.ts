import type { PackageFile } from '#emulators/google-play/packages';
import { readAndroidArtifact } from '#artifacts/android-artifact';

// node cli/read-package.ts FILE: what Google reads of an uploaded bundle or APK, as JSON. It ends with 3 for what is neither, and says why.

try {
  const { manifest, signature } = await readAndroidArtifact(process.argv[2] ?? '');
  const { packageName, versionCode, versionName = '', watch } = manifest;
  const file: PackageFile = { packageName, versionCode, versionName, watch, signed: signature !== undefined };
  console.log(JSON.stringify(file));
} catch (error) {
  if (!(error instanceof SyntaxError)) throw error;
  console.log(error.message);
  process.exitCode = 3;
}
