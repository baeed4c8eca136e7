import { describe, expect, test } from '@jest/globals';
import type { PlannedAnswer } from '#emulators/prometheus/state';
import { findDefect } from '#health/report';
import type { Report } from '#health/report';
import { ConfigurationError, VendorError } from '#kit/errors';
import { askPrometheus } from '#vendors/prometheus/source';
import { startServer } from '../../support/server.ts';
import { crashes, nothing, previous, question, release, series, source, starts, withPrometheus } from './stage.ts';
import type { StageOptions } from './stage.ts';

const at = (time: string): number => Date.parse(`2026-11-24T${time}:00Z`);

async function ask(bad: PlannedAnswer, total: PlannedAnswer, options: StageOptions = {}): Promise<Report> {
  let report: Report = { buckets: [] };
  const answers = { [crashes('2.0.0')]: bad, [starts('2.0.0')]: total };
  await withPrometheus({ answers, ...options }, async ({ connect }) => {
    report = await askPrometheus(connect(), source, question);
  });
  return report;
}

describe('buckets', () => {
  test('are the steps before the times of the values, as far as they are over and settled', async () => {
    // 12:00 is over for a minute only, and needs two; the first hour began before the question.
    const report = await ask(series(9, 1, 0, 2.5, 9), series(9, 100, 0, 200, 900));
    expect(report).toEqual({
      freshUntil: at('11:00'),
      buckets: [
        { start: at('08:00'), end: at('09:00'), units: 100, bad: 1 },
        { start: at('10:00'), end: at('11:00'), units: 200, bad: 2.5 },
      ],
    });
    expect(findDefect(report)).toBeUndefined();
    const later = await ask(series(9, 1, 0, 2, 9), series(9, 100, 0, 200, 900), { now: '2026-11-24T12:02:00Z' });
    expect(later.buckets).toHaveLength(3);
    expect(later.freshUntil).toBe(at('12:00'));
  });

  test('of bad beside good ones, and of the releases before', async () => {
    const good = 'sum(increase(good_total{v="{{version}}"}[{{step}}]))';
    const filled = (version: string): string => good.replace('{{version}}', version).replace('{{step}}', '3600s');
    const answers = {
      [crashes('2.0.0')]: series(9, 1, 2, 3),
      [filled('2.0.0')]: series(9, 99, 98, 97),
      [crashes('1.9.0')]: series(9, 10, undefined, 0),
      [filled('1.9.0')]: series(9, 990, undefined, 0),
      [crashes('1.8.0')]: nothing,
      [filled('1.8.0')]: nothing,
    };
    await withPrometheus({ answers }, async ({ connect, emulator, lines }) => {
      const asked = { ...question, previous: [previous, 'tracker@1.8.0'] };
      const queries = { bad: source.queries.bad, good };
      const { buckets } = await askPrometheus(connect(), { ...source, queries }, asked);
      expect(buckets.map(({ units, bad, previous: before }) => [units, bad, before])).toEqual([
        [100, 1, { units: 1_000, bad: 10 }],
        [100, 2, undefined],
        [100, 3, undefined],
      ]);
      expect(emulator.log.entries()).toHaveLength(6);
      expect(lines).toEqual([expect.stringContaining('no series of "tracker@1.8.0"')]);
    });
  });

  test('may be seconds long, for a backend', async () => {
    const [bad, total] = ['a{v="2.0.0"}[15s]', 'b{v="2.0.0"}[15s]'];
    const values = { '2026-11-24T12:00:15Z': '1', '2026-11-24T12:00:30Z': '2' };
    const answers = {
      [bad]: { series: [{ metric: {}, values }] },
      [total]: { series: [{ metric: {}, values: { '2026-11-24T12:00:15Z': '500', '2026-11-24T12:00:30Z': '600' } }] },
    };
    await withPrometheus({ answers }, async ({ connect }) => {
      const queries = { bad: 'a{v="{{version}}"}[{{step}}]', total: 'b{v="{{version}}"}[{{step}}]' };
      const short = { queries, step: 15_000, settle: 5_000 };
      const { buckets } = await askPrometheus(connect(), short, { ...question, start: at('12:00') });
      expect(buckets.map(({ units }) => units)).toEqual([500, 600]);
    });
  });

  test('none is asked for before the first is over', async () => {
    await withPrometheus({}, async ({ connect, emulator }) => {
      expect(await askPrometheus(connect(), source, { ...question, start: at('12:00') })).toEqual({ buckets: [] });
      expect(emulator.log.entries()).toEqual([]);
    });
  });

  test.each([
    ['prometheus-step-invalid', { step: 1_500 }],
    ['prometheus-step-invalid', { step: 0 }],
    ['prometheus-time-too-long', { step: 1_000 }],
  ])('%s', async (id, more) => {
    await withPrometheus({}, async ({ connect, emulator }) => {
      await expect(askPrometheus(connect(), { ...source, ...more }, question)).rejects.toMatchObject({
        notes: [{ id }],
      });
      expect(emulator.log.entries()).toEqual([]);
    });
  });
});

