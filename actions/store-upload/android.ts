import { isAbsolute, resolve } from 'node:path';
import { ConfigurationError, describeError, isSystemError, VendorError } from '#kit/errors';
import { formatBytes } from '#kit/duration';
import { describeEnd, type Outcome } from '#kit/exec';
import { code } from '#kit/summary';
import { readAndroidArtifact, type AndroidArtifact } from '#artifacts/android-artifact';
import type { GooglePlay } from '#vendors/google-play/client';
import { openGooglePlay } from '#vendors/google-play/open';
import { isSameFraction, tellTrack, type Track, type TrackRelease } from '#vendors/google-play/releases';
import { findLifecycle, readLifecycle, readTracks, readTracksAndCodes } from '#vendors/google-play/tracks';
import { resolveTrack } from '#vendors/google-play/track-names';
import type { Artifact } from './artifact.ts';
import type { UploadContext } from './context.ts';
import { findFastlane, googleVariables, runLane, runSupply, tellReason, type Fastlane } from './fastlane.ts';
import { messages } from './messages.ts';
import { findAndroidProblems } from './preflight-android.ts';

/** What is to be, and where. */
interface Wish {
  readonly versionCode: number;
  /** As Google Play spells it. */
  readonly track: string;
  /** Undefined for everybody. */
  readonly fraction: number | undefined;
}

/** An app bundle to a track of Google Play, by Fastlane; whether it arrived, the store says. */
export async function uploadAndroid(context: UploadContext, given: Artifact): Promise<void> {
  const { inputs, log, outputs: out } = context;
  const artifact = await log.group('Preflight', async () => preflight(context, given));
  const { packageName, versionCode, versionName } = artifact.manifest;
  out.set({ 'bundle-id': packageName, version: versionName ?? '', 'version-code': versionCode });
  const fastlane = findFastlane(context.environment, inputs.workingDirectory, context.workspace);
  const play = openGooglePlay(context, inputs.googleCredentials, packageName);
  const { tracks, versionCodes } = await readTracksAndCodes(play);
  const track = resolveTrack(
    inputs.track,
    tracks.map(({ name }) => name),
    packageName,
  );
  out.set({ track });
  const wish: Wish = { versionCode, track, fraction: inputs.rollout };
  const there = await compareWithStore(context, play, { tracks, versionCodes }, wish);
  if (there === undefined && inputs.dryRun) {
    describe(context, artifact, wish, 'a dry run', undefined);
    return;
  }
  if (there !== undefined) {
    const lifecycle = await findLifecycle(play, track, versionCode);
    describe(context, artifact, wish, 'was there already', { track: there, lifecycle });
    return;
  }
  const outcome = await log.group('Fastlane', async () => upload(context, given.path, packageName, fastlane, wish));
  const seen = await log.group('Proof', async () => prove(play, wish, outcome));
  out.set({ uploaded: true });
  describe(context, artifact, wish, 'is at Google Play', seen);
}

async function preflight(context: UploadContext, given: Artifact): Promise<AndroidArtifact> {
  const { inputs, log, clock } = context;
  const artifact = await openArtifact(given);
  const { packageName, versionCode, versionName } = artifact.manifest;
  log.info(`${given.name}: ${packageName} ${versionName ?? ''} (${versionCode}), ${formatBytes(artifact.bytes)}`);
  const expected = {
    packageName: inputs.bundleId,
    version: inputs.version,
    versionCode: inputs.versionCode,
    track: inputs.track,
    notes: inputs.releaseNotes,
  };
  const problems = findAndroidProblems(artifact, expected, clock.now());
  if (problems.length > 0)
    throw new ConfigurationError(messages['artifact-unfit'](given.name, problems.length), problems);
  return artifact;
}

async function openArtifact({ path, name }: Artifact): Promise<AndroidArtifact> {
  try {
    const artifact = await readAndroidArtifact(path);
    if (artifact.kind === 'aab') return artifact;
    throw new SyntaxError('it is an APK with the name of an app bundle');
  } catch (error) {
    if (!(error instanceof SyntaxError) && !isSystemError(error)) throw error;
    const reason = error instanceof SyntaxError ? error.message : describeError(error);
    throw new ConfigurationError(messages['artifact-unreadable'](name, reason), [], { cause: error });
  }
}

