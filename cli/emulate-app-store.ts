import { sign } from 'node:crypto';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAscEmulator } from '#emulators/app-store-connect/server';
import { createAscWorld, type SeededKey } from '#emulators/app-store-connect/world';
import { startTlsProxy } from '#emulators/base/tls-proxy';
import { describeInsides, createWallClock, type Started, type StoreOptions } from './emulated-store.ts';

const host = 'api.appstoreconnect.apple.com';
const publicUrl = `https://${host}`;
const minuteMs = 60_000;
/** Apple takes tokens for 20 minutes; the file with one is written anew well before. */
const tokenMs = 15 * minuteMs;

/** Long enough to be seen, and short enough to be waited for. */
const times = {
  uploadProcessing: 10_000,
  buildProcessing: 20_000,
  adding: 5_000,
  waiting: minuteMs,
  reviewing: minuteMs,
  cancelling: 10_000,
  completing: 5_000,
  distributing: 10_000,
  betaWaiting: minuteMs,
  betaReviewing: minuteMs,
};

/**
 * The emulator of App Store Connect with one app in it, behind a proxy for clients whose host is fixed. Rejects with EADDRINUSE
 * for a port that is taken, and with ENOENT where there is no openssl.
 */
export async function startAppStore({ packageName, port, folder }: StoreOptions): Promise<Started> {
  const { clock, follow } = createWallClock();
  const world = createAscWorld({ start: clock.iso(), settings: { ...times, publicUrl } });
  const key = world.addKey();
  const app = world.addApp({ bundleId: packageName });
  const emulator = createAscEmulator({ world, clock });
  await emulator.start(port);
  emulator.console.addBuild({ app: app.id, version: '1.1', number: '2' });
  const proxy = await startTlsProxy({ [host]: emulator.url }).catch(async (error: unknown) => {
    await emulator.stop();
    throw error;
  });
  const following = follow();

  const files = {
    key: join(folder, 'key.json'),
    authority: join(folder, 'authority.pem'),
    authorization: join(folder, 'authorization'),
  };
  copyFileSync(proxy.authority, files.authority);
  const keyFile = { key_id: key.keyId, issuer_id: key.issuerId, key: key.privateKey };
  writeFileSync(files.key, `${JSON.stringify(keyFile, undefined, 2)}\n`);
  const writeToken = (): void => {
    writeFileSync(files.authorization, `Authorization: Bearer ${makeToken(key, Date.now())}\n`);
  };
  writeToken();
  const renewing = setInterval(writeToken, tokenMs);
  return {
    guide: describe({ url: emulator.url, proxy: proxy.url, packageName, files }),
    stop: async () => {
      following.stop();
      clearInterval(renewing);
      await proxy.stop();
      await emulator.stop();
    },
  };
}

/** https://developer.apple.com/documentation/appstoreconnectapi/generating-tokens-for-api-requests */
function makeToken({ keyId, issuerId, privateKey }: SeededKey, now: number): string {
  const iat = Math.floor(now / 1_000);
  const claims = { iss: issuerId, iat, exp: iat + 20 * 60 - 1, aud: 'appstoreconnect-v1' };
  const signed = [{ alg: 'ES256', kid: keyId, typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

interface Guide {
  readonly url: string;
  readonly proxy: string;
  readonly packageName: string;
  readonly files: { readonly key: string; readonly authority: string; readonly authorization: string };
}

function describe({ url, proxy, packageName, files }: Guide): string {
  const curl = `curl --proxy ${proxy} --cacert ${files.authority} -H @${files.authorization}`;
  return `App Store Connect, emulated: ${url}
It has the app ${packageName} with version 1.0 in the store, and build 2 of 1.1 in TestFlight. Processing takes half a minute
there, a review two.

Fastlane's host cannot be changed, so it comes through a proxy that answers for ${host}:
  SPACESHIP_PROXY=${proxy} \\
  SSL_CERT_FILE=${files.authority} \\
  fastlane run latest_testflight_build_number api_key_path:${files.key} app_identifier:${packageName}

With curl, the same way; the file with the token is renewed as long as this runs:
  ${curl} ${publicUrl}/v1/apps

With Slipway's own actions, run on this machine: SLIPWAY_APP_STORE_CONNECT_API=${url} in their environment, and the key of
${files.key}.

${describeInsides(url)}`;
}
