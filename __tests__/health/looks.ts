import { decide } from '#health/decision';
import type { Decision } from '#health/decision';
import { startRollout } from '#health/epochs';
import type { Memory } from '#health/epochs';
import { comparePrevious, defineGate, mobile } from '#health/parameters';
import type { Gate, Parameters } from '#health/parameters';
import type { Bucket, Report, SourceError } from '#health/report';
import type { Stage } from '#health/verdict';

export const hour = 3_600_000;
/** A whole hour in 2026, so that buckets have readable names. */
export const begin = Date.UTC(2026, 0, 14, 9);

/** The crash gate of the worked examples: 0.5 % of sessions, nothing known about clusters. */
export const crash = defineGate('mobile', {
  name: 'crash',
  unit: 'session',
  limit: 0.005,
  overdispersion: { value: 1, origin: 'given' },
  comparison: comparePrevious(0.005),
});

/** With this one beside it four tests can halt, as the examples assume; it is silent unless a test speaks for it. */
export const anr: Gate = { ...crash, name: 'anr', unit: 'user-hour', required: false };

export const parameters: Parameters = { ...mobile, stages: 5, gates: [crash, anr] };

export const proven: Stage = { name: 'production 5 %', startedAt: begin, soak: 6 * hour, evidence: { kind: 'proven' } };

/** One bucket that is old enough for everything. */
export function oneBucket(bad: number, units: number, previous?: { bad: number; units: number }): Bucket {
  return { start: begin, end: begin + hour, bad, units, ...(previous === undefined ? {} : { previous }) };
}

export interface LookOptions {
  readonly memory?: Memory;
  readonly stage?: Stage;
  readonly now?: number;
  readonly parameters?: Parameters;
  readonly anr?: Report | SourceError;
}

/** Looks at the crash gate twelve hours after the beginning, with fresh data, unless told otherwise. */
export function look(crashReport: Report | SourceError | readonly Bucket[], options: LookOptions = {}): Decision {
  const now = options.now ?? begin + 12 * hour;
  const report = Array.isArray(crashReport)
    ? { buckets: crashReport as readonly Bucket[], freshUntil: now }
    : crashReport;
  return decide({
    now,
    memory: options.memory ?? startRollout(options.parameters ?? parameters, begin),
    stage: options.stage ?? proven,
    reports: { crash: report as Report | SourceError, anr: options.anr ?? { buckets: [], freshUntil: now } },
  });
}
