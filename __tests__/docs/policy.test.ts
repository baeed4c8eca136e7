import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { parse } from 'yaml';
import { suite } from '#kit/suite';
import { readPolicy } from '#rollout/policy-file';
import { policyMessages } from '#rollout/policy-messages';
import { blocksOf } from '../rollout/good-policies.ts';
import { schema } from '../rollout/policy-places.ts';
import { findMisfits } from '../support/json-schema.ts';
import { root } from '../support/scenario.ts';
import { fill } from './policy-page.ts';

const file = join(root, 'docs/policy.md');
const page = readFileSync(file, 'utf8');
const raw = `https://raw.githubusercontent.com/${suite.repository}/${suite.majorTag}`;

test('tables of the guide are what schema, presets and catalogue give', async () => {
  const made = await format(fill(page), { parser: 'markdown', printWidth: 120, singleQuote: true });
  // SLIPWAY_UPDATE=docs ./slipway test docs/policy writes the page anew.
  if (process.env['SLIPWAY_UPDATE'] === 'docs') writeFileSync(file, made);
  expect(readFileSync(file, 'utf8')).toBe(made);
});

test('every message of the catalogue has its row', () => {
  const rows = [...page.matchAll(/^\| `(policy-[a-z-]+)`/gm)].map(([, id]) => id);
  expect(rows.toSorted()).toEqual(Object.keys(policyMessages).toSorted());
});

const blocks = blocksOf(page);

test.each(blocks.map((text, index) => [index + 1, text] as const))(
  'block %d of the guide is a policy, also by the schema',
  (_, text) => {
    expect(readPolicy(text, 'tracker')).toHaveProperty('policy');
    expect(findMisfits(schema, parse(text))).toEqual([]);
  },
);

test('all of its blocks are tried', () => {
  expect(blocks.length).toBeGreaterThan(8);
  expect(page.match(/^```/gm)).toHaveLength(2 * blocks.length);
});

test.each(['docs/policy.md', 'examples/tracker/.github/slipway.yml'])(
  '%s tells editors where the schema is',
  (path) => {
    expect(readFileSync(join(root, path), 'utf8')).toContain(
      `# yaml-language-server: $schema=${raw}/schemas/policy.schema.json\n`,
    );
  },
);

test('gates of the guide to sources are gates of a policy', () => {
  const gates = blocksOf(readFileSync(join(root, 'docs/health-sources.md'), 'utf8'));
  expect(gates.length).toBeGreaterThan(4);
  for (const text of gates) {
    const policy = `platforms: { android: { package: com.example.app } }\n${text}`;
    expect({ text, result: readPolicy(policy, 'tracker') }).toMatchObject({ result: { policy: {} } });
    expect(findMisfits(schema, parse(policy))).toEqual([]);
  }
});
