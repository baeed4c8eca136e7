import { afterAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findDefect } from '#health/report';
import type { Report } from '#health/report';
import { createExec } from '#kit/exec';
import { readHealthReport } from '#vendors/command/health-report';
import { askCommand } from '#vendors/command/source';
import type { CommandQuestion } from '#vendors/command/source';
import { fillTemplate } from '#vendors/prometheus/template';
import { findMisfits } from '../support/json-schema.ts';
import { root } from '../support/scenario.ts';
import { startServer } from '../support/server.ts';

const page = readFileSync(join(root, 'docs/health-sources.md'), 'utf8');
const blocks = [...page.matchAll(/^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm)].map(([, language, file, text]) => ({
  language,
  file,
  text: text ?? '',
}));
const schema = JSON.parse(readFileSync(join(root, 'schemas/health-report.schema.json'), 'utf8')) as Record<
  string,
  unknown
>;

const folder = mkdtempSync(join(tmpdir(), 'slipway-guide-'));
afterAll(() => rmSync(folder, { recursive: true }));

const question: CommandQuestion = {
  gate: 'crash',
  release: 'tracker-mobile@2.15.3+20250114.1',
  previous: 'tracker-mobile@2.15.2+20250110.1',
  unit: 'session',
  start: Date.parse('2026-11-24T09:20:00Z'),
  end: Date.parse('2026-11-24T11:30:00Z'),
};

/** Runs a command of the page as a gate does, with stand-ins before everything else on PATH. */
async function run(file: string, environment: Readonly<Record<string, string>>, ask = question): Promise<Report> {
  const command = blocks.find((block) => block.file === file);
  if (command === undefined) throw new Error(`The page has no ${file}.`);
  writeFileSync(join(folder, file), command.text);
  const log = { info: () => undefined, foreign: () => undefined } as never;
  const exec = createExec(log, new AbortController().signal, () => performance.now());
  try {
    return await askCommand(
      {
        exec,
        run: `'${process.execPath}' ${file}`,
        folder,
        environment: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, ...environment },
        passEnv: Object.keys(environment),
        timeoutMs: 30_000,
      },
      ask,
    );
  } finally {
    await exec.close();
  }
}

const expected: Report = {
  freshUntil: Date.parse('2026-11-24T11:00:00Z'),
  buckets: [
    {
      start: Date.parse('2026-11-24T09:00:00Z'),
      end: Date.parse('2026-11-24T10:00:00Z'),
      units: 1_840,
      bad: 7,
      previous: { units: 96_210, bad: 301 },
    },
    { start: Date.parse('2026-11-24T10:00:00Z'), end: Date.parse('2026-11-24T11:00:00Z'), units: 2_000, bad: 0 },
  ],
};

describe('blocks of the page', () => {
  test('that are JSON fit the schema, and the reader takes them', () => {
    const examples = blocks.filter(({ language }) => language === 'json');
    expect(examples).toHaveLength(1);
    for (const { text } of examples) {
      expect(findMisfits(schema, JSON.parse(text))).toEqual([]);
      expect(findDefect(readHealthReport(text, question))).toBeUndefined();
    }
  });

  test('that are YAML are gates with a source, and their queries can be filled', () => {
    const gates = blocks
      .filter(({ language }) => language === 'yaml')
      .flatMap(({ text }) => Object.values((parse(text) as { gates: Record<string, Record<string, string>> }).gates));
    expect(gates.map(({ source }) => source)).toEqual(['sentry', 'play-vitals', 'reviews', 'prometheus', 'command']);
    const [queries] = gates.filter(({ source }) => source === 'prometheus');
    const filling = { gate: 'errors', release: question.release, step: 15_000 };
    expect(fillTemplate(queries?.['bad'] ?? '', filling)).toBe(
      'sum(increase(http_requests_total{job="api",version="2.15.3",code=~"5.."}[15s])) or vector(0)',
    );
    expect(fillTemplate(queries?.['total'] ?? '', filling)).toContain('[15s]');
  });

  test('are all of a kind that is tried here', () => {
    const tried = blocks.filter(({ file }) => file === 'crashlytics.mjs' || file === 'datadog.mjs').length;
    const others = blocks.filter(({ language }) => language === 'json' || language === 'yaml').length;
    expect(blocks).toHaveLength(tried + others);
  });
});

