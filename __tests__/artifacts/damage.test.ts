import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from '@jest/globals';
import fc from 'fast-check';
import { readBinaryXml } from '#artifacts/binary-xml';
import { readCodeSignature } from '#artifacts/code-signature';
import { readElf } from '#artifacts/elf';
import { readMachO } from '#artifacts/mach-o';
import { withArchive } from '#artifacts/archive';
import { readPicture } from '#artifacts/picture';
import { readPlist } from '#artifacts/plist';
import { readProtoXml } from '#artifacts/proto-xml';
import { readSignedData } from '#artifacts/signed-data';
import { testWithOpenssl } from '../support/openssl.ts';
import { makeJpeg, makePng } from '../support/pictures.ts';
import { makeApk, makeBundle, makeLibrary, testWithAndroidTools } from './android-tools.ts';
import { makeCodeSignature, makeProfile, makeProgram, makeSigner, makeUniversal, writePlist } from './apple-samples.ts';

// A build that broke, or was made to break us: whatever the bytes are, a reader answers, or says that they are damaged.

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-artifacts-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Bytes of a sample, some of them others, some cut off. */
function damage(sample: Buffer): fc.Arbitrary<Buffer> {
  const change = fc.tuple(fc.nat(sample.length - 1), fc.oneof(fc.constantFrom(0, 0x7f, 0x80, 0xff), fc.nat(255)));
  return fc.tuple(fc.array(change, { maxLength: 4 }), fc.nat(sample.length)).map(([changes, length]) => {
    const bytes = Buffer.from(sample);
    for (const [at, byte] of changes) bytes[at] = byte;
    return bytes.subarray(0, length % 3 === 0 ? length : sample.length);
  });
}

async function expectAnswerOrDamage(sample: Buffer, read: (bytes: Buffer) => unknown): Promise<void> {
  await read(sample);
  await fc.assert(
    fc.asyncProperty(damage(sample), async (bytes) => {
      try {
        await read(bytes);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
    }),
    { numRuns: 2_000 },
  );
}

async function readOut(path: string, name: string): Promise<Buffer> {
  return await withArchive(path, (archive) => archive.read(name, 1_000_000));
}

testWithAndroidTools('manifests', async () => {
  await expectAnswerOrDamage(await readOut(makeApk(folder), 'AndroidManifest.xml'), readBinaryXml);
  await expectAnswerOrDamage(await readOut(makeBundle(folder), 'base/manifest/AndroidManifest.xml'), readProtoXml);
});

testWithAndroidTools('libraries for Android', async () => {
  await expectAnswerOrDamage(makeLibrary(folder, 4096).subarray(0, 1_000), readElf);
});

test('programs for Apple', async () => {
  await expectAnswerOrDamage(makeUniversal([makeProgram(), makeProgram()]), readMachO);
});

test('pictures', async () => {
  await expectAnswerOrDamage(makePng(8, 8, { alpha: 'declared' }), readPicture);
  await expectAnswerOrDamage(makeJpeg(8, 8), readPicture);
});

test('property lists', async () => {
  await expectAnswerOrDamage(Buffer.from(writePlist({ one: ['two', 3, { four: true }] })), readPlist);
});

testWithOpenssl('signatures', async () => {
  const signer = makeSigner(folder, '/CN=Acme');
  await expectAnswerOrDamage(makeProfile(folder, signer), (bytes) => readSignedData(bytes).signersOf());
  await expectAnswerOrDamage(makeCodeSignature(folder, signer, { 'get-task-allow': false }), readCodeSignature);
});
