import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import type { Clock } from '#kit/clock';
import { VendorError } from '#kit/errors';
import { connectTimeout, fetchOverHttp } from '#kit/fetch';
import { createHttp } from '#kit/http';
import type { HttpRequest, ToldFailure } from '#kit/http';
import { startServer } from '../support/server.ts';
import type { TestServer } from '../support/server.ts';

/** Waits pass at once and are written down. */
function recordingClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = [];
  let now = Date.parse('2026-01-01T00:00:00Z');
  return {
    waits,
    now: () => now,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
    deadline: () => new AbortController().signal,
  };
}

/** What the server does with one attempt. */
type Step = number | 'reset' | 'garbage' | 'half' | 'endless' | { status: number; headers: Record<string, string> };

/** A body without an announced length. */
function sendOn(response: ServerResponse): void {
  response.writeHead(200);
  const send = (): void => {
    if (!response.destroyed) response.write('x'.repeat(10_000), send);
  };
  send();
}

let server: TestServer;
let plan: Step[] = [];

beforeAll(async () => {
  server = await startServer((_, response) => {
    const step = plan.shift() ?? 200;
    if (step === 'reset') response.destroy();
    else if (step === 'half')
      response.writeHead(200, { 'content-length': '8' }).write('half', () => response.destroy());
    else if (step === 'endless') sendOn(response);
    else if (step === 'garbage') response.end('<html>maintenance</html>');
    else if (typeof step === 'number') response.writeHead(step, { 'x-request-id': 'abc-1' }).end(`{"status":${step}}`);
    else response.writeHead(step.status, step.headers).end('slow down');
  });
});
afterAll(async () => server.stop());

async function ask(
  steps: Step[],
  request: Partial<HttpRequest> = {},
): Promise<{ outcome: string; requests: number; waits: number[] }> {
  plan = [...steps];
  const before = server.requests.length;
  const clock = recordingClock();
  const log = { info: () => undefined } as never;
  const http = createHttp({
    fetch: fetchOverHttp,
    clock,
    log,
    signal: new AbortController().signal,
    random: () => 0.5,
  });
  let outcome: string;
  try {
    const answer = await http.request({
      vendor: 'Example',
      operation: 'ask',
      method: 'GET',
      url: server.url,
      ...request,
    });
    outcome = String(answer.status);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    outcome = `${error.notes[0].id}${error.details.ambiguous ? ' ambiguous' : ''}`;
  }
  return { outcome, requests: server.requests.length - before, waits: clock.waits };
}

const post = { method: 'POST', body: 'x' } as const;
const elsewhere = { status: 302, headers: { location: '/elsewhere' } };
const throttled = { status: 429, headers: { 'retry-after': '7' } };

