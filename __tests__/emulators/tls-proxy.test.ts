import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { startTlsProxy, type TlsProxy } from '#emulators/base/tls-proxy';
import { withCounter } from './counter-emulator.ts';
import { testWithOpenssl } from '../support/openssl.ts';
import { openTunnel, sendThrough } from '../support/tunnel.ts';

const HOST = 'api.vendor.test';

/** A request to the proxy's first host, from a client that trusts the proxy's authority and no other. */
function send(
  proxy: TlsProxy,
  { method = 'GET', host = HOST, ca = readFileSync(proxy.authority, 'utf8') } = {},
): Promise<{ status: number; body: string }> {
  return sendThrough(proxy.url, { method, path: '/value', host, ca });
}

type Counter = Parameters<Parameters<typeof withCounter>[1]>[0];

async function withProxy(
  options: Parameters<typeof withCounter>[0],
  run: (proxy: TlsProxy, counter: Counter) => Promise<void>,
): Promise<void> {
  await withCounter(options, async (counter) => {
    const proxy = await startTlsProxy({ [HOST]: counter.emulator.url, 'other.vendor.test': counter.emulator.url });
    try {
      await run(proxy, counter);
    } finally {
      await proxy.stop();
    }
  });
}

testWithOpenssl('a client whose host is fixed reaches the emulator with its certificate checked', async () => {
  await withProxy({}, async (proxy, { value, emulator }) => {
    expect(await send(proxy, { method: 'POST' })).toEqual({ status: 201, body: '{"value":1}' });
    expect(await send(proxy, { host: 'other.vendor.test' })).toEqual({ status: 200, body: '{"value":1}' });
    expect(value()).toBe(1);
    expect(emulator.log.entries()).toHaveLength(2);
    await expect(send(proxy, { ca: '' })).rejects.toMatchObject({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    expect(emulator.log.entries()).toHaveLength(2);
  });
});

testWithOpenssl('no other host is reached, and the proxy says which were asked for', async () => {
  await withProxy({}, async (proxy) => {
    expect((await openTunnel(proxy.url, 'example.com')).status).toBe(403);
    expect(proxy.refused).toEqual(['example.com:443']);
    expect((await fetch(proxy.url)).status).toBe(405);
  });
});

testWithOpenssl('faults of the emulator reach the client', async () => {
  const faults = (['cut-before', 'cut-mid-body', 'cut-after'] as const).map((kind, index) => ({
    match: { operation: 'raise', occurrence: index + 1 },
    fault: { kind },
  }));
  await withProxy({ faults }, async (proxy, { value }) => {
    const told = await Promise.allSettled(faults.map(() => send(proxy, { method: 'POST' })));
    expect(told).toEqual(
      faults.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'ECONNRESET' }) })),
    );
    expect(value()).toBe(2);
    expect(await send(proxy)).toEqual({ status: 200, body: '{"value":2}' });
  });
});
