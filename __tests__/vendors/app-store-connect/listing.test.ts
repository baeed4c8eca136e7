import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findAll } from '#emulators/app-store-connect/state';
import { findEditableInfo } from '#emulators/app-store-connect/version-states';
import { compareAppTexts, writeAppTexts } from '#vendors/app-store-connect/app-information';
import { compareTexts, versionTexts, writeTexts } from '#vendors/app-store-connect/listing-texts';
import { planSet } from '#vendors/app-store-connect/screenshot-plan';
import type { Screenshot } from '#vendors/app-store-connect/screenshot-sets';
import { compareDetails, writeDetails } from '#vendors/app-store-connect/version-details';
import { TEXTS, textsOf, withoutContact } from './listing-moves.ts';
import { setState, type Prepare } from './scene.ts';
import { withClient } from './stage.ts';

describe('texts', () => {
  test('are compared without anything being sent, a language that is missing among them', async () => {
    await withClient({}, async (stage) => {
      expect(await compareTexts(stage.connect(), versionTexts, stage.scene.next, TEXTS)).toEqual([
        { locale: 'en-US', fields: ['keywords'], isNew: false },
        { locale: 'de-DE', fields: ['description', 'whatsNew', 'supportUrl'], isNew: true },
      ]);
      expect(stage.sent()).toEqual([]);
    });
  });

  test('are the same with other line ends, spaces around, or accents that are written in two', async () => {
    const prepare: Prepare = ({ tables }) => {
      for (const { attributes } of Object.values(tables.appStoreVersionLocalizations))
        attributes.description = 'Caf\u00e9\r\nMaps \n';
    };
    await withClient({ prepare }, async (stage) => {
      const wanted = { 'en-US': { description: 'Cafe\u0301\nMaps' } };
      expect(await writeTexts(stage.connect(), versionTexts, stage.scene.next, wanted)).toEqual([]);
      expect(stage.sent()).toEqual([]);
    });
  });

  test('that Apple refuses end the run with its reason, and what was written before stays', async () => {
    const wanted = { 'en-US': { description: 'New.' }, 'de-DE': { keywords: 'x'.repeat(101) } };
    await withClient({}, async (stage) => {
      const writing = writeTexts(stage.connect(), versionTexts, stage.scene.next, wanted);
      await expect(writing).rejects.toThrow('answered 409 to "add de-DE to the version"');
      expect(textsOf(stage.state(), stage.scene)).toEqual({ 'en-US': { description: 'New.', whatsNew: 'Better.' } });
    });
  });
});

describe('texts of the app', () => {
  const wanted = { 'en-US': { subtitle: 'On track' } };

  test('without any cost nothing, not even a look', async () => {
    await withClient({}, async (stage) => {
      expect(await writeAppTexts(stage.connect(), stage.scene.app, {})).toEqual([]);
      expect(stage.emulator.log.entries()).toEqual([]);
    });
  });

  test('go into the information of the next version, and never into that which is out', async () => {
    await withClient({}, async (stage) => {
      await writeAppTexts(stage.connect(), stage.scene.app, wanted);
      const state = stage.state();
      const next = findEditableInfo(state, stage.scene.app)?.id;
      const subtitles = findAll(state, 'appInfoLocalizations', () => true).map(({ to, attributes }) => [
        to.appInfo === next,
        attributes.subtitle,
      ]);
      expect(subtitles).toEqual([
        [false, null],
        [true, 'On track'],
      ]);
    });
  });

  test('wait for information that can be edited, and give up after a minute', async () => {
    await withClient({ prepare: setState('IN_REVIEW') }, async (stage) => {
      expect(await compareAppTexts(stage.connect(), stage.scene.app, wanted)).toHaveLength(1);
      const before = stage.clock.now();
      await expect(writeAppTexts(stage.connect(), stage.scene.app, wanted)).rejects.toMatchObject({
        notes: [{ id: 'app-store-wait-ended' }],
      });
      expect(stage.clock.now() - before).toBeLessThanOrEqual(60_000);
      expect(stage.sent()).toEqual([]);
    });
  });
});

describe('details', () => {
  test('are compared without anything being sent', async () => {
    await withClient({ prepare: withoutContact }, async (stage) => {
      const wanted = { copyright: '2026 Example', usesIdfa: true, contact: { demoAccountName: 'demo' } };
      expect(await compareDetails(stage.connect(), stage.scene.next, wanted)).toEqual([
        'usesIdfa',
        'demoAccountName',
        'demoAccountRequired',
      ]);
      expect(stage.sent()).toEqual([]);
    });
  });

  test('a password that Apple never shows counts once it was sent', async () => {
    await withClient({}, async (stage) => {
      const wanted = { contact: { demoAccountName: 'demo', demoAccountPassword: 'open sesame' } };
      // Each answer hides it.
      const connect = stage.connect();
      const read: typeof connect.read = async (question, shape) =>
        connect.read(question, (value, where) => {
          const text = JSON.stringify(value).replaceAll(
            '"demoAccountPassword":"open sesame"',
            '"demoAccountPassword":null',
          );
          return shape(JSON.parse(text), where);
        });
      expect(await writeDetails({ ...connect, read }, stage.scene.next, wanted)).toContain('demoAccountPassword');
      const details = findAll(
        stage.state(),
        'appStoreReviewDetails',
        ({ to }) => to.appStoreVersion === stage.scene.next,
      );
      expect(details.map(({ attributes }) => attributes.demoAccountPassword)).toEqual(['open sesame']);
      expect(stage.told.join()).not.toContain('open sesame');
    });
  });
});

test('the plan of a set, carried out, leaves the pictures of the folder in its order', () => {
  const sums = fc.uniqueArray(fc.nat(12), { maxLength: 10 });
  const there = fc.array(
    fc.record({ sum: fc.nat(12), state: fc.constantFrom('COMPLETE', 'COMPLETE', 'FAILED', 'AWAITING_UPLOAD') }),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(sums, there, (wanted, found) => {
      const pictures = wanted.map((sum) => ({
        name: `${sum}.png`,
        size: 1,
        checksum: `${sum}`,
        read: () => Promise.resolve(new Uint8Array(1)),
      }));
      const shown = found.map(({ sum, state }, index): Screenshot => ({
        id: `${index}`,
        name: `${sum}.png`,
        size: 1,
        checksum: `${sum}`,
        state,
        errors: [],
        parts: [],
      }));
      const plan = planSet(pictures, shown);
      const kept = shown.filter((one) => !plan.remove.includes(one));
      const after = [...kept.map(({ checksum }) => checksum), ...plan.send.map(({ checksum }) => checksum)];
      expect([...after].sort()).toEqual(wanted.map(String).sort());
      expect(after.join() !== wanted.join()).toBe(plan.reorder);
      // Nothing that is good is sent again.
      const good = new Set(found.filter(({ state }) => state === 'COMPLETE').map(({ sum }) => sum));
      expect(plan.send).toHaveLength(wanted.filter((sum) => !good.has(sum)).length);
    }),
  );
});
