import { describe, expect } from '@jest/globals';
import { modes } from '../support/scenario.ts';
import { testWithOpenssl } from '../support/openssl.ts';
import { run } from './ios-stage.ts';

describe.each(modes)('%s: an .ipa to TestFlight', (mode) => {
  testWithOpenssl('is sent in parts, processed, described and given to its groups', async () => {
    const inputs = {
      'bundle-id': 'com.example.app',
      version: '2.15.3',
      build: '20261122.1',
      groups: 'Friends\nPublic',
      'what-to-test': 'Try the new map.',
    };
    await run(mode, { inputs }, ({ seen, builds, applied, emulator, key }) => {
      expect(seen.exitCode).toBe(0);
      expect(seen.outputs).toEqual({
        result: 'success',
        uploaded: 'true',
        'build-id': expect.stringMatching(/./),
        'bundle-id': 'com.example.app',
        version: '2.15.3',
        build: '20261122.1',
        'version-code': '',
        track: '',
        lifecycle: '',
        'wear-uploaded': 'false',
        'wear-version-code': '',
        'wear-track': '',
        'wear-lifecycle': '',
        opened: 'false',
        'release-tag': '',
      });
      expect(builds).toEqual(['1.0 (1) VALID', '2.15.3 (20261122.1) VALID']);
      expect([...new Set(applied)]).toEqual([
        'buildUploads_createInstance',
        'buildUploadFiles_createInstance',
        'upload-parts/put',
        'buildUploadFiles_updateInstance',
        'betaBuildLocalizations_updateInstance',
        'builds_betaGroups_createToManyRelationship',
        'betaAppReviewSubmissions_createInstance',
      ]);
      const { betaBuildLocalizations } = emulator.snapshot().tables;
      expect(Object.values(betaBuildLocalizations).at(-1)?.attributes).toMatchObject({ whatsNew: 'Try the new map.' });
      expect(seen.summary).toContain('## store-upload: 2.15.3 \\(20261122.1\\) is at App Store Connect');
      expect(seen.summary).toContain('| Signed by | CN=Apple Distribution: Acme |');
      const said = seen.raw.replaceAll(/^::add-mask::.*$/gm, '');
      for (const line of key.split('\n').slice(1, -2)) expect(`${said}${seen.summary}`).not.toContain(line);
      expect(seen.left).toEqual([]);
    });
  });

  testWithOpenssl('that is there already is not sent again', async () => {
    await run(mode, {}, async ({ seen, emulator, applied }) => {
      const again = await seen.again();
      expect(again.outputs).toEqual({ ...seen.outputs, uploaded: 'false' });
      expect(emulator.log.writes().map(({ operation }) => operation)).toEqual(applied);
      expect(again.log).toContain('was at App Store Connect already');
    });
  });

  testWithOpenssl('in a dry run is opened and compared, and not sent', async () => {
    await run(mode, { inputs: { 'dry-run': 'true' } }, ({ seen, applied }) => {
      expect(applied).toEqual([]);
      expect(seen.outputs).toMatchObject({ result: 'success', uploaded: 'false', 'build-id': '', version: '2.15.3' });
      expect(seen.summary).toContain('a dry run for 2.15.3');
    });
  });

  testWithOpenssl('whose app says nothing of encryption gets the answer of the input', async () => {
    const sample = { app: { info: { ITSAppUsesNonExemptEncryption: undefined } } };
    const inputs = { 'uses-non-exempt-encryption': 'false', groups: 'Friends' };
    await run(mode, { sample, inputs, settings: {} }, ({ seen, applied }) => {
      expect(seen.exitCode).toBe(0);
      expect(applied).toContain('builds_updateInstance');
      expect(seen.annotations).toEqual([]);
    });
  });

  testWithOpenssl('what Apple warns of is told, and the build is used', async () => {
    const warnings = [{ code: '90725', description: 'SDK version issue.' }];
    await run(mode, { inspect: () => ({ warnings }) }, ({ seen }) => {
      expect(seen.exitCode).toBe(0);
      expect(seen.annotations).toEqual([
        expect.objectContaining({ level: 'warning', message: expect.stringContaining('SDK version issue. [90725]') }),
      ]);
      expect(seen.annotations[0]?.message).toContain('[apple-found-warnings]');
    });
  });
});
