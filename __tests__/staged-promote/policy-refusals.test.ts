import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readPolicy } from '#rollout/policy-file';
import { policyMessages } from '#rollout/policy-messages';
import { badPolicies, toFile, type BadPolicy } from '../rollout/bad-policies.ts';
import { slowModes } from '../support/scenario.ts';
import { createMessageTable } from '../support/message-table.ts';
import { openStage, type Stage } from './stage.ts';

const file = '.github/slipway.yml';
/** The first of each message. */
const bad = [...new Map(badPolicies.toReversed().map((one) => [one.id, one])).values()].toReversed();
const plain = (text: string): string => text.replaceAll(/[\\`]|&(?:#?\w+;)?/g, '');
const table = createMessageTable('What the bundle says of a policy file, with its exit code');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.stop();
});

function tell(one: BadPolicy): { readonly text: string; readonly message: string } {
  const { text } = toFile(one);
  const result = readPolicy(text, 'tracker');
  if (!('defects' in result)) throw new Error('the file was taken for a policy');
  const { message } = result.defects[0];
  return { text: message.text, message: `${message.text}. ${message.cure} [${one.id}]` };
}

describe.each(slowModes)('%s: a bad policy is answered with line, column, reason and cure:', (mode) => {
  test.each(bad.map((one) => [one.id, one] as const))('%s', async (id, one) => {
    const { text: policy, line, column } = toFile(one);
    const { text, message } = tell(one);
    const before = stage.requests().length;

    const seen = await stage.run(mode, {}, { policy });

    expect([seen.exitCode, seen.outputs['result'], seen.outputs['moved']]).toEqual([2, 'misconfigured', 'false']);
    const [own, ...others] = seen.annotations;
    expect(own).toMatchObject({ level: 'error', file, line, endLine: line, column, message });
    expect(others.map((annotation) => annotation.message).join()).toContain('[policy-invalid]');
    expect(plain(seen.summary)).toContain(`line ${line}, column ${column}`);
    expect(plain(seen.summary)).toContain(plain(text).slice(0, 20));
    // Nothing is asked before the policy is understood.
    expect(stage.requests().slice(before)).toEqual([]);
    if (mode === 'bundle') {
      table.add(id, seen);
      if (id === 'policy-kind') table.add('policy-invalid', seen);
    }
  });

  test.each([
    ['policy-missing', {}, { policy: '' }, 'There is no policy file .github/slipway.yml.'],
    ['policy-unreadable', {}, { policy: `#${'x'.repeat(262_144)}` }, 'it has 262145 bytes'],
    ['policy-unreadable', { policy: '.' }, {}, 'EISDIR'],
  ] as const)('%s', async (id, inputs, options, says) => {
    const seen = await stage.run(mode, inputs, options);
    expect([seen.exitCode, seen.outputs['result']]).toEqual([2, 'misconfigured']);
    const own = seen.annotations.find(({ message }) => message.includes(`[${id}]`));
    expect(own?.message).toContain(says);
    if (mode === 'bundle') table.add(id, seen);
  });
});

test('no message of the policy catalogue is never given', () => {
  const given = new Set<string>([...bad.map(({ id }) => id), 'policy-missing', 'policy-unreadable', 'policy-invalid']);
  expect(Object.keys(policyMessages).filter((id) => !given.has(id))).toEqual([]);
});
