import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createPlainServer, Socket, type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { deflateSync, gzipSync } from 'node:zlib';
import { connectTimeout, createFetch, fetchOverHttp, type Fetch, type FetchOptions } from '#kit/fetch';

type Answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

interface Got {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

interface Host {
  readonly url: string;
  readonly server: Server;
}

let answer: Answer;
let got: Got[] = [];
let here: Host;
let there: Host;

beforeAll(async () => {
  [here, there] = await Promise.all([startHost(), startHost()]);
});
afterAll(() => {
  for (const { server } of [here, there]) server.close().closeAllConnections();
});
beforeEach(() => {
  got = [];
});

async function startHost(): Promise<Host> {
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const { method = '', url = '', headers } = request;
      got.push({ method, path: url, headers, body: body.toString() });
      answer(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const ask: FetchOptions = { method: 'GET', headers: {}, redirect: 'follow', signal: new AbortController().signal };

/** What a caller sees, and what the host was asked. */
async function see(fetch: Fetch, url: string, options: Partial<FetchOptions>): Promise<object> {
  got = [];
  try {
    const response = await fetch(url, { ...ask, ...options });
    const pieces: Buffer[] = [];
    for await (const piece of response.body ?? []) pieces.push(Buffer.from(piece as Uint8Array));
    const { status, statusText, url: from, headers, body } = response;
    return {
      ...{ status, statusText, from, hasBody: body !== null, body: Buffer.concat(pieces).toString() },
      headers: ['content-type', 'x-twice', 'location', 'no-such'].map((name) => headers.get(name)),
      has: [headers.has('X-Twice'), headers.has('no-such')],
      got: got.map(({ method, path, headers: sent, body: given }) => ({
        ...{ method, path, body: given, length: sent['content-length'], type: sent['content-type'] },
        ...{ authorization: sent['authorization'], own: sent['x-own'], agent: sent['user-agent'] },
      })),
    };
  } catch {
    return { fails: true, asked: got.map(({ path }) => path) };
  }
}

/** `/redirect/<status>/<where>` goes there, once. */
const redirect: Answer = (request, response) => {
  const [, kind, status, where] = (request.url ?? '').split('/');
  if (kind !== 'redirect') {
    response.end('arrived');
    return;
  }
  const location = { here: '/arrived', there: `${there.url}/arrived`, file: 'file:///etc/passwd', none: undefined }[
    where ?? ''
  ];
  response.writeHead(Number(status), location === undefined ? {} : { location }).end('gone');
};

const secrets = { authorization: 'Bearer abc', 'x-own': 'yes', 'user-agent': 'slipway/1', 'content-type': 'text/x' };

describe('is what the platform does', () => {
  const statuses = [300, 301, 302, 303, 304, 307, 308].flatMap((status) =>
    ['here', 'there', 'none', 'file'].map((where) => `/redirect/${status}/${where}`),
  );
  test.each<[string, Partial<FetchOptions>]>([
    ['GET', {}],
    ['GET', { redirect: 'manual' }],
    ['HEAD', {}],
    ['POST', { body: 'given' }],
    ['PUT', { body: Buffer.from('given') }],
    ['PATCH', { body: 'ünïcode' }],
    ['DELETE', {}],
  ])('%s %j with redirects of every kind', async (method, options) => {
    answer = redirect;
    for (const path of statuses) {
      const given = { method, headers: secrets, ...options };
      const platform = await see(fetch, here.url + path, given);
      expect([path, await see(fetchOverHttp, here.url + path, given)]).toEqual([path, platform]);
    }
  });

  test('more than twenty redirects are none that lead anywhere', async () => {
    answer = (_, response) => {
      response.writeHead(302, { location: '/again' }).end();
    };
    expect(await see(fetchOverHttp, here.url, {})).toEqual(await see(fetch, here.url, {}));
    expect(got).toHaveLength(21);
  });

  test.each<[string, string, Answer]>([
    ['gzip', 'GET', packed('gzip', gzipSync)],
    ['x-gzip', 'GET', packed('x-gzip', gzipSync)],
    ['deflate', 'GET', packed('deflate', deflateSync)],
    ['gzip for HEAD', 'HEAD', packed('gzip', gzipSync)],
    [
      'nothing, said to be gzip',
      'GET',
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': '0' }).end(),
    ],
    ['204', 'GET', (_, response) => response.writeHead(204).end()],
    [
      'two headers of one name',
      'GET',
      (_, response) => response.writeHead(200, { 'x-twice': ['a', 'b'], 'content-type': 'text/plain' }).end('x'),
    ],
    ['a status of its own', 'GET', (_, response) => response.writeHead(429, 'Slow Down').end('x')],
    ['a chunked body', 'POST', (_, response) => void response.write('one', () => response.end('two'))],
    [
      'a body that breaks off',
      'GET',
      (_, response) => void response.writeHead(200, { 'content-length': '10' }).write('half', () => response.destroy()),
    ],
    [
      'a packed body that breaks off',
      'GET',
      (_, response) =>
        void response
          .writeHead(200, { 'content-encoding': 'gzip', 'content-length': '999' })
          .write(gzipSync('whole').subarray(0, 12), () => response.destroy()),
    ],
    ['no answer', 'GET', (request) => request.socket.destroy()],
  ])('%s', async (_, method, one) => {
    answer = one;
    const given = { method, headers: secrets };
    expect(await see(fetchOverHttp, here.url, given)).toEqual(await see(fetch, here.url, given));
  });
});

function packed(encoding: string, pack: (text: string) => Buffer): Answer {
  return (_, response) => {
    const body = pack('what was packed'.repeat(1_000));
    response.writeHead(200, { 'content-encoding': encoding, 'content-length': body.length }).end(body);
  };
}

test('one connection serves requests that come one after the other', async () => {
  const sockets = new Set<Socket>();
  answer = (request, response) => {
    sockets.add(request.socket);
    response.end('x');
  };
  for (let count = 0; count < 5; count += 1) await see(fetchOverHttp, here.url, {});
  expect(sockets.size).toBe(1);
});

test('a host that refuses is told by its code', async () => {
  const server = createPlainServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  await expect(fetchOverHttp(`http://127.0.0.1:${port}/`, ask)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a connection that does not come about is given up, and was never sent', async () => {
  const connect = jest.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket) {
    return Object.assign(this, { connecting: true });
  });
  try {
    await expect(createFetch(20)(here.url.replace('127.0.0.1', '127.0.0.2'), ask)).rejects.toMatchObject({
      code: connectTimeout,
    });
  } finally {
    connect.mockRestore();
  }
});

test('so is one that is taken, and never begins with TLS', async () => {
  const server = createPlainServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    await expect(createFetch(50)(`https://127.0.0.1:${port}/`, ask)).rejects.toMatchObject({ code: connectTimeout });
  } finally {
    server.close();
  }
});

test('a redirect that leads nowhere leaves no connection behind', async () => {
  for (const location of ['ftp://127.0.0.1/', 'http://[']) {
    const closed = new Promise((resolve) => {
      answer = (request, response) => {
        request.socket.on('close', resolve);
        response.writeHead(302, { location }).write('a body that does not end');
      };
    });
    await expect(fetchOverHttp(here.url, ask)).rejects.toThrow();
    await closed;
  }
});

test('an abort ends it while nothing has come, and while the body comes', async () => {
  for (const begun of [false, true]) {
    const cancel = new AbortController();
    answer = (_, response) => {
      if (begun) response.write('half');
      setImmediate(() => {
        cancel.abort();
      });
    };
    expect(await see(fetchOverHttp, here.url, { signal: cancel.signal })).toMatchObject({ fails: true });
  }
});
