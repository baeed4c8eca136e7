import { addBuild, addVersion } from '#emulators/app-store-connect/seeds';
import type { messages } from '../../actions/store-upload/messages.ts';
import type { Setting } from './ios-stage.ts';

/** Messages of the catalogue, by an .ipa or a situation that brings them. */
export const SITUATIONS: Readonly<Partial<Record<keyof typeof messages, Setting>>> = {
  'input-missing': { inputs: { 'app-store-connect-key': '' } },
  'artifact-unreadable': { sample: { bytes: Buffer.from('no archive') } },
  'artifact-unfit': { sample: { signed: null } },
  'encryption-undeclared': {
    sample: { app: { info: { ITSAppUsesNonExemptEncryption: undefined } } },
    inputs: { groups: 'Friends' },
  },
  'number-used-otherwise': {
    prepare: (world, app) => {
      addBuild(
        world.state,
        { app: app.id, version: '2.15.3', number: '20261122.1', outcome: 'INVALID' },
        Date.parse('2026-11-25T07:00:00Z'),
      );
    },
  },
  'apple-found-errors': { inspect: () => ({ errors: [{ code: '90379', description: 'CFBundleVersion Mismatch.' }] }) },
  'apple-found-warnings': { inspect: () => ({ warnings: [{ code: '90725', description: 'SDK version issue.' }] }) },
  'build-not-shown': { inputs: { lane: 'ios release' }, fastlane: '#!/bin/sh\necho "[!] No Mac" >&2\nexit 1\n' },
  'lane-failed': {
    inputs: { lane: 'ios release', destination: 'app-store' },
    fastlane: '#!/bin/sh\necho "[!] No screenshots" >&2\nexit 1\n',
    prepare: (world, app) => {
      addBuild(
        world.state,
        { app: app.id, version: '2.15.3', number: '20261122.1' },
        Date.parse('2026-11-25T07:00:00Z'),
      );
    },
  },
  'version-not-open': {
    inputs: { destination: 'app-store' },
    prepare: (world, app) => {
      addVersion(
        world.state,
        app.id,
        { versionString: '2.15.3', state: 'IN_REVIEW' },
        Date.parse('2026-11-25T07:00:00Z'),
      );
    },
  },
  'first-version': {
    inputs: { destination: 'app-store', 'release-notes': 'en-US: Maps.' },
    settings: { waiting: null },
    app: { versions: [{ versionString: '2.15.3', state: 'PREPARE_FOR_SUBMISSION' }] },
  },
  'listing-unfit': {
    inputs: { destination: 'app-store', metadata: 'metadata' },
    files: { 'metadata/en-US/descripton.txt': 'Keeps track.' },
  },
  'listing-unused': { inputs: { metadata: 'metadata' }, files: { 'metadata/en-US/name.txt': 'Tracker' } },
  'listing-left-alone': {
    inputs: { destination: 'app-store', metadata: 'metadata', 'release-notes': 'en-US: Maps.' },
    settings: { waiting: null },
    files: { 'metadata/en-US/keywords.txt': 'maps', 'metadata/en-US/subtitle.txt': ' \n' },
  },
  'listing-too-late': {
    inputs: { destination: 'app-store', metadata: 'metadata' },
    files: { 'metadata/en-US/keywords.txt': 'maps' },
    prepare: (world, app) => {
      const at = Date.parse('2026-11-25T07:00:00Z');
      const build = { app: app.id, version: '2.15.3', number: '20261122.1', usesNonExemptEncryption: false };
      const version = addVersion(world.state, app.id, { versionString: '2.15.3', state: 'IN_REVIEW' }, at);
      version.to.build = addBuild(world.state, build, at);
    },
  },
  'build-invalid': { settings: { buildOutcome: 'INVALID' } },
};
