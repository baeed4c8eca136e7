import { createVirtualClock } from '#emulators/base/clock';
import { createHttp } from '#kit/http';
import type { Log } from '#kit/log';
import { createPlayVitals } from '#vendors/play-vitals/client';
import type { PlayVitals } from '#vendors/play-vitals/client';
import { toClock } from '#rehearsal/clock/shipped-clock';
import { email, packageName } from './stage.ts';

export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly token: string;
  readonly body: unknown;
}

export interface Scripted {
  readonly play: PlayVitals;
  readonly sent: readonly Sent[];
  readonly lines: readonly string[];
}

/** A client before answers that were written down, for what a well-behaved server never says. */
export function speakWith(reply: (sent: Sent, index: number) => unknown, now = '2026-11-24T12:27:28Z'): Scripted {
  const clock = createVirtualClock(now);
  const sent: Sent[] = [];
  const lines: string[] = [];
  const log = { info: (line: string) => lines.push(line) } as unknown as Log;
  const answer: typeof fetch = async (address, init) => {
    const token = new Headers(init?.headers).get('authorization') ?? '';
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    const request = { method: init?.method ?? 'GET', url: new URL(address), token, body };
    sent.push(request);
    const said = reply(request, sent.length - 1);
    return Promise.resolve(said instanceof Response ? said : Response.json(said));
  };
  const { signal } = new AbortController();
  const http = createHttp({ fetch: answer, clock: toClock(clock), log, signal, random: () => 0.5 });
  const signIn = {
    who: email,
    accessToken: async (): Promise<string> => Promise.resolve('first'),
    renew: async (): Promise<string> => Promise.resolve('second'),
  };
  const play = createPlayVitals({ http, clock: toClock(clock), log, signal, environment: {}, signIn, packageName });
  return { play, sent, lines };
}

const utc = { id: 'UTC' };

/** What the metric set says of itself: hourly figures to 9:00, daily ones to the 22nd. */
export const freshness = {
  name: 'apps/com.example.app/anrRateMetricSet',
  freshnessInfo: {
    freshnesses: [
      {
        aggregationPeriod: 'DAILY',
        latestEndTime: { year: 2026, month: 11, day: 22, timeZone: { id: 'America/Los_Angeles' } },
      },
      { aggregationPeriod: 'HOURLY', latestEndTime: { year: 2026, month: 11, day: 24, hours: 9, timeZone: utc } },
    ],
  },
};

/** A row of the release at 7:00, with something of it replaced. */
export function makeRow(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    aggregationPeriod: 'HOURLY',
    startTime: { year: 2026, month: 11, day: 24, hours: 7, timeZone: utc },
    dimensions: [{ dimension: 'versionCode', int64Value: '42' }],
    metrics: [rate('0.01'), users('1230')],
    ...more,
  };
}

export function rate(value: string, interval?: { readonly lower?: string; readonly upper?: string }): object {
  const bound = (written?: string): object | undefined => (written === undefined ? undefined : { value: written });
  const given =
    interval === undefined
      ? {}
      : { decimalValueConfidenceInterval: { lowerBound: bound(interval.lower), upperBound: bound(interval.upper) } };
  return { metric: 'anrRate', decimalValue: { value }, ...given };
}

export function users(value: string): object {
  return { metric: 'distinctUsers', decimalValue: { value } };
}
