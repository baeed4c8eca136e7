import { expect } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBundle, makeKeyStore, signJar, testWithAndroidTools } from '../artifacts/android-tools.ts';
import { withEmulating } from './emulating.ts';

testWithAndroidTools('emulate play takes a real bundle, refuses what it would, and says why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bundle-'));
  try {
    const path = makeBundle(folder, {
      manifest: 'package="com.example.app" android:versionCode="51" android:versionName="1.2.3"',
      elements: '<uses-sdk android:minSdkVersion="24" android:targetSdkVersion="35"/>',
    });
    const unsigned = readFileSync(path);
    signJar(path, makeKeyStore(folder, 'key', 'CN=Upload, O=Acme, C=ES'));
    const signed = readFileSync(path);
    await withEmulating(['play'], async ({ guide, url }) => {
      const [, token = '', edits = ''] = /curl -X POST -H 'Authorization: Bearer ([^']+)' (http\S+)/.exec(guide) ?? [];
      const authorization = `Bearer ${token}`;
      const { id } = (await (await fetch(edits, { method: 'POST', headers: { authorization } })).json()) as {
        id: string;
      };
      const upload = async (bytes: Buffer): Promise<{ status: number; text: string }> => {
        const at = `${edits.replace(url, `${url}/upload`)}/${id}/bundles?uploadType=media`;
        const headers = { authorization, 'content-type': 'application/octet-stream' };
        const response = await fetch(at, { method: 'POST', headers, body: new Uint8Array(bytes) });
        return { status: response.status, text: await response.text() };
      };
      expect(await upload(unsigned)).toEqual({ status: 403, text: expect.stringContaining('was not signed') });
      expect(await upload(signed.subarray(0, 400))).toEqual({ status: 403, text: expect.stringContaining('cut off') });
      expect(await upload(signed)).toEqual({ status: 200, text: expect.stringContaining('51') });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
