import type { Context } from '#kit/action';
import { ConfigurationError } from '#kit/errors';
import { findBuildsSince } from '#vendors/app-store-connect/builds';
import { readKeyInputs } from '#vendors/app-store-connect/key-inputs';
import { openAppStoreConnect } from '#vendors/app-store-connect/open';
import { findApp } from '#vendors/app-store-connect/versions';
import { openGooglePlay } from '#vendors/google-play/open';
import { readTracksAndCodes } from '#vendors/google-play/tracks';
import { formatBuild, readBuilds, type Build } from '#versions/build';
import { readBuildNumber, toVersionCode } from '#versions/version-code';
import type { fields } from './inputs.ts';
import { messages } from './messages.ts';

type StoresContext = Omit<Context<ReturnType<typeof fields>, never>, 'outputs'>;

/**
 * The builds of a day that the stores know, whoever sent them: another repository, a laptop, a workflow of before.
 * @param date YYYYMMDD
 * @throws ConfigurationError (`store-code-larger`, `store-input-missing`), VendorError
 */
export async function readBuildsInStores(context: StoresContext, date: string): Promise<readonly Build[]> {
  const { packageName, bundleId } = context.inputs;
  const builds = [
    ...(packageName === undefined ? [] : await readPlay(context, packageName, date)),
    ...(bundleId === undefined ? [] : await readAppStore(context, bundleId, date)),
  ];
  if (builds.length > 0) context.log.info(`The stores know ${[...new Set(builds.map(formatBuild))].join(', ')}`);
  return builds;
}

async function readPlay(context: StoresContext, packageName: string, date: string): Promise<readonly Build[]> {
  const { googleCredentials, versionCodeOffset: offset } = context.inputs;
  const play = openGooglePlay(context, googleCredentials, packageName);
  const { tracks, versionCodes } = await readTracksAndCodes(play);
  const codes = [...versionCodes, ...tracks.flatMap(({ releases }) => releases.flatMap((one) => one.versionCodes))];
  const largest = Math.max(0, ...codes);
  const first = toVersionCode({ date, number: 1 }, 'phone', offset);
  // A device does not update to a smaller code.
  if (largest > first && readBuildNumber(largest, date, offset) === undefined)
    throw new ConfigurationError(messages['store-code-larger'](largest, first, offset + largest - first + 1));
  const numbers = codes.map((code) => readBuildNumber(code, date, offset));
  return numbers.flatMap((number) => (number === undefined ? [] : [{ date, number }]));
}

async function readAppStore(context: StoresContext, bundleId: string, date: string): Promise<readonly Build[]> {
  const key = readKeyInputs(context.inputs);
  if (typeof key === 'string') throw new ConfigurationError(messages['store-input-missing'](key));
  const connect = openAppStoreConnect(context, key);
  const { id } = await findApp(connect, bundleId);
  const midnight = Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T00:00:00Z`);
  const found = await findBuildsSince(connect, id, midnight);
  return readBuilds(found.map(({ number }) => number));
}
