import { createVirtualClock, type VirtualClock } from '#emulators/base/clock';
import { createFaultPlan, type FaultPlan } from '#emulators/base/fault-plan';
import { createPlayEmulator, type PlayEmulator } from '#emulators/google-play/server';
import { createPlayWorld, type PlayWorld, type SeededAccount } from '#emulators/google-play/world';
import type { Environment } from '#kit/child-env';
import { fetchOverHttp } from '#kit/fetch';
import { createHttp } from '#kit/http';
import { createGoogleSignIn } from '#vendors/google-auth/sign-in';
import type { GoogleSignIn } from '#vendors/google-auth/sign-in';
import { toClock } from '#rehearsal/clock/shipped-clock';

const scopes = [
  'https://www.googleapis.com/auth/androidpublisher',
  'https://www.googleapis.com/auth/playdeveloperreporting',
];

export interface SignInStage {
  readonly emulator: PlayEmulator;
  readonly clock: VirtualClock;
  readonly account: SeededAccount;
  /** What was registered as secret. */
  readonly secrets: readonly string[];
  readonly signIn: (given: string, options?: { environment?: Environment; signal?: AbortSignal }) => GoogleSignIn;
  /** The status of a request to both APIs with a token. */
  readonly tryToken: (token: string) => Promise<readonly number[]>;
  /** Operations in their order. */
  readonly asked: () => readonly string[];
}

export interface SignInOptions {
  /** Whether the account has a key of its own: making one takes a while. */
  readonly withKey?: boolean;
  readonly faults?: FaultPlan;
  readonly prepare?: (world: PlayWorld) => void;
}

export const email = 'ci@example-project.iam.gserviceaccount.com';

/** The emulator of Google with an app and an account that has a key; `prepare` adds others. */
export async function withGoogle(
  { faults = createFaultPlan(), prepare, withKey = false }: SignInOptions,
  run: (stage: SignInStage) => Promise<void>,
): Promise<void> {
  const world = createPlayWorld();
  world.addApp('com.example.app');
  const account = world.addAccount({ email, ...(withKey ? {} : { subjectTokens: ['of nobody'] }) });
  prepare?.(world);
  const clock = createVirtualClock('2026-11-24T09:00:00Z');
  const emulator = createPlayEmulator({ world, clock, faults });
  await emulator.start();
  const secrets: string[] = [];
  try {
    await run({
      emulator,
      clock,
      account,
      secrets,
      signIn: (given, { environment = {}, signal = new AbortController().signal } = {}) =>
        createGoogleSignIn({
          http: createHttp({
            fetch: fetchOverHttp,
            clock: toClock(clock),
            log: { info: () => undefined } as never,
            signal,
            random: () => 0.5,
          }),
          clock: toClock(clock),
          environment: { SLIPWAY_GOOGLE_API: emulator.url, ...environment },
          vault: {
            add: (_, secret) => {
              secrets.push(secret);
            },
          },
          given,
          scopes,
        }),
      tryToken: async (token) => {
        const paths = [
          '/androidpublisher/v3/applications/com.example.app/tracks/production/releases',
          '/v1beta1/apps/com.example.app/crashRateMetricSet',
        ];
        const headers = { authorization: `Bearer ${token}` };
        const answers = await Promise.all(paths.map((path) => fetch(`${emulator.url}${path}`, { headers })));
        return answers.map(({ status }) => status);
      },
      asked: () => emulator.log.entries().map(({ operation }) => operation),
    });
    if (emulator.errors.length > 0) throw new AggregateError(emulator.errors, 'The emulator failed.');
  } finally {
    await emulator.stop();
  }
}
