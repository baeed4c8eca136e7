import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { runLinter } from '#lint/workflows/command';
import { type Finding, formatAnnotation, formatFinding, sortFindings } from '#lint/workflows/findings';
import { allRules } from '#lint/workflows/lint';
import { cleanRoot, holdFiles, readCleanFiles } from './clean-repository.ts';

const finding: Finding = {
  file: 'a.yml',
  line: 2,
  column: 3,
  rule: 'timeout',
  message: 'build has no time limit',
  cure: 'write one',
};

/** Runs the linter without GitHub's service; the rule pack is enough here. */
async function run(
  files: Readonly<Record<string, string>>,
  onRunner = false,
): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const validate = () => Promise.resolve([]);
  const code = await runLinter({ repository: holdFiles(files), validate, onRunner, print: (line) => lines.push(line) });
  return { code, lines };
}

const manifest = 'actions/quality-gate/action.yml';
const withoutAuthor = (): Record<string, string> => {
  const files = readCleanFiles();
  return { ...files, [manifest]: (files[manifest] ?? '').replace('author: Slipway\n', '') };
};

describe('the command', () => {
  test('says what it has checked, also when nothing is wrong', async () => {
    const rules = allRules.length;
    expect(await run(readCleanFiles())).toEqual({ code: 0, lines: [`checked 5 files against ${rules} rules: clean`] });
  });

  test('prints place, rule, message and cure, counts and fails', async () => {
    expect(await run(withoutAuthor())).toEqual({
      code: 1,
      lines: [
        `${manifest}:1:1  action-identity  the action has no author\n    add \`name\`, \`description\` and \`author\``,
        `checked 5 files against ${allRules.length} rules: 1 finding`,
      ],
    });
  });

  test('annotates on a runner', async () => {
    const { lines } = await run(withoutAuthor(), true);
    expect(lines[1]).toBe(
      `::error file=${manifest},line=1,col=1,title=action-identity::the action has no author: add \`name\`, \`description\` and \`author\``,
    );
  });

  test('fails when it finds nothing to check', async () => {
    const { code, lines } = await run({ 'README.md': '# Hello' });
    expect(code).toBe(1);
    expect(lines).toEqual(['Found no workflow file and no action.yml: run this at the root of the repository.']);
  });

  test.each([
    ['clean', cleanRoot, 0, /^checked 5 files against \d+ rules: clean\n$/],
    ['empty', `${cleanRoot}/dist`, 1, /^Found no workflow file/],
  ])('runs as a program of Node in a %s folder', (_, cwd, code, output) => {
    const environment = { ...process.env, NODE_OPTIONS: '', GITHUB_ACTIONS: '' };
    const child = spawnSync(process.execPath, [resolve('lint/workflows/main.ts')], {
      cwd,
      env: environment,
      encoding: 'utf8',
    });
    expect(child.stderr).toBe('');
    expect(child.stdout).toMatch(output);
    expect(child.status).toBe(code);
  });
});

describe('findings', () => {
  test('are sorted by file, line, column, rule and message, numbers as numbers', () => {
    const sorted = [
      finding,
      { ...finding, message: 'z' },
      { ...finding, rule: 'zzz' },
      { ...finding, column: 20 },
      { ...finding, line: 10 },
      { ...finding, file: 'b.yml', line: 1 },
    ];
    expect(sortFindings([...sorted].reverse())).toEqual(sorted);
  });

  test('are one line and a cure for a person', () => {
    expect(formatFinding(finding)).toBe('a.yml:2:3  timeout  build has no time limit\n    write one');
  });

  test('cannot break out of the command of an annotation', () => {
    const nasty = { ...finding, file: 'a,b:c%.yml', message: '100 %\r\n::error::x' };
    expect(formatAnnotation(nasty)).toBe(
      '::error file=a%2Cb%3Ac%25.yml,line=2,col=3,title=timeout::100 %25%0D%0A::error::x: write one',
    );
  });
});