/** @returns the track, where the release is there as asked for. @throws ConfigurationError for what would go wrong */
async function compareWithStore(
  { inputs }: UploadContext,
  play: GooglePlay,
  { tracks, versionCodes }: { readonly tracks: readonly Track[]; readonly versionCodes: readonly number[] },
  wish: Wish,
): Promise<Track | undefined> {
  const { versionCode } = wish;
  const track = trackOf(tracks, wish);
  const there = releaseOf(track, versionCode);
  if (there !== undefined) {
    if (isAsWished(there, wish)) return track;
    throw new ConfigurationError(messages['code-on-track-otherwise'](versionCode, tellTrack(track)));
  }
  const elsewhere = tracks.filter((one) => releaseOf(one, versionCode) !== undefined).map(({ name }) => name);
  if (elsewhere.length > 0 || versionCodes.includes(versionCode))
    throw new ConfigurationError(messages['code-used'](versionCode, elsewhere.join(', ') || 'no track'));
  if (track.releases.length === 0 && wish.fraction !== undefined)
    throw new ConfigurationError(messages['first-release-staged'](track.name));
  const running = track.releases.some(({ status }) => status === 'inProgress' || status === 'halted');
  if (running && !inputs.supersede)
    throw new ConfigurationError(messages['rollout-under-way'](track.name, tellTrack(track)));
  if (inputs.onReview === 'stop') await refuseInReview(play, tracks);
  return undefined;
}

/** Fastlane commits so that everything in review is sent anew: who else waits there is asked first. */
async function refuseInReview(play: GooglePlay, tracks: readonly Track[]): Promise<void> {
  const waiting: string[] = [];
  for (const { name, releases } of tracks) {
    if (releases.length === 0) continue;
    const lifecycle = await readLifecycle(play, name);
    for (const { state, versionCodes } of lifecycle.releases)
      if (state === 'IN_REVIEW') waiting.push(`${Math.max(...versionCodes)} on ${name}`);
  }
  if (waiting.length > 0) throw new ConfigurationError(messages['in-review'](waiting.join(', ')));
}

function trackOf(tracks: readonly Track[], { track }: Wish): Track {
  return tracks.find(({ name }) => name === track) ?? { name: track, releases: [] };
}

function releaseOf({ releases }: Track, versionCode: number): TrackRelease | undefined {
  return releases.find(({ versionCodes }) => versionCodes.includes(versionCode));
}

function isAsWished({ status, fraction }: TrackRelease, wish: Wish): boolean {
  if (wish.fraction === undefined) return status === 'completed';
  return status === 'inProgress' && isSameFraction(fraction, wish.fraction);
}

async function upload(
  context: UploadContext,
  path: string,
  packageName: string,
  fastlane: Fastlane,
  { versionCode, track, fraction }: Wish,
): Promise<Outcome> {
  const { inputs, environment, temp, exec } = context;
  const credentials = googleVariables(environment, temp, toAbsolute(inputs.googleCredentials.trim(), inputs));
  const shared = { environment, temp, exec, fastlane, timeoutMs: inputs.uploadMinutes * 60_000 };
  if (inputs.lane !== undefined)
    return await runLane({
      ...shared,
      lane: inputs.lane,
      folder: inputs.workingDirectory,
      passEnv: inputs.passEnv,
      variables: {
        ...credentials,
        SUPPLY_PACKAGE_NAME: packageName,
        SLIPWAY_ARTIFACT: path,
        SLIPWAY_TRACK: track,
        ...(fraction === undefined ? {} : { SLIPWAY_ROLLOUT: `${fraction}` }),
      },
    });
  return await runSupply({
    ...shared,
    packageName,
    artifact: path,
    mapping: inputs.mapping === undefined ? undefined : resolve(inputs.workingDirectory, inputs.mapping),
    versionCode,
    track,
    fraction,
    priority: inputs.inAppUpdatePriority,
    notes: inputs.releaseNotes,
    credentials,
  });
}

