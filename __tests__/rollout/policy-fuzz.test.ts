import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readPolicy } from '#rollout/policy-file';
import { findMisfits } from '../support/json-schema.ts';
import { findPolicies, wholePolicy } from './good-policies.ts';
import { places, schema, writeAt } from './policy-places.ts';

/** What people type by mistake, and what YAML means by it. */
const slips = [
  ...[
    '\t',
    ' ',
    '  ',
    '\n',
    '\r',
    '\r\n',
    ':',
    ': ',
    '- ',
    ', ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '#',
    '&a ',
    '*a',
    '!!str ',
  ],
  ...[
    '? ',
    '| ',
    '> ',
    '---\n',
    '...\n',
    '<<: *a',
    '%YAML 1.1\n',
    '@',
    '`',
    '\0',
    '\u2028',
    '\uFEFF',
    '\uD800',
    '😀',
    'é',
  ],
];

/** What stands in place of another value: each belongs somewhere. */
const values = [
  ...['0', '0%', '0h', '-1', '101%', '1e9', '.5', '0x10', 'null', '~', 'true', 'off', 'zzz', '99999999999999999999'],
  ...[
    '5%',
    '100%',
    '0h',
    '1h',
    '3d',
    '90d',
    'internal',
    'production',
    'wear:beta',
    'a/b',
    'testflight',
    'app-store',
    'track',
  ],
  ...['soak', 'rollout', 'evidence', 'watch', 'after', 'package', 'android', 'wear', 'screened', 'proven', 'halt-only'],
  ...[
    'sentry',
    'reviews',
    'session',
    'rating',
    'max',
    'page-above',
    'platforms',
    'source',
    'url',
    'run',
    'contains',
    'good',
  ],
  ...['mon', '"20:00-08:00"', 'Mars/Base', '2026-02-30', '{}', '[]', '[proven, proven]', '{ 0h: 5%, 6h: 100% }', '80%'],
];

interface Mutation {
  readonly how: 'delete' | 'insert' | 'duplicate' | 'drop' | 'swap-lines' | 'swap-values' | 'put-value' | 'indent';
  /** Places, as fractions of the text. */
  readonly at: number;
  readonly other: number;
  readonly slip: string;
  readonly value: string;
}

function mutate(text: string, { how, at, other, slip, value }: Mutation): string {
  const [first = 0, second = 0] = [at, other].map((place) => Math.floor(place * text.length)).toSorted((a, b) => a - b);
  const lines = text.split('\n');
  const [line, twin] = [Math.floor(at * lines.length), Math.floor(other * lines.length)];
  switch (how) {
    case 'delete':
      return text.slice(0, first) + text.slice(Math.min(second, first + 12));
    case 'insert':
      return text.slice(0, first) + slip + text.slice(first);
    case 'duplicate':
      return lines.toSpliced(twin, 0, lines[line] ?? '').join('\n');
    case 'drop':
      return lines.toSpliced(line, 1).join('\n');
    case 'swap-lines':
      return lines
        .with(line, lines[twin] ?? '')
        .with(twin, lines[line] ?? '')
        .join('\n');
    case 'swap-values':
    case 'put-value': {
      const words = [...text.matchAll(/[^\s{}[\],"]+(?=[\s{}[\],"]|$)/g)];
      const [one, two] = [words[Math.floor(at * words.length)], words[Math.floor(other * words.length)]];
      if (one === undefined || two === undefined) return text;
      // A key stays one.
      const word = how === 'put-value' ? value : two[0].replace(/:$/, '');
      const end = one[0].endsWith(':') ? ':' : '';
      return text.slice(0, one.index) + word + end + text.slice(one.index + one[0].length);
    }
    case 'indent':
      return lines.with(line, ` ${lines[line] ?? ''}`).join('\n');
  }
}

const place = fc.nat({ max: 9_999 }).map((place) => place / 10_000);
const mutation = fc.record<Mutation>({
  how: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom('delete', 'insert', 'duplicate', 'drop', 'swap-lines', 'indent') },
    { weight: 2, arbitrary: fc.constantFrom('swap-values', 'put-value') },
  ),
  at: place,
  other: place,
  slip: fc.constantFrom(...slips),
  value: fc.constantFrom(...values),
});

test('a policy with whatever slips is read, or refused at lines that are there', () => {
  const reached = new Map<string, number>();
  const count = (what: string): void => void reached.set(what, (reached.get(what) ?? 0) + 1);
  const good = [wholePolicy, ...findPolicies()].filter((text) => 'policy' in readPolicy(text, 'tracker'));
  const mutated = fc
    .tuple(
      fc.oneof(fc.constant(wholePolicy), fc.constantFrom(...good)),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
    )
    .map(([text, mutations]) => mutations.reduce(mutate, text));

  fc.assert(
    fc.property(mutated, (text) => {
      const result = readPolicy(text, 'tracker');
      if ('policy' in result) {
        count('a policy');
        expect(result.policy.platforms.length).toBeGreaterThan(0);
        return;
      }
      const lines = text.split('\n');
      for (const id of new Set(result.defects.map(({ message }) => message.id))) count(id);
      for (const { line, column, message } of result.defects) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        expect([message.text, message.cure]).not.toContain('');
      }
    }),
    { numRuns: 1_000 },
  );

  console.log(
    [
      'Mutated policies, by what became of them',
      ...[...reached].toSorted(([, a], [, b]) => b - a).map(([id, n]) => `${`${n}`.padStart(6)} ${id}`),
    ].join('\n'),
  );
  expect(reached.get('a policy')).toBeGreaterThan(50);
  expect(reached.size).toBeGreaterThan(18);
});

