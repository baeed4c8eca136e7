import { describe, expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { suite } from '#kit/suite';
import type { Field } from '#kit/inputs';
import { qualityComment } from '../../actions/quality-comment/main.ts';
import { qualityGate } from '../../actions/quality-gate/main.ts';
import { stagedPromote } from '../../actions/staged-promote/main.ts';
import { releaseVersion } from '../../actions/release-version/main.ts';
import { storeUpload } from '../../actions/store-upload/main.ts';
import { root } from '../support/scenario.ts';

interface Manifest {
  inputs?: Record<string, { description: string; default?: string; required?: boolean }>;
  outputs?: Record<string, { description: string }>;
  runs: { using: string; main: string; post?: string };
}

/** What the code says of each action. A folder in actions/ that is not here fails below. */
const actions = {
  'quality-comment': qualityComment,
  'quality-gate': qualityGate,
  'release-version': releaseVersion,
  'staged-promote': stagedPromote,
  'store-upload': storeUpload,
} as const;

const folders = globSync('actions/*/action.yml', { cwd: root }).map((file) => basename(dirname(file)));

test('every action is held to its contract', () => {
  expect(Object.keys(actions).sort()).toEqual([...folders].sort());
});

describe.each(Object.entries(actions))('%s: action.yml, code and README agree', (name, action) => {
  const manifest = parse(readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8')) as Manifest;
  const readme = readFileSync(join(root, 'actions', name, 'README.md'), 'utf8');
  const fields: Readonly<Record<string, Field<unknown>>> = action.fields(root);

  test('inputs: the same names in the same order, defaults and required', () => {
    expect(Object.keys(manifest.inputs ?? {})).toEqual(Object.keys(fields));
    for (const [input, field] of Object.entries(fields)) {
      const declared = manifest.inputs?.[input];
      expect({ input, default: declared?.default, required: declared?.required ?? false }).toEqual({
        input,
        default: field.default,
        required: field.required,
      });
    }
  });

  test('outputs: what the code sets is what action.yml declares', () => {
    expect(Object.keys(manifest.outputs ?? {}).sort()).toEqual(['result', ...Object.keys(action.outputs)].sort());
  });

  test('the README has a row for every input with its default, and for every output', () => {
    const rows = readme.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    for (const [input, { default: value }] of Object.entries(manifest.inputs ?? {})) {
      const shown = value === undefined || value === '' ? '' : `\`${value}\``;
      expect(rows).toContainEqual(expect.arrayContaining([`\`${input}\``, shown]));
    }
    for (const output of Object.keys(manifest.outputs ?? {})) {
      expect(rows).toContainEqual(expect.arrayContaining([`\`${output}\``]));
    }
    expect(readme).toContain('## Permissions');
  });

  test('its stubs are in dist/', () => {
    for (const path of [manifest.runs.main, manifest.runs.post]) {
      if (path !== undefined) expect(existsSync(join(root, 'actions', name, path))).toBe(true);
    }
  });
});

test('every `uses:` of this suite in documents and workflows says the name in kit/suite.ts', () => {
  const files = globSync(
    ['*.md', 'docs/**/*.md', 'actions/**/*.md', '.github/**/*.yml', 'examples/*/.github/**/*.yml', 'package.json'],
    { cwd: root },
  );
  const wrong = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/uses:\s*([\w.-]+\/slipway)\/[^@\s]*@(\S+)/g)]
      .filter(
        ([, repository, ref]) =>
          repository !== suite.repository || !(ref === suite.majorTag || /^[0-9a-f]{40}$/.test(ref ?? '')),
      )
      .map(([text]) => `${file}: ${text}`),
  );
  expect(wrong).toEqual([]);
  expect((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version).toBe(
    suite.version,
  );
});
