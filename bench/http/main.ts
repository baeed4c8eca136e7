import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatTable } from '../table.ts';

/**
 * What requests cost a process that lives as long as one look at a release: node bench/http/main.ts [--requests N] [--runs N].
 * Processes of the three kinds take turns, and the best of each counts.
 */
const requests = valueOf('--requests', 26);
const runs = valueOf('--runs', 12);
/** Ours to the platform's, each beyond the start of a process that asks nobody. */
const bar = 0.5;

const root = join(import.meta.dirname, '..', '..');
const work = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
try {
  await measure();
} finally {
  rmSync(work, { recursive: true });
}

async function measure(): Promise<void> {
  const server = createServer((_, response) => response.end(JSON.stringify({ items: 'x'.repeat(4_000) })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(join(work, 'fetch.mjs'), asBundled(readFileSync(join(root, 'src/kit/fetch.ts'), 'utf8')));
  const scripts = {
    none: '',
    platform: askWith(url, 'const fetch = globalThis.fetch;'),
    ours: askWith(url, "import { fetchOverHttp as fetch } from './fetch.mjs';"),
  };
  const best = { none: Infinity, platform: Infinity, ours: Infinity };
  // The first round only warms the file cache.
  for (let run = -1; run < runs; run += 1)
    for (const [kind, script] of Object.entries(scripts) as [keyof typeof scripts, string][]) {
      const ms = await time(kind, script);
      if (run >= 0) best[kind] = Math.min(best[kind], ms);
    }
  server.close();
  const beyond = (kind: keyof typeof best): number => best[kind] - best.none;
  console.log(
    formatTable({
      title: `A process that makes ${requests} requests, one after the other, best of ${runs}`,
      columns: ['fetch', 'ms', 'beyond its start', 'for a request'],
      rows: (['none', 'platform', 'ours'] as const).map((kind) => [
        kind,
        best[kind].toFixed(0),
        beyond(kind).toFixed(0),
        (beyond(kind) / requests).toFixed(1),
      ]),
    }),
  );
  const ratio = beyond('ours') / beyond('platform');
  if (ratio > bar) process.exitCode = 1;
  console.log(`${ratio <= bar ? 'ok  ' : 'MISS'} ours to the platform's ${ratio.toFixed(2)}, bar ${bar}`);
}

/** An import of node:http reads all its exports, and one of them loads the platform's fetch; a bundle has `require` instead. */
function asBundled(text: string): string {
  return stripTypeScriptTypes(text).replaceAll(
    /import \* as (\w+) from '(node:\w+)';/g,
    "const $1 = process.getBuiltinModule('$2');",
  );
}

function askWith(url: string, begin: string): string {
  return `${begin}
for (let count = 0; count < ${requests}; count += 1) {
  const signal = AbortSignal.timeout(30_000);
  const { body } = await fetch('${url}/' + count, { method: 'GET', headers: {}, redirect: 'follow', signal });
  for await (const piece of body ?? []) void piece;
}
`;
}

async function time(kind: string, script: string): Promise<number> {
  const file = join(work, `${kind}.mjs`);
  writeFileSync(file, script);
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], { stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${kind} ended with ${String(code)}`);
  return performance.now() - startedAt;
}

function valueOf(option: string, otherwise: number): number {
  const at = process.argv.indexOf(option);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}
