import { sign } from 'node:crypto';
import { createVirtualClock, type VirtualClock } from '#emulators/base/clock';
import { createFaultPlan, type FaultPlan } from '#emulators/base/fault-plan';
import { makePackage } from '#emulators/google-play/packages';
import { createPlayEmulator, type PlayEmulator, type PlayEmulatorOptions } from '#emulators/google-play/server';
import { createPlayWorld, type AppOptions, type PlayWorld, type SeededAccount } from '#emulators/google-play/world';

export const PACKAGE = 'com.example.app';
export const START = '2026-11-24T09:00:00Z';
export const SCOPE = 'https://www.googleapis.com/auth/androidpublisher';
export const REPORTING_SCOPE = 'https://www.googleapis.com/auth/playdeveloperreporting';
export const CLOUD_SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined where there is none. */
  readonly body: unknown;
}

export interface RequestOptions {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Access token; default: that of the first account. null sends none. */
  readonly token?: string | null;
}

export interface Stage {
  readonly world: PlayWorld;
  readonly clock: VirtualClock;
  readonly emulator: PlayEmulator;
  readonly faults: FaultPlan;
  readonly account: SeededAccount;
  /** Sends a request. A path that begins with `~` goes below the app; `/upload~...` too; `%` below the app's reports. */
  readonly request: (method: string, path: string, options?: RequestOptions) => Promise<Reply>;
  /** Opens an edit and returns its path, such as `~/edits/1`. */
  readonly openEdit: (token?: string) => Promise<string>;
  readonly upload: (edit: string, versionCode: number) => Promise<Reply>;
  /** Puts releases into a track. */
  readonly put: (edit: string, track: string, releases: readonly object[]) => Promise<Reply>;
  /** Opens an edit, puts releases into a track, and commits it. */
  readonly release: (track: string, releases: readonly object[], query?: string) => Promise<Reply>;
  /** The releases of a track, read in an edit of another account. */
  readonly releasesOf: (track: string) => Promise<unknown>;
  /** Lifecycle states by version codes, such as `{ '42': 'IN_REVIEW' }`. */
  readonly lifecycles: (track: string) => Promise<Record<string, string>>;
}

export interface StageOptions extends Pick<PlayEmulatorOptions, 'interrupt' | 'editLifetime'> {
  readonly app?: AppOptions;
  readonly prepare?: (world: PlayWorld) => void;
  /** Where the clock begins, ISO 8601. */
  readonly start?: string;
}

/** Runs a test against an emulator that lives as long as the test. Its app has 40 in production and in all other tracks nothing. */
export async function withPlay(options: StageOptions, run: (stage: Stage) => Promise<void>): Promise<void> {
  const { app, prepare, start = START, ...rest } = options;
  const world = createPlayWorld();
  world.addApp(PACKAGE, app);
  if (app?.draft !== true) world.addRelease(PACKAGE, 'production', { versionCodes: [40] });
  const account = world.addAccount();
  const reader = world.addAccount({ email: 'reader@example.test', subjectTokens: ['reader'] });
  const first = world.addToken(account.email, { scopes: [SCOPE, REPORTING_SCOPE, CLOUD_SCOPE] });
  const second = world.addToken(reader.email);
  prepare?.(world);
  const clock = createVirtualClock(start);
  const faults = createFaultPlan();
  const emulator = createPlayEmulator({ world, clock, faults, ...rest });
  await emulator.start();

  const request: Stage['request'] = async (method, path, { body, raw, headers = {}, token = first } = {}) => {
    const address = path
      .replace(/^%/, `/v1beta1/apps/${PACKAGE}`)
      .replace('~', `/androidpublisher/v3/applications/${PACKAGE}`);
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(address.startsWith('http') ? address : `${emulator.url}${address}`, {
      method,
      redirect: 'manual',
      headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
      ...(payload === undefined ? {} : { body: payload }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parse(text) };
  };
  const openEdit: Stage['openEdit'] = async (token = first) => {
    const { body } = await request('POST', '~/edits', { token });
    return `~/edits/${(body as { id: string }).id}`;
  };
  const put: Stage['put'] = (edit, track, releases) =>
    request('PUT', `${edit}/tracks/${encodeURIComponent(track)}`, { body: { track, releases } });
  try {
    await run({
      world,
      clock,
      emulator,
      faults,
      account,
      request,
      openEdit,
      put,
      upload: (edit, versionCode) =>
        request('POST', `/upload${edit}/bundles?uploadType=media`, {
          raw: makePackage({ packageName: PACKAGE, versionCode }),
        }),
      release: async (track, releases, query = '') => {
        const edit = await openEdit();
        const changed = await put(edit, track, releases);
        return changed.status === 200 ? request('POST', `${edit}:commit${query}`) : changed;
      },
      releasesOf: async (track) => {
        const edit = await openEdit(second);
        const { body } = await request('GET', `${edit}/tracks/${encodeURIComponent(track)}`, { token: second });
        return (body as { releases?: unknown }).releases;
      },
      lifecycles: async (track) => {
        const { body } = await request('GET', `~/tracks/${encodeURIComponent(track)}/releases`);
        const { releases = [] } = body as { releases?: Summary[] };
        return Object.fromEntries(
          releases.map(({ activeArtifacts, releaseLifecycleState }) => [
            activeArtifacts.map(({ versionCode }) => versionCode).join(),
            releaseLifecycleState.replace('RELEASE_LIFECYCLE_STATE_', ''),
          ]),
        );
      },
    });
    if (emulator.errors.length > 0) throw new AggregateError(emulator.errors, 'The emulator failed.');
  } finally {
    await emulator.stop();
  }
}

interface Summary {
  readonly releaseLifecycleState: string;
  readonly activeArtifacts: readonly { versionCode: number }[];
}

/** A signed assertion of a service account: RFC 7523, RS256. */
export function makeAssertion(
  privateKey: string,
  claims: object,
  header: object = { alg: 'RS256', typ: 'JWT' },
): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

/** What Google says of a refusal: HTTP status, status name, first reason and message. */
export function refusalOf({ status, body }: Reply): unknown {
  const { error } = body as { error: { status: string; message: string; errors: { reason: string }[] } };
  return { status, name: error.status, reason: error.errors[0]?.reason, message: error.message };
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
