import { createRequire } from 'node:module';
import type { Item, Stage } from './harness.ts';

type Call = (options: object) => Promise<{ data?: { data: Item & Item[] }; error?: { errors: { detail: string }[] } }>;

interface Sdk {
  readonly AppStoreConnectClient: new (options: object) => {
    readonly api: Readonly<Record<string, Readonly<Record<string, Call>>>>;
  };
}

/** Calls an operation by its names in the client, and hands out `data`; throws what Apple would refuse. */
export type Ask = (group: string, operation: string, options: object) => Promise<Item & Item[]>;

/** A client that others have generated from Apple's description, before the emulator. It signs with the machine's time. */
export function openSdk({ emulator, key }: Stage): Ask {
  const require = createRequire(new URL('../../../emulators/app-store-connect/contract/package.json', import.meta.url));
  const name = '@rage-against-the-pixel/app-store-connect-api';
  const { AppStoreConnectClient } = require(name) as Sdk;
  const { client } = require(`${name}/dist/app_store_connect_api/client.gen`) as {
    client: { setConfig: (config: object) => void };
  };
  const { keyId: privateKeyId, issuerId, privateKey } = key;
  const { api } = new AppStoreConnectClient({ privateKeyId, issuerId, privateKey });
  client.setConfig({ baseUrl: emulator.url });
  return async (group, operation, options) => {
    const { data, error } = (await api[group]?.[operation]?.(options)) ?? {};
    if (error !== undefined) throw new Error(JSON.stringify(error));
    // A deletion has no answer.
    return data?.data ?? ([] as unknown as Item & Item[]);
  };
}

export function pathOf({ id }: Pick<Item, 'id'>): { readonly path: { readonly id: string } } {
  return { path: { id } };
}

/** A relationship to one. */
export function linkTo({ type, id }: Pick<Item, 'type' | 'id'>): object {
  return { data: { type, id } };
}
