import { suggest } from '#kit/suggest';

export interface RehearseArguments {
  readonly path?: string;
  readonly workflow?: string;
  readonly event?: string;
  readonly payload?: string;
  readonly job?: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Print every line of every step. */
  readonly log: boolean;
}

const withValue = ['workflow', 'event', 'payload', 'job', 'input'] as const;
type Option = (typeof withValue)[number];

/** @returns what is wrong, as a text */
export function parseRehearseArguments(args: readonly string[]): RehearseArguments | string {
  const values: Partial<Record<Option, string>> = {};
  const inputs: Record<string, string> = {};
  const paths: string[] = [];
  let log = false;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (!argument.startsWith('--')) {
      paths.push(argument);
      continue;
    }
    const name = argument.slice(2);
    if (name === 'log') {
      log = true;
      continue;
    }
    if (!isOption(name)) {
      const near = suggest(name, [...withValue, 'log']);
      return `there is no option "--${name}"${near === undefined ? '' : `; did you mean "--${near}"?`}`;
    }
    index += 1;
    const value = args[index];
    if (value === undefined) return `"--${name}" needs a value`;
    if (name !== 'input') values[name] = value;
    else if (/^[^=]+=/.test(value)) inputs[value.slice(0, value.indexOf('='))] = value.slice(value.indexOf('=') + 1);
    else return `"--input" takes NAME=VALUE; it got "${value}"`;
  }
  if (paths.length > 1) return `one folder at a time; got: ${paths.join(', ')}`;
  const [path] = paths;
  return { ...values, ...(path === undefined ? {} : { path }), inputs, log };
}

function isOption(name: string): name is Option {
  return (withValue as readonly string[]).includes(name);
}
