import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { paginate, type Page } from '#emulators/base/pagination';
import { createRandom } from '#emulators/base/random';
import { createRouter, type EmulatorRequest } from '#emulators/base/routes';
import { listInterleavings, listOrders } from '#emulators/base/interleavings';
import {
  chooseAtRandom,
  chooseByActor,
  chooseByArrival,
  createScheduler,
  type Choose,
} from '#emulators/base/scheduler';
import { createVirtualClock } from '#emulators/base/clock';
import { createStore } from '#emulators/base/store';
import { withCounter } from './counter-emulator.ts';

const REQUEST: EmulatorRequest = {
  method: 'GET',
  path: '/',
  params: {},
  queryLists: {},
  query: {},
  headers: {},
  raw: Buffer.alloc(0),
  body: {},
};

describe('a request is a transaction', () => {
  test.each(['refuse', 'answer', 'throw'])('that changes nothing when the handler fails late (%s)', async (how) => {
    await withCounter({}, async ({ send, value, emulator }) => {
      const response = await send('POST', `/fail/${how}`);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(value()).toBe(0);
      expect(emulator.log.writes()).toEqual([]);
      expect(emulator.errors.length).toBe(how === 'throw' ? 1 : 0);
    });
  });

  test('whose state nobody can change from outside', () => {
    const store = createStore({ list: [{ n: 1 }] });
    const { list } = store.read();
    expect(() => list.push({ n: 2 })).toThrow(/not extensible/);
    expect(store.transact(() => 'nothing')).toEqual({ result: 'nothing', changed: false });
    expect(store.transact((draft) => draft.list.push({ n: 2 }))).toEqual({ result: 2, changed: true });
    expect([store.previous().list.length, store.read().list.length]).toEqual([1, 2]);
  });
});

describe('the server', () => {
  test('logs what it does not know, and shows state and requests to people', async () => {
    await withCounter({}, async ({ send, emulator }) => {
      await send('POST', '/value', { actor: 'ada' });
      expect((await send('GET', '/nothing?x=1')).status).toBe(404);
      expect(emulator.log.entries().map(({ operation, actor, status }) => [operation, actor, status])).toEqual([
        ['raise', 'ada', 201],
        ['unknown', null, 404],
      ]);
      expect(await (await send('GET', '/_emulator/state')).json()).toEqual({ value: 1, history: [] });
      expect(await (await send('GET', '/_emulator/requests')).json()).toHaveLength(2);
      expect(emulator.log.entries()).toHaveLength(2);
    });
  });

  test('answers 304 to a reader that has the current version', async () => {
    await withCounter({}, async ({ send, emulator }) => {
      const etag = (await send('GET', '/value')).headers.get('etag') ?? '';
      const ask = (): Promise<Response> => fetch(`${emulator.url}/value`, { headers: { 'if-none-match': etag } });
      const same = await ask();
      expect([same.status, await same.text()]).toEqual([304, '']);
      await send('POST', '/value');
      expect((await ask()).status).toBe(200);
    });
  });
});

test.each([
  { path: '/git/ref/{ref+}', asked: '/git/ref/heads/a%20b', params: { ref: 'heads/a b' } },
  { path: '/commits/{ref+}/status', asked: '/commits/heads/x/status', params: { ref: 'heads/x' } },
  { path: '/repos/{owner}/{repo}', asked: '/repos/a/b/', params: { owner: 'a', repo: 'b' } },
  { path: '/repos/{owner}/{repo}', asked: '/repos/a/b/c', params: undefined },
  { path: '/a.b', asked: '/aXb', params: undefined },
])('$asked against $path', ({ path, asked, params }) => {
  const found = createRouter([{ method: 'GET', path }])({ ...REQUEST, path: asked });
  expect(found?.request.params).toEqual(params === undefined ? undefined : expect.objectContaining(params));
});

