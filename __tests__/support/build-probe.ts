import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundle } from '../../scripts/bundle.ts';

/** Jest's global setup: bundles the probe as the suite is bundled, unless nothing that goes into it has changed, or the mutants ask to be spared. */
export default function buildProbe({ rootDir }: { rootDir: string }): void {
  if (process.env['SLIPWAY_PROBE'] === 'as-built') return;
  const hash = createHash('sha256');
  for (const file of globSync(
    ['src/**/*.ts', '__tests__/probe/**/*', 'scripts/bundle.ts', 'package-lock.json', 'tsconfig*.json'],
    { cwd: rootDir },
  ).sort()) {
    if (/\.\w+$/.test(file)) hash.update(file).update(readFileSync(join(rootDir, file)));
  }
  const stamp = join(rootDir, 'build', 'probe.sha256');
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  buildBundle(rootDir, {
    name: 'probe',
    entry: '__tests__/probe/start.ts',
    actions: '__tests__/probe/actions',
    target: 'build/probe',
    tsconfig: '__tests__/probe/tsconfig.json',
  });
  writeFileSync(stamp, wanted);
}
