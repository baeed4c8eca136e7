import { expect, test } from '@jest/globals';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { qualityGate } from '../../actions/quality-gate/main.ts';
import { play, root } from '../support/scenario.ts';
import type { Scenario } from '../support/scenario.ts';
import { realProject, typedLint } from './project.ts';

// The trap itself, with the real ESLint: a function in another file becomes asynchronous.
test('a change in another file that breaks a rule with types is found by the second run', async () => {
  const tsconfig =
    '{ "compilerOptions": { "strict": true, "noEmit": true, "types": [], "module": "nodenext" }, "include": ["src"] }';
  const project: Scenario = realProject(
    {
      'eslint.config.js': typedLint,
      'tsconfig.json': tsconfig,
      'src/work.ts': 'export const work = (): void => {};\n',
      'src/use.ts': "import { work } from './work.js';\nexport const use = (): void => {\n  work();\n};\n",
    },
    { inputs: { cache: 'safe', 'cache-directory': 'kept' } },
  );
  const twice: Scenario = {
    ...project,
    prepare: (workspace) => {
      project.prepare?.(workspace);
      for (const name of ['typescript-eslint', '@typescript-eslint', 'typescript'])
        symlinkSync(join(root, 'node_modules', name), join(workspace, 'node_modules', name));
    },
  };
  await play('bundle', qualityGate, twice, async (seen) => {
    expect(seen.outputs['verdict']).toBe('pass');
    writeFileSync(join(seen.workspace, 'src/work.ts'), 'export const work = async (): Promise<void> => {};\n');
    const second = await seen.again();
    expect(second.outputs['reasons']).toBe('["lint-failed"]');
    expect(second.annotations.map(({ file, line }) => `${file ?? ''}:${line ?? ''}`)).toContain('src/use.ts:3');
  });
});
