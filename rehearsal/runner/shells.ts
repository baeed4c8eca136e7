import { delimiter, isAbsolute, join } from 'node:path';
import { isExecutable } from '#kit/tools';

/** How the runner starts a script of `run:`. */
export interface ShellCommand {
  /** Absolute path of the program. */
  readonly file: string;
  readonly args: readonly string[];
}

interface Shell {
  /** `{0}` is the path of the script. */
  readonly args: readonly string[];
  readonly extension: string;
  readonly fix?: (script: string) => string;
}

/** Source: actions/runner, ScriptHandlerHelpers. */
const shells: Readonly<Record<string, Shell>> = {
  bash: { args: ['--noprofile', '--norc', '-e', '-o', 'pipefail', '{0}'], extension: '.sh' },
  sh: { args: ['-e', '{0}'], extension: '.sh' },
  python: { args: ['{0}'], extension: '.py' },
  pwsh: { args: ['-command', ". '{0}'"], extension: '.ps1', fix: stopOnErrors },
};

/** PowerShell goes on after an error unless it is told not to, and hides the exit code of the last program. */
function stopOnErrors(script: string): string {
  const end = 'if ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }';
  return `$ErrorActionPreference = 'stop'\n${script}\n${end}`;
}

const advice = "Shell must be a valid built-in (bash, sh, cmd, powershell, pwsh) or a format string containing '{0}'";

export interface Script {
  /** Ending of the file's name. */
  readonly extension: string;
  readonly text: string;
  readonly command: (scriptPath: string) => ShellCommand;
}

/**
 * What the runner makes of `run` and `shell`. Without `shell` it is bash, or sh where there is none, with fewer options than
 * `shell: bash` has.
 * @param path the step's PATH
 * @throws Error for a shell that is not valid or not on this machine
 */
export function prepareScript(run: string, shell: string, path: string): Script {
  const [name = '', ...rest] = shell === '' ? ['sh'] : splitWords(shell);
  const known = shells[name.toLowerCase()];
  const format = rest.length > 0 ? rest : known?.args;
  if (format?.some((word) => word.includes('{0}')) !== true) throw new Error(`Invalid shell option. ${advice}`);
  const program = shell === '' ? (findProgram('bash', path) ?? findProgram('sh', path)) : findProgram(name, path);
  if (program === undefined) throw new Error(`the shell "${name}" is not on this machine's PATH`);
  return {
    extension: known?.extension ?? '',
    text: known?.fix?.(run) ?? run,
    command: (scriptPath) => ({
      file: program,
      args: format.map((word) => word.replaceAll('{0}', scriptPath)),
    }),
  };
}

/** Words as the runner's process starter splits them: by blanks, with double quotes around what holds some. */
function splitWords(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|\S+/g)].map(([whole, quoted]) => quoted ?? whole);
}

export function findProgram(name: string, path: string): string | undefined {
  const candidates = isAbsolute(name) ? [name] : path.split(delimiter).map((folder) => join(folder, name));
  return candidates.find(isExecutable);
}
