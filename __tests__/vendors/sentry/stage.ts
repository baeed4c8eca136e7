import { createVirtualClock, type VirtualClock } from '#emulators/base/clock';
import { createFaultPlan, type FaultPlan } from '#emulators/base/fault-plan';
import { createSentryEmulator, type SentryEmulator, type SentryEmulatorOptions } from '#emulators/sentry/server';
import type { SessionsInput } from '#emulators/sentry/sessions';
import { createSentryWorld, type SentryWorld } from '#emulators/sentry/world';
import type { Environment } from '#kit/child-env';
import { fetchOverHttp } from '#kit/fetch';
import { createHttp } from '#kit/http';
import type { Log } from '#kit/log';
import { createSentry } from '#vendors/sentry/client';
import type { Sentry, SentryOptions } from '#vendors/sentry/client';
import type { SentryQuestion } from '#vendors/sentry/source';
import { toClock } from '#rehearsal/clock/shipped-clock';

const now = '2026-11-24T12:27:28Z';
export const release = 'tracker-mobile@2.15.3+20250114.1';
export const previous = 'tracker-mobile@2.15.2+20250110.1';
export const hour = 3_600_000;

export interface ClientStage {
  readonly emulator: SentryEmulator;
  readonly clock: VirtualClock;
  /** What the client logged. */
  readonly lines: readonly string[];
  readonly secrets: readonly string[];
  readonly connect: (options?: Partial<SentryOptions> & { readonly signal?: AbortSignal }) => Sentry;
  /** Adds sessions of the release in the project. */
  readonly add: (...sessions: readonly (Partial<SessionsInput> & { readonly at: string })[]) => void;
  /** Operations in their order. */
  readonly asked: () => readonly string[];
}

export interface StageOptions extends Pick<SentryEmulatorOptions, 'limit'> {
  readonly faults?: FaultPlan;
  readonly prepare?: (world: SentryWorld) => void;
  readonly fill?: (stage: ClientStage) => void;
}

/** The client before the emulator: real HTTP, on the virtual clock. */
export async function withSentry(options: StageOptions, run: (stage: ClientStage) => Promise<void>): Promise<void> {
  const world = createSentryWorld();
  world.addOrganization('acme');
  world.addProject('acme', 'tracker');
  world.addProject('acme', 'watch');
  const token = world.addToken('acme', 'integration');
  options.prepare?.(world);
  const clock = createVirtualClock(now);
  const { faults = createFaultPlan(), limit } = options;
  const emulator = createSentryEmulator({ world, clock, faults, ...(limit === undefined ? {} : { limit }) });
  await emulator.start();
  const lines: string[] = [];
  const secrets: string[] = [];
  const log = { info: (line: string) => lines.push(line) } as unknown as Log;
  const stage: ClientStage = {
    emulator,
    clock,
    lines,
    secrets,
    connect: ({ signal = new AbortController().signal, ...more } = {}) => {
      const variables: Environment = { SLIPWAY_SENTRY_API: emulator.url };
      const http = createHttp({ fetch: fetchOverHttp, clock: toClock(clock), log, signal, random: () => 0.5 });
      const vault = { add: (_: string, secret: string) => secrets.push(secret) } as unknown as SentryOptions['vault'];
      const own = { token, organization: 'acme', projects: ['tracker'] as const, environment: 'production' };
      return createSentry({ http, clock: toClock(clock), log, variables, vault, ...own, ...more });
    },
    add: (...sessions) => {
      emulator.ingestion.addSessions('acme', ...sessions.map((one) => ({ project: 'tracker', release, ...one })));
    },
    asked: () => emulator.log.entries().map(({ operation }) => operation),
  };
  try {
    options.fill?.(stage);
    await run(stage);
    if (emulator.errors.length > 0) throw new AggregateError(emulator.errors, 'The emulator failed.');
  } finally {
    await emulator.stop();
  }
}

/** From 9:40 on, that is from 9. */
export const question: SentryQuestion = {
  gate: 'crash',
  release,
  previous: [previous],
  unit: 'session',
  start: Date.parse('2026-11-24T09:40:00Z'),
  end: Date.parse(now),
};

/** Two hours of both releases, and one in which only the old one was used. */
export function fillTwoHours({ add }: ClientStage): void {
  add(
    { at: '2026-11-24T09:50:00Z', sessions: { healthy: 95, errored: 3, crashed: 2 } },
    { at: '2026-11-24T11:10:00Z', sessions: { healthy: 190, unhandled: 4, abnormal: 1, crashed: 5 } },
    { at: '2026-11-24T11:20:00Z', release: previous, sessions: { healthy: 996, crashed: 4 } },
    { at: '2026-11-24T10:20:00Z', release: previous, sessions: { healthy: 900 } },
  );
}

/** A client before answers that were written down, for what a well-behaved server never says. */
export function speakWith(
  reply: (url: URL) => Response,
  time = now,
): { readonly sentry: Sentry; readonly urls: readonly URL[] } {
  const clock = createVirtualClock(time);
  const urls: URL[] = [];
  const log = { info: () => undefined } as never;
  const answer: typeof fetch = async (address) => {
    const url = new URL(address instanceof Request ? address.url : address);
    urls.push(url);
    return Promise.resolve(reply(url));
  };
  const { signal } = new AbortController();
  const http = createHttp({ fetch: answer, clock: toClock(clock), log, signal, random: () => 0.5 });
  const sentry = createSentry({
    http,
    clock: toClock(clock),
    log,
    variables: {},
    vault: { add: () => undefined },
    token: 'sntryu_0123',
    organization: 'acme',
    projects: ['tracker'],
  });
  return { sentry, urls };
}
