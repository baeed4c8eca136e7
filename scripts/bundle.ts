import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { parse } from 'yaml';

/** Where a bundle comes from and goes to, all relative to the root of the repository. */
export interface BundlePlan {
  readonly name: string;
  /** Exports `start(action, phase)`. */
  readonly entry: string;
  /** Folders whose subfolders hold an `action.yml`. */
  readonly actions: string;
  readonly target: string;
  readonly tsconfig: string;
}

export const shippedBundle: BundlePlan = {
  name: 'shipped',
  entry: 'actions/start.ts',
  actions: 'actions',
  target: 'dist',
  tsconfig: 'tsconfig.build.json',
};

/**
 * Compiles with tsc and hands ncc the JavaScript: one shared bundle with a chunk per action and per heavy vendor, and a
 * stub of a few lines per entry. Nothing of ours is minified: a stack trace from a user's log is worth more than bytes.
 * @returns the paths written, relative to the root.
 * @throws Error with the tool's output when a step fails.
 */
export function buildBundle(root: string, plan: BundlePlan, target = plan.target): readonly string[] {
  const compiled = join(root, 'build', 'compiled', plan.name);
  rmSync(compiled, { recursive: true, force: true });
  run(root, ['node_modules/typescript7/bin/tsc', '-p', plan.tsconfig, '--outDir', compiled]);
  writeResolution(root, compiled);

  const bundle = join(compiled, '.bundle');
  const entry = join(compiled, plan.entry.replace(/\.ts$/, '.js'));
  const arguments_ = ['build', entry, '-o', bundle, '--no-cache', '--quiet'];
  run(compiled, [join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js'), ...arguments_]);

  const out = join(root, target);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const file of readdirSync(bundle)) {
    const text = readFileSync(join(bundle, file), 'utf8');
    writeFileSync(join(out, file), file.endsWith('.js') ? toAscii(file, text) : text);
  }
  writeFileSync(join(out, 'licenses.txt'), collectLicenses(root));
  for (const stub of stubsOf(root, plan)) {
    mkdirSync(dirname(join(out, stub.path)), { recursive: true });
    writeFileSync(join(out, stub.path), stub.text);
  }
  return globSync('**/*', { cwd: out, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => relative(root, join(found.parentPath, found.name)))
    .sort();
}

/**
 * The compiled tree resolves `#kit/*` to its own files, and undici to an empty module: `@actions/http-client` imports it
 * for a proxy agent that only its OIDC call would use, and it is nine tenths of the bundle. Proxies work through Node
 * itself (src/kit/proxy.ts), with a test of the built bundle behind a proxy.
 */
function writeResolution(root: string, compiled: string): void {
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    imports: Record<string, string>;
  };
  const compiledImports = Object.fromEntries(
    Object.entries(imports).map(([name, path]) => [name, path.replace(/\.ts$/, '.js')]),
  );
  writeFileSync(join(compiled, 'package.json'), JSON.stringify({ type: 'module', imports: compiledImports }));
  writeFileSync(
    join(compiled, 'undici.js'),
    "export class ProxyAgent { constructor() { throw new Error('undici is not part of this bundle'); } }\n",
  );
  // ncc takes `paths` from the tsconfig.json of the folder that it runs in.
  writeFileSync(
    join(compiled, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { allowJs: true, baseUrl: '.', paths: { undici: ['./undici.js'] } } }),
  );
}

/**
 * Other characters as escapes: one of them makes Node decode and keep the whole file as UTF-16, which is a tenth of the start of
 * an action. What they stand in (strings, patterns, templates, comments) means the same with them.
 * @throws Error for a tagged template, to which an escape is another text
 */
function toAscii(file: string, text: string): string {
  const raw = /String\.raw\s*`[^`]*[^\0-\x7f]/.exec(text);
  if (raw !== null) throw new Error(`${file} has a raw template with other characters than ASCII: ${raw[0]}`);
  return text.replaceAll(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * The licences of every package that can end in the bundle: all that are installed for production, by the lockfile. ncc
 * has an option for this that forgets what it inlines.
 */
function collectLicenses(root: string): string {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; license?: string; dev?: boolean }>;
  };
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version = '', license = 'unknown licence' }]) => {
      const [file] = globSync('LICEN[CS]E*', { cwd: join(root, path) }).sort();
      const text =
        file === undefined
          ? ''
          : readFileSync(join(root, path, file), 'utf8')
              .replaceAll('\r', '')
              .trim();
      return `${path.split('node_modules/').at(-1) ?? path} ${version} (${license})\n\n${text}\n`;
    })
    .sort()
    .join(`\n${'-'.repeat(72)}\n\n`);
}

/** A stub per `main`, `pre` and `post` of every action.yml. */
function stubsOf(root: string, plan: BundlePlan): { path: string; text: string }[] {
  return globSync(`${plan.actions}/*/action.yml`, { cwd: root })
    .sort()
    .flatMap((file) => {
      const name = basename(dirname(file));
      const { runs } = parse(readFileSync(join(root, file), 'utf8')) as { runs: Record<string, string> };
      return (['main', 'post'] as const)
        .filter((phase) => runs[phase] !== undefined)
        .map((phase) => ({
          path: join(name, `${phase}.js`),
          text: `// Generated by "./slipway build" from ${file}. Do not edit.\nimport { start } from '../index.js';\n\nawait start('${name}', '${phase}');\n`,
        }));
    });
}

function run(cwd: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${basename(args[0] ?? '')} failed:\n${stdout}${stderr}`);
}
