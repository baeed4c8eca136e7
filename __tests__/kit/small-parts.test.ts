import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { childEnvironment } from '#kit/child-env';
import { systemClock } from '#kit/clock';
import { formatBytes, formatDuration } from '#kit/duration';
import { isLoopback, readRedirect } from '#kit/endpoints';
import { describeError } from '#kit/errors';
import { findOnPath } from '#kit/tools';
import { suite } from '#kit/suite';

describe('durations and sizes as people write them', () => {
  test.each([
    [0, '0 ms'],
    [999.4, '999 ms'],
    [1_000, '1.0 s'],
    [59_999, '59.9 s'],
    [60_000, '1 min'],
    [65_000, '1 min 5 s'],
    [3_599_999, '59 min 59 s'],
    [3_600_000, '1 h'],
    [7_800_000, '2 h 10 min'],
    [90_000_000, '1 d 1 h'],
  ])('%d ms is %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
  test.each([
    [999, '999 B'],
    [1_500, '1.5 kB'],
    [2_000_000, '2.0 MB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('only this machine is loopback', () => {
  test.each([
    'http://127.0.0.1:80',
    'http://127.8.9.1',
    'https://localhost/x',
    'http://[::1]:8080',
    'http://0x7f000001',
    'http://127.1',
    'http://LOCALHOST:1',
  ])('%s is', (url) => {
    expect(isLoopback(url)).toBe(true);
  });
  test.each([
    'http://10.0.0.1',
    'http://localhost.evil.example',
    'http://127.0.0.1.nip.io',
    'http://[::2]',
    'http://0.0.0.0',
    'http://a@localhost',
    'file:///etc',
    '',
    'http://128.0.0.1',
    'http://[::ffff:127.0.0.1]',
  ])('%s is not', (url) => {
    expect(isLoopback(url)).toBe(false);
  });
  test('a variable redirects, or does not; a slash at the end does not matter', () => {
    expect(readRedirect('SLIPWAY_X', {})).toBeUndefined();
    expect(readRedirect('SLIPWAY_X', { SLIPWAY_X: '' })).toBeUndefined();
    expect(readRedirect('SLIPWAY_X', { SLIPWAY_X: 'http://127.0.0.1:4873//' })).toBe('http://127.0.0.1:4873');
  });
});

test('property: whatever a variable is called, the runner’s own never reach a command', () => {
  const names = fc.oneof(
    fc.constantFrom(
      'GITHUB_TOKEN',
      'GH_TOKEN',
      'GITHUB_OUTPUT',
      'GITHUB_ENV',
      'GITHUB_PATH',
      'GITHUB_STATE',
      'GITHUB_STEP_SUMMARY',
      'RUNNER_TEMP',
    ),
    fc.string({ unit: fc.constantFrom('A', 'B', '_') }).map((rest) => `INPUT_${rest}`),
    fc.string({ unit: fc.constantFrom('A', 'B', '_') }).map((rest) => `ACTIONS_${rest}`),
  );
  fc.assert(
    fc.property(names, (name) => childEnvironment({ [name]: 'x', PATH: '/bin' }, ['OTHER_*'])[name] === undefined),
  );
});

test('an error is told with its causes, once each', () => {
  expect(describeError(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }))).toBe(
    'fetch failed: connect ECONNREFUSED',
  );
  expect(describeError(new Error('same', { cause: new Error('same') }))).toBe('same');
  expect(describeError(new AggregateError([new Error('first')]))).toBe('first');
  expect(describeError('text')).toBe('text');
  expect(describeError({ code: 7 })).toBe('{ code: 7 }');
  expect(describeError(undefined)).toBe('undefined');
});

test('the real clock: a wait ends, and ends early with the reason of the signal', async () => {
  const before = systemClock.now();
  await systemClock.sleep(5);
  expect(systemClock.now()).toBeGreaterThanOrEqual(before + 4);
  const stop = new AbortController();
  const waiting = systemClock.sleep(1_000_000, stop.signal);
  stop.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  expect(systemClock.deadline(1_000_000).aborted).toBe(false);
});

test('a tool on PATH is found, one that is not there is not', () => {
  expect(findOnPath('node', process.env)).toMatch(/node(\.exe)?$/);
  expect(findOnPath('no-such-tool-anywhere', process.env)).toBeUndefined();
});

test('the suite has one name', () => {
  expect(suite.repository.split('/')[1]).toBe(suite.name);
  expect(suite.majorTag).toMatch(/^v\d+$/);
});
