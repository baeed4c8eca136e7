import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createClockServer, type ClockServer } from '#emulators/base/clock-server';
import { createVirtualClock, type VirtualClock } from '#emulators/base/clock';

const START = '2026-11-24T09:00:00.000Z';
const T0 = Date.parse(START);

/** Lets everything run that needs no time: several turns of the event loop, more than the clock waits for before a move. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Notes the virtual time of an event, in ms after the start. */
function noteTime(clock: VirtualClock, log: string[], name: string): () => void {
  return () => {
    log.push(`${name}@${clock.now() - T0}`);
  };
}

describe('the clock', () => {
  test('stands still between moves, and refuses to go back', () => {
    const clock = createVirtualClock(START);
    expect(clock.iso()).toBe(START);
    clock.advanceBy(90_000);
    expect(clock.now()).toBe(T0 + 90_000);
    clock.advanceTo('2026-11-24T10:00:00Z');
    expect(clock.iso()).toBe('2026-11-24T10:00:00.000Z');
    expect(() => {
      clock.advanceTo(START);
    }).toThrow(RangeError);
    expect(() => createVirtualClock('soon')).toThrow(/ISO 8601/);
  });

  test('jumps to the earliest sleeper, however they were started, ties in the order of registration', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 8 }), async (naps) => {
        const clock = createVirtualClock(START);
        const woken: string[] = [];
        await Promise.all(
          naps.map(async (nap, index) => clock.sleep(nap * 1_000).then(noteTime(clock, woken, `${index}`))),
        );
        const expected = naps
          .map((nap, index) => ({ nap, index }))
          .sort((a, b) => a.nap - b.nap || a.index - b.index)
          .map(({ nap, index }) => `${index}@${nap * 1_000}`);
        expect(woken).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  test('does not move while somebody works', async () => {
    const clock = createVirtualClock(START);
    const leave = clock.enter();
    const woken: string[] = [];
    const sleeping = clock.sleep(1_000).then(noteTime(clock, woken, 'sleep'));
    await settle();
    expect(clock.now()).toBe(T0);
    leave();
    leave();
    await sleeping;
    expect(woken).toEqual(['sleep@1000']);
    expect(clock.describe().active).toBe(0);
  });

  test('does not move by itself with autoAdvance off', async () => {
    const clock = createVirtualClock(START, { autoAdvance: false });
    const woken: string[] = [];
    const sleeping = clock.sleep(1_000).then(noteTime(clock, woken, 'sleep'));
    await settle();
    expect(woken).toEqual([]);
    clock.advanceBy(1_000);
    await sleeping;
    expect(woken).toEqual(['sleep@1000']);
  });

  test('deadlines never make time move, and fire on the way of a sleep before it ends', async () => {
    const clock = createVirtualClock(START);
    const events: string[] = [];
    const deadline = clock.deadline(30_000).then(noteTime(clock, events, 'deadline'));
    await settle();
    expect(clock.now()).toBe(T0);
    await clock.sleep(10_000).then(noteTime(clock, events, 'short'));
    await settle();
    expect(events).toEqual(['short@10000']);
    await clock.sleep(60_000).then(noteTime(clock, events, 'long'));
    await deadline;
    expect(events).toEqual(['short@10000', 'deadline@30000', 'long@70000']);
  });

  test('a hang moves time to the earliest deadline, and to the next only after somebody acted', async () => {
    const clock = createVirtualClock(START);
    const events: string[] = [];
    const first = clock.deadline(30_000, { hold: true });
    void clock.deadline(600_000).then(noteTime(clock, events, 'whole'));
    const end = clock.hang();
    const release = await first;
    await settle();
    expect(clock.now()).toBe(T0 + 30_000);
    end();
    release();
    await settle();
    expect(events).toEqual([]);
    const again = clock.hang();
    await settle();
    expect(events).toEqual(['whole@600000']);
    again();
  });

  test('of several time limits a hang lets one strike, and the next only after somebody registered or left', async () => {
    const clock = createVirtualClock(START);
    const events: string[] = [];
    for (const limit of [30_000, 600_000]) void clock.deadline(limit).then(noteTime(clock, events, 'limit'));
    const end = clock.hang();
    await settle();
    expect(events).toEqual(['limit@30000']);
    void clock.deadline(3_600_000);
    await settle();
    expect(events).toEqual(['limit@30000', 'limit@600000']);
    end();
  });

  test('a deadline that is held keeps time still until it was acted upon', async () => {
    const clock = createVirtualClock(START);
    const events: string[] = [];
    void clock.sleep(60_000).then(noteTime(clock, events, 'sleep'));
    const release = await clock.deadline(30_000, { hold: true });
    await settle();
    expect(events).toEqual([]);
    expect(clock.now()).toBe(T0 + 30_000);
    release();
    await settle();
    expect(events).toEqual(['sleep@60000']);
  });

  test('a participant that is awake keeps time still for all', async () => {
    const clock = createVirtualClock(START);
    const events: string[] = [];
    const leave = clock.join('a');
    const leaveB = clock.join('b');
    const a = clock.sleep(5_000, { participant: 'a' }).then(noteTime(clock, events, 'a'));
    await settle();
    expect(events).toEqual([]);
    expect(clock.describe().awake).toEqual(['b']);
    const b = clock.sleep(9_000, { participant: 'b' }).then(noteTime(clock, events, 'b'));
    await a;
    await settle();
    expect(events).toEqual(['a@5000']);
    leave();
    await b;
    expect(events).toEqual(['a@5000', 'b@9000']);
    leaveB();
  });

  test('a wait that is given up is forgotten', async () => {
    const clock = createVirtualClock(START);
    const gone = new AbortController();
    const wait = clock.sleep(1_000, { signal: gone.signal });
    gone.abort();
    await expect(wait).rejects.toThrow(/given up/);
    await settle();
    expect(clock.now()).toBe(T0);
    expect(clock.describe().sleeps).toEqual([]);
  });
});

