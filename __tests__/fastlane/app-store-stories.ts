import { expect } from '@jest/globals';
import {
  deliver,
  distribute,
  FASTFILE,
  GERMAN,
  NOTES,
  run,
  versionOf,
  type Step,
  type Story,
} from './app-store-story.ts';
import { createPhase } from '#emulators/app-store-connect/phased-releases';
import { addScreenshots, hasScreenshots } from '#emulators/app-store-connect/screenshots';
import type { Stage } from '../emulators/app-store-connect/harness.ts';

const addBuild = ({ emulator, app }: Stage): void => {
  emulator.console.addBuild({ app: app.id, version: '1.1', number: '42' });
};

const SUBMIT = {
  build_number: 42,
  phased_release: true,
  automatic_release: false,
  submit_for_review: true,
  submission_information: '{"export_compliance_uses_encryption":false}',
};

/** What a run of metadata writes to a version that it has to make. */
const METADATA = [
  'appStoreVersions_createInstance',
  'appStoreVersions_updateInstance',
  'appStoreVersionLocalizations_updateInstance',
  'appInfos_updateInstance',
];
const ATTACH = ['appStoreVersions_updateInstance', 'builds_updateInstance'];
const HAND_IN = [
  'reviewSubmissions_createInstance',
  'reviewSubmissionItems_createInstance',
  'reviewSubmissions_updateInstance',
];

const LANES = { 'fastlane/Fastfile': FASTFILE };

/** A lane of the user's that moves a phased release. */
function lane(name: string, phase: string): Step {
  return {
    wish: name,
    args: [name],
    files: LANES,
    writes: ['appStoreVersionPhasedReleases_updateInstance'],
    then: (stage) => {
      expect(versionOf(stage)).toMatchObject({ state: 'READY_FOR_DISTRIBUTION', phase: [phase] });
    },
  };
}

