import { describe, expect, test } from '@jest/globals';
import { ALL_FAULTS, applies, casesFor, FAULT_RULES } from '#emulators/base/fault-cases';
import { createFaultPlan, type Fault } from '#emulators/base/fault-plan';
import type { LogEntry } from '#emulators/base/request-log';
import { withCounter, type Counter } from './counter-emulator.ts';

/** What a caller sees of a request: a status with its body, or that the connection broke. */
async function see(sending: Promise<Response>): Promise<string> {
  try {
    const response = await sending;
    return `${response.status} ${await response.text()}`;
  } catch {
    return 'broken';
  }
}

interface Row {
  readonly fault: Fault;
  /** What a POST that raises the value from 0 to 1 shows, and the value after it. */
  readonly seen: string;
  readonly value: number;
}

// Each row follows the table of `Fault`.
const WRITES: readonly Row[] = [
  { fault: { kind: 'status', status: 503 }, seen: '503 {"failed":true}', value: 0 },
  { fault: { kind: 'status', status: 504, when: 'after' }, seen: '504 {"failed":true}', value: 1 },
  { fault: { kind: 'status', status: 500, body: { own: 1 } }, seen: '500 {"own":1}', value: 0 },
  { fault: { kind: 'rate-limit', retryAfter: 30 }, seen: '429 {"failed":true}', value: 0 },
  { fault: { kind: 'cut-before' }, seen: 'broken', value: 0 },
  { fault: { kind: 'cut-after' }, seen: 'broken', value: 1 },
  { fault: { kind: 'cut-mid-body' }, seen: 'broken', value: 1 },
  { fault: { kind: 'malformed-body' }, seen: '201 {"valu', value: 1 },
  { fault: { kind: 'empty-body' }, seen: '200 ', value: 1 },
  { fault: { kind: 'delay', ms: 5_000 }, seen: '201 {"value":1}', value: 1 },
  { fault: { kind: 'delay', ms: 5_000, when: 'after' }, seen: '201 {"value":1}', value: 1 },
  { fault: { kind: 'kill-caller' }, seen: 'broken', value: 0 },
  { fault: { kind: 'kill-caller', when: 'after' }, seen: 'broken', value: 1 },
];

describe('a fault', () => {
  test.each(WRITES)('$fault.kind $fault.when $fault.status on a write', async ({ fault, seen, value }) => {
    await withCounter({ faults: [{ match: { operation: 'raise' }, fault }] }, async (counter) => {
      expect(await see(counter.send('POST', '/value'))).toBe(seen);
      expect(counter.value()).toBe(value);
      const [entry] = counter.emulator.log.entries();
      expect(entry).toMatchObject({ operation: 'raise', fault: fault.kind, applied: value === 1 });
      expect(counter.emulator.log.writes().length).toBe(value);
      // It met one request; the next one is served.
      expect(await see(counter.send('POST', '/value'))).toBe(`201 {"value":${value + 1}}`);
      expect(counter.faults.unused()).toEqual([]);
    });
  });

  test('rate-limit tells how long to wait', async () => {
    await withCounter({ faults: [{ match: {}, fault: { kind: 'rate-limit', retryAfter: 30 } }] }, async ({ send }) => {
      expect((await send('GET', '/value')).headers.get('retry-after')).toBe('30');
    });
  });

  test('a delay takes virtual time, and no longer', async () => {
    await withCounter({ faults: [{ match: {}, fault: { kind: 'delay', ms: 5_000 } }] }, async ({ send, clock }) => {
      const before = clock.now();
      const response = await send('GET', '/value');
      expect(clock.now() - before).toBe(5_000);
      expect(response.headers.get('date')).toBe('Tue, 24 Nov 2026 09:00:05 GMT');
    });
  });

  test('a stale read shows the state before the last write, once', async () => {
    await withCounter(
      { faults: [{ match: { operation: 'read', occurrence: 2 }, fault: { kind: 'stale-read' } }] },
      async (counter) => {
        await counter.send('POST', '/value');
        await counter.send('POST', '/value');
        expect(await see(counter.send('GET', '/value'))).toBe('200 {"value":2}');
        expect(await see(counter.send('GET', '/value'))).toBe('200 {"value":1}');
        expect(await see(counter.send('GET', '/value'))).toBe('200 {"value":2}');
      },
    );
  });

  test.each([
    { when: 'before' as const, value: 0 },
    { when: 'after' as const, value: 1 },
  ])('a hang ($when) lasts until the caller gives up at its deadline', async ({ when, value }) => {
    await withCounter({ faults: [{ match: {}, fault: { kind: 'hang', when } }] }, async (counter) => {
      const { clock } = counter;
      const gone = new AbortController();
      const start = clock.now();
      void clock.deadline(30_000).then(() => {
        gone.abort();
      });
      expect(await see(counter.send('POST', '/value', { signal: gone.signal }))).toBe('broken');
      expect(clock.now() - start).toBe(30_000);
      expect(counter.value()).toBe(value);
      expect(counter.emulator.log.entries()[0]).toMatchObject({ status: null, applied: value === 1 });
    });
  });

  test('kill-caller names the request, and needs a way to kill', async () => {
    await withCounter({ faults: [{ match: { nth: 2 }, fault: { kind: 'kill-caller' } }] }, async ({ send, killed }) => {
      await send('GET', '/value');
      await see(send('POST', '/value'));
      expect(killed.map(({ n, operation }) => [n, operation])).toEqual([[2, 'raise']]);
    });
    expect(() => createFaultPlan([{ match: {}, fault: { kind: 'kill-caller' } }])).toThrow(TypeError);
  });

  test.each([
    { match: { nth: 3 }, met: [3] },
    { match: { operation: 'read', occurrence: 2 }, met: [3] },
    { match: { attempt: 1 }, times: Infinity, met: [1, 2] },
    { match: { attempt: 2 }, met: [3] },
    { match: { page: 1, operation: 'read' }, times: 2, met: [1, 3] },
    { match: { page: 2 }, met: [] },
    { match: { vendor: 'other' }, met: [] },
  ])('$match meets the requests $met of read, raise, read, read', async ({ match, times, met }) => {
    const fault: Fault = { kind: 'status', status: 503 };
    const planned = { match, fault, ...(times === undefined ? {} : { times }) };
    await withCounter({ faults: [planned] }, async ({ send, emulator, faults }) => {
      for (const method of ['GET', 'POST', 'GET', 'GET']) await send(method, '/value');
      const faulty = emulator.log.entries().filter((entry) => entry.fault === 'status');
      expect(faulty.map(({ n }) => n)).toEqual(met);
      expect(faults.unused()).toEqual(met.length === 0 ? [planned] : []);
    });
  });
});

