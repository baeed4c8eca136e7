import type { ApiKey } from '#vendors/app-store-connect/key';
import { readKeyInputs } from '#vendors/app-store-connect/key-inputs';
import type { Artifact } from './artifact.ts';
import type { UploadContext } from './context.ts';
import { ConfigurationError, describeError, isSystemError } from '#kit/errors';
import { formatBytes } from '#kit/duration';
import type { Outcome } from '#kit/exec';
import { code } from '#kit/summary';
import { readIpa, type Ipa } from '#artifacts/ipa';
import type { NewBuild } from '#vendors/app-store-connect/build-uploads';
import { tellBuild, type Build } from '#vendors/app-store-connect/builds';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import { openAppStoreConnect } from '#vendors/app-store-connect/open';
import { findGroups } from '#vendors/app-store-connect/testflight';
import { findApp, tellVersion } from '#vendors/app-store-connect/versions';
import {
  checkLane,
  checkListing,
  checkVersion,
  submitToAppStore,
  type StoreWish,
  type Submitted,
} from './app-store.ts';
import { findFastlane, runLane } from './fastlane.ts';
import { readListing, type Listing, type ListingChange } from './listing.ts';
import { messages } from './messages.ts';
import { findProblems } from './preflight-ios.ts';
import { openRollout, planRollout } from './rollout.ts';
import { deliver, findOurs, handToTesters, tellFindings, type Delivered, type Delivery } from './testflight.ts';

/** An .ipa to TestFlight, and from there to Apple's reviewers where that is asked for. */
export async function uploadIos(context: UploadContext, given: Artifact): Promise<void> {
  const { inputs, log, outputs: out } = context;
  const key = readKeyInputs(inputs);
  if (typeof key === 'string') throw new ConfigurationError(messages['input-missing'](key, '.ipa'));
  const ipa = await log.group('Preflight', async () => preflight(context, given));
  const listing = await readListing(context);
  const { bundleId, version, build: number } = ipa.app;
  out.set({ 'bundle-id': bundleId, version, build: number });

  const connect = openAppStoreConnect(context, key);
  // Everything that can be wrong is asked for before a byte is sent.
  const app = await findApp(connect, bundleId);
  const rollout = planRollout(context, version, [{ store: 'app-store', bundleId, appId: app.id, build: number }]);
  await findGroups(connect, app.id, inputs.groups);
  const build: NewBuild = { appId: app.id, version, number, platform: 'IOS' };
  const processingMs = inputs.processingMinutes * 60_000;
  const wish: StoreWish | undefined =
    inputs.destination === 'app-store' ? makeWish(context, connect, build, listing) : undefined;
  const there = await findOurs(connect, build);
  const isDone = wish === undefined ? there !== undefined : await checkVersion(wish);
  const changes = wish === undefined ? [] : await checkListing(wish);
  const lane = inputs.lane === undefined || isDone ? undefined : makeLane(context, inputs.lane, given.path, key);
  const delivery: Delivery = { connect, build, path: given.path, size: ipa.bytes, processingMs, lane };
  if (inputs.dryRun) {
    describeDryRun(context, ipa, { appName: app.name, there, changes });
    await openRollout(context, rollout);
    return;
  }
  const delivered = await log.group('Upload to App Store Connect', async () => deliver(delivery));
  out.set({ uploaded: delivered.uploaded, 'build-id': delivered.build.id });
  warn(context, `${version} (${number})`, delivered);
  const { groups, whatToTest, locale, usesNonExemptEncryption: answer } = inputs;
  // Apple reads it in the app, too; where it has not, it is told.
  const usesNonExemptEncryption = answer === undefined ? ipa.app.usesNonExemptEncryption : answer === 'true';
  const testing = { groups, whatToTest, locale, usesNonExemptEncryption };
  const handed = await log.group('TestFlight', async () => handToTesters(delivery, delivered.build, testing));
  const store =
    wish === undefined
      ? undefined
      : await log.group('App Store', async () => {
          if (delivered.failed !== undefined) await checkLane(wish, delivered.failed);
          return submitToAppStore(wish, handed);
        });
  if (store !== undefined) note(context, store);
  describe(context, ipa, app.name, delivered, handed, store);
  await openRollout(context, rollout);
}

function makeWish(
  { inputs }: UploadContext,
  connect: AppStoreConnect,
  build: NewBuild,
  listing: Listing | undefined,
): StoreWish {
  return {
    connect,
    appId: build.appId,
    version: build.version,
    number: build.number,
    notes: inputs.releaseNotes,
    releaseType: inputs.release === 'manual' ? 'MANUAL' : 'AFTER_APPROVAL',
    phased: inputs.phasedRelease,
    submit: inputs.submitForReview,
    listing,
  };
}

/** @throws ConfigurationError (`fastlane-missing`) at once, and not after an hour */
function makeLane(context: UploadContext, lane: string, path: string, key: ApiKey): () => Promise<Outcome> {
  const { environment, temp, exec, inputs, workspace } = context;
  const fastlane = findFastlane(environment, inputs.workingDirectory, workspace);
  const keyFile = {
    key_id: key.keyId,
    ...(key.issuerId === undefined ? {} : { issuer_id: key.issuerId }),
    key: key.privateKey,
  };
  return () =>
    runLane({
      environment,
      temp,
      exec,
      fastlane,
      lane,
      folder: inputs.workingDirectory,
      passEnv: inputs.passEnv,
      timeoutMs: inputs.uploadMinutes * 60_000,
      variables: {
        APP_STORE_CONNECT_API_KEY_PATH: temp.write('app-store-connect-key.json', JSON.stringify(keyFile)),
        SLIPWAY_ARTIFACT: path,
      },
    });
}

