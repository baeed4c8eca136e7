import { resolve } from 'node:path';
import { formatBytes } from '#kit/duration';
import { ConfigurationError, describeError, isSystemError, type Problem } from '#kit/errors';
import { readAndroidArtifact, type AndroidArtifact } from '#artifacts/android-artifact';
import { checkMapping, checkNativeSymbols } from '#artifacts/symbols';
import type { Artifact } from './artifact.ts';
import type { UploadContext } from './context.ts';
import { messages } from './messages.ts';
import { findAndroidProblems, type Expected } from './preflight-android.ts';

/** A bundle of the call, and what is wanted of it. */
export interface Shipment {
  readonly form: 'phone' | 'watch';
  /** The phone's, or the only one. */
  readonly isFirst: boolean;
  readonly given: Artifact;
  readonly artifact: AndroidArtifact;
  /** As the workflow spells it. */
  readonly track: string;
  /** Above 0 and below 1; undefined for everybody. */
  readonly fraction: number | undefined;
  /** Absolute paths of what goes with it. */
  readonly mapping: string | undefined;
  readonly nativeSymbols: string | undefined;
}

interface Opened {
  readonly given: Artifact;
  readonly artifact: AndroidArtifact;
}

/**
 * Opens every bundle of the call, and finds all that is wrong with any of them, or with what goes with them.
 * @returns the phone's first
 * @throws ConfigurationError (`artifact-unreadable`, `artifact-unfit`, `artifacts-apart`)
 */
export async function openBundles(
  context: UploadContext,
  given: readonly Artifact[],
): Promise<readonly [Shipment, ...Shipment[]]> {
  const { inputs, log, clock } = context;
  const names = given.map(({ name }) => name).join(', ');
  const opened: Opened[] = [];
  const problems: Problem[] = [];
  for (const one of given) {
    const found = await openBundle(one);
    if ('artifact' in found) opened.push(found);
    else if (given.length === 1) throw new ConfigurationError(messages['artifact-unreadable'](one.name, found.reason));
    else problems.push({ name: 'archive', value: one.name, reason: found.reason, valid: 'an app bundle, whole' });
  }
  const shipments = opened
    .sort((a, b) => Number(a.artifact.manifest.watch) - Number(b.artifact.manifest.watch))
    .map((one, index) => plan(inputs, one, index === 0));
  const [first, second] = shipments;
  if (first?.form === second?.form && second !== undefined)
    throw new ConfigurationError(messages['artifacts-apart'](names, `they are both for ${tellForm(second)}`));
  for (const shipment of shipments) {
    const { packageName, versionCode, versionName } = shipment.artifact.manifest;
    const { given: file, artifact } = shipment;
    log.info(`${file.name}: ${packageName} ${versionName ?? ''} (${versionCode}), ${formatBytes(artifact.bytes)}`);
    const found = findAndroidProblems(artifact, expect(inputs, shipment), clock.now());
    const where = given.length === 1 ? '' : ` of ${file.name}`;
    problems.push(...found.map((problem) => ({ ...problem, name: `${problem.name}${where}` })));
  }
  if (first !== undefined && second !== undefined) problems.push(...comparePair(first, second));
  problems.push(...(await findSymbolProblems(inputs)), ...findMissingWatch(inputs, shipments, given.length));
  if (first === undefined || problems.length > 0)
    throw new ConfigurationError(
      messages[given.length === 1 ? 'artifact-unfit' : 'artifacts-unfit'](names, problems.length),
      problems,
    );
  return [first, ...shipments.slice(1)];
}

async function openBundle(given: Artifact): Promise<Opened | { readonly reason: string }> {
  try {
    const artifact = await readAndroidArtifact(given.path);
    if (artifact.kind === 'aab') return { given, artifact };
    return { reason: 'it is an APK with the name of an app bundle' };
  } catch (error) {
    return { reason: tellDamage(error) };
  }
}

/** @throws what is neither damage nor the system's */
function tellDamage(error: unknown): string {
  if (error instanceof SyntaxError) return error.message;
  if (isSystemError(error)) return describeError(error);
  throw error;
}

type Inputs = UploadContext['inputs'];

/** The inputs without "wear-" are the phone's, or those of the only bundle. */
function plan(inputs: Inputs, { given, artifact }: Opened, isFirst: boolean): Shipment {
  const form = artifact.manifest.watch ? 'watch' : 'phone';
  const { track, rollout, wearRollout = rollout, wearTrack } = inputs;
  const own = (path: string | undefined): string | undefined =>
    path === undefined || !isFirst ? undefined : resolve(inputs.workingDirectory, path);
  const files = { mapping: own(inputs.mapping), nativeSymbols: own(inputs.nativeSymbols) };
  if (form === 'phone') return { form, isFirst, given, artifact, track, fraction: rollout, ...files };
  const stands = isFirst || track.startsWith('wear:') ? track : `wear:${track}`;
  const fraction = wearRollout === 1 ? undefined : wearRollout;
  return { form, isFirst, given, artifact, track: wearTrack ?? stands, fraction, ...files };
}

export function tellForm({ form }: Pick<Shipment, 'form'>): string {
  return form === 'watch' ? 'watches' : 'phones and tablets';
}

function expect(inputs: Inputs, { form, isFirst, track }: Shipment): Expected {
  const { bundleId: packageName, version, versionCode, wearVersionCode, releaseNotes: notes } = inputs;
  const codeOfWatch = wearVersionCode ?? (isFirst ? versionCode : undefined);
  return { packageName, version, versionCode: form === 'phone' ? versionCode : codeOfWatch, track, notes };
}

/** Google Play knows both by one package name, and a code only once: https://developer.android.com/training/wearables/packaging */
function comparePair(phone: Shipment, watch: Shipment): readonly Problem[] {
  const { packageName, versionCode } = phone.artifact.manifest;
  const other = watch.artifact.manifest;
  const { name } = watch.given;
  return [
    ...(other.packageName === packageName
      ? []
      : [
          {
            name: `package name of ${name}`,
            value: other.packageName,
            reason: 'the bundle of the phone has another one',
            valid: packageName,
          },
        ]),
    ...(other.versionCode === versionCode
      ? [
          {
            name: `version code of ${name}`,
            value: `${versionCode}`,
            reason: 'the bundle of the phone has it, too',
            valid: 'a code of its own, such as version-code-wear of release-version',
          },
        ]
      : []),
  ];
}

async function findSymbolProblems({ mapping, nativeSymbols, workingDirectory }: Inputs): Promise<readonly Problem[]> {
  const files = [
    { name: 'mapping', path: mapping, check: checkMapping, valid: 'mapping.txt as R8 writes it' },
    { name: 'native-symbols', path: nativeSymbols, check: checkNativeSymbols, valid: 'a zip of native symbols' },
  ];
  const problems: Problem[] = [];
  for (const { name, path, check, valid } of files) {
    if (path === undefined) continue;
    try {
      await check(resolve(workingDirectory, path));
    } catch (error) {
      problems.push({ name, value: path, reason: tellDamage(error), valid });
    }
  }
  return problems;
}

/** Who expects a code of the watch has built a bundle of the watch. */
function findMissingWatch(
  { wearVersionCode }: Inputs,
  shipments: readonly Shipment[],
  given: number,
): readonly Problem[] {
  if (wearVersionCode === undefined || shipments.length < given || shipments.some(({ form }) => form === 'watch'))
    return [];
  const reason = 'the workflow says a code for the watch, and no bundle is for one';
  return [{ name: 'wear-version-code', value: 'none', reason, valid: `${wearVersionCode}` }];
}
