import { expect } from '@jest/globals';
import { PACKAGE } from '../emulators/google-play/harness.ts';
import { aab, NO_BINARY, OLD, RAISE, rolling, ROLLING, supply, UPLOAD, type Story } from './play-story.ts';

/** What goes wrong, and what is left afterwards. */
export const FAILURES: readonly Story[] = [
  {
    story: 'what fails before the commit leaves everything as it was',
    steps: [
      {
        wish: 'a dry run',
        args: supply({ aab: 'app.aab', track: 'internal' }),
        env: { SUPPLY_VALIDATE_ONLY: 'true' },
        files: aab(42),
        prints: ['Successfully validated the upload to Google Play'],
        log: [...UPLOAD, 'edits.validate'],
        then: { internal: [] },
      },
      {
        wish: 'a version code that has been used',
        args: supply({ aab: 'app.aab', track: 'internal' }),
        files: aab(40),
        exit: 1,
        prints: ['Version code 40 has already been used.'],
        log: ['edits.insert', 'edits.bundles.upload/start', 'edits.bundles.upload/send 403'],
        then: { internal: [] },
      },
      {
        wish: 'an unknown track',
        args: supply({ aab: 'app.aab', track: 'nope' }),
        files: aab(42),
        exit: 1,
        prints: ['Track not found: nope.'],
        log: [...UPLOAD.slice(0, 4), 'edits.tracks.update 404'],
      },
      {
        wish: 'a connection that breaks: the upload goes on where it stopped',
        args: supply({ aab: 'app.aab', track: 'internal' }),
        files: aab(42),
        faults: [{ match: { operation: 'edits.bundles.upload/send' }, fault: { kind: 'cut-before' } }],
        log: [
          'edits.insert',
          'edits.bundles.upload/start',
          'edits.bundles.upload/send',
          'edits.bundles.upload/query',
          'edits.bundles.upload/send',
          ...UPLOAD.slice(3),
          'edits.commit',
        ],
        then: { internal: [{ name: '1.42', status: 'completed', versionCodes: [42] }] },
      },
    ],
  },
  {
    story: 'a reader of the same account kills the edit of an upload',
    steps: [
      {
        wish: 'upload while another run reads',
        args: supply({ aab: 'app.aab', track: 'internal' }),
        files: aab(42),
        meanwhile: {
          at: 'edits.bundles.upload/start',
          args: ['run', 'google_play_track_version_codes', 'track:production'],
        },
        exit: 1,
        prints: ['This Edit has been deleted.'],
        log: [
          'edits.insert',
          'edits.bundles.upload/start 400',
          'sts.token/exchange',
          'edits.insert',
          'edits.tracks.get',
          'edits.delete',
        ],
        then: { internal: [] },
      },
    ],
  },
  {
    story: 'a commit whose answer is lost is live, and red',
    prepare: rolling,
    steps: [
      {
        wish: 'raise',
        args: supply({ track: 'production', rollout: '0.2', version_code: '42' }),
        env: NO_BINARY,
        faults: [{ match: { operation: 'edits.commit' }, fault: { kind: 'status', status: 502, when: 'after' } }],
        exit: 1,
        prints: ['This edit has already been successfully committed'],
        log: [...RAISE.slice(0, 3), 'edits.commit 502', 'edits.commit 400'],
        then: { production: [{ ...ROLLING, status: 'inProgress', userFraction: 0.2 }, OLD] },
      },
    ],
  },
  {
    story: 'after a rejection',
    prepare: (world) => {
      rolling(world);
      const app = world.state.apps[PACKAGE];
      if (app !== undefined) app.batches['rejected'] = { state: 'rejected' };
    },
    steps: [
      {
        wish: 'changes are committed without being sent for review, and nobody is told',
        args: supply({ track: 'production', rollout: '0.2', version_code: '42' }),
        env: NO_BINARY,
        log: [...RAISE.slice(0, 3), 'edits.commit 400', 'edits.commit'],
        then: { production: [{ ...ROLLING, status: 'inProgress', userFraction: 0.2 }, OLD] },
      },
      {
        wish: 'unless it is asked to say so',
        args: supply({ track: 'production', rollout: '0.3', version_code: '42' }),
        env: { ...NO_BINARY, SUPPLY_RESCUE_CHANGES_NOT_SENT_FOR_REVIEW: 'false' },
        exit: 1,
        prints: ['Please set the query parameter changesNotSentForReview to true'],
        log: [...RAISE.slice(0, 3), 'edits.commit 400'],
        then: { production: [{ ...ROLLING, status: 'inProgress', userFraction: 0.2 }, OLD] },
      },
    ],
    check: ({ emulator }) => {
      const commits = emulator.log.entries().filter(({ operation }) => operation === 'edits.commit');
      expect(commits.map(({ query }) => query['changesNotSentForReview'])).toEqual(['false', 'true', 'false']);
    },
  },
];
