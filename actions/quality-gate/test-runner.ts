import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '#kit/errors';
import { messages } from './messages.ts';
import { foldersUp } from './package-manager.ts';

export type TestRunner = 'jest' | 'vitest';
export type TestRunnerChoice = TestRunner | 'auto';

interface Manifest {
  readonly scripts?: Readonly<Record<string, unknown>>;
  readonly dependencies?: object;
  readonly devDependencies?: object;
}

/**
 * Which runner a package uses: the one that it (or, failing that, a folder above it) depends on. A package that depends on
 * both, as in the middle of a move from one to the other, has to run one of them in its script "test".
 * @throws ConfigurationError (`test-runner-unclear`) when nothing tells.
 */
export function detectRunner(choice: TestRunnerChoice, folder: string, workspace: string): TestRunner {
  if (choice !== 'auto') return choice;
  for (const at of foldersUp(folder, workspace)) {
    const manifest = readManifest(join(at, 'package.json'));
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const found = (['jest', 'vitest'] as const).filter((runner) => names.includes(runner));
    const [only, other] = found;
    if (only !== undefined && other === undefined) return only;
    if (only === undefined) continue;
    const script = manifest.scripts?.['test'];
    const run = found.filter((runner) => typeof script === 'string' && new RegExp(`\\b${runner}\\b`).test(script));
    const [named] = run;
    if (run.length !== 1 || named === undefined)
      throw new ConfigurationError(messages['test-runner-unclear'](join(at, 'package.json')));
    return named;
  }
  // Presets bring Jest along without naming it; if it is not there, the message of the missing tool says so.
  return 'jest';
}

function readManifest(file: string): Manifest {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  } catch {
    // Whether a package.json is there and sound is a question for the package manager, which ran before.
    return {};
  }
}
