import { createHash } from 'node:crypto';
import type { Archive } from './archive.ts';
import { describeCertificate, type SigningCertificate } from './certificate.ts';
import { readSignedData } from './signed-data.ts';

/** The signature of a JAR, which is also that of an Android App Bundle. */
export interface JarSignature {
  /** One, in practice. */
  readonly signers: readonly SigningCertificate[];
  /** Files whose content is another than what was signed, and files that were taken out. */
  readonly changed: readonly string[];
  /** Files that were put in after signing. */
  readonly added: readonly string[];
}

const MANIFEST = 'META-INF/MANIFEST.MF';
/** Far more than the manifest of an app with a hundred thousand files. */
const mostBytes = 64 * 1024 * 1024;
const BLOCK = /^META-INF\/[^/]+\.(?:RSA|DSA|EC)$/i;
/** What a signature does not cover. https://docs.oracle.com/en/java/javase/21/docs/specs/jar/jar.html#signed-jar-file */
const UNCOVERED = /^META-INF\/(?:MANIFEST\.MF|SIG-[^/]*|[^/]+\.(?:SF|RSA|DSA|EC))$/i;
const HASHES: Readonly<Record<string, string>> = {
  'SHA1-Digest': 'sha1',
  'SHA-256-Digest': 'sha256',
  'SHA-384-Digest': 'sha384',
  'SHA-512-Digest': 'sha512',
};

/**
 * Checks the whole chain: certificate, signature file, manifest, and the content of every file.
 * @returns undefined where nothing is signed
 * @throws SyntaxError when a part of the signature is damaged, or does not fit to another
 */
export async function readJarSignature(archive: Archive): Promise<JarSignature | undefined> {
  const blocks = [...archive.files.keys()].filter((name) => BLOCK.test(name));
  if (blocks.length === 0) return undefined;
  const manifest = await archive.read(MANIFEST, mostBytes);
  const signers: SigningCertificate[] = [];
  for (const block of blocks) {
    const file = await archive.read(block.replace(/\.\w+$/, '.SF'), mostBytes);
    const found = readSignedData(await archive.read(block, mostBytes)).signersOf(file);
    if (found.length === 0) throw new SyntaxError(`${block} is not the signature of its .SF file`);
    if (!covers(file, manifest)) throw new SyntaxError(`${MANIFEST} was changed after signing`);
    signers.push(...found.map(describeCertificate));
  }
  return { signers, ...(await compareFiles(archive, manifest)) };
}

type Section = ReadonlyMap<string, string>;

/** Sections of a manifest: the first is that of the archive, each other one that of a file. */
function readSections(bytes: Buffer): readonly Section[] {
  // A line of more than 72 bytes goes on after a line break and a space, in the middle of a character if need be.
  const unfolded = bytes.toString('latin1').replaceAll(/\r\n?/g, '\n').replaceAll('\n ', '');
  const text = Buffer.from(unfolded, 'latin1').toString('utf8');
  return text
    .split(/\n\n+/)
    .filter((section) => section !== '')
    .map((section) => new Map(section.split('\n').map(readLine)));
}

function readLine(line: string): [name: string, value: string] {
  const colon = line.indexOf(': ');
  return colon === -1 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 2)];
}

/** Whether a signature file speaks of just this manifest. */
function covers(signatureFile: Buffer, manifest: Buffer): boolean {
  const [main = new Map<string, string>()] = readSections(signatureFile);
  const digests = Object.entries(HASHES).flatMap(([name, hash]) => {
    const digest = main.get(`${name}-Manifest`);
    return digest === undefined ? [] : [{ digest, hash }];
  });
  return (
    digests.length > 0 &&
    digests.every(({ digest, hash }) => createHash(hash).update(manifest).digest('base64') === digest)
  );
}

async function compareFiles(archive: Archive, manifest: Buffer): Promise<Pick<JarSignature, 'changed' | 'added'>> {
  const changed: string[] = [];
  const listed = new Set<string>();
  for (const section of readSections(manifest).slice(1)) {
    const name = section.get('Name');
    const digests = Object.entries(HASHES).filter(([digest]) => section.has(digest));
    if (name === undefined || digests.length === 0) continue;
    listed.add(name);
    if (!archive.files.has(name) || !(await hasDigests(archive, name, section, digests))) changed.push(name);
  }
  const added = [...archive.files.keys()].filter((name) => !listed.has(name) && !UNCOVERED.test(name));
  return { changed, added };
}

async function hasDigests(
  archive: Archive,
  name: string,
  section: Section,
  digests: readonly (readonly [name: string, hash: string])[],
): Promise<boolean> {
  const hashes = digests.map(([digest, hash]) => ({ expected: section.get(digest), hash: createHash(hash) }));
  for await (const chunk of archive.stream(name)) for (const { hash } of hashes) hash.update(chunk);
  return hashes.every(({ expected, hash }) => hash.digest('base64') === expected);
}