describe('what is missing', () => {
  test('altogether is no data, and a line in the log with what was asked', async () => {
    const answers = { [crashes('2.0.0')]: nothing, [starts('2.0.0')]: nothing };
    await withPrometheus({ answers }, async ({ connect, lines }) => {
      expect(await askPrometheus(connect(), source, question)).toEqual({ buckets: [] });
      expect(lines).toEqual([
        `Prometheus has no series of "${release}" for the gate "crash": there are no data. It was asked: ${crashes('2.0.0')} and ${starts('2.0.0')} Right after the start that is to be expected; later check the label with the version.`,
      ]);
    });
  });

  test('on both sides at a time is an hour without data', async () => {
    const { buckets, freshUntil } = await ask(series(9, 1, undefined, 3), series(9, 100, undefined, 300));
    expect(buckets.map(({ units }) => units)).toEqual([100, 300]);
    expect(freshUntil).toBe(at('11:00'));
  });

  test.each<[id: string, said: string, bad: PlannedAnswer, total: PlannedAnswer]>([
    ['prometheus-series-missing', 'for "total" and none for "bad"', nothing, series(9, 100, 100, 100)],
    ['prometheus-series-missing', 'for "bad" and none for "total"', series(9, 1), nothing],
    [
      'prometheus-series-apart',
      'at 2026-11-24T09:00:00Z, and 1 more times, there is no sample of "bad"',
      series(9, undefined, undefined, 1),
      series(9, 100, 100, 100),
    ],
    [
      'prometheus-series-apart',
      'at 2026-11-24T11:00:00Z there is no sample of "total"',
      series(9, 0, 0, 1),
      series(9, 9, 9),
    ],
    ['prometheus-value-unusable', 'gives NaN at 2026-11-24T10:00:00Z', series(9, 0, 'NaN', 1), series(9, 1, 1, 1)],
    ['prometheus-value-unusable', 'gives Infinity at', series(9, 0, 0, 1), series(9, 1, '+Inf', 1)],
    ['prometheus-value-unusable', 'gives -2 at', series(9, 0, '-2', 1), series(9, 1, 1, 1)],
    ['prometheus-bad-exceeds', '5 bad of only 4 units', series(9, 5), series(9, 4)],
    [
      'prometheus-many-series',
      'gives 2 series, and one was expected: a{pod="1"}, a{pod="2"}',
      {
        series: ['1', '2'].map((pod) => ({ metric: { __name__: 'a', pod }, values: { '2026-11-24T09:00:00Z': '1' } })),
      },
      series(9, 4),
    ],
  ])('%s: %s', async (id, said, bad, total) => {
    const asking = ask(bad, total);
    await expect(asking).rejects.toThrow(ConfigurationError);
    await expect(asking).rejects.toThrow(said);
    await expect(asking).rejects.toMatchObject({ notes: [{ id }] });
  });

  test('estimates of two series may differ by a hair, and never to the good', async () => {
    const { buckets } = await ask(series(9, '100.4'), series(9, 100));
    expect(buckets).toMatchObject([{ units: 100.4, bad: 100.4 }]);
  });
});

