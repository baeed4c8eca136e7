import { expect } from '@jest/globals';
import { PACKAGE } from '../emulators/google-play/harness.ts';
import {
  aab,
  NO_BINARY,
  OLD,
  PROMOTE,
  RAISE,
  ROLLING,
  SELF_PROMOTION,
  supply,
  UPLOAD,
  type Story,
} from './play-story.ts';

/** What goes well: every step ends with the releases that were wished for. */
export const RELEASES: readonly Story[] = [
  {
    story: 'internal, then promoted to beta; a reader counts',
    steps: [
      {
        wish: 'upload to internal',
        args: supply({ aab: 'app.aab', track: 'internal' }),
        files: aab(42),
        prints: ['Successfully finished the upload to Google Play'],
        log: [...UPLOAD, 'edits.commit'],
        then: { internal: [{ name: '1.42', status: 'completed', versionCodes: [42] }], production: [OLD] },
      },
      {
        wish: 'read the version codes of a track',
        args: ['run', 'google_play_track_version_codes', 'track:internal'],
        prints: ["Found '42' version codes in track 'internal'", 'Result: [42]'],
        log: ['edits.insert', 'edits.tracks.get', 'edits.delete'],
      },
      {
        wish: 'promote',
        args: supply({ track: 'internal', track_promote_to: 'beta', version_code: '42' }),
        env: NO_BINARY,
        log: PROMOTE,
        then: { beta: [{ name: '1.42', status: 'completed', versionCodes: [42] }] },
      },
      {
        wish: 'promote to a staged production',
        args: supply({ track: 'beta', track_promote_to: 'production', version_code: '42', rollout: '0.1' }),
        env: NO_BINARY,
        log: PROMOTE,
        then: { production: [{ name: '1.42', status: 'inProgress', userFraction: 0.1, versionCodes: [42] }, OLD] },
      },
    ],
  },
  {
    story: 'a staged rollout: raised, halted, resumed, finished',
    steps: [
      {
        wish: 'upload at 5 %, with its mapping',
        args: supply({
          aab: 'app.aab',
          track: 'production',
          rollout: '0.05',
          version_name: '1.1 (42)',
          mapping: 'mapping.txt',
        }),
        files: { ...aab(42), 'mapping.txt': 'a -> b:\n' },
        prints: ["Preparing mapping at path 'mapping.txt', version code 42 for upload"],
        log: [
          ...UPLOAD.slice(0, 3),
          'edits.deobfuscationfiles.upload/start',
          'edits.deobfuscationfiles.upload/send',
          ...UPLOAD.slice(3),
          'edits.commit',
        ],
        then: { production: [{ ...ROLLING, status: 'inProgress', userFraction: 0.05 }, OLD] },
      },
      {
        wish: 'raise to 20 %',
        args: supply({ track: 'production', rollout: '0.2', version_code: '42' }),
        env: NO_BINARY,
        prints: ["Updating 42's rollout to '0.2' on track 'production'"],
        log: RAISE,
        then: { production: [{ ...ROLLING, status: 'inProgress', userFraction: 0.2 }, OLD] },
      },
      {
        wish: 'halt at 20 %',
        args: supply({ track: 'production', rollout: '0.2', version_code: '42', release_status: 'halted' }),
        env: NO_BINARY,
        log: RAISE,
        then: { production: [{ ...ROLLING, status: 'halted', userFraction: 0.2 }, OLD] },
      },
      {
        wish: 'resume, in the usual way, which finds nothing',
        args: supply({ track: 'production', rollout: '0.5', version_code: '42' }),
        env: NO_BINARY,
        exit: 1,
        prints: ["Unable to find the requested release on track - 'production'"],
        log: RAISE.slice(0, 2),
      },
      {
        wish: 'resume at 50 % by promoting the track to itself',
        args: supply({ ...SELF_PROMOTION, version_code: '42', rollout: '0.5' }),
        env: NO_BINARY,
        log: PROMOTE,
        then: { production: [{ ...ROLLING, status: 'inProgress', userFraction: 0.5 }, OLD] },
      },
      {
        wish: 'finish',
        args: supply({ track: 'production', rollout: '1', version_code: '42' }),
        env: NO_BINARY,
        log: RAISE,
        then: { production: [{ ...ROLLING, status: 'completed' }] },
      },
    ],
    check: ({ emulator }) => {
      expect(emulator.snapshot().apps[PACKAGE]?.content.symbols).toMatchObject([{ versionCode: 42, type: 'proguard' }]);
    },
  },
  {
    story: 'a completed release is halted by promoting its track to itself, and comes back the same way',
    prepare: ({ addRelease }) => {
      addRelease(PACKAGE, 'production', { versionCodes: [41] });
    },
    steps: [
      {
        wish: 'halt',
        args: supply({ ...SELF_PROMOTION, version_code: '41', track_promote_release_status: 'halted' }),
        env: NO_BINARY,
        log: PROMOTE,
        then: { production: [{ name: '1.0', status: 'halted', versionCodes: [41] }, OLD] },
      },
      {
        wish: 'resume at 30 %',
        args: supply({ ...SELF_PROMOTION, version_code: '41', rollout: '0.3' }),
        env: NO_BINARY,
        log: PROMOTE,
        then: {
          production: [{ name: '1.0', status: 'inProgress', userFraction: 0.3, versionCodes: [41] }, OLD],
        },
      },
    ],
  },
  {
    story: 'the watch has an edit and a track of its own',
    prepare: ({ addTrack }) => {
      addTrack(PACKAGE, 'wear:internal');
    },
    steps: [
      {
        wish: 'upload to the track of the watch',
        args: supply({ aab: 'app.aab', track: 'wear:internal' }),
        files: aab(10_042, true),
        log: [...UPLOAD, 'edits.commit'],
        then: { 'wear:internal': [{ name: '1.10042', status: 'completed', versionCodes: [10_042] }], internal: [] },
      },
      {
        wish: 'upload a watch bundle to the track of the phone',
        args: supply({ aab: 'app.aab', track: 'internal' }),
        files: aab(10_043, true),
        exit: 1,
        prints: ['requires the Wear OS system feature android.hardware.type.watch'],
        log: [...UPLOAD, 'edits.commit 403'],
        then: { internal: [] },
      },
    ],
  },
  {
    story: 'metadata, images and changelogs',
    steps: [
      {
        wish: 'upload with all of it',
        args: supply({ aab: 'app.aab', track: 'internal', metadata_path: 'metadata' }),
        files: {
          ...aab(42),
          'metadata/en-US/title.txt': 'Tracker',
          'metadata/en-US/short_description.txt': 'Tracks.',
          'metadata/en-US/full_description.txt': 'Tracks everything.',
          'metadata/en-US/changelogs/42.txt': 'Faster.',
          'metadata/en-US/images/icon.png': 'png',
          'metadata/en-US/images/phoneScreenshots/1.png': 'png 1',
        },
        log: [
          ...UPLOAD,
          'edits.tracks.list',
          'edits.listings.get 404',
          'edits.listings.update',
          'edits.images.upload/start',
          'edits.images.upload/send',
          'edits.images.deleteall',
          'edits.images.upload/start',
          'edits.images.upload/send',
          'edits.tracks.update',
          'edits.commit',
        ],
        then: {
          internal: [
            {
              name: '1.42',
              status: 'completed',
              versionCodes: [42],
              releaseNotes: [{ language: 'en-US', text: 'Faster.' }],
            },
          ],
        },
      },
      {
        wish: 'changelogs that are too long',
        args: supply({ aab: 'app.aab', track: 'internal', metadata_path: 'metadata' }),
        env: {
          SUPPLY_SKIP_UPLOAD_METADATA: 'true',
          SUPPLY_SKIP_UPLOAD_IMAGES: 'true',
          SUPPLY_SKIP_UPLOAD_SCREENSHOTS: 'true',
        },
        files: { ...aab(43), 'metadata/en-US/changelogs/default.txt': 'x'.repeat(501) },
        exit: 1,
        prints: ['notes in language en-US with length 501, which is too long (max: 500)'],
        log: [...UPLOAD, 'edits.tracks.list', 'edits.listings.get', 'edits.tracks.update', 'edits.commit 403'],
      },
    ],
    check: ({ emulator }) => {
      const { content } = emulator.snapshot().apps[PACKAGE] ?? {};
      expect(content?.listings).toEqual({
        'en-US': {
          language: 'en-US',
          title: 'Tracker',
          shortDescription: 'Tracks.',
          fullDescription: 'Tracks everything.',
        },
      });
      expect(Object.keys(content?.images ?? {})).toEqual(['en-US/icon', 'en-US/phoneScreenshots']);
    },
  },
  {
    story: 'a draft becomes a rollout, with its priority and the code that it retains',
    steps: [
      {
        wish: 'upload a draft',
        args: supply({
          aab: 'app.aab',
          track: 'production',
          release_status: 'draft',
          in_app_update_priority: '4',
          version_codes_to_retain: '40',
        }),
        files: aab(42),
        log: [...UPLOAD, 'edits.commit'],
        then: {
          production: [{ name: '1.42', status: 'draft', inAppUpdatePriority: 4, versionCodes: [42, 40] }, OLD],
        },
      },
      {
        wish: 'roll it out',
        args: supply({ track: 'production', rollout: '0.1', version_code: '42' }),
        env: NO_BINARY,
        log: RAISE,
        then: {
          production: [
            { name: '1.42', status: 'inProgress', userFraction: 0.1, inAppUpdatePriority: 4, versionCodes: [42, 40] },
            OLD,
          ],
        },
      },
    ],
  },
  {
    story: 'ways to sign in',
    prepare: ({ addAccount }) => {
      const impersonators = ['fastlane@example.test'];
      addAccount({ email: 'robot@example.test', attached: true, impersonators });
    },
    steps: [
      {
        wish: 'as another account',
        args: ['run', 'google_play_track_version_codes', 'track:production'],
        signsIn: 'by impersonation',
        prints: ['Result: [40]'],
        log: ['edits.insert', 'edits.tracks.get', 'edits.delete'],
      },
      {
        wish: 'as the account of the machine',
        args: ['run', 'google_play_track_version_codes', 'track:production'],
        signsIn: 'by the metadata server',
        prints: ['Result: [40]'],
        log: ['edits.insert', 'edits.tracks.get', 'edits.delete'],
      },
    ],
    check: ({ emulator }) => {
      const owners = Object.values(emulator.snapshot().edits).map(({ owner }) => owner);
      expect(owners).toEqual(['robot@example.test', 'robot@example.test']);
    },
  },
];
