import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Finding } from '#lint/workflows/findings';
import { loadLanguageService, type Validate } from '#lint/workflows/language-service';
import { allRules, lintRepository } from '#lint/workflows/lint';
import { openRepository } from '#lint/workflows/repository';
import { frame } from './bad-examples/frame.ts';
import { jobs } from './bad-examples/jobs.ts';
import { manifests } from './bad-examples/manifests.ts';
import { permissions } from './bad-examples/permissions.ts';
import { references } from './bad-examples/references.ts';
import { scripts } from './bad-examples/scripts.ts';
import { triggers } from './bad-examples/triggers.ts';
import { cleanRoot, holdFiles, readCleanFiles } from './clean-repository.ts';

/** One per rule at least: a test below holds that. */
const badExamples = [...frame, ...references, ...scripts, ...permissions, ...jobs, ...triggers, ...manifests];

let validate: Validate;
beforeAll(async () => {
  validate = await loadLanguageService();
});

const lint = (files: Readonly<Record<string, string>>): Promise<Finding[]> =>
  lintRepository(holdFiles(files), validate);

/** The clean files with one text, which must stand there exactly once, replaced. */
function edit(file: string, find: string, replace: string): Record<string, string> {
  const files = readCleanFiles();
  expect(files[file]?.split(find)).toHaveLength(2);
  return { ...files, [file]: (files[file] ?? '').replace(find, () => replace) };
}

/** Line and column, from 1, of the first occurrence of a text. */
function find(text: string, at: string): { line: number; column: number } {
  const offset = text.indexOf(at);
  expect(offset).toBeGreaterThanOrEqual(0);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

describe('a clean repository with all of the syntax of 2026', () => {
  test('gives no finding, from memory and from disk', async () => {
    expect(await lint(readCleanFiles())).toEqual([]);
    expect(await lintRepository(openRepository(cleanRoot), validate)).toEqual([]);
  });

  test('has that syntax', () => {
    const text = Object.values(readCleanFiles()).join('\n');
    for (const syntax of ['uses: $/', 'queue: max', 'timezone: ', 'deployment: false', 'case(', 'job.workflow_sha']) {
      expect(text).toContain(syntax);
    }
  });
});

describe('bad examples', () => {
  test.each(badExamples)('$rule: $what', async (example) => {
    const files = edit(example.file, example.find, example.replace);
    const file = example.foundIn ?? example.file;
    const findings = await lint(files);
    const expected = find(files[file] ?? '', example.at);
    const isExpected = (finding: Finding): boolean =>
      finding.file === file && finding.rule === example.rule && finding.message.includes(example.message);
    expect(findings.filter(isExpected)).toMatchObject([{ ...expected, cure: expect.stringMatching(/./) }]);
    expect(findings.filter((finding) => !isExpected(finding)).map(({ rule }) => rule)).toEqual(example.also ?? []);
  });

  test('every rule has one', () => {
    const shown = new Set(badExamples.map(({ rule }) => rule));
    expect([...shown].sort()).toEqual(allRules.map(({ id }) => id).sort());
  });
});

describe('calls', () => {
  const tick = '.github/workflows/self-tick.yml';
  const release = '.github/workflows/release.yml';
  const call = (target: string): string =>
    `  again:\n    uses: ${target}\n    permissions:\n      contents: read # to read\n      deployments: write # to write\n`;

  test('of a workflow in another repository are judged by their pin only', async () => {
    const target = `some/body/.github/workflows/build.yml@${'0'.repeat(40)} # v1.2.3`;
    expect(await lint(edit(tick, 'jobs:\n', `jobs:\n${call(target)}`))).toEqual([]);
  });

  test('of a workflow of ours that is not there are found', async () => {
    const findings = await lint(edit(tick, 'jobs:\n', `jobs:\n${call('$/.github/workflows/relase.yml')}`));
    expect(findings).toMatchObject([{ rule: 'github', message: 'Unable to find reusable workflow' }]);
  });

  test('in a circle come to an end', async () => {
    expect(await lint(edit(release, 'jobs:\n', `jobs:\n${call('./.github/workflows/release.yml')}`))).toEqual([]);
  });

  test('report what is wrong in the called workflow there only', async () => {
    const findings = await lint(edit(release, 'environment: {', 'enviroment: {'));
    expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toEqual([`${release} github`]);
  });
});

test('lines that end as on Windows change nothing', async () => {
  const files = Object.entries(readCleanFiles()).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]);
  expect(await lint(Object.fromEntries(files) as Record<string, string>)).toEqual([]);
});

describe('suppressions', () => {
  const find = '    timeout-minutes: 30\n';
  const file = '.github/workflows/release.yml';

  test('with a reason, on the line above, allow that rule there', async () => {
    const text = edit(
      file,
      `  gate:\n    name: Gate\n`,
      `  # slipway-lint allow timeout: it waits for people\n  gate:\n    name: Gate\n`,
    );
    expect(await lint({ ...text, [file]: (text[file] ?? '').replace(find, '') })).toEqual([]);
  });

  test('without a reason allow nothing', async () => {
    const text = edit(file, `  gate:\n    name: Gate\n`, `  # slipway-lint allow timeout:\n  gate:\n    name: Gate\n`);
    const findings = await lint({ ...text, [file]: (text[file] ?? '').replace(find, '') });
    expect(findings.map(({ rule }) => rule)).toEqual(['suppression-reason', 'timeout']);
  });

  test('allow neither another rule nor another line', async () => {
    const text = edit(file, `  gate:\n    name: Gate\n`, `  # slipway-lint allow named: no\n  gate:\n    name: Gate\n`);
    const findings = await lint({ ...text, [file]: (text[file] ?? '').replace(find, '') });
    expect(findings.map(({ rule }) => rule)).toEqual(['suppression-unused', 'timeout']);
  });
});

describe('every rule', () => {
  test.each(allRules)('$id says why, from where, and what to do', ({ id, why, source, cure, appliesTo }) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [why, source, cure]) expect(text).toMatch(/\S{2}.*[^.]$/);
    expect(appliesTo.length).toBeGreaterThan(0);
  });

  test('has an id of its own', () => {
    expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
  });
});
