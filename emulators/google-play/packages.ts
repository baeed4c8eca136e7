import { isRecord } from '../base/data.ts';
import { notEmulated, refuse } from './refusals.ts';

/** What Google reads out of an uploaded bundle or APK. */
export interface PackageFile {
  readonly packageName: string;
  readonly versionCode: number;
  readonly versionName: string;
  readonly signed: boolean;
  /** Requires android.hardware.type.watch. */
  readonly watch: boolean;
}

/** Reads a package's bytes, or throws a refusal. */
export type ReadPackage = (bytes: Buffer) => PackageFile;

/** A zip file begins so (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7), and so does a stand-in. */
const ZIP = Buffer.from('PK\u0003\u0004');
const MARK = Buffer.concat([ZIP, Buffer.from('stand-in')]);

/** Bytes of a stand-in for a bundle or APK, which says what it is as JSON. `padding` adds that many bytes. */
export function makePackage(
  file: Pick<PackageFile, 'packageName' | 'versionCode'> & Partial<PackageFile>,
  padding = 0,
): Buffer {
  const whole: PackageFile = { versionName: '1.0', signed: true, watch: false, ...file };
  return Buffer.concat([MARK, Buffer.from(JSON.stringify(whole)), Buffer.alloc(padding, '\n')]);
}

export function isStandIn(bytes: Buffer): boolean {
  return bytes.subarray(0, MARK.length).equals(MARK);
}

/** Reads a stand-in. Whoever uploads real packages gives the emulator a reader of them. */
export const readStandIn: ReadPackage = (bytes) => {
  if (!bytes.subarray(0, ZIP.length).equals(ZIP)) {
    throw refuse('PERMISSION_DENIED', 'APK is not a valid ZIP archive.');
  }
  if (!isStandIn(bytes)) throw notEmulated('how to read this package: give it readPackage');
  const file: unknown = JSON.parse(bytes.subarray(MARK.length).toString());
  if (!isRecord(file)) throw new TypeError('A stand-in of a package holds an object.');
  return file as unknown as PackageFile;
};