export const STORIES: readonly Story[] = [
  {
    story: 'the next build number is asked for',
    steps: [
      {
        wish: 'of TestFlight, without any',
        args: run('latest_testflight_build_number'),
        prints: ['Result: 1'],
        writes: [],
      },
      { wish: 'of the App Store', args: run('app_store_build_number'), prints: ['Result: 1'], writes: [] },
      {
        wish: 'of an app that is not there',
        args: run('app_store_build_number', { app_identifier: 'com.example.none' }),
        exit: 1,
        prints: ['Could not find an app on App Store Connect with app_identifier: com.example.none'],
        writes: [],
      },
    ],
  },
  {
    story:
      'a version is submitted with notes and in phases, waits, is withdrawn, and loses its phases to a run of metadata',
    prepare: addBuild,
    steps: [
      {
        wish: 'submit',
        args: deliver(SUBMIT),
        files: NOTES,
        prints: ['Successfully submitted the app for review!'],
        writes: [...METADATA, 'appStoreVersionPhasedReleases_createInstance', ...ATTACH, ...HAND_IN],
        then: (stage) => {
          expect(versionOf(stage)).toMatchObject({
            state: 'WAITING_FOR_REVIEW',
            releaseType: 'MANUAL',
            build: '42',
            phase: ['INACTIVE'],
            notes: { 'en-US': 'Faster.' },
          });
        },
      },
      {
        wish: 'submit what waits already: it writes before it looks, and is refused',
        args: deliver(SUBMIT),
        files: NOTES,
        exit: 1,
        prints: ["Attribute 'whatsNew' cannot be edited at this time"],
        writes: ['appStoreVersions_updateInstance', 'appStoreVersionLocalizations_updateInstance 409'],
      },
      {
        wish: 'submit what waits already, without metadata',
        args: deliver({ ...SUBMIT, skip_metadata: true }),
        exit: 1,
        writes: ['appStoreVersions_updateInstance 409'],
      },
      {
        wish: 'change the notes only, and reject first',
        args: deliver({ reject_if_possible: true }),
        files: NOTES,
        prints: ['Successfully cancelled previous submission!'],
        writes: [
          'reviewSubmissions_updateInstance',
          ...METADATA.slice(1),
          'appStoreVersionPhasedReleases_deleteInstance',
        ],
        then: (stage) => {
          expect(versionOf(stage)).toMatchObject({ phase: [] });
        },
      },
    ],
  },
  {
    story: 'a submission that is refused leaves something behind that Fastlane cannot go on with',
    prepare: addBuild,
    steps: [
      {
        wish: 'submit with a language that lacks a description',
        args: deliver(SUBMIT),
        files: { ...NOTES, ...GERMAN },
        exit: 1,
        writes: [
          'appStoreVersions_createInstance',
          'appStoreVersionLocalizations_createInstance',
          'appStoreVersions_updateInstance',
          'appStoreVersionLocalizations_updateInstance',
          'appStoreVersionLocalizations_updateInstance',
          'appInfos_updateInstance',
          'appStoreVersionPhasedReleases_createInstance',
          ...ATTACH,
          'reviewSubmissions_createInstance',
          'reviewSubmissionItems_createInstance 409',
        ],
      },
      {
        wish: 'give it one; then the last word is refused',
        args: deliver(SUBMIT),
        files: { ...NOTES, ...GERMAN, 'metadata/de-DE/description.txt': 'Behält alles im Blick.\n' },
        before: ({ emulator }) => {
          emulator.console.change((state) => {
            for (const { id } of Object.values(state.tables.appStoreVersionLocalizations)) {
              if (!hasScreenshots(state, id)) addScreenshots(state, id, 'APP_IPHONE_67');
            }
          });
        },
        faults: [{ match: { operation: 'reviewSubmissions_updateInstance' }, fault: { kind: 'status', status: 409 } }],
        exit: 1,
        writes: [
          'appStoreVersions_updateInstance',
          'appStoreVersionLocalizations_updateInstance',
          'appStoreVersionLocalizations_updateInstance',
          'appInfos_updateInstance',
          'appStoreVersions_updateInstance',
          'reviewSubmissionItems_createInstance',
          'reviewSubmissions_updateInstance 409',
        ],
        then: (stage) => {
          expect(versionOf(stage)).toMatchObject({ state: 'READY_FOR_REVIEW', build: '42', phase: ['INACTIVE'] });
        },
      },
      {
        wish: 'submit again: it takes the version for one that is not there',
        args: deliver({ ...SUBMIT, reject_if_possible: true }),
        files: NOTES,
        exit: 1,
        prints: ['You cannot create a new version of the App in the current state'],
        writes: ['appStoreVersions_createInstance 409'],
      },
    ],
  },
  {
    story: 'a build goes to testers',
    prepare: ({ emulator, app }) => {
      emulator.console.set({ buildProcessing: 3_600_000 });
      emulator.console.sendBuild({ app: app.id, version: '1.1', number: '42' });
    },
    steps: [
      {
        wish: 'wait for its processing, then give it to a group',
        args: distribute({ groups: 'Public', changelog: 'Try the maps.', distribute_external: true }),
        meanwhile: {
          after: 'builds_getCollection',
          times: 4,
          act: ({ emulator }) => {
            const build = Object.keys(emulator.snapshot().tables.builds).at(-1) ?? '';
            emulator.console.finishProcessing(build);
          },
        },
        prints: ['Successfully distributed build to External testers'],
        writes: [
          'betaBuildLocalizations_updateInstance',
          'builds_updateInstance',
          'betaAppReviewSubmissions_createInstance',
          'builds_betaGroups_createToManyRelationship',
        ],
        then: ({ emulator, app }) => {
          const { betaGroups, betaAppReviewSubmissions } = emulator.snapshot().tables;
          expect(betaGroups[app.groups.Public]?.lists.builds).toHaveLength(1);
          const reviews = Object.values(betaAppReviewSubmissions).map(({ attributes }) => attributes.betaReviewState);
          expect(reviews).toEqual(['WAITING_FOR_REVIEW']);
        },
      },
      {
        wish: 'give it to a group that is not there',
        args: distribute({ groups: 'Nobody', changelog: 'x' }),
        writes: ['betaBuildLocalizations_updateInstance'],
      },
    ],
  },
  {
    story: 'a phased release is paused, resumed and completed by Fastlane’s own models',
    prepare: (stage) => {
      const { emulator, app } = stage;
      const version = emulator.console.addVersion(app.id, { versionString: '1.1', state: 'PENDING_DEVELOPER_RELEASE' });
      emulator.console.change((state) => createPhase(state, version));
    },
    steps: [
      { ...lane('release', 'ACTIVE'), writes: ['appStoreVersionReleaseRequests_createInstance'] },
      lane('pause', 'PAUSED'),
      lane('resume', 'ACTIVE'),
      lane('complete', 'COMPLETE'),
      {
        wish: 'pause what is complete',
        args: ['pause'],
        files: LANES,
        exit: 1,
        prints: ['You cannot change the state of a phased release that is in a final state'],
        writes: ['appStoreVersionPhasedReleases_updateInstance 409'],
      },
    ],
  },
  {
    story: 'what Apple does wrong',
    steps: [
      {
        wish: 'a token is refused twice',
        args: run('app_store_build_number'),
        faults: [{ match: { operation: 'apps_getCollection' }, fault: { kind: 'status', status: 401 }, times: 2 }],
        writes: [],
      },
      {
        wish: 'it fails and fails',
        args: run('app_store_build_number'),
        faults: [
          { match: { operation: 'apps_getCollection' }, fault: { kind: 'status', status: 500 }, times: Infinity },
        ],
        exit: 1,
        prints: ['Server error got 500'],
        writes: [],
      },
    ],
  },
];