test('the pages of a list, followed by rel="next", are the list', () => {
  fc.assert(
    fc.property(fc.nat({ max: 250 }), fc.integer({ min: 1, max: 120 }), (length, perPage) => {
      const list = Array.from({ length }, (_, index) => index);
      const seen: number[] = [];
      const sizes: number[] = [];
      let query: Record<string, string> | undefined = { per_page: `${perPage}`, state: 'all' };
      while (query !== undefined) {
        const page: Page<number> = paginate({ ...REQUEST, query }, 'http://x.test/list', list, {
          standard: 30,
          most: 100,
        });
        seen.push(...page.items);
        sizes.push(page.items.length);
        const next: string | undefined = /<([^>]+)>; rel="next"/.exec(page.headers['link'] ?? '')?.[1];
        query = next === undefined ? undefined : Object.fromEntries(new URL(next).searchParams);
        if (query !== undefined) expect(query['state']).toBe('all');
      }
      expect(seen).toEqual(list);
      // No page is asked for in vain, and none is larger than allowed.
      expect(sizes.length).toBe(Math.max(1, Math.ceil(length / Math.min(perPage, 100))));
      expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
    }),
  );
});

test('links name the first, previous, next and last page', () => {
  const list = Array.from({ length: 95 }, (_, index) => index);
  const relations = (page: string): string[] =>
    [
      ...(
        paginate({ ...REQUEST, query: { page } }, 'http://x.test/', list, { standard: 30, most: 100 }).headers[
          'link'
        ] ?? ''
      ).matchAll(/page=(\d+)>; rel="(\w+)"/g),
    ].map(([, number, relation]) => `${relation ?? ''} ${number ?? ''}`);
  expect(relations('1')).toEqual(['next 2', 'last 4']);
  expect(relations('2')).toEqual(['prev 1', 'next 3', 'last 4', 'first 1']);
  expect(relations('4')).toEqual(['prev 3', 'first 1']);
});

