import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { ConfigurationError, VendorError } from '#kit/errors';
import { describeEnd, type Outcome } from '#kit/exec';
import { sendBuild, waitForUpload, waitUntilListed, type NewBuild } from '#vendors/app-store-connect/build-uploads';
import { findBuilds, tellBuild, waitForProcessing, type Build } from '#vendors/app-store-connect/builds';
import type { AppStoreConnect } from '#vendors/app-store-connect/client';
import type { Finding } from '#vendors/app-store-connect/file-parts';
import {
  addToGroups,
  setExportCompliance,
  setWhatToTest,
  submitForBetaReview,
} from '#vendors/app-store-connect/testflight';
import { tellReason } from './fastlane.ts';
import { messages } from './messages.ts';

export interface Delivery {
  readonly connect: AppStoreConnect;
  readonly build: NewBuild;
  /** The .ipa. */
  readonly path: string;
  readonly size: number;
  readonly processingMs: number;
  /** The user's own way to send it; undefined where it is sent from here, or nothing is left for it to do. */
  readonly lane: (() => Promise<Outcome>) | undefined;
}

export interface Delivered {
  readonly build: Build;
  /** False where the build was there before. */
  readonly uploaded: boolean;
  readonly warnings: readonly Finding[];
  /** How a lane ended that failed and has sent the build all the same. */
  readonly failed?: Outcome;
}

/**
 * Sends the build unless App Store Connect has it, and waits until it can be tested.
 * @throws ConfigurationError (`number-used-otherwise`, `apple-found-errors`, `build-invalid`), VendorError
 */
export async function deliver(delivery: Delivery): Promise<Delivered> {
  const { connect, build } = delivery;
  const there = await findOurs(connect, build);
  const sent = await provide(delivery, there);
  const processed = await waitForProcessing(connect, sent.id, delivery.processingMs);
  if (processed.processing !== 'VALID')
    throw new ConfigurationError(messages['build-invalid'](name(build), processed.processing));
  return { ...sent, build: processed, uploaded: there === undefined };
}

function name({ version, number }: NewBuild): string {
  return `${version} (${number})`;
}

interface Sent {
  readonly id: string;
  readonly warnings: readonly Finding[];
  readonly failed?: Outcome;
}

async function provide(delivery: Delivery, there: Build | undefined): Promise<Sent> {
  if (delivery.lane !== undefined) return await sendByLane(delivery, delivery.lane);
  return there === undefined ? await send(delivery) : { id: there.id, warnings: [] };
}

/** Between looks for the build of a lane that failed: it may be there all the same. */
const lookMs = [0, 10_000, 30_000];

/** However the lane ends, the build has to be there. */
async function sendByLane({ connect, build, processingMs }: Delivery, lane: () => Promise<Outcome>): Promise<Sent> {
  const outcome = await lane();
  const end = describeEnd(outcome.end);
  if (outcome.end.kind === 'exited' && outcome.end.code === 0)
    return { id: (await waitUntilListed(connect, build, processingMs)).id, warnings: [] };
  for (const pause of lookMs) {
    if (pause > 0) await connect.sleep(pause);
    const found = await findOurs(connect, build);
    if (found === undefined) continue;
    connect.log.info(`Fastlane ended with ${end}, and the build is there all the same`);
    return { id: found.id, warnings: [], failed: outcome };
  }
  const note = messages['build-not-shown'](name(build), end, tellReason(outcome));
  throw new VendorError(note, { vendor: 'App Store Connect', operation: 'upload', attempts: 1, ambiguous: false });
}

/** The build with this number; undefined where the number is free. @throws ConfigurationError where it is spoilt */
export async function findOurs(connect: AppStoreConnect, build: NewBuild): Promise<Build | undefined> {
  const found = (await findBuilds(connect, build)).find(
    ({ platform }) => platform === null || platform === build.platform,
  );
  if (found === undefined) return undefined;
  if (found.expired || found.processing === 'INVALID' || found.processing === 'FAILED')
    throw new ConfigurationError(messages['number-used-otherwise'](name(build), tellBuild(found)));
  return found;
}

async function send(delivery: Delivery): Promise<Sent> {
  const { connect, build, path, size, processingMs } = delivery;
  const file = await open(path);
  let upload;
  try {
    upload = await sendBuild(connect, build, {
      name: basename(path),
      size,
      read: async (offset, length) => {
        const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
        if (bytesRead !== length) throw new SyntaxError('it became shorter while it was read');
        return buffer;
      },
    });
  } finally {
    await file.close();
  }
  const { state, errors, warnings } = await waitForUpload(connect, upload.id, processingMs);
  if (state === 'FAILED')
    throw new ConfigurationError(messages['apple-found-errors'](name(build), tellFindings(errors)));
  return { id: (await waitUntilListed(connect, build, processingMs)).id, warnings };
}

export function tellFindings(findings: readonly Finding[]): string {
  return findings.map(({ code, description }) => `${description} [${code}]`).join('; ');
}

export interface Testing {
  readonly groups: readonly string[];
  readonly whatToTest: string | undefined;
  readonly locale: string;
  /** Undefined where the build says it by itself, or nobody does. */
  readonly usesNonExemptEncryption: boolean | undefined;
}

/** Says what there is to say of a build, then gives it to its testers. @throws ConfigurationError, VendorError */
export async function handToTesters(delivery: Delivery, build: Build, testing: Testing): Promise<Build> {
  const { connect } = delivery;
  const { groups, whatToTest, locale, usesNonExemptEncryption } = testing;
  if (usesNonExemptEncryption !== undefined && build.usesNonExemptEncryption === null)
    await setExportCompliance(connect, build.id, usesNonExemptEncryption);
  if (whatToTest !== undefined) await setWhatToTest(connect, build.id, locale, whatToTest);
  if (groups.length === 0) return build;
  const { state } = await addToGroups(connect, { appId: delivery.build.appId, buildId: build.id }, groups);
  const external = state.some(({ name: group, internal }) => groups.includes(group) && !internal);
  return external ? (await submitForBetaReview(connect, build.id)).state : build;
}
