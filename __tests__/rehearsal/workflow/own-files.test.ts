import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { suite } from '#kit/suite';
import type { Repository } from '#rehearsal/workflow/load';
import { checkStartUp, type StartUp } from '#rehearsal/workflow/start-up';

const folder = '.github/workflows/';
const root = new URL('../../../', import.meta.url);
const example = new URL('examples/tracker/', root);

function open(place: URL): Repository {
  return {
    readFile: (path) => {
      try {
        return readFileSync(new URL(path, place), 'utf8');
      } catch {
        return undefined;
      }
    },
  };
}

function start(place: URL, path: string, name: string): StartUp {
  return checkStartUp(
    { repository: open(place), path, name },
    {
      policy: 'restricted',
      host: { platform: 'linux' },
      resolveCall: (uses) =>
        uses.kind === 'remote' && uses.isSuite
          ? { repository: open(root), path: uses.path, name: suite.repository }
          : { missing: 'only our own workflows are here' },
    },
  );
}

const list = (place: URL): string[] => readdirSync(new URL(folder, place)).map((name) => folder + name);

describe('workflows of ours and of the example start', () => {
  test.each(list(example))('examples/tracker/%s', (path) => {
    const { findings, plan } = start(example, path, 'example/tracker');
    expect(findings).toEqual([]);
    expect(plan?.jobs.every(({ job, called }) => job.kind === 'steps' || (called?.jobs.length ?? 0) > 0)).toBe(true);
  });

  test.each(list(root))('%s', (path) => {
    const { findings } = start(root, path, suite.repository);
    // A machine with another system is the only thing that this one cannot be.
    expect(
      findings.filter(({ level, why }) => level !== 'refused' || !why.endsWith('cannot stand in for it.')),
    ).toEqual([]);
  });

  test('what the example grants is what the called gate has', () => {
    const { plan } = start(example, `${folder}quality.yml`, 'example/tracker');
    const [gate] = plan?.jobs[0]?.called?.jobs ?? [];
    const granted = Object.entries(gate?.permissions ?? {}).filter(([, level]) => level !== 'none');
    expect(Object.fromEntries(granted)).toEqual({ contents: 'read', actions: 'read' });
  });
});
