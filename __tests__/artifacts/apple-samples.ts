import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeZip } from '../support/zip.ts';

// Sample apps for Apple's systems. What makes real ones runs on a Mac only, so programs and code signatures are put together here
// by Apple's headers (mach-o/loader.h, kern/cs_blobs.h); certificates, signatures and provisioning profiles are OpenSSL's.

export type Value = string | number | boolean | Date | readonly Value[] | { readonly [key: string]: Value };

/** A property list in XML. */
export function writePlist(root: Readonly<Record<string, Value>>): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">${writeValue(root)}</plist>\n`;
}

function writeValue(value: Value): string {
  if (typeof value === 'string') return `<string>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</string>`;
  if (typeof value === 'number') return `<integer>${value}</integer>`;
  if (typeof value === 'boolean') return `<${value}/>`;
  if (value instanceof Date) return `<date>${value.toISOString().replace('.000', '')}</date>`;
  if (Array.isArray(value)) return `<array>${(value as readonly Value[]).map(writeValue).join('')}</array>`;
  const entries = Object.entries(value).map(([key, one]) => `<key>${key}</key>${writeValue(one)}`);
  return `<dict>${entries.join('')}</dict>`;
}

export interface ProgramOptions {
  /** Sixteen bytes in hexadecimal; null for a program without one. */
  readonly uuid?: string | null;
  /** Number of the platform in LC_BUILD_VERSION. */
  readonly platform?: number;
  readonly processor?: number;
  /** Appended, and named by LC_CODE_SIGNATURE. */
  readonly signature?: Buffer;
  /** Load commands beside those. */
  readonly commands?: readonly Buffer[];
}

const ARM64 = 0x01_00_00_0c;
export const ARM64_32 = 0x02_00_00_0c;

/** Numbers of 32 bits, one after the other. */
export function words(...numbers: readonly number[]): Buffer {
  return Buffer.from(new Uint32Array(numbers).buffer);
}

/** A program of one processor. */
export function makeProgram(options: ProgramOptions = {}): Buffer {
  const { uuid = '00112233445566778899aabbccddeeff', platform = 2, processor = ARM64, signature } = options;
  const wide = processor === ARM64;
  const header = wide ? 32 : 28;
  const body = [
    ...(uuid === null ? [] : [Buffer.concat([words(0x1b, 24), Buffer.from(uuid, 'hex')])]),
    // LC_BUILD_VERSION: platform, 15.1, 17.0.0, no tools.
    words(0x32, 24, platform, 0x0f_01_00, 0x11_00_00, 0),
    ...(options.commands ?? []),
  ];
  const count = body.length + (signature === undefined ? 0 : 1);
  const size = Buffer.concat(body).length + (signature === undefined ? 0 : 16);
  const end = header + size;
  if (signature !== undefined) body.push(words(0x1d, 16, end, signature.length));
  const head = words(wide ? 0xfe_ed_fa_cf : 0xfe_ed_fa_ce, processor, 0, 2, count, size, 0, ...(wide ? [0] : []));
  return Buffer.concat([head, ...body, signature ?? Buffer.alloc(0)]);
}

/** One file for several processors. */
export function makeUniversal(programs: readonly Buffer[]): Buffer {
  let offset = 8 + programs.length * 20;
  const entries = programs.map((program) => {
    const entry = Buffer.alloc(20);
    entry.writeUInt32BE(offset, 8);
    entry.writeUInt32BE(program.length, 12);
    offset += program.length;
    return entry;
  });
  const head = Buffer.alloc(8);
  head.writeUInt32BE(0xca_fe_ba_be, 0);
  head.writeUInt32BE(programs.length, 4);
  return Buffer.concat([head, ...entries, ...programs]);
}

function blob(magic: number, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(magic, 0);
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}

