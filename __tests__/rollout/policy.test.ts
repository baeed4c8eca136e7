import { expect, test } from '@jest/globals';
import type { Policy } from '#rollout/policy';
import { readPolicy } from '#rollout/policy-file';
import { wholePolicy } from './good-policies.ts';

function read(text: string): Policy {
  const result = readPolicy(text, 'tracker');
  if ('defects' in result)
    throw new Error(result.defects.map(({ line, message }) => `${line}: ${message.text}`).join('\n'));
  return result.policy;
}

const hour = 3_600_000;

test('the smallest policy is a phone in two tracks for testing and five steps of production', () => {
  const policy = read('platforms: { android: { package: com.example.app } }');
  const [android] = policy.platforms;
  if (android?.store !== 'google-play') throw new Error('it is not of Google Play');
  expect(android.steps.map(({ name, soak, evidence }) => [name, soak / hour, tell(evidence)])).toEqual([
    ['internal', 24, 'halt-only'],
    ['closed', 48, 'halt-only'],
    ['production 5 %', 6, 'screened 5x'],
    ['production 10 %', 6, 'screened 3x'],
    ['production 20 %', 12, 'proven'],
    ['production 50 %', 24, 'proven'],
    ['production 100 %', 0, 'halt-only'],
  ]);
  expect(policy.gates.map(({ name, unit, max, required }) => [name, unit, max, required])).toEqual([
    ['crash', 'user-hour', 0.005, true],
    ['anr', 'user-hour', 0.005, true],
  ]);
  expect([policy.release, policy.onInsufficient, policy.maxHold / hour, policy.ledger]).toEqual([
    'tracker',
    'ask',
    72,
    'slipway-ledger',
  ]);
});

test('the watch follows its phone by a day, unless the policy says otherwise', () => {
  const after = (wear: string): unknown =>
    read(`platforms: { android: { package: com.example.app }, wear: ${wear} }`).platforms[1]?.after;
  expect(after('{ package: com.example.app }')).toEqual([{ platform: 'android', delay: 24 * hour }]);
  expect(after('{ package: com.example.app, after: { android: 2d } }')).toEqual([
    { platform: 'android', delay: 48 * hour },
  ]);
  expect(after('{ package: com.example.app, after: {} }')).toEqual([]);
  expect(read('platforms: { wear: { package: com.example.app } }').platforms[0]?.after).toEqual([]);
});

test('the whole of a policy is read', () => {
  const policy = read(wholePolicy);
  expect(policy.platforms.map(({ name, store, watch }) => [name, store, watch / hour])).toEqual([
    ['android', 'google-play', 48],
    ['ios', 'app-store', 24],
  ]);
  const [android, ios] = policy.platforms;
  expect(
    android?.store === 'google-play' && android.steps.map(({ soak, evidence }) => [soak / hour, tell(evidence)]),
  ).toEqual([
    [24, 'halt-only'],
    [48, 'halt-only'],
    [72, 'proven'],
    [24, 'proven'],
    [24, 'proven'],
    [24, 'proven'],
    [0, 'halt-only'],
  ]);
  expect(android?.store === 'google-play' && android.expedite.map(({ name, soak }) => [name, soak / hour])).toEqual([
    ['production 10 %', 1],
    ['production 100 %', 0],
  ]);
  expect(ios).toMatchObject({
    app: { id: '1234567890' },
    phased: false,
    testFlight: { group: 'Friends', soak: 12 * hour },
    pauseOn: ['needs-human'],
  });
  expect(policy.gates.map(({ name, platforms, compare }) => [name, platforms.join(), compare])).toEqual([
    ['crash', 'android,ios', 1.5],
    ['anr', 'android', 1.5],
    ['one-star', 'android,ios', undefined],
    ['errors', 'ios', undefined],
    ['own', 'android,ios', 2],
  ]);
  expect(policy).toMatchObject({
    release: 'tracker-mobile',
    onInsufficient: 'promote-unproven',
    window: { days: [1, 2, 3, 4, 5], from: 480, to: 1_200, timezone: 'Europe/Madrid' },
    freezes: [
      { from: '2026-12-24', to: '2026-12-24', reason: '' },
      { from: '2026-12-28', to: '2027-01-02', reason: 'holidays' },
    ],
    needs: [{ name: 'backend@2.15.0', check: { url: 'https://example.com/version', contains: '2.15.0' } }],
    mention: ['@octocat', '@example/mobile'],
    ledger: 'releases',
  });
});

function tell(evidence: { readonly kind: string; readonly factor?: number }): string {
  return evidence.factor === undefined ? evidence.kind : `${evidence.kind} ${evidence.factor}x`;
}
