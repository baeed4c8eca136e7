import { createVirtualClock } from '#emulators/base/clock';
import type { VirtualClock } from '#emulators/base/clock';
import type { Environment } from '#kit/child-env';
import { createHttp } from '#kit/http';
import { createGooglePlay } from '#vendors/google-play/client';
import type { GooglePlay } from '#vendors/google-play/client';
import { toClock } from '#rehearsal/clock/shipped-clock';

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly token: string;
  readonly body: string;
  readonly headers: Headers;
}

export interface Scripted {
  readonly play: GooglePlay;
  readonly clock: VirtualClock;
  readonly seen: readonly Seen[];
}

export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A client before answers that were written down: for what an emulator of a well-behaved vendor never says.
 * @param reply by the number of the request, from 0
 */
export function speakWith(
  reply: (index: number, seen: Seen) => Reply,
  { environment = {}, packageName = 'com.example.app' }: { environment?: Environment; packageName?: string } = {},
): Scripted {
  const clock = createVirtualClock('2026-11-24T09:00:00Z');
  const seen: Seen[] = [];
  const answer: typeof fetch = async (url, init) => {
    const headers = new Headers(init?.headers);
    const token = headers.get('authorization')?.replace('Bearer ', '') ?? '';
    const body = typeof init?.body === 'string' ? init.body : '';
    const one = {
      method: init?.method ?? '',
      url: url instanceof Request ? url.url : url.toString(),
      token,
      body,
      headers,
    };
    seen.push(one);
    const given = reply(seen.length - 1, one);
    const text = typeof given.body === 'string' ? given.body : JSON.stringify(given.body ?? {});
    return Promise.resolve(new Response(text, { status: given.status ?? 200, headers: given.headers ?? {} }));
  };
  const signal = new AbortController().signal;
  const log = { info: () => undefined } as never;
  let renewed = 0;
  const play = createGooglePlay({
    http: createHttp({ fetch: answer, clock: toClock(clock), log, signal, random: () => 0.5 }),
    clock: toClock(clock),
    log,
    signal,
    environment,
    signIn: {
      accessToken: async () => Promise.resolve('first'),
      renew: async () => {
        renewed += 1;
        return Promise.resolve(`renewed-${renewed}`);
      },
    },
    packageName,
  });
  return { play, clock, seen };
}

/** An error as Google writes it. */
export function refusal(status: number, name: string, message: string, reason = 'forbidden'): Reply {
  return { status, body: { error: { code: status, message, status: name, errors: [{ message, reason }] } } };
}
