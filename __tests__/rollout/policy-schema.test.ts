import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readPolicy } from '#rollout/policy-file';
import { findMisfits } from '../support/json-schema.ts';
import { testWith } from '../support/required.ts';
import { root } from '../support/scenario.ts';
import { badPolicies, toFile } from './bad-policies.ts';
import { findPolicies } from './good-policies.ts';
import { keysOfParser, placeOf, places, schema, writeAt } from './policy-places.ts';

const taken = findPolicies().filter((text) => 'policy' in readPolicy(text, 'tracker'));

test('every policy of the tests, the example and the guides that is one fits the schema', () => {
  expect(taken.length).toBeGreaterThan(12);
  expect(
    taken.map((text) => ({ text, misfits: findMisfits(schema, parse(text)) })).filter((one) => one.misfits.length > 0),
  ).toEqual([]);
});

describe('a bad file is', () => {
  const seen = badPolicies.filter(({ unseen }) => unseen === undefined);
  const unseen = badPolicies.filter((bad) => !seen.includes(bad));

  test.each(seen.map((bad) => [bad.id, bad.marked, bad] as const))('seen by the schema: %s %s', (_id, _marked, bad) => {
    expect(findMisfits(schema, parse(toFile(bad).text))).not.toEqual([]);
  });

  test.each(unseen.map((bad) => [bad.id, bad.marked, bad] as const))(
    'not seen, with the reason: %s %s',
    (_id, _marked, bad) => {
      let value: unknown;
      try {
        value = parse(toFile(bad).text);
      } catch {
        // It is no YAML, and so never comes before a schema.
        return;
      }
      expect([bad.unseen, findMisfits(schema, value)]).toEqual([expect.stringMatching(/^a /), []]);
    },
  );
});

describe('schema and parser know the same keys', () => {
  test.each(places.map((place) => [place.name, place] as const))('of %s', (_name, place) => {
    expect(keysOfParser(place).toSorted()).toEqual(
      [...new Set(place.definitions.flatMap((name) => Object.keys(placeOf(name).properties)))].toSorted(),
    );
  });

  test('and the schema has no other place with keys', () => {
    const withKeys = Object.entries(schema.$defs)
      .filter(([, definition]) => 'properties' in definition)
      .map(([name]) => name);
    expect([...new Set(places.flatMap(({ definitions }) => definitions))].toSorted()).toEqual(
      ['', 'freeze', 'window', ...withKeys].toSorted(),
    );
  });
});

describe('a default that is written out changes nothing:', () => {
  const rows = places.flatMap((place) =>
    place.definitions.flatMap((name) =>
      Object.entries(placeOf(name).properties).flatMap(([key, property]) =>
        property.default === undefined ? [] : [[`${name} ${key}`, property.default, place, name, key] as const],
      ),
    ),
  );

  test('there are many', () => {
    expect(rows.length).toBeGreaterThan(40);
  });

  test.each(rows)('%s: %j', (_name, value, place, name, key) => {
    const bare = readPolicy(writeAt(place, name, {}), 'tracker');
    expect(bare).toHaveProperty('policy');
    expect(readPolicy(writeAt(place, name, { [key]: value }), 'tracker')).toEqual(bare);
  });
});

describe('examples of the schema are taken by the parser:', () => {
  const rows = places.flatMap((place) =>
    place.definitions.flatMap((name) =>
      Object.entries(placeOf(name).properties).flatMap(([key, property]) =>
        (property.examples ?? []).map((value) => [`${name} ${key}`, value, place, name, key] as const),
      ),
    ),
  );

  test.each(rows)('%s: %j', (_name, value, place, name, key) => {
    const text = writeAt(place, name, { [key]: value });
    expect(readPolicy(text, 'tracker')).toHaveProperty('policy');
    expect(findMisfits(schema, JSON.parse(text))).toEqual([]);
  });
});

const contract = join(root, 'emulators/github/contract/package.json');
const ajvFile = join(root, 'emulators/github/contract/node_modules/ajv/dist/2020.js');
const missing = existsSync(ajvFile) ? undefined : 'run "npm ci" in emulators/github/contract';

testWith('github-openapi', missing)('ajv says the same of every file as our own reader of schemas', () => {
  type Validate = (value: unknown) => boolean;
  const { Ajv2020 } = createRequire(contract)('ajv/dist/2020') as {
    Ajv2020: new (options: object) => { compile: (schema: unknown) => Validate };
  };
  const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(
    JSON.parse(readFileSync(join(root, 'schemas/policy.schema.json'), 'utf8')),
  );
  const files = [...taken, ...badPolicies.map((bad) => toFile(bad).text)].flatMap((text) => {
    try {
      return [parse(text) as unknown];
    } catch {
      return [];
    }
  });
  const told = files.map((value) => [validate(value), findMisfits(schema, value).length === 0]);
  expect(told.filter(([ajv, own]) => ajv !== own)).toEqual([]);
  expect(new Set(told.map(([ajv]) => ajv))).toEqual(new Set([true, false]));
});
