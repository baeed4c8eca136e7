import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, TLSSocket, type SecureContext } from 'node:tls';
import { promisify } from 'node:util';
import { listen } from './http.ts';

/** A proxy that ends TLS for hosts of vendors, for clients whose host cannot be changed. */
export interface TlsProxy {
  /** For the client's proxy variable: `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** PEM file with the authority that signed the hosts' certificate: the only one that the client has to trust. */
  readonly authority: string;
  /** Hosts that were asked for and are not known, in order. Nothing was sent to them. */
  readonly refused: readonly string[];
  readonly stop: () => Promise<void>;
}

const run = promisify(execFile);

/**
 * Answers `CONNECT host:443` for each host of `targets` with a certificate of its own, and hands what comes through the tunnel to
 * the emulator at that address, byte by byte, so that an emulator's cuts and resets reach the client. Every other host is refused
 * with 403: no request of a test leaves the machine.
 * @param targets host to the URL of an emulator, `http://127.0.0.1:<port>`
 * @throws where `openssl`, which makes the certificates, is missing
 */
export async function startTlsProxy(targets: Readonly<Record<string, string>>): Promise<TlsProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-tls-'));
  const { secureContext, authority } = await certify(Object.keys(targets), folder);
  const refused: string[] = [];
  const open = new Set<Socket>();

  const server = createServer((_, response) => {
    response.writeHead(405).end('This proxy knows CONNECT only.');
  });
  server.on('connect', ({ url = '' }, client: Socket) => {
    const host = url.replace(/:443$/, '');
    const target = targets[host];
    if (target === undefined) {
      refused.push(url);
      client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    const emulator = connect(Number(new URL(target).port), '127.0.0.1');
    for (const socket of [client, emulator]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    }
    tunnel(client, new TLSSocket(client, { isServer: true, secureContext }), emulator);
  });
  const listening = await listen(server);

  return {
    url: listening.url,
    authority,
    refused,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await listening.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function tunnel(client: Socket, decrypted: TLSSocket, emulator: Socket): void {
  decrypted.pipe(emulator).pipe(decrypted);
  emulator.on('error', () => client.resetAndDestroy());
  // A client that does not trust the certificate, or that went away.
  for (const socket of [client, decrypted]) socket.on('error', () => emulator.destroy());
  decrypted.on('close', () => emulator.destroy());
}

/** An authority, and one certificate of it for all hosts. Both are made anew for each proxy, and are good for a day. */
async function certify(
  hosts: readonly string[],
  folder: string,
): Promise<{ secureContext: SecureContext; authority: string }> {
  const path = (name: string): string => join(folder, name);
  // A configuration of our own: that of the machine may ask questions, or add extensions.
  await writeFile(
    path('openssl.cnf'),
    `[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[hosts]
basicConstraints = CA:FALSE
extendedKeyUsage = serverAuth
subjectAltName = ${hosts.map((host) => `DNS:${host}`).join(', ')}
`,
  );
  const from = ['-config', 'openssl.cnf', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  // prettier-ignore
  const steps = [
    ['req', '-x509', ...from, '-subj', '/CN=Authority of the emulators', '-days', '1', '-extensions', 'authority',
      '-keyout', 'authority.key', '-out', 'authority.pem'],
    ['req', '-new', ...from, '-subj', '/CN=Emulated hosts', '-keyout', 'hosts.key', '-out', 'hosts.csr'],
    ['x509', '-req', '-in', 'hosts.csr', '-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial',
      '-days', '1', '-extfile', 'openssl.cnf', '-extensions', 'hosts', '-out', 'hosts.pem'],
  ];
  for (const step of steps) await run('openssl', step, { cwd: folder });
  const secureContext = createSecureContext({
    key: await readFile(path('hosts.key')),
    cert: await readFile(path('hosts.pem')),
  });
  return { secureContext, authority: path('authority.pem') };
}