describe('schema and parser take the same values:', () => {
  const duration = /^0{0,2}\d{0,6}(?:\.\d{1,2})?\s?(?:min|h|d|D|m|)$/;
  const share = /^0{0,2}\d{0,3}(?:\.\d{1,2})?\s?%?$/;
  const name = /^[a-z0-9._/@{} -]{0,8}$/;
  const rows: readonly (readonly [definition: string, key: string, likely: RegExp, unseen?: RegExp])[] = [
    ['', 'max-hold', duration],
    ['', 'release', name],
    ['', 'ledger', name],
    ['', 'mention', /^@?[a-z-]{0,3}\/?[a-z.]{0,3}$/],
    ['', 'release-name', /^[a-z@+]{0,2}(?:\{(?:release|version|build|version-code|app|x)?\}?[a-z@+/ ]{0,2}){0,3}$/],
    ['', 'on-insufficient', /^(?:ask|hold|promote|promote-unproven)$/],
    ['window', 'days', /^(?:sun|mon|fri|sat|SUN|)-?(?:mon|tue|x|)$/],
    ['window', 'hours', /^[0-2]\d:[0-6]\d ?- ?[0-2]\d:[0-6]\d$/, /ends before it begins/],
    [
      'freeze',
      'days',
      /^20\d\d-[01]\d-[0-3]\d(?: ?\.\. ?20\d\d-[01]\d-[0-3]\d)?$/,
      /ends before it begins|there is no \d{4}-02-29/,
    ],
    ['freeze', 'reason', /^.{0,3}$/],
    ['needByUrl', 'url', /^https?:\/\/[a-z ]{0,3}$/],
    ['play', 'package', /^[a-z0-9_]{1,3}\.?[a-z0-9_]{0,3}\.?[a-z]{0,2}$/],
    ['play', 'watch', duration],
    ['play', 'expedite', /^(?:fast-48h|week-train|fast)$/],
    ['playStage', 'track', /^[a-z:/ ]{0,6}$/, /stand|order|comes before|two stages/],
    ['playStage', 'soak', duration],
    ['playStage', 'testers', /^\d{0,9}$/],
    ['playStage', 'evidence', /^(?:proven|halt-only|screened) ?\d{0,2}(?:\.\d{1,2})?x?$/],
    ['appStore', 'app', /^\d{4,16}$/],
    ['appStore', 'bundle-id', /^[a-z0-9_-]{1,3}\.?[a-z0-9-]{0,3}$/],
    ['appStore', 'pause-on', /^(?:no-data|needs-human|stale)$/],
    ['testFlightStage', 'testflight', /^.{0,3}$/],
    ['sentry', 'organization', name],
    ['sentry', 'environment', name],
    ['sentry', 'at', /^(?:us|de|eu|https:\/\/[a-z ]{0,2})$/],
    ['sentry', 'unit', /^(?:session|user-hour|user-day|request|rating)$/],
    ['sentry', 'compare', /^(?:off|\d{0,2}(?:\.\d{1,3})? ?x?)$/],
    ['sentry', 'max', share, /leaves nothing to prove|so that every halt would be critical/],
    ['reviews', 'page-above', share, /so that every halt would be critical/],
    ['sentry', 'staleness', duration],
    ['playVitals', 'unit', /^(?:session|user-hour|user-day|request|rating)$/],
    ['prometheus', 'url', /^https?:\/\/[a-z ]{0,3}$/],
    ['prometheus', 'settle', duration],
    ['command', 'timeout', duration],
  ];

  test.each(rows.map((row) => [row[0], row[1], row] as const))('%s %s', (definition, key, [, , likely, unseen]) => {
    const found = places.find(({ definitions }) => definitions.includes(definition));
    if (found === undefined) throw new Error(`There is no place ${definition}.`);
    const reached = new Set<boolean>();
    fc.assert(
      fc.property(fc.stringMatching(likely), (value) => {
        const text = writeAt(found, definition, { [key]: value });
        const result = readPolicy(text, 'tracker');
        const misfits = findMisfits(schema, parse(text));
        reached.add('policy' in result);
        if ('policy' in result) expect([value, misfits]).toEqual([value, []]);
        else if (unseen === undefined || !result.defects.some(({ message }) => unseen.test(message.text)))
          expect([value, misfits.length > 0, result.defects]).toEqual([value, true, result.defects]);
      }),
      { numRuns: 150 },
    );
    expect(reached).toEqual(new Set([true, false]));
  });
});