describe('cases from a log', () => {
  async function logOf(run: (counter: Counter) => Promise<void>): Promise<readonly LogEntry[]> {
    let entries: readonly LogEntry[] = [];
    await withCounter({}, async (counter) => {
      await run(counter);
      entries = counter.emulator.log.entries();
    });
    return entries;
  }

  test('hold each pair of a request and a fault that applies to it once, and meet that request', async () => {
    const log = await logOf(async ({ send }) => {
      await send('GET', '/value');
      await send('POST', '/value');
      await send('GET', '/value');
      await send('GET', '/nothing');
    });
    const cases = casesFor(log);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    const expected = log
      .filter(({ operation }) => operation !== 'unknown')
      .map((entry) => ALL_FAULTS.filter((fault) => applies(fault, entry, log)).length);
    expect(cases.length).toBe(expected.reduce((sum, count) => sum + count, 0));
    // Every fault there is has a request that it applies to.
    expect(new Set(cases.map(({ fault }) => fault.kind))).toEqual(new Set(Object.keys(FAULT_RULES)));
    for (const { match, fault } of cases) {
      await withCounter({ faults: [{ match, fault }] }, async ({ send, emulator, clock }) => {
        const gone = new AbortController();
        void clock.deadline(60_000).then(() => {
          gone.abort();
        });
        for (const method of ['GET', 'POST', 'GET']) await see(send(method, '/value', { signal: gone.signal }));
        const met = emulator.log.entries().filter((entry) => entry.fault !== undefined);
        expect(met.map(({ operation, occurrence }) => ({ operation, occurrence }))).toEqual([
          { operation: match.operation, occurrence: match.occurrence },
        ]);
      });
    }
  });

  test.each([
    { kind: 'cut-after', read: false, write: true },
    { kind: 'stale-read', read: true, write: false },
    { kind: 'cut-before', read: true, write: true },
  ] as const)('$kind: reads $read, writes $write', async ({ kind, read, write }) => {
    const log = await logOf(async ({ send }) => {
      await send('POST', '/value');
      await send('GET', '/value');
    });
    const operations = casesFor(log, [{ kind }]).map(({ match }) => match.operation);
    expect(operations).toEqual([...(write ? ['raise'] : []), ...(read ? ['read'] : [])]);
  });

  test('a stale read before any write would be no fault', async () => {
    const log = await logOf(async ({ send }) => {
      await send('GET', '/value');
    });
    expect(casesFor(log, [{ kind: 'stale-read' }])).toEqual([]);
  });
});