describe('answers', () => {
  const fine = series(9, 1);

  test('with a warning are none, and remarks are passed on', async () => {
    const warnings = ['PromQL warning: store x did not answer'];
    const asking = ask({ ...fine, warnings }, fine);
    await expect(asking).rejects.toThrow(VendorError);
    await expect(asking).rejects.toMatchObject({
      notes: [{ id: 'prometheus-partial', text: expect.stringContaining('store x') }],
    });
    const infos = ['PromQL info: metric might not be a counter'];
    const answers = { [crashes('2.0.0')]: { ...fine, infos }, [starts('2.0.0')]: fine };
    await withPrometheus({ answers }, async ({ connect, lines }) => {
      expect((await askPrometheus(connect(), source, question)).buckets).toHaveLength(1);
      expect(lines).toEqual([expect.stringContaining('might not be a counter')]);
    });
  });

  test('that refuse the query tell it, and are not asked for again', async () => {
    const error = { status: 422, errorType: 'execution', error: 'many-to-many matching not allowed' };
    const answers = { [crashes('2.0.0')]: { series: [], error }, [starts('2.0.0')]: fine };
    await withPrometheus({ answers }, async ({ connect, emulator }) => {
      const asking = askPrometheus(connect(), source, question);
      await expect(asking).rejects.toThrow(ConfigurationError);
      await expect(asking).rejects.toThrow(
        `many-to-many matching not allowed (execution). It was: ${crashes('2.0.0')}`,
      );
      expect(emulator.log.entries().filter(({ status }) => status === 422)).toHaveLength(1);
    });
    await withPrometheus({}, async ({ connect }) => {
      const queries = { bad: 'sum(a{v="{{version}}"}', total: 'b{v="{{version}}"}' };
      await expect(askPrometheus(connect(), { ...source, queries }, question)).rejects.toMatchObject({
        notes: [
          { id: 'prometheus-query-refused', text: expect.stringContaining('unclosed left parenthesis (bad_data)') },
        ],
      });
    });
  });

  test('that time out are asked for again, and told by their own words in the end', async () => {
    const error = { status: 503, errorType: 'timeout', error: 'query timed out in expression evaluation' };
    const answers = { [crashes('2.0.0')]: { series: [], error }, [starts('2.0.0')]: fine };
    await withPrometheus({ answers }, async ({ connect, emulator }) => {
      await expect(askPrometheus(connect(), source, question)).rejects.toMatchObject({
        notes: [{ id: 'vendor-unreachable' }],
        details: { status: 503, body: expect.stringContaining('query timed out') },
      });
      expect(emulator.log.entries()).toHaveLength(6);
    });
  });

  test.each([
    ['has histograms', { resultType: 'matrix', result: [{ metric: {}, histograms: [] }] }],
    ['data.resultType has to be "matrix"', { resultType: 'vector', result: [] }],
    ['has no value', { resultType: 'matrix', result: [{ metric: {}, values: [[1_795_510_800, '']] }] }],
    ['has no value', { resultType: 'matrix', result: [{ metric: {}, values: [[1_795_510_800, 3]] }] }],
    ['has no time', { resultType: 'matrix', result: [{ metric: {}, values: [['x', '3']] }] }],
    [
      'at 2026-11-24T09:30:00Z, which was not asked for',
      { resultType: 'matrix', result: [{ metric: {}, values: [[1_795_512_600, '3']] }] },
    ],
  ])('that are none: %s', async (said, data) => {
    const server = await startServer((_, response) => response.end(JSON.stringify({ status: 'success', data })));
    try {
      await withPrometheus({}, async ({ connect }) => {
        const asking = askPrometheus(connect({ address: server.url }), source, question);
        await expect(asking).rejects.toMatchObject({ notes: [{ id: 'vendor-unreadable' }] });
        await expect(asking).rejects.toThrow(said);
      });
    } finally {
      await server.stop();
    }
  });
});

