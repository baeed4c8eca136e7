import { createVirtualClock } from '#emulators/base/clock';
import type { FaultPlan } from '#emulators/base/fault-plan';
import { createPrometheusEmulator, type PrometheusEmulator } from '#emulators/prometheus/server';
import type { PlannedAnswer } from '#emulators/prometheus/state';
import { fetchOverHttp } from '#kit/fetch';
import { createHttp } from '#kit/http';
import type { Log } from '#kit/log';
import { createPrometheus } from '#vendors/prometheus/client';
import type { Prometheus, PrometheusOptions } from '#vendors/prometheus/client';
import type { PrometheusQuestion, PrometheusSource } from '#vendors/prometheus/source';
import { toClock } from '#rehearsal/clock/shipped-clock';

const hour = 3_600_000;
export const release = 'tracker@2.0.0+7';
export const previous = 'tracker@1.9.0+6';

export const source: PrometheusSource = {
  queries: {
    bad: 'sum(increase(crashes_total{version="{{version}}"}[{{step}}]))',
    total: 'sum(increase(starts_total{version="{{version}}"}[{{step}}]))',
  },
  step: hour,
  settle: 120_000,
};

export const question: PrometheusQuestion = {
  gate: 'crash',
  release,
  previous: [],
  start: Date.parse('2026-11-24T08:20:00Z'),
  end: Date.parse('2026-11-24T12:01:00Z'),
};

/** What the two queries are once they are filled. */
export const crashes = (version: string): string => `sum(increase(crashes_total{version="${version}"}[3600s]))`;
export const starts = (version: string): string => `sum(increase(starts_total{version="${version}"}[3600s]))`;

/** One series with a value at each full hour; undefined for none. */
export function series(from: number, ...values: readonly (string | number | undefined)[]): PlannedAnswer {
  const at = (index: number): string => `2026-11-24T${String(from + index).padStart(2, '0')}:00:00Z`;
  const known = values.flatMap((value, index) => (value === undefined ? [] : [[at(index), `${value}`]]));
  return { series: [{ metric: {}, values: Object.fromEntries(known) as Record<string, string> }] };
}

export const nothing: PlannedAnswer = { series: [] };

export interface ClientStage {
  readonly emulator: PrometheusEmulator;
  readonly lines: readonly string[];
  readonly secrets: readonly string[];
  readonly connect: (options?: Partial<PrometheusOptions> & { readonly signal?: AbortSignal }) => Prometheus;
}

export interface StageOptions {
  readonly faults?: FaultPlan;
  readonly authorization?: string;
  readonly prefix?: string;
  readonly answers?: Readonly<Record<string, PlannedAnswer>>;
  readonly now?: string;
}

/** The client before the emulator: real HTTP, on the virtual clock. */
export async function withPrometheus(options: StageOptions, run: (stage: ClientStage) => Promise<void>): Promise<void> {
  const { answers = {}, now = '2026-11-24T12:01:00Z', ...rest } = options;
  const clock = createVirtualClock(now);
  const emulator = createPrometheusEmulator({ clock, ...rest });
  for (const [expression, answer] of Object.entries(answers)) emulator.answer(expression, answer);
  await emulator.start();
  const lines: string[] = [];
  const secrets: string[] = [];
  const log = { info: (line: string) => lines.push(line) } as unknown as Log;
  try {
    await run({
      emulator,
      lines,
      secrets,
      connect: ({ signal = new AbortController().signal, ...more } = {}) => {
        const vault = {
          add: (_: string, secret: string) => secrets.push(secret),
        } as unknown as PrometheusOptions['vault'];
        const http = createHttp({ fetch: fetchOverHttp, clock: toClock(clock), log, signal, random: () => 0.5 });
        return createPrometheus({ http, clock: toClock(clock), log, vault, address: emulator.url, ...more });
      },
    });
    if (emulator.errors.length > 0) throw new AggregateError(emulator.errors, 'The emulator failed.');
  } finally {
    await emulator.stop();
  }
}
