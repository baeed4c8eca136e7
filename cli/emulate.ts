import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { suggest } from '#kit/suggest';
import { createVirtualClock } from '#emulators/base/clock';
import { makePackage } from '#emulators/google-play/packages';
import { createPlayEmulator } from '#emulators/google-play/server';
import { createPlayWorld } from '#emulators/google-play/world';
import type { Command } from './command.ts';

/** A person's subject token for the emulator: no secret, since the emulator listens on this machine only. */
const subject = 'a-subject-token-for-the-emulator';
const live = 40;
const next = 42;
/** How often the emulator's clock is set to the wall's. */
const tickMs = 250;

const stores: Readonly<Record<string, (options: StoreOptions) => Promise<Started>>> = { play: startPlay };

interface StoreOptions {
  readonly packageName: string;
  readonly port: number;
  /** Where the files go that a client needs. */
  readonly folder: string;
}

interface Started {
  readonly guide: string;
  readonly stop: () => Promise<void>;
}

export const emulate: Command = {
  usage: 'emulate play [--package NAME] [--port N]',
  summary: 'Starts an emulator of a store, says how to point clients at it, and shows what it holds as JSON.',
  run: async (args, root) => {
    const options = readArguments(args);
    if (typeof options === 'string') {
      console.error(`slipway emulate: ${options}`);
      return 2;
    }
    const { store, start, ...rest } = options;
    const folder = join(root, '.slipway', 'emulators', store);
    mkdirSync(folder, { recursive: true });
    let started: Started;
    try {
      started = await start({ ...rest, folder });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
      console.error(`slipway emulate: port ${rest.port} is taken; leave "--port" out to get a free one`);
      return 2;
    }
    console.log(started.guide);
    await new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
    });
    await started.stop();
    return 0;
  },
};

type Arguments = Omit<StoreOptions, 'folder'> & {
  readonly store: string;
  readonly start: (options: StoreOptions) => Promise<Started>;
};

/** @returns what is wrong, as a text */
function readArguments(args: readonly string[]): Arguments | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        package: { type: 'string', default: 'com.example.app' },
        port: { type: 'string', default: '0' },
      },
    });
  } catch (error) {
    return Error.isError(error) ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const [store, ...others] = positionals;
  const known = Object.keys(stores).join(', ');
  if (store === undefined || others.length > 0) return `name one store; there is: ${known}`;
  const start = stores[store];
  if (start === undefined) {
    const near = suggest(store, Object.keys(stores));
    return `there is no emulator "${store}"${near === undefined ? '' : `, did you mean "${near}"`}; there is: ${known}`;
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) return `"--port" takes 0 to 65535; it got "${values.port}"`;
  // https://developer.android.com/build/configure-app-module#set-application-id
  if (!/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/.test(values.package))
    return `"--package" takes an application id such as com.example.app; it got "${values.package}"`;
  return { store, start, packageName: values.package, port };
}

async function startPlay({ packageName, port, folder }: StoreOptions): Promise<Started> {
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
  // Time is the wall's here: a person waits in it.
  const clock = createVirtualClock(new Date().toISOString(), { autoAdvance: false });
  const emulator = createPlayEmulator({ world, clock });
  await emulator.start(port);
  const ticking = setInterval(() => {
    clock.advanceTo(Math.max(clock.now(), Date.now()));
  }, tickMs);

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
      clearInterval(ticking);
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
It has the app ${packageName} with version code ${live} in production. It forgets everything when it ends.

With Fastlane, such as an upload of a stand-in for a bundle (version code ${next}; real bundles are not read here yet):
  SUPPLY_ROOT_URL=${url}/ \\
  SUPPLY_JSON_KEY=${files.key} \\
  SUPPLY_PACKAGE_NAME=${packageName} \\
  fastlane supply --aab ${files.bundle} --track internal

With curl:
  curl -X POST -H 'Authorization: Bearer ${token}' ${url}/androidpublisher/v3/applications/${packageName}/edits
  curl -H 'Authorization: Bearer ${token}' ${url}/androidpublisher/v3/applications/${packageName}/tracks/production/releases

With any client of Google's: ${url} as the root URL, ${files.key} as the credentials.

What it holds, and every request that it has seen, as JSON:
  curl ${url}/_emulator/state
  curl ${url}/_emulator/requests

Ctrl-C ends it.`;
}