function note({ annotations, log }: UploadContext, { version, leftOut, tooLate }: Submitted): void {
  if (leftOut.length > 0) {
    const { text, cure, id } = messages['first-version'](leftOut.join(' and '));
    annotations.add({ level: 'notice', message: `${text} ${cure} [${id}]` });
    log.info(text);
  }
  if (tooLate.length === 0) return;
  const changes = tooLate.map(({ where, what }) => `${where} (${what})`).join('; ');
  const { text, cure, id } = messages['listing-too-late'](tellVersion(version), changes);
  annotations.add({ level: 'warning', message: `${text} ${cure} [${id}]` });
  log.info(`${text}\n   → ${cure}`);
}

async function preflight(context: UploadContext, given: Artifact): Promise<Ipa> {
  const { inputs, log, clock } = context;
  const ipa = await openArtifact(given);
  const { app } = ipa;
  log.info(`${given.name}: ${app.bundleId} ${app.version} (${app.build}), ${formatBytes(ipa.bytes)}`);
  const problems = findProblems(ipa, inputs, clock.now());
  if (problems.length > 0)
    throw new ConfigurationError(messages['artifact-unfit'](given.name, problems.length), problems);
  if (app.usesNonExemptEncryption !== undefined || inputs.usesNonExemptEncryption !== undefined) return ipa;
  const undeclared = messages['encryption-undeclared'](given.name);
  const isNeeded = inputs.groups.length > 0 || inputs.destination === 'app-store';
  if (isNeeded) throw new ConfigurationError(undeclared);
  context.annotations.add({ level: 'warning', message: `${undeclared.text} ${undeclared.cure} [${undeclared.id}]` });
  return ipa;
}

async function openArtifact({ path, name }: Artifact): Promise<Ipa> {
  try {
    return await readIpa(path);
  } catch (error) {
    if (!(error instanceof SyntaxError) && !isSystemError(error)) throw error;
    const reason = error instanceof SyntaxError ? error.message : describeError(error);
    throw new ConfigurationError(messages['artifact-unreadable'](name, reason), [], { cause: error });
  }
}

function warn({ annotations, log }: UploadContext, build: string, { warnings }: Delivered): void {
  if (warnings.length === 0) return;
  const { text, cure, id } = messages['apple-found-warnings'](build, tellFindings(warnings));
  annotations.add({ level: 'warning', message: `${text} ${cure} [${id}]` });
  log.info(`${text}\n   → ${cure}`);
}

interface DryRun {
  readonly appName: string;
  readonly there: Build | undefined;
  readonly changes: readonly ListingChange[];
}

function describeDryRun({ log, summary }: UploadContext, ipa: Ipa, { appName, there, changes }: DryRun): void {
  const name = `${ipa.app.version} (${ipa.app.build})`;
  const what =
    there === undefined
      ? `would send ${formatBytes(ipa.bytes)} to ${appName}`
      : `is there already: ${tellBuild(there)}`;
  log.info(`dry run: ${name} ${what}`);
  summary.heading(2, `store-upload: a dry run for ${name}`).paragraph(`${name} ${what}.`);
  for (const one of changes) log.info(`dry run: would change ${one.where}: ${one.what}`);
  describeChanges(summary, 'Would change at the App Store', changes);
  describeArtifact(summary, ipa);
}

function describe(
  { inputs, log, summary }: UploadContext,
  ipa: Ipa,
  appName: string,
  { uploaded }: Delivered,
  build: Build,
  store: Submitted | undefined,
): void {
  const name = `${ipa.app.version} (${ipa.app.build})`;
  const did = uploaded ? 'is at App Store Connect' : 'was at App Store Connect already';
  log.info(`${name} of ${appName} ${did}: ${tellBuild(build)}`);
  summary.heading(2, `store-upload: ${name} ${did}`);
  const testers = inputs.groups.length === 0 ? 'no group was asked for' : `groups: ${inputs.groups.join(', ')}`;
  summary.paragraph(
    `${appName}, TestFlight: internal ${build.internalState ?? 'nothing yet'}, external ${build.externalState ?? 'nothing yet'}; ${testers}.`,
  );
  if (store !== undefined) {
    const { version, listed } = store;
    log.info(`App Store: ${tellVersion(version)}`);
    summary.paragraph(`App Store: ${tellVersion(version)}, its release type ${version.releaseType ?? 'not chosen'}.`);
    describeChanges(summary, 'Changed at the App Store', listed);
  }
  describeArtifact(summary, ipa);
}

function describeChanges(summary: UploadContext['summary'], title: string, changes: readonly ListingChange[]): void {
  if (changes.length === 0) return;
  summary.table(
    [{ title }, { title: '' }],
    changes.map(({ where, what }) => [where, what]),
  );
}

function describeArtifact(summary: UploadContext['summary'], { app, watchApps, bytes, sha256 }: Ipa): void {
  summary.table(
    [{ title: 'Artifact' }, { title: '' }],
    [
      ['Bundle id', code(app.bundleId)],
      ['Version (build)', `${app.version} (${app.build})`],
      ['Watch app', watchApps.length === 0 ? 'none' : code(watchApps.map(({ bundleId }) => bundleId).join(', '))],
      ['Signed by', app.signature?.signer?.subject ?? 'nobody'],
      [
        'Profile',
        app.profile === undefined ? 'none' : `${app.profile.name}, until ${app.profile.expires ?? 'unknown'}`,
      ],
      ['UUID', code(app.slices.map(({ uuid, architecture }) => `${uuid ?? 'none'} (${architecture})`).join(', '))],
      ['Size', formatBytes(bytes)],
      ['SHA-256', code(sha256)],
    ],
  );
}
