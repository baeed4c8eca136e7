import { kitMessages } from './messages.ts';
import { ConfigurationError } from './errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What commands under check may see of the runner's environment. An allow-list, because code under test must not be able
 * to write our result or to speak to GitHub in our name: no INPUT_*, no ACTIONS_*, no token, and none of the paths of the
 * runner's file commands. Names are matched exactly, `*` at the end stands for any rest.
 */
const allowed: readonly string[] = [
  // Who and where.
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TERM', 'TZ', 'LANG', 'LANGUAGE', 'LC_*', 'XDG_*', 'PWD'],
  ...['TMPDIR', 'TMP', 'TEMP'],
  // Windows needs these to start any process.
  ...[
    'SystemRoot',
    'SYSTEMROOT',
    'ComSpec',
    'COMSPEC',
    'PATHEXT',
    'Path',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
    'ProgramFiles*',
  ],
  // How tools behave. Without GITHUB_ACTIONS, since with it they would print annotations of their own beside ours.
  ...['CI', 'NODE_ENV', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'FORCE_COLOR', 'NO_COLOR', 'SSL_CERT_*', 'JEST_*'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy', 'NODE_USE_ENV_PROXY'],
  // Package managers and toolchains.
  ...['npm_config_*', 'NPM_CONFIG_*', 'COREPACK_*', 'YARN_*', 'PNPM_HOME', 'VOLTA_HOME', 'NVM_*', 'ASDF_*', 'MISE_*'],
  ...['JAVA_HOME*', 'GRADLE_*', 'ANDROID_*', 'DEVELOPER_DIR', 'SDKROOT', 'GEM_*', 'BUNDLE_*', 'RBENV_*', 'ImageOS'],
  // Which commit this is: public facts that reports like to carry.
  ...[
    'GITHUB_WORKSPACE',
    'GITHUB_REPOSITORY',
    'GITHUB_SHA',
    'GITHUB_REF',
    'GITHUB_REF_NAME',
    'GITHUB_HEAD_REF',
    'GITHUB_BASE_REF',
  ],
  ...['GITHUB_EVENT_NAME', 'GITHUB_RUN_ID', 'GITHUB_RUN_NUMBER', 'GITHUB_RUN_ATTEMPT', 'GITHUB_SERVER_URL'],
  // The runner ends left-over processes of a job by this one.
  ...['RUNNER_OS', 'RUNNER_ARCH', 'RUNNER_TRACKING_ID'],
];

/** Package managers take credentials through their own variables; these stay here unless `pass-env` names them. */
const credential = /token|auth|password|secret|credential/i;

/** Never handed on, whatever `pass-env` says. */
const refused: readonly string[] = [
  ...['INPUT_*', 'STATE_*', 'ACTIONS_*', 'GITHUB_TOKEN', 'GH_TOKEN'],
  ...['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ARTIFACTS'],
];

/**
 * The environment for a command: what is allowed, and what the user passes by name.
 * @param extra names from the input `pass-env`; `*` at the end stands for any rest.
 * @throws ConfigurationError (`environment-refused`) when it names what must never be passed.
 */
export function childEnvironment(environment: Environment, extra: readonly string[] = []): Record<string, string> {
  // Both directions: `pass-env: GITHUB_*` would reach GITHUB_TOKEN just as `GITHUB_TOKEN` does.
  const forbidden = extra.filter((name) => refused.some((other) => covers(other, name) || covers(name, other)));
  if (forbidden.length > 0) throw new ConfigurationError(kitMessages['environment-refused'](forbidden.join(', ')));
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => {
      const [name, value] = entry;
      if (value === undefined) return false;
      if (extra.some((pattern) => covers(pattern, name))) return true;
      // Only a family of names can hide a credential; a name that stands on the list in full is known.
      if (allowed.includes(name)) return true;
      return allowed.some((pattern) => covers(pattern, name)) && !credential.test(name);
    }),
  );
}

function covers(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}
