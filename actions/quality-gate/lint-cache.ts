import type { Outcome } from '#kit/exec';

/**
 * Plugins whose rules look at one file only, by the name of their package. ESLint's cache knows each file by its own
 * content, so a rule that looks into another file (an import, a type) would pass what has become wrong: tried with
 * `no-floating-promises`, where a function in another file became asynchronous. Read from the rules' sources; what is not
 * here is taken to look further.
 */
export const singleFilePlugins: readonly string[] = [
  '@eslint-community/eslint-plugin-eslint-comments',
  '@react-native/eslint-plugin',
  '@stylistic/eslint-plugin',
  // With types it does look further: asked of the parser's options.
  '@typescript-eslint/eslint-plugin',
  'eslint-plugin-detox',
  'eslint-plugin-eslint-comments',
  'eslint-plugin-ft-flow',
  'eslint-plugin-jest',
  'eslint-plugin-jsx-a11y',
  'eslint-plugin-perfectionist',
  'eslint-plugin-promise',
  'eslint-plugin-react',
  'eslint-plugin-react-hooks',
  'eslint-plugin-react-native',
  'eslint-plugin-react-native-a11y',
  'eslint-plugin-simple-import-sort',
  'eslint-plugin-testing-library',
  'eslint-plugin-unicorn',
  'eslint-plugin-unused-imports',
];

/**
 * Runs in the package, by the Node of the project (ESLint 9 takes any from 18 on): reads every `eslint.config.*` that can apply to a file of it, and prints why ESLint's cache would
 * not be safe, or null. A plugin is what its name says only if it is the very module of that package: a local one under a
 * known name is not.
 */
export const askLintScope = `
import { createRequire } from 'node:module';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
const [workspace, ...known] = process.argv.slice(1);
const names = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((one) => 'eslint.config.' + one);
const files = new Set(findConfigs(process.cwd()));
for (let at = process.cwd(); ; at = dirname(at)) {
  for (const name of names) if (existsSync(join(at, name))) files.add(join(at, name));
  if (at === workspace || at === dirname(at)) break;
}
answer({ because: await findObstacle() });
function findConfigs(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === '.git' ? [] : findConfigs(join(folder, entry.name));
    return names.includes(entry.name) ? [join(folder, entry.name)] : [];
  });
}
async function findObstacle() {
  if (files.size === 0) return 'there is no eslint.config file';
  for (const file of files) {
    const exported = (await import(pathToFileURL(file))).default;
    const from = createRequire(file);
    for (const config of [exported].flat(Infinity)) {
      const options = config?.languageOptions?.parserOptions ?? {};
      for (const name of ['project', 'projectService', 'programs', 'EXPERIMENTAL_useProjectService'])
        if (options[name]) return 'rules with types look into other files (parserOptions.' + name + ')';
      if (config?.processor) return 'a processor takes files apart';
      for (const [name, plugin] of Object.entries(config?.plugins ?? {})) {
        if (!(await isKnown(plugin, from))) return 'the rules of the plugin "' + name + '" may look into other files';
      }
    }
  }
  return null;
}
async function isKnown(plugin, from) {
  for (const name of known) {
    let path;
    try { path = from.resolve(name); } catch { continue; }
    try { if (from(path) === plugin || from(path).default === plugin) return true; } catch {}
    try { const it = await import(pathToFileURL(path)); if (it.default === plugin || it === plugin || it['module.exports'] === plugin) return true; } catch {}
  }
  return false;
}
`;

/** What the script answers. */
export interface LintScope {
  readonly because: string | null;
}

/** Why ESLint's cache would not be safe; undefined when it is. What cannot be asked is not safe. */
export function readLintScope({ end }: Outcome, answer: LintScope | undefined): string | undefined {
  if (answer === undefined || end.kind !== 'exited' || end.code !== 0) return 'its configuration could not be read';
  return answer.because ?? undefined;
}
