import { expect, test } from '@jest/globals';
import { readPolicy } from '#rollout/policy-file';
import { policyMessages } from '#rollout/policy-messages';
import { badPolicies, ofTheFile, toFile } from './bad-policies.ts';

test.each(badPolicies.map((bad) => [bad.id, bad] as const))('%s is told where it stands: %j', (id, bad) => {
  const { text, line, column } = toFile(bad);

  const result = readPolicy(text, 'tracker');

  if (!('defects' in result)) throw new Error('the file was taken for a policy');
  const told = result.defects.map(({ line, column, message }) => ({ line, column, id: message.id }));
  expect(told).toEqual([{ line, column, id }]);
  expect(result.defects[0].message.cure).not.toBe('');
});

test('every message of a file is in the table', () => {
  const ids = Object.keys(policyMessages).filter((id) => !ofTheFile.some((one) => one === id));
  expect(ids.toSorted()).toEqual([...new Set(badPolicies.map(({ id }) => id))].toSorted());
});

test('all mistakes are told at once, from the top', () => {
  const result = readPolicy(
    'release: a b\nplatforms:\n  android: { package: x }\n  ios: { app: 12 }\nmax-hold: 3\nwindwo: {}',
    'tracker',
  );
  if (!('defects' in result)) throw new Error('the file was taken for a policy');
  expect(result.defects.map(({ line, path, message }) => `${line} ${path}: ${message.id}`)).toEqual([
    '1 release: policy-text',
    '3 platforms.android.package: policy-text',
    '4 platforms.ios.app: policy-text',
    '5 max-hold: policy-duration',
    '6 windwo: policy-key-unknown',
  ]);
  expect(result.defects.at(-1)?.message.text).toContain('did you mean "window"?');
});
