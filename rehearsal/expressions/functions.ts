import { data } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import { toData, toValue } from './values.ts';

/** What the run says; at any moment of it. */
export interface RunFunctions {
  readonly success: () => boolean;
  readonly failure: () => boolean;
  readonly always: () => boolean;
  readonly cancelled: () => boolean;
  readonly hashFiles: (...patterns: string[]) => string;
}

/** A call of one of these anywhere in a condition replaces the implicit `success()`. */
export const statusFunctions = ['success', 'failure', 'always', 'cancelled'] as const;

const many = 255;

/** The signatures of what the library leaves to its user, for the parser. */
export const runSignatures = [
  ...statusFunctions.map((name) => ({ name, minArgs: 0, maxArgs: 0 })),
  { name: 'hashFiles', minArgs: 1, maxArgs: many },
];

/** Functions of the run, and those of the library that do not do what GitHub documents. Keys in lower case. */
export function bindFunctions(run: RunFunctions): Map<string, FunctionDefinition> {
  const status = statusFunctions.map((name): FunctionDefinition => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(run[name]()),
  }));
  const hashFiles: FunctionDefinition = {
    name: 'hashFiles',
    minArgs: 1,
    maxArgs: many,
    call: (...patterns) => toData(run.hashFiles(...patterns.map((pattern) => pattern.coerceString()))),
  };
  return new Map([...status, hashFiles, fromJson, toJson].map((each) => [each.name.toLowerCase(), each]));
}

/** The library's own builds dictionaries that know no `constructor`. */
const fromJson: FunctionDefinition = {
  name: 'fromJSON',
  minArgs: 1,
  maxArgs: 1,
  call: (text) => {
    const source = text.coerceString();
    try {
      return toData(JSON.parse(source));
    } catch (error) {
      const shown = source.length > 60 ? `${source.slice(0, 60)}...` : source;
      throw new Error(`fromJSON got no JSON but '${shown}': ${(error as Error).message}`, { cause: error });
    }
  },
};

const toJson: FunctionDefinition = {
  name: 'toJSON',
  minArgs: 1,
  maxArgs: 1,
  call: (value) => toData(JSON.stringify(toValue(value), undefined, 2)),
};
