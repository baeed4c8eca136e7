import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { suggest } from '#kit/suggest';
import type { Command } from './command.ts';
import { startAppStore } from './emulate-app-store.ts';
import { startPlay } from './emulate-play.ts';
import type { Started, StoreOptions } from './emulated-store.ts';

const stores: Readonly<Record<string, (options: StoreOptions) => Promise<Started>>> = {
  play: startPlay,
  'app-store': startAppStore,
};

export const emulate: Command = {
  usage: 'emulate play|app-store [--package NAME] [--port N]',
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
      const told = tellFailure(error, rest.port);
      if (told === undefined) throw error;
      console.error(`slipway emulate: ${told}`);
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

/** What somebody can mend, in words; undefined for a defect of ours. */
function tellFailure(error: unknown, port: number): string | undefined {
  const code = Error.isError(error) && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `port ${port} is taken; leave "--port" out to get a free one`;
  if (code === 'ENOENT') return 'it needs openssl on PATH, for the certificate of the emulated host';
  return undefined;
}

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
    return `"--package" takes an application id or bundle id such as com.example.app; it got "${values.package}"`;
  return { store, start, packageName: values.package, port };
}