describe('the barrier', () => {
  /** Runs three callers with one request each, and returns the order in which they were served. */
  async function orderOf(choose: Choose): Promise<string> {
    let order = '';
    const scheduler = createScheduler({ callers: 3, choose });
    await withCounter({ scheduler }, async ({ send, emulator }) => {
      await Promise.all(['a', 'b', 'c'].map((actor) => send('POST', '/value', { actor }).finally(scheduler.leave)));
      order = emulator.log
        .entries()
        .map(({ actor }) => actor)
        .join('');
    });
    return order;
  }

  test('serves in every order that is asked for: all 3! are different', async () => {
    const actors = ['a', 'b', 'c'];
    const orders: string[] = [];
    for (const order of listOrders(3)) {
      const wanted = order.map((index) => actors[index] ?? '');
      expect(await orderOf(chooseByActor(wanted))).toBe(wanted.join(''));
      orders.push(wanted.join(''));
    }
    expect(new Set(orders).size).toBe(6);
  });

  test('serves in the same order for the same seed, and in another for some other', async () => {
    const run = (seed: number): Promise<string> => orderOf(chooseAtRandom(createRandom(seed)));
    const orders = await Promise.all([1, 1, 2, 3, 4, 5].map(run));
    expect(orders[0]).toBe(orders[1]);
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  test('does not wait for callers that have left or sleep', async () => {
    const clock = createVirtualClock('2026-11-24T09:00:00Z', { autoAdvance: false });
    const scheduler = createScheduler({ callers: 3, choose: chooseByArrival([]), clock });
    const { signal } = new AbortController();
    let served = false;
    const admitted = scheduler.admit({ actor: 'a', operation: 'x' }, signal).then((end) => {
      served = true;
      return end;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(served).toBe(false);
    scheduler.leave();
    const sleep = clock.sleep(1_000);
    (await admitted).end();
    expect(served).toBe(true);
    clock.advanceBy(1_000);
    await sleep;
  });

  test('lets the others go on while a request hangs, so that time can reach its deadline', async () => {
    const scheduler = createScheduler({ callers: 2, choose: chooseByActor(['a', 'b', 'b']) });
    const faults = [{ match: { nth: 1 }, fault: { kind: 'hang' as const } }];
    await withCounter({ scheduler, faults }, async ({ send, clock, emulator }) => {
      const gone = new AbortController();
      void clock.deadline(30_000).then(() => {
        gone.abort();
      });
      const hanging = send('POST', '/value', { actor: 'a', signal: gone.signal }).then(
        () => 'answered',
        () => 'given up',
      );
      const other = async (): Promise<number[]> => {
        const first = await send('POST', '/value', { actor: 'b' });
        const second = await send('POST', '/value', { actor: 'b' });
        return [first.status, second.status];
      };
      const all = [hanging.finally(scheduler.leave), other().finally(scheduler.leave)];
      expect(await Promise.all(all)).toEqual(['given up', [201, 201]]);
      expect(emulator.log.entries().map(({ actor, status }) => [actor, status])).toEqual([
        ['a', null],
        ['b', 201],
        ['b', 201],
      ]);
    });
  });

  test('forgets a caller that goes away', async () => {
    const scheduler = createScheduler({ callers: 2, choose: chooseByArrival([1, 0]) });
    const gone = new AbortController();
    const first = scheduler.admit({ actor: 'a', operation: 'x' }, gone.signal);
    gone.abort();
    await expect(first).rejects.toThrow(/went away/);
    const rest = ['b', 'c'].map((actor) => scheduler.admit({ actor, operation: 'x' }, new AbortController().signal));
    (await Promise.race(rest)).end();
  });

  test('lists all k! orders and all interleavings', () => {
    for (let k = 0; k <= 6; k += 1) {
      const orders = listOrders(k);
      const factorial = Array.from({ length: k }, (_, index) => index + 1).reduce(
        (product, factor) => product * factor,
        1,
      );
      expect(new Set(orders.map(String)).size).toBe(factorial);
      for (const order of orders) expect([...order].sort()).toEqual(Array.from({ length: k }, (_, index) => index));
    }
    expect(() => listOrders(7)).toThrow(RangeError);
    expect(listInterleavings({ a: 2, b: 1 }).map((order) => order.join(''))).toEqual(['aab', 'aba', 'baa']);
    expect(listInterleavings({ a: 3, b: 3 })).toHaveLength(20);
    expect(() => listInterleavings({ a: 7, b: 7 })).toThrow(RangeError);
  });

  test('two writers with compare-and-set: in every interleaving exactly one wins a round', async () => {
    for (const order of listInterleavings({ a: 2, b: 2 })) {
      const scheduler = createScheduler({ callers: 2, choose: chooseByActor(order) });
      await withCounter({ scheduler }, async ({ send, emulator, value }) => {
        const write = async (actor: string): Promise<number> => {
          const { value: seen } = (await (await send('GET', '/value', { actor })).json()) as { value: number };
          const { status } = await send('PUT', `/value/${seen}`, { actor });
          scheduler.leave();
          return status;
        };
        const statuses = await Promise.all([write('a'), write('b')]);
        const served = emulator.log.entries().map(({ actor }) => actor);
        expect(served).toEqual(order);
        const overlapped = order[0] !== order[1];
        expect(statuses.filter((status) => status === 200)).toHaveLength(overlapped ? 1 : 2);
        expect(value()).toBe(overlapped ? 1 : 2);
      });
    }
  });
});

test('the random numbers are the published ones, spread over [0, 1)', () => {
  const random = createRandom(1);
  // The first numbers for seed 1, as other implementations of mulberry32 give them.
  expect([random(), random(), random()].map((number) => Math.floor(number * 4_294_967_296))).toEqual([
    2_693_262_067, 11_749_833, 2_265_367_787,
  ]);
  const many = Array.from({ length: 1_000 }, createRandom(7));
  expect(Math.min(...many)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...many)).toBeLessThan(1);
  expect(many.reduce((sum, number) => sum + number, 0) / 1_000).toBeCloseTo(0.5, 1);
});
