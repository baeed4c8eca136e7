import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Answers by a name for messages, each with the type that Sentry generates for it. */
export type Answers = Readonly<Record<string, { readonly type: string; readonly body: unknown }>>;

export interface Description {
  /** What the compiler says of answers that have not their type, a missing or further member among it; empty for nothing. */
  readonly findProblems: (answers: Answers) => string;
}

/**
 * Reads the types that Sentry generates from its description of the API, or returns the reason why it cannot: they are a package
 * of its own, which `npm ci` in this folder installs.
 */
export function readDescription(): Description | string {
  const types = fileURLToPath(new URL('./node_modules/@sentry/api/dist/types.gen.d.ts', import.meta.url));
  if (!existsSync(types)) return 'Sentry\'s types are not installed: run "npm ci" in emulators/sentry/contract.';
  return { findProblems: (answers) => compile(types, answers) };
}

function compile(types: string, answers: Answers): string {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-sentry-'));
  try {
    const file = join(folder, 'answers.ts');
    const from = JSON.stringify(types.replace(/\.d\.ts$/, '.js'));
    const lines = Object.entries(answers).map(
      ([name, { type, body }]) =>
        `export const ${JSON.stringify(name).replaceAll(/\W+/g, '_')}: Sentry.${type} = ${JSON.stringify(body)};`,
    );
    writeFileSync(file, [`import type * as Sentry from ${from};`, ...lines].join('\n'));
    const compiler = fileURLToPath(new URL('../../../node_modules/typescript7/bin/tsc', import.meta.url));
    const flags = '--noEmit --strict --skipLibCheck --ignoreConfig --module nodenext --pretty false'.split(' ');
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [compiler, ...flags, file], {
      encoding: 'utf8',
    });
    if (error !== undefined) throw error;
    return status === 0 ? '' : `${stdout}${stderr}`.replaceAll(folder, '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
