import { describe, expect } from '@jest/globals';
import type { Fault } from '#emulators/base/fault-plan';
import { testWithAndroidTools } from '../artifacts/android-tools.ts';
import { modes } from '../support/scenario.ts';
import { run } from './android-stage.ts';

const LIVE = { status: 'completed', versionCodes: [42] };

describe.each(modes)('%s: an .aab to Google Play', (mode) => {
  testWithAndroidTools('goes to internal testing, and the store is asked whether it arrived', async () => {
    const inputs = { 'bundle-id': 'com.example.app', version: '1.2.3', 'version-code': '42' };
    await run(mode, { inputs }, ({ seen, releases, commits, openEdits, subject }) => {
      expect(seen.log).toContain('fastlane │ Successfully finished the upload to Google Play');
      expect(seen.exitCode).toBe(0);
      expect(seen.outputs).toEqual({
        result: 'success',
        uploaded: 'true',
        'bundle-id': 'com.example.app',
        version: '1.2.3',
        'version-code': '42',
        track: 'internal',
        lifecycle: 'PUBLISHED',
        build: '',
        'build-id': '',
        'wear-uploaded': 'false',
        'wear-version-code': '',
        'wear-track': '',
        'wear-lifecycle': '',
        opened: 'false',
        'release-tag': '',
      });
      expect(releases('internal')).toMatchObject([LIVE]);
      expect([commits, openEdits]).toEqual([1, 0]);
      expect(seen.summary).toContain('## store-upload: 1.2.3 \\(42\\) is at Google Play');
      expect(seen.summary).toContain('It is on its way to users.');
      expect(`${seen.raw}${seen.summary}`.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(subject);
      expect(seen.left).toEqual([]);
    });
  });

  testWithAndroidTools('goes to a share of the users, with notes and priority', async () => {
    const inputs = {
      track: 'production',
      rollout: '0.05',
      'release-notes': 'en-US: Faster.\nde-DE: Schneller.',
      'in-app-update-priority': '3',
    };
    await run(mode, { inputs }, ({ seen, releases }) => {
      expect(seen.exitCode).toBe(0);
      expect(releases('production')).toEqual([
        expect.objectContaining({
          status: 'inProgress',
          userFraction: 0.05,
          versionCodes: [42],
          inAppUpdatePriority: 3,
          releaseNotes: [
            { language: 'de-DE', text: 'Schneller.' },
            { language: 'en-US', text: 'Faster.' },
          ],
        }),
        expect.objectContaining({ versionCodes: [40] }),
      ]);
    });
  });

  testWithAndroidTools('for watches goes to a track of Wear OS', async () => {
    const setting = { sample: { watch: true, versionCode: 43 }, inputs: { track: 'wear:internal' } };
    await run(
      mode,
      { ...setting, prepare: (world) => void world.addTrack('com.example.app', 'wear:internal') },
      ({ seen, releases }) => {
        expect(seen.exitCode).toBe(0);
        expect(releases('wear:internal')).toMatchObject([{ versionCodes: [43] }]);
        const outputs = { uploaded: 'true', 'version-code': '43', track: 'wear:internal', lifecycle: 'PUBLISHED' };
        expect(seen.outputs).toMatchObject(outputs);
        for (const [name, value] of Object.entries(outputs))
          expect(seen.outputs[`wear-${name.replace(/^wear-/, '')}`]).toBe(value);
      },
    );
  });

  testWithAndroidTools('that is there already is not sent again', async () => {
    await run(mode, {}, async ({ seen, emulator }) => {
      const before = emulator.log.writes().filter(({ operation }) => operation === 'edits.commit').length;
      const again = await seen.again();
      expect(again.outputs).toEqual({ ...seen.outputs, uploaded: 'false' });
      expect(emulator.log.writes().filter(({ operation }) => operation === 'edits.commit')).toHaveLength(before);
    });
  });

  testWithAndroidTools('in a dry run is opened and compared, and not sent', async () => {
    await run(mode, { inputs: { 'dry-run': 'true' } }, ({ seen, commits, openEdits }) => {
      expect(seen.outputs).toMatchObject({ result: 'success', uploaded: 'false', track: 'internal' });
      expect([commits, openEdits]).toEqual([0, 0]);
      expect(seen.log).not.toContain('fastlane │');
    });
  });

  testWithAndroidTools('by the team’s own lane, where it lies', async () => {
    const inputs = { lane: 'android release', track: 'production', rollout: '0.1', 'pass-env': 'TEAM' };
    await run(mode, { fastlane: 'lane', inputs, env: { TEAM: 'mobile', OTHER: 'x' } }, ({ seen, releases }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(releases('production')).toMatchObject([{ userFraction: 0.1, versionCodes: [42] }, { versionCodes: [40] }]);
      expect(seen.log).toContain(`fastlane │ android release in ${seen.workspace} for mobile and nobody`);
      expect(seen.left).toEqual([]);
    });
  });

  testWithAndroidTools('by a lane that does something else is no success', async () => {
    const inputs = { lane: 'android release', track: 'production' };
    await run(mode, { fastlane: 'lane', inputs, env: { TEAM: 'mobile' } }, ({ seen }) => {
      expect(seen.annotations.at(-1)?.message).toContain('[upload-not-shown]');
    });
  });

  testWithAndroidTools('by a Fastlane that ends well and has done nothing is no success', async () => {
    await run(mode, { fastlane: 'idle' }, ({ seen, releases }) => {
      expect(seen.outputs).toMatchObject({ result: 'vendor-error', uploaded: 'false' });
      expect(seen.annotations.at(-1)?.message).toContain(
        'Fastlane ended with exit code 0; it said: fastlane.tools finished',
      );
      expect(releases('internal')).toEqual([]);
    });
  });

  testWithAndroidTools(
    'is not touched by anything: nothing that lies in the checkout, and no secret in a command',
    async () => {
      await run(mode, { fastlane: 'telling' }, ({ seen, subject }) => {
        const told = /fastlane │ (\{.*\})/.exec(seen.log)?.[1] ?? '{}';
        const { cwd, files, args, variables } = JSON.parse(told) as Record<string, string[]> & { cwd: string };
        expect(cwd).not.toContain(seen.workspace);
        expect(files).toEqual([]);
        expect(args).toEqual(
          expect.arrayContaining(['--aab', `${seen.workspace}/build/app.aab`, '--track', 'internal']),
        );
        expect(JSON.stringify(args)).not.toMatch(/external_account|json_key/);
        expect(JSON.stringify(args)).not.toContain(subject);
        // It gets what it needs, and nothing by which it could speak for us.
        expect(variables).toEqual(
          expect.arrayContaining(['SUPPLY_JSON_KEY', 'SUPPLY_PACKAGE_NAME', 'FASTLANE_SKIP_UPDATE_CHECK']),
        );
        expect(variables?.filter((name) => /^(INPUT_|ACTIONS_|GITHUB_(OUTPUT|ENV|TOKEN))/.test(name))).toEqual([]);
      });
    },
  );

  testWithAndroidTools.each<[fault: string, operation: string, fault: Fault, exit: number]>([
    ['a 502 after the commit was applied', 'edits.commit', { kind: 'status', status: 502, when: 'after' }, 0],
    ['a reset after the commit was applied', 'edits.commit', { kind: 'cut-after' }, 0],
    ['a 502 before the commit was applied', 'edits.commit', { kind: 'status', status: 502 }, 0],
    ['a break in the upload', 'edits.bundles.upload/send', { kind: 'cut-before' }, 0],
    ['an edit that has expired', 'edits.tracks.update', { kind: 'status', status: 400 }, 3],
  ])('with %s the verdict is what the store shows', async (_fault, operation, fault, exit) => {
    await run(mode, { faults: [{ match: { operation }, fault }] }, ({ seen, releases, commits, openEdits }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toEqual({ exit, log: expect.any(String) });
      expect(releases('internal')).toHaveLength(exit === 0 ? 1 : 0);
      expect(commits).toBe(exit === 0 ? 1 : 0);
      expect(openEdits).toBe(0);
      expect(seen.outputs['uploaded']).toBe(`${exit === 0}`);
    });
  });
});
