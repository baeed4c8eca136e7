import { parseCount } from '#rehearsal/release/scenario-values';
import { suggest } from '#kit/suggest';

export interface ReleaseArguments {
  /** Name of a scenario that comes along, or the path of one's own. */
  readonly scenario: string;
  readonly policy?: string;
  /** Phones with Android; the others in proportion. */
  readonly users?: number;
  readonly seed?: number;
  readonly list: boolean;
  /** Where the page goes. */
  readonly report?: string;
}

const withValue = ['scenario', 'policy', 'users', 'seed', 'report'] as const;
type Option = (typeof withValue)[number];

/** @returns what is wrong, as a text */
export function parseReleaseArguments(args: readonly string[]): ReleaseArguments | string {
  const values: Partial<Record<Option, string>> = {};
  let list = false;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '--list') {
      list = true;
      continue;
    }
    const option = withValue.find((one) => argument === `--${one}`);
    if (option === undefined) {
      const near = suggest(argument.replace(/^--/, ''), [...withValue, 'list']);
      return argument.startsWith('--')
        ? `there is no option "${argument}"${near === undefined ? '' : `; did you mean "--${near}"?`}`
        : `"${argument}" is no option; name a scenario with --scenario`;
    }
    index += 1;
    const value = args[index];
    if (value === undefined) return `"${argument}" needs a value`;
    values[option] = value;
  }
  const { scenario = 'healthy', policy, report } = values;
  const users = values.users === undefined ? undefined : parseCount(values.users);
  if (values.users !== undefined && (users === undefined || users < 1_000 || users > 100_000_000))
    return `"--users" takes a number from 1000 to 100M, such as 10000, 10k or 9M; it got "${values.users}"`;
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  if (seed !== undefined && !(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31))
    return `"--seed" takes a whole number from 0 on; it got "${values.seed ?? ''}"`;
  return {
    scenario,
    list,
    ...(policy === undefined ? {} : { policy }),
    ...(report === undefined ? {} : { report }),
    ...(users === undefined ? {} : { users }),
    ...(seed === undefined ? {} : { seed }),
  };
}
