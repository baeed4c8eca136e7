import { createServer } from 'node:http';
import { describe, expect } from '@jest/globals';
import type { Fault } from '#emulators/base/fault-plan';
import { listen } from '#emulators/base/http';
import { addVersion } from '#emulators/app-store-connect/seeds';
import type { AscEmulator } from '#emulators/app-store-connect/server';
import { modes } from '../support/scenario.ts';
import { testWithOpenssl } from '../support/openssl.ts';
import { versionIn } from './app-store-version.ts';
import { run, type Setting } from './ios-stage.ts';

const WAITING = { waiting: null } as const;
const STORE = { destination: 'app-store', 'release-notes': 'en-US: Maps.' };

describe.each(modes)('%s: an .ipa to the App Store', (mode) => {
  testWithOpenssl('is prepared with its notes and phases, and submitted', async () => {
    await run(mode, { inputs: STORE, settings: WAITING }, async ({ seen, emulator }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      const submitted = {
        is: '2.15.3 WAITING_FOR_REVIEW MANUAL',
        build: '20261122.1',
        phases: ['INACTIVE'],
        news: ['Maps.'],
      };
      expect(versionIn(emulator)).toEqual(submitted);
      expect(seen.summary).toContain('version 2.15.3 is WAITING\\_FOR\\_REVIEW, its phased release INACTIVE');
      const before = emulator.log.writes().length;
      const again = await seen.again();
      expect({ exit: again.exitCode, log: again.log }).toMatchObject({ exit: 0 });
      expect(emulator.log.writes()).toHaveLength(before);
      expect(versionIn(emulator)).toEqual(submitted);
    });
  });

  testWithOpenssl.each<[what: string, inputs: Record<string, string>, expected: object]>([
    [
      'for everybody at once, right after approval',
      { release: 'automatic', 'phased-release': 'false' },
      { is: '2.15.3 WAITING_FOR_REVIEW AFTER_APPROVAL', phases: [] },
    ],
    [
      'prepared only',
      { 'submit-for-review': 'false' },
      { is: '2.15.3 PREPARE_FOR_SUBMISSION MANUAL', phases: ['INACTIVE'] },
    ],
  ])('%s', async (_what, inputs, expected) => {
    await run(mode, { inputs: { ...STORE, ...inputs }, settings: WAITING }, ({ seen, emulator }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(versionIn(emulator)).toMatchObject(expected);
    });
  });

  testWithOpenssl('by the team’s own lane, and what that leaves undone is done', async () => {
    // Sends the build, as a Mac would, and forgets everything else.
    const fastlane = `#!/usr/bin/env node
const { key_id, key } = JSON.parse(require('node:fs').readFileSync(process.env.APP_STORE_CONNECT_API_KEY_PATH));
fetch(process.env.SENDER).then(() => console.log(process.argv.slice(2).join(' '), key_id, key.length > 100, process.env.SLIPWAY_ARTIFACT));
`;
    const sender = createServer((_, response) => response.end());
    let send: () => void = () => undefined;
    sender.on('request', () => {
      send();
    });
    const { url, close } = await listen(sender);
    const env = (emulator: AscEmulator): Record<string, string> => {
      send = () => {
        const app = Object.keys(emulator.snapshot().tables.apps)[0] ?? '';
        emulator.console.sendBuild({ app, version: '2.15.3', number: '20261122.1', usesNonExemptEncryption: false });
      };
      return { SENDER: url };
    };
    const inputs = { ...STORE, lane: 'ios release', 'pass-env': 'SENDER' };
    await run(mode, { fastlane, env, inputs, settings: WAITING }, async ({ seen, emulator }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(seen.log).toContain(`fastlane │ ios release KEY0000000 true ${seen.workspace}/build/Tracker.ipa`);
      expect(seen.outputs).toMatchObject({ uploaded: 'true' });
      expect(versionIn(emulator)).toMatchObject({ is: '2.15.3 WAITING_FOR_REVIEW MANUAL', phases: ['INACTIVE'] });
      expect(seen.left).toEqual([]);
      const again = await seen.again();
      expect(again.outputs).toMatchObject({ result: 'success', uploaded: 'false' });
      expect(again.log).not.toContain('fastlane │');
    });
    await close();
  });

  testWithOpenssl('is handed in by the next run, where the last word was refused', async () => {
    const refused: Fault = { kind: 'status', status: 409 };
    // Nor can it be taken back.
    const faults = ['reviewSubmissions_updateInstance', 'reviewSubmissionItems_deleteInstance'].map((operation) => ({
      match: { operation },
      fault: refused,
    }));
    await run(mode, { inputs: STORE, settings: WAITING, faults }, async ({ seen, emulator }) => {
      expect(seen.exitCode).not.toBe(0);
      expect(versionIn(emulator)).toMatchObject({ is: '2.15.3 READY_FOR_REVIEW MANUAL' });
      const again = await seen.again();
      expect({ exit: again.exitCode, log: again.log }).toMatchObject({ exit: 0 });
      expect(versionIn(emulator)).toMatchObject({ is: '2.15.3 WAITING_FOR_REVIEW MANUAL', phases: ['INACTIVE'] });
    });
  });

  testWithOpenssl('that waits for the reviewers gets the release that is asked for now', async () => {
    await run(mode, { inputs: STORE, settings: WAITING }, async ({ seen, emulator }) => {
      emulator.console.change(({ tables }) => {
        for (const one of Object.values(tables.appStoreVersions)) one.attributes.releaseType = 'AFTER_APPROVAL';
      });
      expect((await seen.again()).exitCode).toBe(0);
      expect(versionIn(emulator)).toMatchObject({ is: '2.15.3 WAITING_FOR_REVIEW MANUAL' });
    });
  });

  testWithOpenssl('takes the place of a version that was being prepared', async () => {
    const prepare: Setting['prepare'] = (world, app) => {
      addVersion(
        world.state,
        app.id,
        { versionString: '2.15.2', state: 'REJECTED' },
        Date.parse('2026-11-25T07:00:00Z'),
      );
    };
    await run(mode, { inputs: STORE, settings: WAITING, prepare }, ({ seen, emulator }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(versionIn(emulator)).toMatchObject({ is: '2.15.3 WAITING_FOR_REVIEW MANUAL' });
    });
  });

  testWithOpenssl('is not sent while another version is in review', async () => {
    const prepare: Setting['prepare'] = (world, app) => {
      addVersion(
        world.state,
        app.id,
        { versionString: '2.15.2', state: 'IN_REVIEW' },
        Date.parse('2026-11-25T07:00:00Z'),
      );
    };
    await run(mode, { inputs: STORE, prepare }, ({ seen, applied }) => {
      expect(seen.annotations.at(-1)?.message).toContain('version 2.15.2 is on its way');
      expect(applied).toEqual([]);
    });
  });

  testWithOpenssl('of the first version is submitted without what nobody could see', async () => {
    const app = { versions: [{ versionString: '2.15.3', state: 'PREPARE_FOR_SUBMISSION' as const }] };
    await run(mode, { inputs: STORE, settings: WAITING, app }, ({ seen, emulator }) => {
      expect({ exit: seen.exitCode, log: seen.log }).toMatchObject({ exit: 0 });
      expect(versionIn(emulator)).toMatchObject({ is: '2.15.3 WAITING_FOR_REVIEW MANUAL', phases: [], news: [null] });
      expect(seen.annotations.at(-1)?.message).toContain('what is new and the phased release was left out');
    });
  });
});