/** @param signer null for an ad-hoc signature */
export function makeCodeSignature(
  folder: string,
  signer: Signer | null,
  entitlements: Readonly<Record<string, Value>> = {},
  directory = 'code directory',
): Buffer {
  const code = blob(0xfa_de_0c_02, Buffer.from('code directory'));
  const signed = blob(0xfa_de_0c_02, Buffer.from(directory));
  const parts: [slot: number, part: Buffer][] = [
    [0, code],
    [5, blob(0xfa_de_71_71, Buffer.from(writePlist(entitlements)))],
    [0x1_00_00, blob(0xfa_de_0b_01, signer === null ? Buffer.alloc(0) : signCms(folder, signer, signed))],
  ];
  let offset = 12 + parts.length * 8;
  const index = parts.map(([slot, part]) => {
    const entry = Buffer.alloc(8);
    entry.writeUInt32BE(slot, 0);
    entry.writeUInt32BE(offset, 4);
    offset += part.length;
    return entry;
  });
  const count = Buffer.alloc(4);
  count.writeUInt32BE(parts.length, 0);
  return blob(0xfa_de_0c_c0, Buffer.concat([count, ...index, ...parts.map(([, part]) => part)]));
}

export interface Signer {
  readonly certificate: string;
  readonly key: string;
}

/** A certificate that says it is this subject's, made once for each folder. */
export function makeSigner(folder: string, subject: string): Signer {
  const name = createHash('sha256').update(subject).digest('hex').slice(0, 8);
  const signer = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
  if (!existsSync(signer.certificate)) {
    const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', signer.key];
    openssl(folder, 'req', '-x509', '-days', '30', '-subj', subject, ...key, '-out', signer.certificate);
  }
  return signer;
}

function openssl(folder: string, ...args: readonly string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
}

/** @param flags such as `-nodetach`, for a message that holds what it signs */
function signCms(folder: string, signer: Signer, content: Buffer, flags: readonly string[] = []): Buffer {
  writeFileSync(join(folder, 'content'), content);
  const who = ['-signer', signer.certificate, '-inkey', signer.key];
  openssl(folder, 'cms', '-sign', '-binary', '-in', 'content', '-outform', 'DER', '-out', 'cms', ...who, ...flags);
  return readFileSync(join(folder, 'cms'));
}

export function makeProfile(folder: string, signer: Signer, more: Readonly<Record<string, Value>> = {}): Buffer {
  const plist = writePlist({
    Name: 'Tracker App Store',
    UUID: '7c7f5a5e-0000-4000-8000-000000000001',
    TeamIdentifier: ['TEAM123456'],
    ExpirationDate: new Date('2027-11-01T10:00:00Z'),
    Entitlements: { 'get-task-allow': false },
    ...more,
  });
  return signCms(folder, signer, Buffer.from(plist), ['-nodetach']);
}

export interface BundleOptions {
  readonly info?: Readonly<Record<string, Value | undefined>>;
  /** Instead of the property list made of `info`. */
  readonly infoFile?: Buffer;
  readonly program?: Buffer;
  readonly profile?: Buffer;
}

/** The files of an app or an extension. */
export function makeBundleFiles(path: string, options: BundleOptions = {}): Record<string, string | Buffer> {
  const info: Record<string, Value | undefined> = {
    CFBundleIdentifier: 'com.example.app',
    CFBundleShortVersionString: '2.15.3',
    CFBundleVersion: '20261122.1',
    CFBundleExecutable: 'Program',
    MinimumOSVersion: '15.1',
    ...options.info,
  };
  const given = Object.entries(info).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  return {
    [`${path}/Info.plist`]: options.infoFile ?? writePlist(Object.fromEntries(given)),
    [`${path}/Program`]: options.program ?? makeProgram(),
    ...(options.profile === undefined ? {} : { [`${path}/embedded.mobileprovision`]: options.profile }),
  };
}

export function makeIpa(folder: string, files: Readonly<Record<string, string | Buffer>>): string {
  const path = join(folder, 'app.ipa');
  writeFileSync(path, makeZip(Object.entries(files).map(([name, content]) => ({ name, content }))));
  return path;
}
