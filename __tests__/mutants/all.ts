import { mutants as artifacts } from './artifacts.ts';
import { mutants as emulatorAppStoreConnect } from './emulator-app-store-connect.ts';
import { mutants as emulatorAppStoreScreenshots } from './emulator-app-store-screenshots.ts';
import { mutants as emulatorBase } from './emulator-base.ts';
import { mutants as emulatorGithub } from './emulator-github.ts';
import { mutants as emulatorGooglePlay } from './emulator-google-play.ts';
import { mutants as emulatorSentry } from './emulator-sentry.ts';
import { mutants as health } from './health.ts';
import { mutants as kit } from './kit.ts';
import { mutants as kitFetch } from './kit-fetch.ts';
import { mutants as lint } from './lint.ts';
import type { Mutant } from './mutant.ts';
import { mutants as promotionPeople } from './promotion-people.ts';
import { mutants as qualityComment } from './quality-comment.ts';
import { mutants as qualityGate } from './quality-gate.ts';
import { mutants as rehearsalEngine } from './rehearsal-engine.ts';
import { mutants as rehearsalPage } from './rehearsal-page.ts';
import { mutants as rehearsalRelease } from './rehearsal-release.ts';
import { mutants as rehearsalWorkflow } from './rehearsal-workflow.ts';
import { mutants as rehearsalWorld } from './rehearsal-world.ts';
import { mutants as releaseVersion } from './release-version.ts';
import { mutants as reports } from './reports.ts';
import { mutants as stagedPromote } from './staged-promote.ts';
import { mutants as stagedPromoteAppStore } from './staged-promote-app-store.ts';
import { mutants as storeUpload } from './store-upload.ts';
import { mutants as storeUploadListing } from './store-upload-listing.ts';
import { mutants as vendorsAppStoreConnect } from './vendors-app-store-connect.ts';
import { mutants as vendorsAppStoreListing } from './vendors-app-store-listing.ts';
import { mutants as vendorsAppStorePreparation } from './vendors-app-store-preparation.ts';
import { mutants as vendorsAppStoreUploads } from './vendors-app-store-uploads.ts';
import { mutants as vendorsAppStoreConnectReview } from './vendors-app-store-connect-review.ts';
import { mutants as vendorsCommand } from './vendors-command.ts';
import { mutants as vendorsExpo } from './vendors-expo.ts';
import { mutants as vendorsGithub } from './vendors-github.ts';
import { mutants as vendorsGithubBranches } from './vendors-github-branches.ts';
import { mutants as vendorsGoogleAuth } from './vendors-google-auth.ts';
import { mutants as vendorsPrometheus } from './vendors-prometheus.ts';
import { mutants as vendorsSentry } from './vendors-sentry.ts';
import { mutants as vendorsGooglePlay } from './vendors-google-play.ts';
import { mutants as vendorsPlayVitals } from './vendors-play-vitals.ts';

export const allMutants: readonly Mutant[] = [
  ...kit,
  ...kitFetch,
  ...qualityGate,
  ...reports,
  ...artifacts,
  ...vendorsGithub,
  ...vendorsGithubBranches,
  ...vendorsAppStoreConnect,
  ...vendorsAppStoreListing,
  ...vendorsAppStorePreparation,
  ...vendorsAppStoreUploads,
  ...vendorsAppStoreConnectReview,
  ...vendorsGoogleAuth,
  ...vendorsGooglePlay,
  ...vendorsPlayVitals,
  ...vendorsCommand,
  ...vendorsExpo,
  ...vendorsSentry,
  ...vendorsPrometheus,
  ...qualityComment,
  ...releaseVersion,
  ...stagedPromote,
  ...promotionPeople,
  ...stagedPromoteAppStore,
  ...storeUpload,
  ...storeUploadListing,
  ...health,
  ...lint,
  ...emulatorBase,
  ...emulatorGithub,
  ...rehearsalPage,
  ...rehearsalRelease,
  ...rehearsalWorkflow,
  ...rehearsalWorld,
  ...rehearsalEngine,
  ...emulatorGooglePlay,
  ...emulatorAppStoreConnect,
  ...emulatorAppStoreScreenshots,
  ...emulatorSentry,
];
