import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { format } from 'prettier';
import { coverage, type CoverageRow } from '#rehearsal/workflow/coverage';
import { renderCoverage } from '#rehearsal/workflow/coverage-page';
import { readYaml } from '#rehearsal/workflow/read';
import { type FileKind, type RawDefinition, readDefinitions, roots } from '#rehearsal/workflow/schema';
import { refusals } from './refusals.ts';
import { readFile } from './repository.ts';

/** Everything that a file may say by GitHub's schema: properties, names of one's own, and values. */
function whatThereIs(kind: FileKind): Set<string> {
  const definitions = readDefinitions(kind);
  const all = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const definition = definitions[name];
    if (definition === undefined || seen.has(name)) return;
    seen.add(name);
    for (const property of propertiesOf(definition)) all.add(`${name} ${property}`);
    for (const next of partsOf(definition)) visit(next);
  };
  visit(roots[kind]);
  return all;
}

function propertiesOf(definition: RawDefinition): string[] {
  const { mapping, string } = definition;
  return [
    ...Object.keys(mapping?.properties ?? {}),
    ...(mapping?.['loose-key-type'] === undefined ? [] : ['*']),
    ...(string?.constant === undefined ? [] : [`=${string.constant}`]),
    ...(definition['allowed-values'] ?? []).map((value) => `=${value}`),
  ];
}

function partsOf({ mapping, sequence, 'one-of': oneOf }: RawDefinition): string[] {
  const properties = Object.values(mapping?.properties ?? {}).map((each) =>
    typeof each === 'string' ? each : each.type,
  );
  const loose = [mapping?.['loose-key-type'], mapping?.['loose-value-type'], sequence?.['item-type']];
  return [...properties, ...loose.filter((each) => each !== undefined), ...(oneOf ?? [])];
}

const rowsOf = (kind: FileKind): CoverageRow[] => coverage.filter((row) => row.kind === kind);
const nameOf = ({ definition, property }: CoverageRow): string => `${definition} ${property}`;

describe.each(['workflow', 'action'] as const)('the table for a file of kind %s', (kind) => {
  const there = [...whatThereIs(kind)];
  const rows = rowsOf(kind);
  const allOf = new Set(rows.filter(({ property }) => property === '=*').map(({ definition }) => definition));

  test('has a row for everything that GitHub knows', () => {
    const listed = new Set(rows.map(nameOf));
    const missing = there.filter((name) => {
      const [definition = '', property = ''] = name.split(' ');
      return !listed.has(name) && !(property.startsWith('=') && allOf.has(definition));
    });
    expect(missing).toEqual([]);
  });

  test('has no row for what GitHub does not know, and none twice', () => {
    const known = new Set(there);
    const strangers = rows.filter((row) => {
      const hasValues = there.some((name) => name.startsWith(`${row.definition} =`));
      return row.property === '=*' ? !hasValues : !known.has(nameOf(row));
    });
    expect(strangers).toEqual([]);
    expect(new Set(rows.map(nameOf)).size).toBe(rows.length);
  });

  test('gives a reason as a sentence', () => {
    expect(rows.filter(({ reason }) => !/^[A-Z`].*[.]$/.test(reason))).toEqual([]);
  });
});

describe('what the table refuses', () => {
  const refused = coverage.filter(({ state }) => state === 'refused');

  test('every refused row has an example, and every example a row', () => {
    const keyOf = ({ kind, definition, property }: CoverageRow): string => `${kind} ${definition} ${property}`;
    expect(Object.keys(refusals).sort()).toEqual(refused.map(keyOf).sort());
  });

  test.each(refused.map((row) => [`${row.kind} ${nameOf(row)}`, row] as const))('%s', (name, row) => {
    const example = refusals[name];
    expect(example).toBeDefined();
    const [text = '', line = 0, column = 0] = example ?? [];
    const file = row.kind === 'workflow' ? '.github/workflows/x.yml' : 'action.yml';
    const loaded = readFile(row.kind, file, text);
    expect(loaded).toContainEqual(expect.objectContaining({ file, line, column, why: row.reason, refused: true }));
  });
});

describe('the rows that a file has something of', () => {
  const rowsIn = (kind: FileKind, text: string): string[] => [...readYaml(kind, 'x.yml', text).rows].map(nameOf).sort();

  test('a workflow', () => {
    const text =
      'on: [push]\njobs:\n  a:\n    runs-on: x\n    env: { A: b }\n    strategy: { matrix: { m: [{ deep: 1 }] } }\n';
    expect(rowsIn('workflow', text)).toEqual([
      'job-env *',
      'job-factory env',
      'job-factory runs-on',
      'job-factory strategy',
      'jobs *',
      'matrix *',
      'push-string =push',
      'strategy matrix',
      'workflow-root-strict jobs',
      'workflow-root-strict on',
    ]);
  });

  test('an action', () => {
    expect(rowsIn('action', 'name: a\ninputs: { b: { default: c } }\nruns: { using: node24, main: d }\n')).toEqual([
      'action-root-strict inputs',
      'action-root-strict name',
      'action-root-strict runs',
      'input-strict default',
      'inputs-strict *',
      'node-runs-strict main',
      'node-runs-strict using',
      'using =node24',
    ]);
  });
});

test('docs/rehearsal-coverage.md is what the table gives', async () => {
  const file = new URL('../../../docs/rehearsal-coverage.md', import.meta.url);
  const page = await format(renderCoverage(), { parser: 'markdown', printWidth: 120 });
  // SLIPWAY_UPDATE=docs ./slipway test coverage writes the page anew.
  if (process.env['SLIPWAY_UPDATE'] === 'docs') writeFileSync(file, page);
  expect(readFileSync(file, 'utf8')).toBe(page);
});
