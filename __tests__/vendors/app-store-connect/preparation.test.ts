import { describe, expect, test } from '@jest/globals';
import type { AscState, VersionState } from '#emulators/app-store-connect/state';
import { findAll } from '#emulators/app-store-connect/state';
import { deleteVersion } from '#emulators/app-store-connect/versions';
import { prepareVersion, setReleaseNotes } from '#vendors/app-store-connect/preparation';
import { playFaults } from '../fault-matrix.ts';
import { setState, type Prepare } from './scene.ts';
import { withClient, type ClientStage } from './stage.ts';

const create = 'appStoreVersions_createInstance';
const rename = 'appStoreVersions_updateInstance';
const write = 'appStoreVersionLocalizations_updateInstance';

/** Only 0.9 and 1.0 are left. */
const nothingPrepared: Prepare = (state, { next }) => {
  deleteVersion(state, next);
};
const versionsOf = ({ state }: ClientStage): string[] =>
  Object.values(state().tables.appStoreVersions).map(
    ({ attributes }) => `${attributes.versionString} ${attributes.appVersionState}`,
  );
const newsOf = (state: AscState, versionId: string): Record<string, string | null> =>
  Object.fromEntries(
    findAll(state, 'appStoreVersionLocalizations', ({ to }) => to.appStoreVersion === versionId).map(
      ({ attributes }) => [attributes.locale, attributes.whatsNew],
    ),
  );

const PUBLISHED = ['0.9 REPLACED_WITH_NEW_VERSION', '1.0 READY_FOR_DISTRIBUTION'];

describe('a version that there has to be', () => {
  test('is created where none is being prepared, and is there already after that', async () => {
    await withClient({ prepare: nothingPrepared }, async (stage) => {
      const wish = { appId: stage.scene.app, version: '2.1.0' };
      const { did, state } = await prepareVersion(stage.connect(), wish);
      expect([did, state.version, state.state]).toEqual(['moved', '2.1.0', 'PREPARE_FOR_SUBMISSION']);
      expect(await prepareVersion(stage.connect(), wish)).toMatchObject({ did: 'unchanged', state: { id: state.id } });
      // To Apple it is the same.
      expect(await prepareVersion(stage.connect(), { ...wish, version: '2.1' })).toMatchObject({ did: 'unchanged' });
      expect(stage.applied()).toEqual([create]);
    });
  });

  test.each([
    'PREPARE_FOR_SUBMISSION',
    'DEVELOPER_REJECTED',
    'REJECTED',
    'METADATA_REJECTED',
    'INVALID_BINARY',
  ] as const)('gets the place of another one that is %s', async (state) => {
    await withClient({ prepare: setState(state) }, async (stage) => {
      const { did, state: found } = await prepareVersion(stage.connect(), { appId: stage.scene.app, version: '2.1' });
      expect([did, found.id, found.version]).toEqual(['moved', stage.scene.next, '2.1']);
      expect(stage.applied()).toEqual([rename]);
      expect(versionsOf(stage)).toEqual([...PUBLISHED, `2.1 ${state}`]);
      expect(stage.told.join('\n')).toContain('the version that is being prepared becomes 2.1');
    });
  });

  test.each<VersionState>([
    'READY_FOR_REVIEW',
    'WAITING_FOR_REVIEW',
    'IN_REVIEW',
    'PENDING_DEVELOPER_RELEASE',
    'PENDING_APPLE_RELEASE',
  ])('is refused while another one is %s', async (state) => {
    await withClient({ prepare: setState(state) }, async (stage) => {
      const preparing = prepareVersion(stage.connect(), { appId: stage.scene.app, version: '2.1' });
      await expect(preparing).rejects.toMatchObject({ notes: [{ id: 'app-store-move-refused' }] });
      expect(stage.sent()).toEqual([]);
    });
  });

  test('is found whatever its state', async () => {
    await withClient({}, async (stage) => {
      const { did, state } = await prepareVersion(stage.connect(), { appId: stage.scene.app, version: '1.0' });
      expect([did, state.state]).toEqual(['unchanged', 'READY_FOR_DISTRIBUTION']);
    });
  });
});

describe('what is new', () => {
  test('is written once, and found to be there', async () => {
    await withClient({}, async (stage) => {
      const notes = { 'en-US': 'Maps.' };
      expect(await setReleaseNotes(stage.connect(), stage.scene.next, notes)).toEqual({ did: 'moved' });
      expect(await setReleaseNotes(stage.connect(), stage.scene.next, notes)).toEqual({ did: 'unchanged' });
      expect(newsOf(stage.state(), stage.scene.next)).toEqual(notes);
      expect(stage.applied()).toEqual([write]);
    });
  });

  test.each<[what: string, notes: Record<string, string>, id: string]>([
    ['in a language that the version lacks', { 'en-US': 'Maps.', 'de-DE': 'Karten.' }, 'app-store-language-missing'],
    ['that is too long', { 'en-US': 'x'.repeat(4_001) }, 'app-store-news-too-long'],
  ])('%s is refused before anything is sent', async (_what, notes, id) => {
    await withClient({}, async (stage) => {
      await expect(setReleaseNotes(stage.connect(), stage.scene.next, notes)).rejects.toMatchObject({
        notes: [{ id }],
      });
      expect(stage.sent()).toEqual([]);
    });
  });
});

interface Tried {
  readonly prepare?: Prepare;
  readonly act: (stage: ClientStage, signal: AbortSignal) => Promise<{ did: string }>;
  readonly writes: readonly string[];
  readonly isDone: (stage: ClientStage) => boolean;
}

const isThere = (stage: ClientStage): boolean =>
  versionsOf(stage).join() === [...PUBLISHED, '2.1 PREPARE_FOR_SUBMISSION'].join();

const tried: Readonly<Record<string, Tried>> = {
  'create a version': {
    prepare: nothingPrepared,
    act: async (stage, signal) => prepareVersion(stage.connect(signal), { appId: stage.scene.app, version: '2.1' }),
    writes: [create],
    isDone: isThere,
  },
  'rename a version': {
    act: async (stage, signal) => prepareVersion(stage.connect(signal), { appId: stage.scene.app, version: '2.1' }),
    writes: [rename],
    isDone: isThere,
  },
  'write what is new': {
    act: async (stage, signal) => setReleaseNotes(stage.connect(signal), stage.scene.next, { 'en-US': 'Maps.' }),
    writes: [write],
    isDone: (stage) => newsOf(stage.state(), stage.scene.next)['en-US'] === 'Maps.',
  },
};

test.each(Object.entries(tried))('%s, under every fault: once, and no success without it', async (name, one) => {
  const { prepare, act, writes, isDone } = one;
  const played = await playFaults<ClientStage, { did: string }>({
    open: async (faults, run) => withClient({ faults, ...(prepare === undefined ? {} : { prepare }) }, run),
    act,
    judge: ({ stage, outcome }) => {
      const applied = stage.applied();
      const problems: string[] = [];
      if (writes.slice(0, applied.length).join() !== applied.join()) problems.push(`it wrote ${applied.join(', ')}`);
      if ('value' in outcome && !isDone(stage)) problems.push('it says that it is done, and it is not');
      return problems;
    },
  });
  console.log(`${name}: ${played.requests} requests, ${played.cases} cases, ${played.survived} survived`);
  expect(played.problems).toEqual([]);
});
