import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useProxy } from '#kit/proxy';
import { probe } from '../probe/probe.ts';
import { modes, play } from '../support/scenario.ts';
import { listen, startServer, stopServer } from '../support/server.ts';

describe.each(modes)('%s: a request', (mode) => {
  test('carries our name, and its secret shows nowhere', async () => {
    let agent: string | undefined;
    const server = await startServer((request, response) => {
      agent = request.headers['user-agent'];
      response.end(`hello ${request.headers.authorization ?? ''}`);
    });
    await play(mode, probe, { inputs: { does: 'request', url: `${server.url}/a`, token: 'token-1234567' } }, (seen) => {
      expect(seen.exitCode).toBe(0);
      expect(seen.outputs['seen']).toBe('200 hello Bearer ***');
      expect(agent).toMatch(/^slipway\/\d/);
    });
    await server.stop();
  });
});

describe.each(modes)('%s: an endpoint redirected by a variable', (mode) => {
  const tool = (integrity: string): string =>
    JSON.stringify({
      name: 'tool-from-npm',
      version: '1.2.3',
      builds: {
        [`${process.platform}-${process.arch}`]: { package: '@scope/tool-pkg', integrity, executable: 'bin/tool' },
      },
    });

  test.each([
    'http://198.51.100.7:80',
    'https://registry.example.com',
    'http://127.0.0.1.example.com',
    'http://user@127.0.0.1',
    'ftp://127.0.0.1',
    'localhost',
  ])('to %s is refused before a byte is sent', async (elsewhere) => {
    await play(
      mode,
      probe,
      { inputs: { does: 'tool', text: tool('sha512-x') }, env: { SLIPWAY_NPM_REGISTRY: elsewhere } },
      (seen) => {
        expect(seen.exitCode).toBe(2);
        expect(seen.log).toContain('[endpoint-not-loopback]');
        expect(seen.log).toContain(`SLIPWAY_NPM_REGISTRY is "${elsewhere}"`);
      },
    );
  });

  test('to this machine serves a tool by its checksum, once; the next step finds it in the tool cache', async () => {
    const { archive, integrity } = packTool();
    const server = await startServer((_, response) => {
      response.end(archive);
    });
    await play(
      mode,
      probe,
      { inputs: { does: 'tool', text: tool(integrity) }, env: { SLIPWAY_NPM_REGISTRY: `${server.url}/` } },
      (seen) => {
        expect(seen.log).toContain('checksum as expected');
        expect(seen.exitCode).toBe(0);
        expect(server.requests).toEqual(['GET /@scope/tool-pkg/-/tool-pkg-1.2.3.tgz']);
        expect(execFileSync(seen.outputs['seen'] ?? '', { encoding: 'utf8' })).toBe('tool says hello\n');
      },
    );
    await server.stop();
  });

  test('is not needed where npm says which registry it uses', async () => {
    const { archive, integrity } = packTool();
    const server = await startServer((_, response) => {
      response.end(archive);
    });
    const bin = mkdtempSync(join(tmpdir(), 'slipway-npm-'));
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\n[ "$*" = "config get registry" ] && echo ${server.url}/mirror/\n`, {
      mode: 0o755,
    });
    await play(mode, probe, { inputs: { does: 'tool', text: tool(integrity) }, path: [bin] }, (seen) => {
      expect(seen.exitCode).toBe(0);
      expect(server.requests).toEqual(['GET /mirror/@scope/tool-pkg/-/tool-pkg-1.2.3.tgz']);
    });
    rmSync(bin, { recursive: true });
    await server.stop();
  });

  test('that serves something else is not unpacked', async () => {
    const server = await startServer((_, response) => {
      response.end('not what was promised');
    });
    await play(
      mode,
      probe,
      { inputs: { does: 'tool', text: tool(packTool().integrity) }, env: { SLIPWAY_NPM_REGISTRY: server.url } },
      (seen) => {
        expect(seen.exitCode).toBe(2);
        expect(seen.log).toContain('[tool-checksum]');
        expect(seen.left).toEqual([]);
      },
    );
    await server.stop();
  });
});

/** A package as npm packs it, with an executable that says hello. */
function packTool(): { archive: Buffer; integrity: string } {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-pack-'));
  mkdirSync(join(folder, 'package/bin'), { recursive: true });
  writeFileSync(join(folder, 'package/bin/tool'), '#!/bin/sh\necho tool says hello\n', { mode: 0o755 });
  execFileSync('tar', ['-czf', 'tool.tgz', 'package'], { cwd: folder });
  const archive = readFileSync(join(folder, 'tool.tgz'));
  rmSync(folder, { recursive: true });
  return { archive, integrity: `sha512-${createHash('sha512').update(archive).digest('base64')}` };
}

test.each([
  ['HTTP_PROXY', 'http'],
  ['https_proxy', 'https'],
])('bundle: behind %s, a request goes through the proxy', async (variable, protocol) => {
  const asked: string[] = [];
  const target = await startServer((_, response) => {
    response.end('through the proxy');
  });
  const proxy = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.end('through the proxy');
  });
  proxy.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url ?? ''}`);
    if (protocol === 'https') {
      // Enough to see that the tunnel is asked for; the target has no certificate.
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(Number(new URL(target.url).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
  });
  const proxyUrl = await listen(proxy);
  const inputs = { does: 'request', url: `${protocol}://api.example.invalid/x`, 'timeout-ms': '2000', method: 'POST' };
  await play('bundle', probe, { inputs, env: { [variable]: proxyUrl } }, (seen) => {
    if (protocol === 'http') expect(seen.outputs['seen']).toBe('200 through the proxy');
    else expect(seen.exitCode).toBe(3);
  });
  expect(asked[0]).toMatch(protocol === 'http' ? /api\.example\.invalid/ : /^CONNECT api\.example\.invalid:443/);
  await stopServer(proxy);
  await target.stop();
});

test('a Node that cannot take up a proxy says so instead of going around it', () => {
  expect(() => {
    useProxy({ HTTPS_PROXY: 'http://proxy:3128' }, {}, 'v24.0.0');
  }).toThrow(/Node v24\.0\.0 cannot take one up/);
  for (const environment of [{}, { HTTPS_PROXY: '' }, { HTTPS_PROXY: 'http://proxy:3128', NODE_USE_ENV_PROXY: '1' }]) {
    expect(() => {
      useProxy(environment, {}, 'v24.0.0');
    }).not.toThrow();
  }
});
