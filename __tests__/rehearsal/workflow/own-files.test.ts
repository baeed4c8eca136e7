import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { suite } from '#kit/suite';
import { checkStartUp, type StartUpOptions } from '#rehearsal/workflow/start-up';

test('our own workflows and the example start', () => {
  const read = (root: string) => ({
    readFile: (path: string): string | undefined => {
      try {
        return readFileSync(new URL(path, new URL(root, import.meta.url)), 'utf8');
      } catch {
        return undefined;
      }
    },
  });
  const ours = read('../../../');
  const options: StartUpOptions = {
    policy: 'restricted',
    host: { platform: 'linux' },
    resolveCall: (uses) =>
      uses.kind === 'remote' && uses.isSuite
        ? { repository: ours, path: uses.path, name: suite.repository }
        : { missing: 'no' },
  };
  const example = checkStartUp(
    { repository: read('../../../examples/tracker/'), path: '.github/workflows/quality.yml', name: 'example/tracker' },
    options,
  );
  expect(example.findings).toEqual([]);
  const gate = example.plan?.jobs[0]?.called?.jobs[0];
  expect(Object.entries(gate?.permissions ?? {}).filter(([, level]) => level !== 'none')).toEqual([
    ['contents', 'read'],
  ]);
  const ci = checkStartUp({ repository: ours, path: '.github/workflows/self-ci.yml', name: suite.repository }, options);
  expect(ci.findings.map(({ level, why }) => [level, why])).toEqual([
    ['refused', "'windows-2025' is a machine with Windows; this one has Linux and cannot stand in for it."],
  ]);
});
