import { readFileSync } from 'node:fs';
import { request as requestPlain } from 'node:http';
import { request } from 'node:https';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';

/** Asks a proxy for a tunnel. @returns its status, and the socket behind it */
export function openTunnel(proxy: string, host: string): Promise<{ status: number; socket: Socket }> {
  return new Promise((resolve, reject) => {
    requestPlain(proxy, { method: 'CONNECT', path: `${host}:443` })
      .on('connect', ({ statusCode = 0 }, socket) => {
        resolve({ status: statusCode, socket });
      })
      .on('error', reject)
      .end();
  });
}

export interface Asked {
  readonly host: string;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** PEM of the authority to trust; empty for those of Node. */
  readonly ca: string;
}

/** A request through a tunnel, as a client makes it that trusts one authority and no other. */
export async function sendThrough(proxy: string, asked: Asked): Promise<{ status: number; body: string }> {
  const { host, ca, path, method = 'GET', headers = {} } = asked;
  const { socket } = await openTunnel(proxy, host);
  return await new Promise((resolve, reject) => {
    const secure = connect({ socket, servername: host, ca }).on('error', reject);
    request({ host, method, path, headers, createConnection: () => secure }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('error', reject).on('end', () => {
        resolve({ status: response.statusCode ?? 0, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** The JSON that an address answers, asked through a proxy. @param authority path of the PEM file to trust */
export async function askThrough(
  proxy: string,
  {
    url,
    authority,
    authorization,
  }: { readonly url: string; readonly authority: string; readonly authorization: string },
): Promise<unknown> {
  const { host, pathname: path } = new URL(url);
  const { body } = await sendThrough(proxy, {
    host,
    path,
    ca: readFileSync(authority, 'utf8'),
    headers: { authorization },
  });
  return JSON.parse(body) as unknown;
}
