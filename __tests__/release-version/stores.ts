import type { VirtualClock } from '#emulators/base/clock';
import { addBuild } from '#emulators/app-store-connect/seeds';
import { createAscEmulator } from '#emulators/app-store-connect/server';
import { createAscWorld } from '#emulators/app-store-connect/world';
import { createPlayEmulator } from '#emulators/google-play/server';
import { createPlayWorld } from '#emulators/google-play/world';

/** What the stores know of the app. */
export interface Stores {
  /** Version codes of releases at Google Play, each in the place of the one before. */
  readonly codes?: readonly number[];
  /** Builds at App Store Connect: number and time of arrival. */
  readonly builds?: readonly (readonly [number: string, at: string])[];
}

const APP = 'com.example.app';

export interface StartedStores {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** Secrets of the two keys. */
  readonly keys: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Both stores, with keys to them. */
export async function startStores({ codes = [], builds = [] }: Stores, clock: VirtualClock): Promise<StartedStores> {
  const playWorld = createPlayWorld();
  playWorld.addApp(APP);
  for (const code of codes) playWorld.addRelease(APP, 'production', { versionCodes: [code] });
  const robot = playWorld.addAccount({ email: 'robot@example.test' });
  const play = createPlayEmulator({ world: playWorld, clock });
  const ascWorld = createAscWorld({ start: clock.iso() });
  const key = ascWorld.addKey();
  const app = ascWorld.addApp();
  for (const [number, uploadedDate] of builds)
    addBuild(ascWorld.state, { app: app.id, version: '2.15.3', number, uploadedDate }, clock.now());
  const asc = createAscEmulator({ world: ascWorld, clock });
  await Promise.all([play.start(), asc.start()]);
  const account = { type: 'service_account', client_email: robot.email, private_key: robot.privateKey };
  return {
    inputs: {
      'package-name': APP,
      'google-credentials': JSON.stringify(account),
      'bundle-id': APP,
      'app-store-connect-key-id': key.keyId,
      'app-store-connect-issuer-id': key.issuerId ?? '',
      'app-store-connect-key': key.privateKey,
    },
    env: { SLIPWAY_GOOGLE_API: play.url, SLIPWAY_APP_STORE_CONNECT_API: asc.url },
    keys: [robot.privateKey, key.privateKey],
    stop: async () => {
      await Promise.all([play.stop(), asc.stop()]);
    },
  };
}