describe('the clock over HTTP', () => {
  let server: ClockServer | undefined;
  afterEach(async () => {
    await server?.stop();
  });

  const post = async (path: string, body: object, signal?: AbortSignal): Promise<Record<string, unknown>> => {
    const response = await fetch(`${server?.url ?? ''}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    });
    return (await response.json()) as Record<string, unknown>;
  };

  test('answers a sleep when time has got there', async () => {
    const clock = createVirtualClock(START);
    server = await createClockServer(clock);
    expect(await post('/clock/sleep', { ms: 5_000 })).toEqual({ now: T0 + 5_000 });
    expect(await post('/clock/sleep', { until: T0 + 1_000 })).toEqual({ now: T0 + 5_000 });
    expect(await post('/clock/advance', { ms: 1 })).toEqual({ now: T0 + 5_001 });
    expect(await post('/clock/sleep', { ms: -1 })).toMatchObject({ message: expect.stringContaining('"ms"') });
    expect(await post('/clock/nap', {})).toMatchObject({ message: expect.stringContaining('POST /clock/nap') });
  });

  test('closing the connection unregisters', async () => {
    const clock = createVirtualClock(START, { autoAdvance: false });
    server = await createClockServer(clock);
    const gone = new AbortController();
    const wait = post('/clock/sleep', { ms: 5_000 }, gone.signal);
    while (clock.describe().sleeps.length === 0) await settle();
    gone.abort();
    await expect(wait).rejects.toThrow();
    while (clock.describe().sleeps.length > 0) await settle();
  });

  test('a held deadline keeps time still until it is released', async () => {
    const clock = createVirtualClock(START);
    server = await createClockServer(clock);
    const deadline = post('/clock/deadline', { ms: 1_000, hold: true });
    while (clock.describe().deadlines.length === 0) await settle();
    const sleep = post('/clock/sleep', { ms: 2_000 });
    const { now, hold } = await deadline;
    await settle();
    expect([now, clock.now()]).toEqual([T0 + 1_000, T0 + 1_000]);
    await post('/clock/release', { hold });
    expect(await sleep).toEqual({ now: T0 + 2_000 });
  });

  test('a process that has joined is waited for until it leaves', async () => {
    const clock = createVirtualClock(START);
    server = await createClockServer(clock);
    const gone = new AbortController();
    await fetch(`${server.url}/clock/join`, {
      method: 'POST',
      body: JSON.stringify({ participant: 'a' }),
      signal: gone.signal,
    });
    const sleep = post('/clock/sleep', { ms: 2_000 });
    while (clock.describe().sleeps.length === 0) await settle();
    expect(clock.now()).toBe(T0);
    gone.abort();
    expect(await sleep).toEqual({ now: T0 + 2_000 });
  });

  test('a process that dies releases the deadlines that it held', async () => {
    const clock = createVirtualClock(START);
    server = await createClockServer(clock);
    const gone = new AbortController();
    const body = JSON.stringify({ participant: 'a' });
    await fetch(`${server.url}/clock/join`, { method: 'POST', body, signal: gone.signal });
    const deadline = post('/clock/deadline', { ms: 0, hold: true, participant: 'a' });
    expect(await deadline).toMatchObject({ hold: '1' });
    const sleep = post('/clock/sleep', { ms: 2_000 });
    while (clock.describe().sleeps.length === 0) await settle();
    expect(clock.describe()).toMatchObject({ held: 1, awake: ['a'] });
    gone.abort();
    expect(await sleep).toEqual({ now: T0 + 2_000 });
  });

  test('mirrors the time into a file, before anybody is told', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clock-'));
    try {
      const file = join(folder, 'now');
      const clock = createVirtualClock(START);
      server = await createClockServer(clock, { file });
      expect((await readFile(file)).readDoubleLE()).toBe(T0);
      await clock.sleep(1_234);
      const bytes = await readFile(file);
      expect([bytes.length, bytes.readDoubleLE()]).toEqual([8, T0 + 1_234]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
