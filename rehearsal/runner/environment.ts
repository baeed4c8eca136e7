import { delimiter } from 'node:path';

export interface StepEnvironmentOptions {
  /** Absolute path of what was checked out. */
  readonly workspace: string;
  /** Absolute; the runner's RUNNER_TEMP. */
  readonly temp: string;
  /** Absolute; the runner's RUNNER_TOOL_CACHE. */
  readonly toolCache: string;
  /** Folders put before the machine's PATH: where `node` is, stand-in tools. */
  readonly path?: readonly string[];
  /** Marks every process of a job: what is left of them is ended with the job (`endJob`). */
  readonly trackingId?: string;
  readonly repository?: string;
  readonly sha?: string;
  readonly event?: string;
  /** What the job or step sets under `env:`; also overrides any value here. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a step may see of the machine: without these few names no program starts, and none of them is a secret. */
const machineNames = [
  'PATH',
  'HOME',
  'USER',
  'LANG',
  'SHELL',
  'TMPDIR',
  'SystemRoot',
  'ComSpec',
  'PATHEXT',
  'USERPROFILE',
  'TEMP',
  'TMP',
];

/** How this machine reaches the network. Without them nothing is installed behind a proxy, and none of them is of the person. */
const networkNames = [
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
  ...['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
];

/** What a job of a rehearsed workflow sees of the machine. Its home is its own, so that no file of the person's is found there. */
export function machineEnvironment(machine: NodeJS.ProcessEnv): Record<string, string> {
  return pick(machine, [...machineNames.filter((name) => name !== 'HOME' && name !== 'USERPROFILE'), ...networkNames]);
}

function pick(machine: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name): [string, string][] => (machine[name] === undefined ? [] : [[name, machine[name]]])),
  );
}

/**
 * The environment that the runner gives a step, from the machine's least and the documented default variables. Nothing
 * else of the person's shell comes along: a rehearsal must not find a token that GitHub would not give, nor spend one.
 */
export function stepEnvironment(machine: NodeJS.ProcessEnv, options: StepEnvironmentOptions): Record<string, string> {
  const sha = options.sha ?? '0'.repeat(40);
  return {
    ...pick(machine, machineNames),
    PATH: [...(options.path ?? []), machine['PATH'] ?? ''].join(delimiter),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: options.workspace,
    GITHUB_REPOSITORY: options.repository ?? 'example/tracker',
    GITHUB_REPOSITORY_OWNER: (options.repository ?? 'example/tracker').split('/')[0] ?? '',
    GITHUB_SHA: sha,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_EVENT_NAME: options.event ?? 'push',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'rehearsal',
    GITHUB_ACTOR: 'rehearsal',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    RUNNER_OS: { darwin: 'macOS', win32: 'Windows' }[process.platform as string] ?? 'Linux',
    RUNNER_ARCH: process.arch.toUpperCase(),
    RUNNER_NAME: 'rehearsal',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TEMP: options.temp,
    RUNNER_TOOL_CACHE: options.toolCache,
    RUNNER_TRACKING_ID: options.trackingId ?? 'github_rehearsal',
    ...options.env,
  };
}
