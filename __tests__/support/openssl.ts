import { spawnSync } from 'node:child_process';
import { testWith } from './required.ts';

export const testWithOpenssl = testWith(
  'openssl',
  spawnSync('openssl', ['version']).status === 0 ? undefined : 'install OpenSSL or LibreSSL',
);
