import { sign } from 'node:crypto';
import type { AppOptions, SeededApp } from '#emulators/app-store-connect/seeds';
import { createAscEmulator, type AscEmulator, type AscEmulatorOptions } from '#emulators/app-store-connect/server';
import type { Settings } from '#emulators/app-store-connect/settings';
import { createAscWorld, type AscWorld, type SeededKey } from '#emulators/app-store-connect/world';
import { createVirtualClock, type VirtualClock } from '#emulators/base/clock';
import { createFaultPlan, type FaultPlan } from '#emulators/base/fault-plan';

const START = '2026-11-24T09:00:00Z';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined where there is none. */
  readonly body: Body | undefined;
}

export interface Item {
  readonly type: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly relationships?: Readonly<Record<string, { data?: unknown; links?: unknown; meta?: unknown }>>;
}

export interface Body {
  readonly data?: unknown;
  readonly included?: readonly Item[];
  readonly errors?: readonly AscError[];
  readonly links?: Readonly<Record<string, string>>;
  readonly meta?: { readonly paging: { readonly total: number; readonly limit: number; readonly nextCursor?: string } };
}

export interface AscError {
  readonly id: string;
  readonly status: string;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly source?: object;
  readonly meta?: { readonly associatedErrors: Readonly<Record<string, readonly AscError[]>> };
}

export interface RequestOptions {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Token; default: one of the first key. null sends none. */
  readonly token?: string | null;
}

export interface Stage {
  readonly world: AscWorld;
  readonly app: SeededApp;
  readonly key: SeededKey;
  readonly clock: VirtualClock;
  readonly emulator: AscEmulator;
  readonly faults: FaultPlan;
  readonly request: (method: string, path: string, options?: RequestOptions) => Promise<Reply>;
  /** Reads, and hands out `data`; throws unless the answer is 200. */
  readonly get: <T = Item>(path: string) => Promise<T>;
  /** Makes a resource. */
  readonly post: (
    type: string,
    attributes: object,
    relationships?: Readonly<Record<string, readonly [string, string]>>,
  ) => Promise<Reply>;
  /** Changes a resource. */
  readonly patch: (
    type: string,
    id: string,
    attributes: object,
    relationships?: Readonly<Record<string, readonly [string, string] | null>>,
  ) => Promise<Reply>;
}

export interface StageOptions extends Pick<AscEmulatorOptions, 'hourlyLimit' | 'inspect'> {
  readonly app?: AppOptions;
  readonly settings?: Partial<Settings>;
  readonly prepare?: (world: AscWorld, app: SeededApp) => void;
  readonly start?: string;
}

/** Runs a test against an emulator that lives as long as the test. Its app has version 1.0 out, and builds are at once VALID. */
export async function withAsc(options: StageOptions, run: (stage: Stage) => Promise<void>): Promise<void> {
  const { app: appOptions, settings, prepare, start = START, ...rest } = options;
  const world = createAscWorld({ start, ...(settings === undefined ? {} : { settings }) });
  const key = world.addKey();
  const app = world.addApp(appOptions);
  prepare?.(world, app);
  const clock = createVirtualClock(start);
  const faults = createFaultPlan();
  const emulator = createAscEmulator({ world, clock, faults, ...rest });
  await emulator.start();

  const request: Stage['request'] = async (method, path, { body, raw, headers = {}, token } = {}) => {
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const bearer = token === undefined ? makeToken(key, clock.now()) : token;
    const response = await fetch(path.startsWith('http') ? path : `${emulator.url}${path}`, {
      method,
      headers: {
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { body: payload }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  };
  try {
    await run({
      world,
      app,
      key,
      clock,
      emulator,
      faults,
      request,
      ...createMethods(request),
    });
    if (emulator.errors.length > 0) throw new AggregateError(emulator.errors, 'The emulator failed.');
  } finally {
    await emulator.stop();
  }
}

/** The shorter ways to send a request. */
export function createMethods(request: Stage['request']): Pick<Stage, 'get' | 'post' | 'patch'> {
  return {
    get: async <T>(path: string) => {
      const { status, text, body } = await request('GET', path);
      if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
      return body?.data as T;
    },
    post: (type, attributes, relationships = {}) =>
      request('POST', `/v1/${type}`, { body: { data: { type, ...fill(attributes), ...link(relationships) } } }),
    patch: (type, id, attributes, relationships = {}) =>
      request('PATCH', `/v1/${type}/${id}`, {
        body: { data: { type, id, ...fill(attributes), ...link(relationships) } },
      }),
  };
}

/** Types without attributes do not have the field at all. */
function fill(attributes: object): object {
  return Object.keys(attributes).length === 0 ? {} : { attributes };
}

function link(relationships: Readonly<Record<string, readonly [string, string] | null>>): object {
  const written = Object.entries(relationships).map(([name, target]) => [
    name,
    { data: target === null ? null : { type: target[0], id: target[1] } },
  ]);
  return written.length === 0 ? {} : { relationships: Object.fromEntries(written) as object };
}

export interface TokenParts {
  readonly header?: object;
  readonly claims?: object;
  readonly encoding?: 'ieee-p1363' | 'der';
}

/** A token as Apple documents it. `claims` and `header` replace parts of it; undefined ones take them away. @param now ms */
export function makeToken(
  key: Pick<SeededKey, 'keyId' | 'issuerId' | 'privateKey'>,
  now: number,
  { header = {}, claims = {}, encoding = 'ieee-p1363' }: TokenParts = {},
): string {
  const iat = Math.floor(now / 1_000);
  const who = key.issuerId === null ? { sub: 'user' } : { iss: key.issuerId };
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = [
    encode({ alg: 'ES256', kid: key.keyId, typ: 'JWT', ...header }),
    encode({ ...who, iat, exp: iat + 600, aud: 'appstoreconnect-v1', ...claims }),
  ].join('.');
  const signature = sign('sha256', Buffer.from(signed), { key: key.privateKey, dsaEncoding: encoding });
  return `${signed}.${signature.toString('base64url')}`;
}

/** What Apple says of a refusal, without its ids: status, and code and detail of each error. */
export function refusalOf({ status, body }: Reply): unknown {
  return [status, ...(body?.errors ?? []).map(({ code, detail }) => `${code}: ${detail}`)];
}

function parse(text: string): Body | undefined {
  try {
    return text === '' ? undefined : (JSON.parse(text) as Body);
  } catch {
    return undefined;
  }
}