describe('what is repeated, and what is not', () => {
  const rows: [what: string, steps: Step[], request: Partial<HttpRequest>, outcome: string, requests: number][] = [
    ['a GET after 500', [500, 200], {}, '200', 2],
    ['a GET after a broken connection', ['reset', 200], {}, '200', 2],
    ['a GET after 429', [throttled, 200], {}, '200', 2],
    ['a GET after 404: the answer would be the same', [404], {}, 'vendor-refused', 1],
    ['a GET after 401', [401], {}, 'vendor-refused', 1],
    ['a GET that is never answered well', [500, 502, 503, 504, 500, 200], {}, 'vendor-unreachable', 5],
    ['a POST after 500: it may have taken effect', [500, 200], post, 'vendor-ambiguous ambiguous', 1],
    ['a POST after 502 likewise', [502, 200], post, 'vendor-ambiguous ambiguous', 1],
    ['a POST after a broken connection likewise', ['reset', 200], post, 'vendor-ambiguous ambiguous', 1],
    ['a POST after 429: the vendor said that it did nothing', [throttled, 200], post, '200', 2],
    ['a POST that its caller calls repeatable', [500, 200], { ...post, repeatable: true }, '200', 2],
    [
      'a PUT after 500, unless its caller says so',
      [500, 200],
      { method: 'PUT', body: 'x' },
      'vendor-ambiguous ambiguous',
      1,
    ],
    [
      'a 403 with a spent rate limit',
      [{ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767225610' } }, 200],
      post,
      '200',
      2,
    ],
    ['a plain 403', [403], {}, 'vendor-refused', 1],
    ['a status that the caller takes for an answer', [404], { accept: (status) => status === 404 }, '404', 1],
    ['a redirect is followed', [elsewhere, 200], {}, '200', 2],
    ['a redirect that is refused goes nowhere', [elsewhere, 200], { redirects: 'refused' }, 'vendor-refused', 1],
  ];
  test.each(rows)('%s', async (_, steps, request, outcome, requests) => {
    expect(await ask(steps, request)).toMatchObject({ outcome, requests });
  });

  test('pauses double up to half a minute, with jitter', async () => {
    const { waits } = await ask([500, 500, 500, 500, 500, 500, 500, 500], { attempts: 8, deadlineMs: 1_000_000 });
    expect(waits).toEqual([750, 1_500, 3_000, 6_000, 12_000, 22_500, 22_500]);
  });

  test('Retry-After is honoured, in seconds and as a date, and so is the reset of a rate limit', async () => {
    expect((await ask([throttled, 200])).waits).toEqual([7_500]);
    const date = { status: 503, headers: { 'retry-after': 'Thu, 01 Jan 2026 00:00:20 GMT' } };
    expect((await ask([date, 200])).waits).toEqual([20_500]);
    const reset = { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767225610' } };
    expect((await ask([reset, 200])).waits).toEqual([10_500]);
  });

  test('a limit with something left is another one than that whose reset is told', async () => {
    const other = { status: 429, headers: { 'x-ratelimit-remaining': '12', 'x-ratelimit-reset': '1767225610' } };
    expect((await ask([other, 200])).waits).toEqual([750]);
  });

  describe('a failure that stands in the body of an answer', () => {
    const told =
      (failure: Omit<ToldFailure, 'said'>): NonNullable<HttpRequest['failureIn']> =>
      (status, body) =>
        body.includes('201') ? { said: `${status} against its word`, ...failure } : undefined;

    test.each<[ToldFailure['effect'], Partial<HttpRequest>, outcome: string, requests: number]>([
      ['refused', post, 'vendor-refused', 1],
      ['unknown', post, 'vendor-ambiguous ambiguous', 1],
      ['unknown', {}, '200', 2],
      ['not-sent', post, '200', 2],
    ])('%s: what is done does not depend on the status', async (effect, request, outcome, requests) => {
      expect(await ask([201, 200], { ...request, failureIn: told({ effect }) })).toMatchObject({ outcome, requests });
    });

    test('its wait counts where no header has one', async () => {
      const failureIn: HttpRequest['failureIn'] = (status) =>
        status === 200 ? undefined : { effect: 'not-sent', said: 'slow down', waitMs: 60_000 };
      expect((await ask([201, 200], { failureIn })).waits).toEqual([60_500]);
      expect((await ask([throttled, 200], { failureIn })).waits).toEqual([7_500]);
    });

    test("the vendor's word for it, and what it said, come with the error", async () => {
      plan = [201];
      const http = createHttp({
        fetch: fetchOverHttp,
        clock: recordingClock(),
        log: { info: () => undefined } as never,
        signal: new AbortController().signal,
        random: () => 0.5,
      });
      const failureIn = told({ effect: 'refused', code: 'STALE_DATA' });
      await expect(
        http.request({ ...post, vendor: 'Example', operation: 'ask', url: server.url, failureIn }),
      ).rejects.toMatchObject({ details: { status: 201, code: 'STALE_DATA', body: '201 against its word' } });
    });
  });

  test('a wait that would pass the deadline is not begun, and the message says what was asked for', async () => {
    const result = await ask([{ status: 429, headers: { 'retry-after': '3600' } }]);
    expect(result).toMatchObject({ outcome: 'vendor-deadline', requests: 1, waits: [] });
  });

  test('a connection that is refused was never sent: even a POST is repeated', async () => {
    expect(await ask([], { ...post, url: await closedPort(), attempts: 3 })).toMatchObject({
      outcome: 'vendor-unreachable',
      waits: [750, 1_500],
    });
  });
});

test('neither was one for which no connection came about', async () => {
  const codes: string[] = [];
  const http = createHttp({
    fetch: async () => {
      codes.push(connectTimeout);
      return Promise.reject(Object.assign(new Error('no connection'), { code: connectTimeout }));
    },
    clock: recordingClock(),
    log: { info: () => undefined } as never,
    signal: new AbortController().signal,
    random: () => 0,
  });
  await expect(
    http.request({ ...post, vendor: 'Example', operation: 'ask', url: 'http://127.0.0.1/', attempts: 3 }),
  ).rejects.toMatchObject({ details: { attempts: 3, ambiguous: false } });
  expect(codes).toHaveLength(3);
});

/** An address where nobody listens any more. */
async function closedPort(): Promise<string> {
  const gone = await startServer(() => undefined);
  await gone.stop();
  return gone.url;
}

describe('a body that is handed over piece by piece', () => {
  /** What each attempt has handed over. */
  function collect(): { attempts: string[]; receive: NonNullable<HttpRequest['receive']> } {
    const attempts: string[] = [];
    const receive: NonNullable<HttpRequest['receive']> = () => {
      const index = attempts.push('') - 1;
      return async (piece) => {
        await Promise.resolve();
        attempts[index] = `${attempts[index] ?? ''}${Buffer.from(piece).toString()}`;
      };
    };
    return { attempts, receive };
  }

  test('after a break it begins anew, with a receiver that knows nothing of the first', async () => {
    const { attempts, receive } = collect();
    expect(await ask(['half', 200], { receive })).toMatchObject({ outcome: '200', requests: 2 });
    expect(attempts).toEqual(['half', '{"status":200}']);
  });

  test('only an accepted answer is handed over', async () => {
    const { attempts, receive } = collect();
    expect(await ask([500, 404], { receive })).toMatchObject({ outcome: 'vendor-refused', requests: 2 });
    expect(attempts).toEqual([]);
  });

  test.each<[what: string, step: Step, largestBody: number]>([
    ['announces', 200, 10],
    ['does not announce', 'endless', 1_000_000],
  ])(
    'more than the limit is refused and not asked for again, where the answer %s it',
    async (_what, step, largestBody) => {
      const { attempts, receive } = collect();
      expect(await ask([step, 200], { receive, largestBody })).toMatchObject({
        outcome: 'vendor-refused',
        requests: 1,
      });
      expect(attempts.join('').length).toBeLessThanOrEqual(largestBody);
    },
  );

  test('what the receiver throws is no failure of the vendor', async () => {
    const receive = (): (() => Promise<never>) => () => Promise.reject(new RangeError('the disk is full'));
    await expect(ask([200], { receive })).rejects.toThrow(new RangeError('the disk is full'));
  });

  test('an answer to HEAD has no body, whatever length it announces', async () => {
    const large = { status: 200, headers: { 'content-length': '99999999' } };
    expect(await ask([large], { method: 'HEAD' })).toMatchObject({ outcome: '200' });
  });
});

test('an answer says where it came from, behind its redirects', async () => {
  plan = [elsewhere, 200];
  const http = createHttp({
    fetch: fetchOverHttp,
    clock: recordingClock(),
    log: {} as never,
    signal: new AbortController().signal,
    random: () => 0,
  });
  const { url } = await http.request({ vendor: 'Example', operation: 'ask', method: 'GET', url: server.url });
  expect(url).toBe(`${server.url}/elsewhere`);
});

test('a success whose body is no JSON is not a success, and after a POST it is ambiguous', async () => {
  for (const [method, ambiguous] of [
    ['GET', false],
    ['POST', true],
  ] as const) {
    plan = ['garbage'];
    const http = createHttp({
      fetch: fetchOverHttp,
      clock: recordingClock(),
      log: {} as never,
      signal: new AbortController().signal,
      random: () => 0,
    });
    const answer = await http.request({ vendor: 'Example', operation: 'ask', method, url: server.url });
    expect(() => answer.json()).toThrow(VendorError);
    try {
      answer.json();
    } catch (error) {
      expect((error as VendorError).details.ambiguous).toBe(ambiguous);
      expect((error as VendorError).message).toContain('it begins with "<html>maintenance</html>"');
    }
  }
});

test('an error carries what the support of the vendor asks for', async () => {
  plan = [422];
  const http = createHttp({
    fetch: fetchOverHttp,
    clock: recordingClock(),
    log: {} as never,
    signal: new AbortController().signal,
    random: () => 0,
  });
  const error = await http
    .request({ vendor: 'Example', operation: 'ask', method: 'GET', url: server.url })
    .catch((thrown: unknown) => thrown);
  expect((error as VendorError).details).toEqual({
    vendor: 'Example',
    operation: 'ask',
    status: 422,
    attempts: 1,
    ambiguous: false,
    correlationId: 'abc-1',
    body: '{"status":422}',
  });
});

test('a cancel ends a request at once, with the reason of the cancel', async () => {
  const cancel = new AbortController();
  const silent = await startServer(() => {
    cancel.abort(new Error('stop it'));
  });
  const http = createHttp({
    fetch: fetchOverHttp,
    clock: recordingClock(),
    log: {} as never,
    signal: cancel.signal,
    random: () => 0,
  });
  await expect(http.request({ vendor: 'Example', operation: 'ask', method: 'GET', url: silent.url })).rejects.toThrow(
    'stop it',
  );
  await silent.stop();
});
