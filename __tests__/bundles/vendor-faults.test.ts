import { describe, expect, test } from '@jest/globals';
import type { Fault } from '#emulators/base/fault-plan';
import { withCounter } from '../emulators/counter-emulator.ts';
import { probe } from '../probe/probe.ts';
import { modes, play } from '../support/scenario.ts';
import { serveTime } from '../support/virtual-time.ts';

// The kit's HTTP against a vendor with every fault of the plan: what is told, what is repeated, and that a change is made
// at most once. All pauses pass on the virtual clock, also in the bundle.

interface Row {
  readonly fault: Fault;
  /** How many requests meet the fault; Infinity: all. */
  readonly times: number;
  /** The id of the message, or "" for success. */
  readonly read: string;
  readonly raise: string;
  /** Changes that a POST has made in the end. */
  readonly changes: number;
}

const always = Number.POSITIVE_INFINITY;

const rows: readonly Row[] = [
  { fault: { kind: 'status', status: 500 }, times: 1, read: '', raise: 'vendor-ambiguous', changes: 0 },
  { fault: { kind: 'status', status: 502, when: 'after' }, times: 1, read: '', raise: 'vendor-ambiguous', changes: 1 },
  {
    fault: { kind: 'status', status: 503 },
    times: always,
    read: 'vendor-unreachable',
    raise: 'vendor-ambiguous',
    changes: 0,
  },
  {
    fault: { kind: 'status', status: 401 },
    times: always,
    read: 'vendor-refused',
    raise: 'vendor-refused',
    changes: 0,
  },
  { fault: { kind: 'status', status: 422 }, times: 1, read: 'vendor-refused', raise: 'vendor-refused', changes: 0 },
  { fault: { kind: 'rate-limit', retryAfter: 20 }, times: 2, read: '', raise: '', changes: 1 },
  {
    fault: { kind: 'rate-limit', retryAfter: 600 },
    times: 1,
    read: 'vendor-deadline',
    raise: 'vendor-deadline',
    changes: 0,
  },
  { fault: { kind: 'delay', ms: 20_000 }, times: 1, read: '', raise: '', changes: 1 },
  { fault: { kind: 'cut-before' }, times: 1, read: '', raise: 'vendor-ambiguous', changes: 0 },
  { fault: { kind: 'cut-after' }, times: 1, read: '', raise: 'vendor-ambiguous', changes: 1 },
  { fault: { kind: 'cut-mid-body' }, times: 1, read: '', raise: 'vendor-ambiguous', changes: 1 },
  { fault: { kind: 'malformed-body' }, times: 1, read: 'vendor-unreadable', raise: 'vendor-unreadable', changes: 1 },
  { fault: { kind: 'empty-body' }, times: 1, read: 'vendor-unreadable', raise: 'vendor-unreadable', changes: 1 },
  { fault: { kind: 'hang' }, times: 1, read: '', raise: 'vendor-ambiguous', changes: 0 },
  { fault: { kind: 'hang', when: 'after' }, times: 1, read: '', raise: 'vendor-ambiguous', changes: 1 },
  { fault: { kind: 'hang' }, times: always, read: 'vendor-deadline', raise: 'vendor-ambiguous', changes: 0 },
];

describe.each(modes)('%s: the vendor', (mode) => {
  const cases = rows.flatMap((row) => [
    [row.fault, row.times, 'GET', row.read, 0] as const,
    [row.fault, row.times, 'POST', row.raise, row.changes] as const,
  ]);
  test.each(cases)('%j x %d on a %s: %s, %d changes', async (fault, times, method, id, changes) => {
    await withCounter({ faults: [{ match: {}, fault, times }] }, async ({ emulator, clock, value }) => {
      const time = await serveTime(clock);
      const inputs = { does: 'request-json', url: `${emulator.url}/value`, method, 'timeout-ms': '30000' };
      await play(mode, probe, { inputs, ...time.scenario }, (seen) => {
        expect(seen.log).toContain(id === '' ? '' : `[${id}]`);
        expect(seen.exitCode).toBe(id === '' ? 0 : 3);
        expect(seen.outputs['result']).toBe(id === '' ? 'success' : 'vendor-error');
        // What is reported as done has been done, and nothing was done twice.
        expect(value()).toBe(changes);
        if (id === '' && method === 'POST') expect(seen.outputs['seen']).toBe('{"value":1}');
      });
      await time.stop();
    });
  });

  test('a wait of ours passes at once and moves the clock, not the wall', async () => {
    await withCounter({}, async ({ clock }) => {
      const time = await serveTime(clock);
      const before = clock.now();
      const startedAt = performance.now();
      await play(mode, probe, { inputs: { does: 'wait', 'timeout-ms': '600000' }, ...time.scenario }, (seen) => {
        expect(seen.outputs['seen']).toBe('600000');
      });
      expect(clock.now() - before).toBe(600_000);
      expect(performance.now() - startedAt).toBeLessThan(60_000);
      await time.stop();
    });
  });
});

test.each([
  ['before', 0],
  ['after', 1],
] as const)('bundle: killed %s the vendor has acted: %d changes, and no word of success', async (when, changes) => {
  let pid = 0;
  const kill = (): void => {
    process.kill(pid, 'SIGKILL');
  };
  await withCounter(
    { faults: [{ match: {}, fault: { kind: 'kill-caller', when } }], kill },
    async ({ emulator, value }) => {
      const onStart = (started: number): void => {
        pid ||= started;
      };
      const inputs = { does: 'request-json', url: `${emulator.url}/value`, method: 'POST' };
      await play('bundle', probe, { inputs, onStart }, (seen) => {
        expect(seen.exitCode).toBe(137);
        expect(seen.outputs).toEqual({ result: 'error', verdict: 'fail', seen: '' });
      });
      expect(value()).toBe(changes);
    },
  );
});