test('large counts come in the notation of Go, and native histograms are told for what they are', async () => {
  const { buckets } = await ask(series(9, '1e+06'), series(9, '2.5e+08'));
  expect(buckets).toMatchObject([{ units: 250_000_000, bad: 1_000_000 }]);
  const histograms = { series: series(9, 1).series.map((one) => ({ ...one, histograms: true as const })) };
  await expect(ask(histograms, series(9, 1))).rejects.toThrow('use histogram_count(...)');
});

test.each([
  [400, '<html>Bad Request</html>', 'prometheus-refused'],
  [414, 'URI too long', 'prometheus-refused'],
  [403, '{"status":"error","errorType":"forbidden","error":"no"}', 'prometheus-unauthorized'],
])('%d %s', async (status, body, id) => {
  const server = await startServer((_, response) => response.writeHead(status).end(body));
  try {
    await withPrometheus({}, async ({ connect }) => {
      const asking = askPrometheus(connect({ address: server.url }), source, question);
      await expect(asking).rejects.toThrow(VendorError);
      await expect(asking).rejects.toMatchObject({ notes: [{ id }], details: { status } });
    });
  } finally {
    await server.stop();
  }
});

describe('the server', () => {
  const answers = { [crashes('2.0.0')]: series(9, 1), [starts('2.0.0')]: series(9, 100) };

  test.each([
    ['Bearer abcd', { kind: 'bearer' as const, token: 'abcd' }, ['abcd']],
    ['Basic dXNlcjpwYXNz', { kind: 'basic' as const, user: 'user', password: 'pass' }, ['pass', 'dXNlcjpwYXNz']],
  ])('gets %s, and the secret is masked', async (authorization, credentials, masked) => {
    await withPrometheus({ answers, authorization }, async ({ connect, secrets }) => {
      expect((await askPrometheus(connect({ credentials }), source, question)).buckets).toHaveLength(1);
      expect(secrets).toEqual(masked);
      await expect(askPrometheus(connect(), source, question)).rejects.toMatchObject({
        notes: [{ id: 'prometheus-unauthorized', text: expect.stringContaining('401') }],
      });
    });
  });

  test('may have a path before its API, as Google Cloud and Amazon do', async () => {
    const prefix = '/v1/projects/p/location/global/prometheus';
    await withPrometheus({ answers, prefix }, async ({ connect, emulator }) => {
      const address = `${emulator.url}/`;
      expect((await askPrometheus(connect({ address }), source, question)).buckets).toHaveLength(1);
      await expect(askPrometheus(connect({ address: `${emulator.url}/x` }), source, question)).rejects.toMatchObject({
        notes: [{ id: 'prometheus-not-found' }],
      });
    });
  });

  test('is not left for another one', async () => {
    const other = await startServer((_, response) => response.end('{}'));
    const first = await startServer((_, response) => response.writeHead(307, { location: `${other.url}/login` }).end());
    try {
      await withPrometheus({}, async ({ connect }) => {
        const prometheus = connect({ address: first.url, credentials: { kind: 'bearer', token: 'abcd' } });
        await expect(askPrometheus(prometheus, source, question)).rejects.toMatchObject({
          notes: [{ id: 'prometheus-redirected', text: expect.stringContaining(`"${other.url}/login"`) }],
        });
      });
      expect(other.requests).toHaveLength(0);
    } finally {
      await first.stop();
      await other.stop();
    }
  });

  test.each([
    'prometheus',
    'file:///x',
    'https://a:b@host',
    'https://host/?a',
    'https://host/#a',
    'https://host/api/v1',
  ])('is not at %s', async (address) => {
    await withPrometheus({}, async ({ connect }) => {
      expect(() => connect({ address })).toThrow(`"${address}" cannot be the address`);
      await Promise.resolve();
    });
  });
});