/** Fastlane may run in another folder. */
function toAbsolute(given: string, { workingDirectory }: UploadContext['inputs']): string {
  const isPath = given !== '' && given !== 'machine' && !given.startsWith('{');
  return isPath && !isAbsolute(given) ? resolve(workingDirectory, given) : given;
}

/** What Google Play shows of the release. */
interface Proof {
  readonly track: Track;
  /** Null where Google does not tell. */
  readonly lifecycle: string | null;
}

/** Looks for a while: after a commit whose answer was lost the release may show a little later. */
const lookMs = [0, 5_000, 15_000];

/**
 * Whether the release is there, however Fastlane ended. Looking ends the edit that a failed run leaves open.
 * @throws ConfigurationError (`upload-shown-otherwise`), VendorError (`upload-not-shown`)
 */
async function prove(play: GooglePlay, wish: Wish, outcome: Outcome): Promise<Proof> {
  const end = describeEnd(outcome.end);
  for (const pause of lookMs) {
    if (pause > 0) await play.sleep(pause);
    const track = trackOf(await readTracks(play), wish);
    const release = releaseOf(track, wish.versionCode);
    if (release === undefined) {
      play.log.info(`Google Play: ${tellTrack(track)}`);
      continue;
    }
    if (!isAsWished(release, wish))
      throw new ConfigurationError(messages['upload-shown-otherwise'](wish.versionCode, tellTrack(track), end));
    const lifecycle = await findLifecycle(play, wish.track, wish.versionCode);
    play.log.info(`Google Play: ${tellTrack(track)}; ${lifecycle ?? 'how far it has come is not told'}`);
    if (outcome.end.kind !== 'exited' || outcome.end.code !== 0)
      play.log.info(`Fastlane ended with ${end}, and the release is there all the same`);
    return { track, lifecycle };
  }
  const note = messages['upload-not-shown'](wish.versionCode, wish.track, end, tellReason(outcome));
  throw new VendorError(note, { vendor: 'Google Play', operation: 'upload', attempts: 1, ambiguous: false });
}

/** https://developers.google.com/android-publisher/api-ref/rest/v3/applications.tracks.releases */
const says: Readonly<Record<string, string>> = {
  DRAFT: 'It is a draft, which nobody gets.',
  NOT_SENT_FOR_REVIEW: 'Nobody gets it before somebody sends it for review in the Play Console.',
  IN_REVIEW: 'Google is reviewing it; users get it after that.',
  APPROVED_NOT_PUBLISHED: 'Google has approved it, and somebody has to publish it in the Play Console.',
  NOT_APPROVED: 'Google has not approved it: see the Play Console.',
  PUBLISHED: 'It is on its way to users.',
};

function describe(
  { inputs, log, outputs: out, summary }: UploadContext,
  { manifest, bytes, sha256, signature, holdsMapping }: AndroidArtifact,
  { versionCode, track, fraction }: Wish,
  what: string,
  seen: Proof | undefined,
): void {
  const name = `${manifest.versionName ?? ''} (${versionCode})`.trim();
  const reach = fraction === undefined ? 'everybody' : `${Number((fraction * 100).toFixed(4))} %`;
  log.info(`${name}, ${track}, ${reach}: ${what}`);
  summary.heading(2, `store-upload: ${name} ${what}`);
  if (seen === undefined) summary.paragraph(`Would go to ${reach} of ${track}.`);
  else {
    // A commit is no publication.
    const lifecycle = seen.lifecycle ?? '';
    out.set({ lifecycle });
    summary.paragraph(
      `Google Play: ${tellTrack(seen.track)}. ${says[lifecycle] ?? 'How far it has come is not told.'}`,
    );
  }
  summary.table(
    [{ title: 'Artifact' }, { title: '' }],
    [
      ['Package', code(manifest.packageName)],
      ['Version (code)', name],
      ['For', manifest.watch ? 'watches' : 'phones and tablets'],
      ['Signed by', (signature?.signers ?? []).map(({ subject }) => subject).join('; ')],
      ['Certificate', code((signature?.signers ?? []).map(({ sha256: print }) => print).join(' '))],
      ['Mapping of R8', holdsMapping ? 'inside the bundle' : (inputs.mapping ?? 'none')],
      ['Size', formatBytes(bytes)],
      ['SHA-256', code(sha256)],
    ],
  );
}
