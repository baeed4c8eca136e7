import { createVirtualClock, type VirtualClock } from '#emulators/base/clock';
import { createSentryEmulator, type SentryEmulator, type SentryEmulatorOptions } from '#emulators/sentry/server';
import { createSentryWorld, type SentryWorld } from '#emulators/sentry/world';

export const ORGANIZATION = 'acme';
export const PROJECT = 'tracker';
export const START = '2026-11-24T12:27:28Z';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface Stage {
  readonly world: SentryWorld;
  readonly clock: VirtualClock;
  readonly emulator: SentryEmulator;
  /** GET below the organization, such as `sessions/?field=sum(session)`. A path with a slash in front is taken as it is. */
  readonly get: (path: string, token?: string | null) => Promise<Reply>;
  /** The same for sessions, with a list of parameters. */
  readonly sessions: (...parameters: readonly string[]) => Promise<Sessions>;
}

export interface Sessions {
  readonly start: string;
  readonly end: string;
  readonly intervals: readonly string[];
  readonly groups: readonly {
    readonly by: Readonly<Record<string, unknown>>;
    readonly totals: Readonly<Record<string, number | null>>;
    readonly series: Readonly<Record<string, readonly (number | null)[]>>;
  }[];
}

export interface StageOptions extends Pick<SentryEmulatorOptions, 'limit'> {
  readonly prepare?: (world: SentryWorld) => void;
}

/** Runs a test against an emulator that lives as long as the test: an organization with two projects and a token that may read. */
export async function withSentry(options: StageOptions, run: (stage: Stage) => Promise<void>): Promise<void> {
  const world = createSentryWorld();
  world.addOrganization(ORGANIZATION);
  world.addProject(ORGANIZATION, PROJECT);
  world.addProject(ORGANIZATION, 'backend');
  const reader = world.addToken(ORGANIZATION, 'integration');
  options.prepare?.(world);
  const clock = createVirtualClock(START);
  const { limit } = options;
  const emulator = createSentryEmulator({ world, clock, ...(limit === undefined ? {} : { limit }) });
  await emulator.start();
  const get: Stage['get'] = async (path, token = reader) => {
    const address = path.startsWith('/') ? path : `/api/0/organizations/${ORGANIZATION}/${path}`;
    const response = await fetch(`${emulator.url}${address}`, {
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  try {
    await run({
      world,
      clock,
      emulator,
      get,
      sessions: async (...parameters) => {
        const { status, body } = await get(`sessions/?${parameters.join('&')}`);
        if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
        return body as Sessions;
      },
    });
    if (emulator.errors.length > 0) throw new AggregateError(emulator.errors, 'The emulator failed.');
  } finally {
    await emulator.stop();
  }
}
