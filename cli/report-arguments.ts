import { suggest } from '#kit/suggest';

export interface ReportArguments {
  /** Folder or file, instead of a branch. */
  readonly ledger?: string;
  readonly branch?: string;
  readonly policy?: string;
  /** Tag or version. */
  readonly release?: string;
  readonly output?: string;
}

const options = ['ledger', 'branch', 'policy', 'release', 'output'] as const;

/** @returns what is wrong, as a text */
export function parseReportArguments(args: readonly string[]): ReportArguments | string {
  const values: { -readonly [K in keyof ReportArguments]: string } = {};
  for (let index = 0; index < args.length; index += 2) {
    const argument = args[index] ?? '';
    const option = options.find((one) => argument === `--${one}`);
    if (option === undefined) {
      const near = suggest(argument.replace(/^--/, ''), options);
      return argument.startsWith('--')
        ? `there is no option "${argument}"${near === undefined ? '' : `; did you mean "--${near}"?`}`
        : `"${argument}" is no option; name a release with --release`;
    }
    const value = args[index + 1];
    if (value === undefined || value === '') return `"${argument}" needs a value`;
    values[option] = value;
  }
  if (values.ledger !== undefined && values.branch !== undefined)
    return '"--ledger" reads files and "--branch" a branch: give one of them';
  return values;
}
