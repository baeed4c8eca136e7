import { describe, expect } from '@jest/globals';
import { testWithAndroidTools } from '../artifacts/android-tools.ts';
import { findLeaks } from '../support/leaks.ts';
import { testWithOpenssl } from '../support/openssl.ts';
import { modes } from '../support/scenario.ts';
import { run as runAndroid, type Setting } from './android-stage.ts';
import { run as runIos } from './ios-stage.ts';

// Each secret is first proven to be used: the store saw it. Then it is looked for wherever a step leaves something.

describe.each(modes)('%s: secrets', (mode) => {
  testWithOpenssl.each([
    ['as it is', (key: string) => key],
    ['in base64', (key: string) => Buffer.from(key).toString('base64')],
  ])('the key for App Store Connect, %s, shows nowhere', async (_form, write) => {
    let given = '';
    const inputs = (key: string): Record<string, string> => {
      given = write(key);
      return { 'app-store-connect-key': given };
    };
    await runIos(mode, { inputs }, ({ seen, emulator, key }) => {
      const signed = emulator.log.entries().filter(({ actor }) => actor !== null);
      expect(signed.length).toBeGreaterThan(10);
      expect([...findLeaks(key, seen), ...findLeaks(given, seen)]).toEqual([]);
    });
  });

  testWithAndroidTools.each<[way: string, more: Setting]>([
    ['in an upload', {}],
    [
      'in an upload that fails',
      { faults: [{ match: { operation: 'edits.commit' }, fault: { kind: 'status', status: 403 } }] },
    ],
  ])('the key of a service account shows nowhere %s, and on no command line', async (_way, more) => {
    let key = '';
    const inputs: Setting['inputs'] = ({ email, privateKey }) => {
      key = privateKey;
      const credentials = { type: 'service_account', client_email: email, private_key: privateKey };
      return { 'google-credentials': JSON.stringify(credentials) };
    };
    await runAndroid(mode, { ...more, inputs }, ({ seen, emulator, commands }) => {
      // Once by us and once by Fastlane.
      expect(emulator.log.entries().filter(({ operation }) => operation.includes('jwt-bearer')).length).toBeGreaterThan(
        1,
      );
      expect(commands).toContain('--aab');
      expect(findLeaks(key, seen, { commands })).toEqual([]);
      expect(seen.left).toEqual([]);
    });
  });
});