describe('Crashlytics through BigQuery', () => {
  const row = (start: string, version: string, units: number, bad: number): object => ({
    start: `2026-11-24T${start}:00:00Z`,
    version,
    units: `${units}`,
    bad: `${bad}`,
  });

  /** A stand-in that keeps how it was called and prints rows, or fails. */
  function putBigQuery(rows: readonly object[], code = 0): void {
    const script = `#!/bin/sh\nprintf '%s\\n' "$@" > '${join(folder, 'called')}'\ncat '${join(folder, 'rows.json')}'\nexit ${code}\n`;
    writeFileSync(join(folder, 'bq'), script);
    writeFileSync(join(folder, 'rows.json'), JSON.stringify(rows));
    chmodSync(join(folder, 'bq'), 0o755);
  }

  const environment = { FIREBASE_PROJECT: 'example-project' };

  test('prints what a gate takes', async () => {
    putBigQuery([
      row('10', '2.15.3', 2_000, 0),
      row('09', '2.15.3', 1_840, 7),
      row('09', '2.15.2', 96_210, 301),
      row('11', '2.14.0', 3, 0),
    ]);
    expect(await run('crashlytics.mjs', environment)).toEqual(expected);
    const called = readFileSync(join(folder, 'called'), 'utf8');
    expect(called).toContain('--parameter=start:TIMESTAMP:2026-11-24T09:00:00.000Z');
    expect(called).toContain('--parameter=end:TIMESTAMP:2026-11-24T11:30:00.000Z');
    expect(called).toContain('`example-project.firebase_sessions.com_example_app_ANDROID_REALTIME`');
  });

  test('without rows prints no data, and without BigQuery nothing', async () => {
    putBigQuery([]);
    expect(await run('crashlytics.mjs', environment, { ...question, previous: '' })).toEqual({ buckets: [] });
    putBigQuery([], 2);
    await expect(run('crashlytics.mjs', environment)).rejects.toThrow('Its last words: Command failed: bq');
    const unsafe = run('crashlytics.mjs', { FIREBASE_PROJECT: 'x` --' });
    await expect(unsafe).rejects.toThrow('FIREBASE_PROJECT has to be the id');
    const users: CommandQuestion = { ...question, unit: 'user-day' };
    await expect(run('crashlytics.mjs', environment, users)).rejects.toThrow('"user-day" was asked for');
  });
});

describe('Datadog', () => {
  interface Asked {
    readonly filter: { readonly query: string; readonly from: string; readonly to: string };
  }

  async function ask(reply: (query: string) => { status?: number; body: unknown }): Promise<Report> {
    const server = await startServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { filter } = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
        expect([filter.from, filter.to]).toEqual(['2026-11-24T09:00:00.000Z', '2026-11-24T11:30:00.000Z']);
        const { status = 200, body } = reply(filter.query);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    try {
      return await run('datadog.mjs', { DD_API: server.url, DD_API_KEY: 'key', DD_APP_KEY: 'application-key' });
    } finally {
      await server.stop();
    }
  }

  const answer = (...values: readonly number[]): { body: unknown } => ({
    body: {
      meta: { status: 'done' },
      data: {
        buckets: [
          {
            by: {},
            computes: {
              c0: values.map((value, index) => ({
                time: `2026-11-24T${['09', '10', '11'][index] ?? ''}:00:00.000Z`,
                value,
              })),
            },
          },
        ],
      },
    },
  });
  const base = '@session.type:user service:tracker ';
  const answers: Readonly<Record<string, { body: unknown }>> = {
    [`${base}version:"2.15.3"`]: answer(1_840, 2_000, 0),
    [`${base}version:"2.15.3" @type:error @error.is_crash:true`]: answer(7, 0, 0),
    [`${base}version:"2.15.2"`]: answer(96_210, 0, 0),
    [`${base}version:"2.15.2" @type:error @error.is_crash:true`]: answer(301, 0, 0),
    [base]: answer(100_000, 2_000, 12),
  };

  test('prints what a gate takes', async () => {
    expect(await ask((query) => answers[query] ?? { status: 400, body: query })).toEqual(expected);
  });

  test('fails for a refusal, and for a query that did not finish', async () => {
    await expect(ask(() => ({ status: 403, body: { errors: ['Forbidden'] } }))).rejects.toThrow(
      'Its last words: Datadog answered 403',
    );
    const part = { body: { meta: { status: 'timeout' }, data: { buckets: [] } } };
    await expect(ask(() => part)).rejects.toThrow('Datadog did not finish: timeout');
  });
});
