import { expect, test } from '@jest/globals';
import { createVirtualClock } from '#emulators/base/clock';
import { createPrometheusEmulator, type PrometheusEmulatorOptions } from '#emulators/prometheus/server';

const query = 'sum(increase(a_total{v="1"}[1h]))';
const hours = 'start=2026-11-24T09:00:00Z&end=1795514400&step=1h';

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

async function ask(
  parameters: string,
  options: Partial<PrometheusEmulatorOptions> & { readonly send?: RequestInit } = {},
): Promise<Reply> {
  const { send = {}, ...more } = options;
  const emulator = createPrometheusEmulator({ clock: createVirtualClock('2026-11-24T12:00:00Z'), ...more });
  emulator.answer(query, {
    series: [
      {
        metric: { v: '1' },
        values: { '2026-11-24T09:00:00Z': '3', '2026-11-24T09:30:00Z': '9', '2026-11-24T10:00:00Z': 'NaN' },
      },
      { metric: { v: '2' }, values: { '2026-11-24T20:00:00Z': '1' } },
    ],
    infos: ['PromQL info: metric might not be a counter'],
  });
  await emulator.start();
  try {
    const post = send.method === 'POST';
    const response = await fetch(`${emulator.url}/api/v1/query_range${post ? '' : `?${parameters}`}`, {
      ...send,
      ...(post ? { body: new URLSearchParams(parameters) } : {}),
    });
    const text = await response.text();
    expect(emulator.errors).toEqual([]);
    return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as unknown) : text };
  } finally {
    await emulator.stop();
  }
}

const parameters = `query=${encodeURIComponent(query)}&${hours}`;
const found = {
  status: 'success',
  data: {
    resultType: 'matrix',
    result: [
      {
        metric: { v: '1' },
        values: [
          [1_795_510_800, '3'],
          [1_795_514_400, 'NaN'],
        ],
      },
    ],
  },
  infos: ['PromQL info: metric might not be a counter'],
};

test('values at the times of the steps, by GET and by POST; series without any are left out', async () => {
  expect(await ask(parameters)).toEqual({ status: 200, body: found });
  expect(await ask(parameters, { send: { method: 'POST' } })).toEqual({ status: 200, body: found });
  expect((await ask(parameters, { prefix: '/v1/projects/p/location/global/prometheus' })).status).toBe(200);
});

test('who may not ask', async () => {
  const authorization = 'Bearer abc';
  expect(await ask(parameters, { authorization })).toEqual({ status: 401, body: 'Unauthorized\n' });
  expect((await ask(parameters, { authorization, send: { headers: { authorization } } })).status).toBe(200);
});

test.each([
  [`query=a&end=2&step=1`, 'invalid parameter "start": cannot parse "" to a valid timestamp'],
  [`query=a&start=yesterday&end=2&step=1`, 'invalid parameter "start": cannot parse "yesterday"'],
  [`query=a&start=3&end=2&step=1`, 'invalid parameter "end": end timestamp must not be before start time'],
  [`query=a&start=1&end=2`, 'invalid parameter "step": cannot parse "" to a valid duration'],
  [`query=a&start=1&end=2&step=1hour`, 'invalid parameter "step": cannot parse "1hour"'],
  [`query=a&start=1&end=2&step=0`, 'zero or negative query resolution step'],
  [`query=a&start=0&end=11000&step=1`, 'exceeded maximum resolution of 11,000 points'],
  [`query=a&start=1&end=2&step=1&timeout=soon`, 'invalid parameter "timeout"'],
  [`query=%20&start=1&end=2&step=1`, 'no expression found in input'],
  [`query=a{v="1}&start=1&end=2&step=1`, 'unterminated quoted string'],
  [`query=sum(a&start=1&end=2&step=1`, 'unclosed left parenthesis'],
  [`query=sum(a])&start=1&end=2&step=1`, 'unexpected "]"'],
  [`query=a&start=1&end=2&step=1&from=3`, 'does not know the parameter "from"'],
])('%s is refused', async (wrong, error) => {
  expect(await ask(wrong)).toEqual({
    status: 400,
    body: { status: 'error', errorType: 'bad_data', error: expect.stringContaining(error) },
  });
});

test('an expression that is not in the table is not answered', async () => {
  expect((await ask('query=b&start=1&end=2&step=1')).status).toBe(501);
});
