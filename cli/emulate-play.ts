import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePackage } from '#emulators/google-play/packages';
import { createPlayEmulator } from '#emulators/google-play/server';
import { createPlayWorld } from '#emulators/google-play/world';
import { describeInsides, createWallClock, type Started, type StoreOptions } from './emulated-store.ts';
import { readRealPackage } from './package-reader.ts';

/** A person's subject token for the emulator: no secret, since the emulator listens on this machine only. */
const subject = 'a-subject-token-for-the-emulator';
const live = 40;
const next = 42;

/** The emulator of Google Play with one app in it. Rejects with EADDRINUSE for a port that is taken. */
export async function startPlay({ packageName, port, folder }: StoreOptions): Promise<Started> {
  const world = createPlayWorld();
  world.addApp(packageName);
  world.addRelease(packageName, 'production', { versionCodes: [live] });
  const account = world.addAccount({ subjectTokens: [subject] });
  const token = world.addToken(account.email, {
    scopes: [
      'https://www.googleapis.com/auth/androidpublisher',
      'https://www.googleapis.com/auth/playdeveloperreporting',
    ],
  });
  const { clock, follow } = createWallClock();
  const emulator = createPlayEmulator({ world, clock, readPackage: readRealPackage });
  await emulator.start(port);
  const following = follow();

  const files = {
    subject: join(folder, 'subject.txt'),
    key: join(folder, 'key.json'),
    bundle: join(folder, 'app.aab'),
  };
  writeFileSync(files.subject, subject);
  writeFileSync(
    files.key,
    `${JSON.stringify(
      {
        type: 'external_account',
        audience: 'slipway-emulator',
        subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
        token_url: `${emulator.url}/v1/token`,
        credential_source: { file: files.subject },
      },
      undefined,
      2,
    )}\n`,
  );
  writeFileSync(files.bundle, makePackage({ packageName, versionCode: next }));
  return {
    guide: describePlay({ url: emulator.url, token, packageName, files }),
    stop: async () => {
      following.stop();
      await emulator.stop();
    },
  };
}

interface PlayGuide {
  readonly url: string;
  readonly token: string;
  readonly packageName: string;
  readonly files: { readonly key: string; readonly bundle: string };
}

function describePlay({ url, token, packageName, files }: PlayGuide): string {
  return `Google Play, emulated: ${url}
It has the app ${packageName} with version code ${live} in production.

With Fastlane, such as an upload of a stand-in for a bundle (version code ${next}); a bundle of your own goes as well:
  SUPPLY_ROOT_URL=${url}/ \\
  SUPPLY_JSON_KEY=${files.key} \\
  SUPPLY_PACKAGE_NAME=${packageName} \\
  fastlane supply --aab ${files.bundle} --track internal

With curl:
  curl -X POST -H 'Authorization: Bearer ${token}' ${url}/androidpublisher/v3/applications/${packageName}/edits
  curl -H 'Authorization: Bearer ${token}' ${url}/androidpublisher/v3/applications/${packageName}/tracks/production/releases

With any client of Google's: ${url} as the root URL, ${files.key} as the credentials.

With Slipway's own actions, run on this machine: SLIPWAY_GOOGLE_API=${url} in their environment.

${describeInsides(url)}`;
}
