import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { childEnvironment, type Environment } from '#kit/child-env';
import { readRedirect, redirects } from '#kit/endpoints';
import { ConfigurationError } from '#kit/errors';
import type { Exec, Outcome } from '#kit/exec';
import type { Temp } from '#kit/temp';
import { findOnPath } from '#kit/tools';
import { messages } from './messages.ts';

/** How Fastlane is started: by the app's Gemfile, or as it is found on PATH. */
export interface Fastlane {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Quiet, and calling nobody but the store: the look-up of newer versions, usage figures and the search for known issues are off.
 * An empty value would count as on.
 */
const HABITS = {
  CI: 'true',
  LANG: 'C.UTF-8',
  FASTLANE_SKIP_UPDATE_CHECK: '1',
  FASTLANE_OPT_OUT_USAGE: '1',
  FASTLANE_HIDE_GITHUB_ISSUES: '1',
  FASTLANE_DISABLE_COLORS: '1',
  FASTLANE_HIDE_TIMESTAMP: '1',
  FASTLANE_SKIP_ACTION_SUMMARY: '1',
  FASTLANE_SKIP_DOCS: '1',
  FASTLANE_SKIP_RUBY_VERSION_WARNING: '1',
  SKIP_SLOW_FASTLANE_WARNING: '1',
};

/**
 * @param from the working directory; its Gemfile, or that of a folder above it up to the workspace, is the one
 * @throws ConfigurationError (`fastlane-missing`)
 */
export function findFastlane(environment: Environment, from: string, workspace: string): Fastlane {
  const gemfile = findGemfile(from, workspace);
  const bundle = gemfile === undefined ? undefined : findOnPath('bundle', environment);
  if (gemfile !== undefined && bundle !== undefined)
    return { file: bundle, args: ['exec', 'fastlane'], env: { BUNDLE_GEMFILE: gemfile } };
  const fastlane = findOnPath('fastlane', environment);
  if (fastlane === undefined) throw new ConfigurationError(messages['fastlane-missing'](gemfile ?? 'none'));
  return { file: fastlane, args: [], env: {} };
}

function findGemfile(from: string, workspace: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'Gemfile');
    if (existsSync(path)) return path;
    if (folder === workspace || folder === dirname(folder)) return undefined;
  }
}

/** What every run of Fastlane needs. */
export interface FastlaneRun {
  readonly environment: Environment;
  readonly temp: Temp;
  readonly exec: Exec;
  readonly fastlane: Fastlane;
  readonly timeoutMs: number;
}

export interface LaneRun extends FastlaneRun {
  /** Such as `android release`. */
  readonly lane: string;
  /** Where its `fastlane` folder is. */
  readonly folder: string;
  /** What it gets beside its usual environment. */
  readonly variables: Readonly<Record<string, string>>;
  /** Names of further variables that it may see. */
  readonly passEnv: readonly string[];
}

/**
 * Runs the user's own lane as it is, where it lies. How it ends is no proof of anything either.
 * @throws ConfigurationError (`environment-refused`)
 */
export async function runLane(run: LaneRun): Promise<Outcome> {
  const { environment, temp, exec, fastlane, lane, folder, variables, passEnv, timeoutMs } = run;
  return await exec.run({
    name: 'fastlane',
    file: fastlane.file,
    args: [...fastlane.args, ...lane.split(' ')],
    cwd: folder,
    env: {
      ...childEnvironment(environment, passEnv),
      ...HABITS,
      // A report of its steps, which it would leave in the checkout.
      FL_REPORT_PATH: temp.folder(),
      ...fastlane.env,
      ...variables,
    },
    timeoutMs,
  });
}

export interface SupplyRun extends FastlaneRun {
  readonly packageName: string;
  /** Absolute. */
  readonly artifact: string;
  /** Absolute. */
  readonly mapping: string | undefined;
  readonly nativeSymbols: string | undefined;
  readonly versionCode: number;
  /** As Google Play spells it. */
  readonly track: string;
  /** Above 0 and below 1; undefined for everybody. */
  readonly fraction: number | undefined;
  readonly priority: number | undefined;
  /** By language. */
  readonly notes: Readonly<Record<string, string>>;
  /** Of `googleVariables`. */
  readonly credentials: Readonly<Record<string, string>>;
}

