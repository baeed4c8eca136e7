import { decide } from '#health/decision';
import { startRollout } from '#health/epochs';
import { evidenceAbove, evidenceBelow } from '#health/mixture';
import { android, crashGate, parametersOf } from './apps.ts';
import type { Table } from '../table.ts';

/** Extreme counts whose evidence is not a finite number. */
export function countNotFinite(): number {
  const counts = [0, 0.5, 1, 123.4, 1e6, 5e6, 1e9].flatMap((bad) =>
    [1, 7.5, 1e6, 1e9].map((count) => ({ bad, units: Math.max(count, bad) })),
  );
  const values = counts.flatMap((count) =>
    [1e-9, 0.005, 0.6].flatMap((bound) => [evidenceAbove(count, bound), evidenceBelow(count, bound)]),
  );
  return values.filter((value) => !Number.isFinite(value)).length;
}

/** Milliseconds of one decision about one gate with its interval, forecast and comparison. */
export function timeLook(hours: number): number {
  const hour = 3_600_000;
  const gate = crashGate(1.5);
  const memory = startRollout({ ...parametersOf(gate, android), gates: [gate] }, 0);
  const buckets = Array.from({ length: hours }, (_, index) => ({
    start: index * hour,
    end: (index + 1) * hour,
    units: 900 + index,
    bad: index % 7,
    previous: { units: 5_000, bad: 15 + (index % 3) },
  }));
  const now = hours * hour;
  const stage = { name: 'timed', startedAt: (now / 2) | 0, soak: hour, evidence: { kind: 'proven' } as const };
  const look = { now, memory, stage, reports: { crash: { buckets, earlier: buckets } } };
  const rounds = Math.ceil(50_000 / (hours + 50));
  const run = (): number => {
    const startedAt = performance.now();
    for (let round = 0; round < rounds; round += 1) decide(look);
    return (performance.now() - startedAt) / rounds;
  };
  run();
  // The best of several: whatever else the machine does only ever makes it slower.
  return Math.min(...Array.from({ length: 7 }, run));
}

/** Ratios in one run say more than times, which are this machine's. */
export function makeTimingTable(): Table {
  const sizes = [84, 168, 336, 672, 1_344, 2_688];
  const times = sizes.map(timeLook);
  const rows = sizes.map((size, index) => {
    const [time = NaN, before] = [times[index], times[index - 1]];
    return [
      String(size),
      (time * 1_000).toFixed(0),
      ((time * 1e6) / size).toFixed(0),
      before === undefined ? '' : (time / before).toFixed(2),
    ];
  });
  return {
    title: 'Time per gate and look, with interval, comparison and forecast',
    columns: ['Buckets', 'µs', 'ns per bucket', 'against half as many'],
    rows,
    notes: [
      'Linear growth is a last column that rises towards 2; a fixed part (two bisections for the interval) keeps it below.',
    ],
  };
}
