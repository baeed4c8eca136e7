import { createHash } from 'node:crypto';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { childEnvironment } from './child-env.ts';
import type { Environment } from './child-env.ts';
import { readRedirect, redirects } from './endpoints.ts';
import { ConfigurationError } from './errors.ts';
import { kitMessages } from './messages.ts';
import { formatBytes } from './duration.ts';
import type { Exec } from './exec.ts';
import type { Http } from './http.ts';
import type { Log } from './log.ts';
import type { Temp } from './temp.ts';

/** A published binary: one npm package per platform, each with the checksum that our lockfile recorded. */
export interface PublishedTool {
  readonly name: string;
  readonly version: string;
  /** By `<process.platform>-<process.arch>`. */
  readonly builds: Readonly<Record<string, ToolBuild>>;
}

export interface ToolBuild {
  readonly package: string;
  /** Subresource integrity: `sha512-<base64>`. */
  readonly integrity: string;
  /** The executable inside the package. */
  readonly executable: string;
}

export interface ToolsDependencies {
  readonly environment: Environment;
  readonly exec: Exec;
  readonly http: Http;
  readonly log: Log;
  readonly temp: Temp;
  readonly platform?: string;
}

/**
 * The executable of a package of the project: `node_modules/.bin/<name>` in `from` or a folder above it, as far as `top`.
 * @throws ConfigurationError (`tool-not-found`).
 */
export function findProjectTool(name: string, from: string, top: string): string {
  const searched: string[] = [];
  for (let folder = from; ; folder = dirname(folder)) {
    const bin = join(folder, 'node_modules', '.bin');
    searched.push(bin);
    const found = findExecutable(name, bin);
    if (found !== undefined) return found;
    if (folder === top || dirname(folder) === folder) break;
  }
  throw new ConfigurationError(kitMessages['tool-not-found'](name, searched.join(', ')));
}

/** The first executable of this name on PATH. */
export function findOnPath(name: string, environment: Environment): string | undefined {
  const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => findExecutable(name, folder)).find((found) => found !== undefined);
}

/**
 * A tool with a native binary, which cannot be bundled: the project's own, the one on PATH, the runner's tool cache, and
 * last a download of exactly one version by checksum.
 * @throws ConfigurationError (`tool-unavailable`, `tool-checksum`), VendorError when the download fails.
 */
export async function provideTool(
  tool: PublishedTool,
  from: string,
  top: string,
  dependencies: ToolsDependencies,
): Promise<string> {
  const { environment, log } = dependencies;
  const own = findProjectToolOrNothing(tool.name, from, top) ?? findOnPath(tool.name, environment);
  if (own !== undefined) {
    log.info(`${tool.name}: using ${own}`);
    return own;
  }
  const platform = dependencies.platform ?? `${process.platform}-${process.arch}`;
  const build = tool.builds[platform];
  if (build === undefined) {
    throw new ConfigurationError(
      kitMessages['tool-unavailable'](tool.name, platform, Object.keys(tool.builds).join(', ')),
    );
  }
  // Loaded only here: most runs find their tool.
  const toolCache = await import('@actions/tool-cache');
  const cached = toolCache.find(tool.name, tool.version);
  if (cached !== '') return join(cached, build.executable);
  const archive = await download(tool, build, from, dependencies);
  const unpacked = await toolCache.extractTar(archive, undefined, ['xz', '--strip-components=1']);
  const folder = await toolCache.cacheDir(unpacked, tool.name, tool.version);
  return join(folder, build.executable);
}

async function download(
  tool: PublishedTool,
  build: ToolBuild,
  from: string,
  dependencies: ToolsDependencies,
): Promise<string> {
  const registry =
    readRedirect(redirects.npm, dependencies.environment) ?? (await askRegistry(tool, from, dependencies));
  const file = `${build.package.split('/').at(-1) ?? build.package}-${tool.version}.tgz`;
  const url = `${registry}/${build.package}/-/${file}`;
  const answer = await dependencies.http.request({
    vendor: 'the npm registry',
    operation: `download ${file}`,
    method: 'GET',
    url,
  });
  const found = `sha512-${createHash('sha512').update(answer.body).digest('base64')}`;
  if (found !== build.integrity)
    throw new ConfigurationError(kitMessages['tool-checksum'](tool.name, url, build.integrity, found));
  dependencies.log.info(
    `${tool.name} ${tool.version}: downloaded ${formatBytes(answer.body.byteLength)} from ${url}, checksum as expected`,
  );
  return dependencies.temp.write(file, answer.body);
}

/**
 * The registry that npm is configured for on this machine: behind a company's wall there is often only a mirror. The
 * checksum is ours, so whoever serves the file cannot change it.
 */
async function askRegistry(
  tool: PublishedTool,
  from: string,
  { environment, exec }: ToolsDependencies,
): Promise<string> {
  const fail = (said: string): ConfigurationError =>
    new ConfigurationError(kitMessages['registry-unknown'](tool.name, said));
  const npm = findOnPath('npm', environment);
  if (npm === undefined) throw fail('it is not on PATH');
  const args = ['config', 'get', 'registry'];
  const env = childEnvironment(environment);
  const { stdout } = await exec.run({ name: 'npm', file: npm, args, cwd: from, env, timeoutMs: 60_000, capture: true });
  const registry = stdout?.trim().replace(/\/+$/, '') ?? '';
  if (!/^https?:\/\/[^\s/]/.test(registry))
    throw fail(registry === '' ? 'it printed nothing' : `it printed "${registry.slice(0, 80)}"`);
  return registry;
}

function findProjectToolOrNothing(name: string, from: string, top: string): string | undefined {
  try {
    return findProjectTool(name, from, top);
  } catch (error) {
    if (error instanceof ConfigurationError) return undefined;
    throw error;
  }
}

function findExecutable(name: string, folder: string): string | undefined {
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  return names.map((one) => join(folder, one)).find(isExecutable);
}

/** Whether there is a file that may be started. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
