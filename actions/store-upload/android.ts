import { isAbsolute, resolve } from 'node:path';
import type { Outcome } from '#kit/exec';
import type { GooglePlay } from '#vendors/google-play/client';
import { openGooglePlay } from '#vendors/google-play/open';
import type { Track } from '#vendors/google-play/releases';
import { findLifecycle, readTracksAndCodes } from '#vendors/google-play/tracks';
import { resolveTrack } from '#vendors/google-play/track-names';
import type { Artifact } from './artifact.ts';
import { openBundles, type Shipment } from './bundles.ts';
import type { UploadContext } from './context.ts';
import { findFastlane, googleVariables, runLane, runSupply, type Fastlane } from './fastlane.ts';
import { messages } from './messages.ts';
import { compareWithStore, prove, refuseInReview, type Wish } from './play-release.ts';
import { describeArrival, type Arrival } from './play-summary.ts';
import { openRollout, planRollout, whileMarked, type PlannedRollout } from './rollout.ts';

/** A bundle, what is wanted of it, and whether it is there. */
interface Task {
  readonly shipment: Shipment;
  readonly wish: Wish;
  /** The track with the release on it, where it was there before this run. */
  readonly there: Track | undefined;
}

/** What all uploads of a run share. */
interface Sender {
  readonly play: GooglePlay;
  readonly fastlane: Fastlane;
  readonly credentials: Readonly<Record<string, string>>;
}

/** App bundles to tracks of Google Play, by Fastlane; whether they arrived, the store says. */
export async function uploadAndroid(context: UploadContext, given: readonly Artifact[]): Promise<void> {
  const { inputs, log, outputs: out, environment, temp } = context;
  const shipments = await log.group('Preflight', async () => openBundles(context, given));
  const { packageName, versionName } = shipments[0].artifact.manifest;
  out.set({ 'bundle-id': packageName, version: versionName ?? '' });
  for (const shipment of shipments) set(context, shipment, { 'version-code': shipment.artifact.manifest.versionCode });
  const rollout = planRollout(
    context,
    versionName ?? '',
    shipments.map(({ form, artifact: { manifest } }) => ({
      ...{ store: 'google-play', packageName, isWatch: form === 'watch' },
      versionCode: manifest.versionCode,
    })),
  );
  const fastlane = findFastlane(environment, inputs.workingDirectory, context.workspace);
  const play = openGooglePlay(context, inputs.googleCredentials, packageName);
  const tasks = await makeTasks(context, play, shipments);
  const credentials = googleVariables(environment, temp, toAbsolute(inputs.googleCredentials.trim(), inputs));
  const uploads = tasks.filter(({ there }) => there === undefined).length;
  await whileMarked(context, rollout, { packageName, uploads }, async () =>
    deliverAll(context, { play, fastlane, credentials }, tasks, rollout),
  );
  await openRollout(context, rollout);
}

async function deliverAll(
  context: UploadContext,
  sender: Sender,
  tasks: readonly Task[],
  rollout: PlannedRollout | undefined,
): Promise<void> {
  for (const [index, task] of tasks.entries()) {
    try {
      const arrival = await deliver(context, sender, task);
      if ('proof' in arrival)
        set(context, task.shipment, {
          uploaded: arrival.kind === 'sent',
          lifecycle: arrival.proof.lifecycle ?? '',
        });
      describeArrival(context, task.shipment, task.wish, arrival);
    } catch (error) {
      const before = tasks[index - 1];
      if (before === undefined) throw error;
      noteMissing(context, before.wish, task);
      // What has arrived need not wait for the watch.
      await openRollout(context, rollout, [index - 1]);
      throw error;
    }
  }
}

/**
 * Everything that is known to go wrong is asked for before a byte of any bundle is sent. Reviews, too: what the phone's upload puts
 * into review is some seconds old when the watch's restarts it.
 */
async function makeTasks(
  context: UploadContext,
  play: GooglePlay,
  shipments: readonly Shipment[],
): Promise<readonly Task[]> {
  const { inputs } = context;
  const seen = await readTracksAndCodes(play);
  const names = seen.tracks.map(({ name }) => name);
  const wishes = shipments.map((shipment): Pick<Task, 'shipment' | 'wish'> => {
    const { packageName, versionCode } = shipment.artifact.manifest;
    const track = resolveTrack(shipment.track, names, packageName);
    set(context, shipment, { track });
    return { shipment, wish: { versionCode, track, fraction: shipment.fraction } };
  });
  const tasks = wishes.map((one): Task => ({ ...one, there: compareWithStore(seen, one.wish, inputs.supersede) }));
  if (inputs.onReview === 'stop' && tasks.some(({ there }) => there === undefined))
    await refuseInReview(play, seen.tracks);
  return tasks;
}

async function deliver(context: UploadContext, sender: Sender, { shipment, wish, there }: Task): Promise<Arrival> {
  const { play } = sender;
  if (there !== undefined) {
    const lifecycle = await findLifecycle(play, wish.track, wish.versionCode);
    return { kind: 'there', proof: { track: there, lifecycle } };
  }
  if (context.inputs.dryRun) return { kind: 'dry-run' };
  const { log } = context;
  const of = ` (${wish.versionCode})`;
  const outcome = await log.group(`Fastlane${of}`, async () => upload(context, sender, shipment, wish));
  return { kind: 'sent', proof: await log.group(`Proof${of}`, async () => prove(play, wish, outcome)) };
}

async function upload(
  context: UploadContext,
  { fastlane, credentials }: Sender,
  { given, artifact, mapping, nativeSymbols }: Shipment,
  { versionCode, track, fraction }: Wish,
): Promise<Outcome> {
  const { inputs, environment, temp, exec } = context;
  const { packageName } = artifact.manifest;
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
        SLIPWAY_ARTIFACT: given.path,
        SLIPWAY_TRACK: track,
        ...(fraction === undefined ? {} : { SLIPWAY_ROLLOUT: `${fraction}` }),
        ...(mapping === undefined ? {} : { SLIPWAY_MAPPING: mapping }),
        ...(nativeSymbols === undefined ? {} : { SLIPWAY_NATIVE_SYMBOLS: nativeSymbols }),
      },
    });
  return await runSupply({
    ...shared,
    packageName,
    artifact: given.path,
    mapping,
    nativeSymbols,
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

/** One bundle has arrived, and the other has not. */
function noteMissing(context: UploadContext, arrived: Wish, { shipment, wish }: Task): void {
  describeArrival(context, shipment, wish, { kind: 'missing' });
  const { text, cure, id } = messages['watch-left-behind'](arrived, wish);
  context.annotations.add({ level: 'warning', message: `${text} ${cure} [${id}]` });
}

type PerBundle = 'uploaded' | 'version-code' | 'track' | 'lifecycle';

/** The outputs without "wear-" speak of the phone's bundle, or of the only one. */
function set(
  { outputs }: UploadContext,
  { form, isFirst }: Shipment,
  values: Readonly<Partial<Record<PerBundle, string | number | boolean>>>,
): void {
  if (isFirst) outputs.set(values);
  if (form === 'watch')
    outputs.set(Object.fromEntries(Object.entries(values).map(([name, value]) => [`wear-${name}`, value])));
}