/**
 * Uploads one bundle by `fastlane supply`. In a folder of its own, where no file of the checkout can change what it does: a stray
 * bundle, a Supplyfile, an .env, a lane of the same name. How it ends is no proof of anything: whoever calls looks at the store.
 */
export async function runSupply(run: SupplyRun): Promise<Outcome> {
  const { environment, temp, exec, fastlane, artifact, track, fraction, priority, notes, timeoutMs } = run;
  const folder = join(temp.folder(), `supply-${run.versionCode}`);
  mkdirSync(folder);
  const options: [name: string, value: string][] = [
    ['aab', artifact],
    ['track', track],
    ['skip_upload_apk', 'true'],
    ['skip_upload_images', 'true'],
    ['skip_upload_screenshots', 'true'],
    ['skip_upload_metadata', 'true'],
  ];
  if (Object.keys(notes).length === 0) options.push(['skip_upload_changelogs', 'true']);
  else options.push(['metadata_path', writeNotes(folder, run.versionCode, notes)]);
  const symbols = layOutSymbols(folder, run);
  if (symbols.length > 0) options.push(['mapping_paths', symbols.join(',')]);
  if (fraction !== undefined) options.push(['rollout', `${fraction}`]);
  if (priority !== undefined) options.push(['in_app_update_priority', `${priority}`]);
  return await exec.run({
    name: 'fastlane',
    file: fastlane.file,
    args: [...fastlane.args, 'supply', ...options.flatMap(([name, value]) => [`--${name}`, value])],
    cwd: folder,
    env: {
      ...childEnvironment(environment),
      ...HABITS,
      ...fastlane.env,
      ...run.credentials,
      SUPPLY_PACKAGE_NAME: run.packageName,
    },
    timeoutMs,
  });
}

/**
 * The variables by which Fastlane finds the credentials: by a file that only this user can read, or by the one that others wrote,
 * and never on a command line. @param given JSON, the absolute path of a file that holds it, "machine", or nothing
 */
export function googleVariables(environment: Environment, temp: Temp, given: string): Record<string, string> {
  const root = readRedirect(redirects.google, environment);
  const redirected = root === undefined ? {} : { SUPPLY_ROOT_URL: `${root}/` };
  if (given.startsWith('{')) return { ...redirected, SUPPLY_JSON_KEY: temp.write('google-credentials.json', given) };
  const path = given === '' ? environment['GOOGLE_APPLICATION_CREDENTIALS'] : given;
  if (path === undefined || path === '' || path === 'machine') return redirected;
  return { ...redirected, SUPPLY_JSON_KEY: path };
}

/** Fastlane tells their kinds apart by the ends of their names, and separates paths by commas, which may stand in one. */
function layOutSymbols(folder: string, { mapping, nativeSymbols }: SupplyRun): readonly string[] {
  const files = { 'mapping.txt': mapping, 'native-symbols.zip': nativeSymbols };
  return Object.entries(files).flatMap(([name, path]) => {
    if (path === undefined) return [];
    symlinkSync(path, join(folder, name));
    return [name];
  });
}

/** As Fastlane wants them: a folder for each language, and a file for the version code. */
function writeNotes(folder: string, versionCode: number, notes: Readonly<Record<string, string>>): string {
  const metadata = join(folder, 'metadata');
  for (const [language, text] of Object.entries(notes)) {
    mkdirSync(join(metadata, language, 'changelogs'), { recursive: true });
    writeFileSync(join(metadata, language, 'changelogs', `${versionCode}.txt`), text);
  }
  return metadata;
}

/** What Fastlane says is wrong stands behind "[!]". */
export function tellReason({ tail }: Outcome): string {
  return tail.findLast((line) => line.includes('[!]'))?.replace(/^.*\[!\]\s*/, '') ?? tail.at(-1) ?? 'nothing';
}
