import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Environment } from './child-env.ts';
import { ConfigurationError } from './errors.ts';
import type { Problem } from './errors.ts';
import { kitMessages } from './messages.ts';
import { suggest } from './suggest.ts';
import type { Vault } from './secrets.ts';

/**
 * One input: how its text becomes a value, and what a person is told when it does not. `action.yml` is the contract; a
 * test holds names, defaults and `required` of both against each other.
 */
export interface Field<T> {
  /** Throws `InvalidInput` with the reason. Gets the text trimmed; empty only where the default is. */
  readonly parse: (text: string) => T;
  /** What is valid, for people: "a number from 0 to 100". */
  readonly valid: string;
  readonly example: string;
  /** The text that stands for an absent input; none when the input is required. */
  readonly default?: string;
  readonly required: boolean;
  readonly secret: boolean;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** The typed values of a set of fields, under camelCase names. */
export type Values<F extends Fields> = {
  readonly [K in keyof F & string as CamelCase<K>]: F[K] extends Field<infer T> ? T : never;
};

/** Why a text is not a value, without the text itself. */
class InvalidInput extends Error {}

interface Described {
  readonly valid: string;
  readonly example: string;
}

function field<T>(parse: (text: string) => T, described: Described): Field<T> {
  return { ...described, parse, required: true, secret: false };
}

/** A field that may be absent and then has this text. */
export function withDefault<T>(inner: Field<T>, text: string): Field<T> {
  return { ...inner, default: text, required: false };
}

/** A field that may be absent and then has no value. */
export function optional<T>(inner: Field<T>): Field<T | undefined> {
  const parse = (text: string): T | undefined => (text === '' ? undefined : inner.parse(text));
  return { ...inner, parse, default: '', required: false };
}

/** A field whose value is masked before anything else happens, and never shown. */
export function secret<T>(inner: Field<T>): Field<T> {
  return { ...inner, secret: true };
}

/** @param pattern what the whole text has to match; `valid` says it in words. */
export function text({ pattern, ...described }: Described & { readonly pattern?: RegExp }): Field<string> {
  return field((value) => {
    if (pattern?.test(value) === false) throw new InvalidInput('it does not have this form');
    return value;
  }, described);
}

/** A text with an inner form (YAML, JSON). `parse` throws a SyntaxError whose message is the reason. */
export function structured<T>(parse: (text: string) => T, described: Described): Field<T> {
  return field((value) => {
    try {
      return parse(value);
    } catch (error) {
      if (error instanceof SyntaxError) throw new InvalidInput(error.message);
      throw error;
    }
  }, described);
}

/** "true" or "false" in the three spellings of YAML 1.2; "yes" and "1" are refused, as `@actions/core` does. */
export function boolean(): Field<boolean> {
  return field(
    (value) => {
      if (/^(true|True|TRUE)$/.test(value)) return true;
      if (/^(false|False|FALSE)$/.test(value)) return false;
      throw new InvalidInput('it is neither true nor false');
    },
    { valid: 'true or false', example: 'true' },
  );
}

/** A decimal number within bounds, both ends included. `unit` is only for the wording. */
export function number(bounds: { min: number; max: number; unit?: string; example: string }): Field<number> {
  const unit = bounds.unit === undefined ? '' : ` ${bounds.unit}`;
  return field(
    (value) => {
      // Number() would also take "", "0x10" and "1e3"; parseFloat would take "80%" for 80.
      if (!/^-?\d+(\.\d+)?$/.test(value)) throw new InvalidInput('it is not a plain decimal number');
      const parsed = Number(value);
      if (parsed < bounds.min || parsed > bounds.max) throw new InvalidInput('it is outside the range');
      return parsed;
    },
    { valid: `a number from ${bounds.min} to ${bounds.max}${unit}`, example: bounds.example },
  );
}

/** One of a few words, in lower case. */
export function oneOf<const T extends string>(words: readonly [T, ...T[]]): Field<T> {
  return field(
    (value) => {
      const found = words.find((word) => word === value);
      if (found !== undefined) return found;
      const near = suggest(value, words);
      throw new InvalidInput(near === undefined ? 'it is not one of the words' : `did you mean "${near}"?`);
    },
    { valid: words.map((word) => `"${word}"`).join(', '), example: words[0] },
  );
}

/** Several values, one per line; a comma separates too. Empty lines are skipped, doubles are one. */
export function list<T>(inner: Field<T>): Field<readonly T[]> {
  return field(
    (value) => {
      const items = value
        .split(/[\n,]/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
      return [...new Set(items)].map((item) => inner.parse(item));
    },
    { valid: `${inner.valid}; several on lines of their own`, example: inner.example },
  );
}

/** An existing folder below the workspace, as an absolute path. */
export function folder(workspace: string): Field<string> {
  return field(
    (value) => {
      const path = resolve(workspace, value);
      if (!isFolder(path))
        throw new InvalidInput(
          'there is no such folder in the workspace (does actions/checkout run before this step?)',
        );
      return path;
    },
    { valid: 'a folder, relative to the workspace', example: 'mobile' },
  );
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The variable in which the runner hands over an input: upper case, spaces become underscores, hyphens stay. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

/**
 * Reads all inputs, masks the secrets first, and reports every problem at once. An empty input is an absent input: that
 * is what an expression for an unset variable leaves. An unknown input is a problem, since a misspelt threshold would
 * otherwise silently be the default.
 * @throws ConfigurationError (`inputs-invalid`, with the problems; `secret-too-short`).
 */
export function readInputs<F extends Fields>(
  action: string,
  fields: F,
  environment: Environment,
  vault: Vault,
): Values<F> {
  const names = Object.keys(fields);
  const given = (name: string): string => (environment[inputVariable(name)] ?? '').trim();
  for (const name of names) if (fields[name]?.secret === true && given(name) !== '') vault.add(name, given(name));

  const values: Record<string, unknown> = {};
  const problems: Problem[] = unknownInputs(names, environment);
  for (const [name, one] of Object.entries(fields)) {
    const outcome = readField(name, one, given(name));
    if ('problem' in outcome) problems.push(outcome.problem);
    else values[camelCase(name)] = outcome.value;
  }
  if (problems.length > 0)
    throw new ConfigurationError(kitMessages['inputs-invalid'](action, problems.length), problems);
  return values as Values<F>;
}

function readField(name: string, one: Field<unknown>, given: string): { value: unknown } | { problem: Problem } {
  const problem = (reason: string): { problem: Problem } => ({
    problem: {
      name,
      value: given === '' ? '' : one.secret ? '***' : given,
      reason,
      valid: one.valid,
      example: one.secret ? `\${{ secrets.${name.toUpperCase().replaceAll('-', '_')} }}` : one.example,
    },
  });
  const effective = given === '' ? one.default : given;
  if (effective === undefined) return problem('it is required and is empty');
  try {
    return { value: one.parse(effective) };
  } catch (error) {
    if (error instanceof InvalidInput) return problem(error.message);
    throw error;
  }
}

function unknownInputs(names: readonly string[], environment: Environment): Problem[] {
  const known = new Set(names.map(inputVariable));
  return Object.keys(environment)
    .filter((variable) => variable.startsWith('INPUT_') && !known.has(variable))
    .map((variable) => {
      const name = variable.slice('INPUT_'.length).toLowerCase();
      const near = suggest(name, names);
      return {
        name,
        value: '',
        reason: near === undefined ? 'there is no such input' : `there is no such input; did you mean "${near}"?`,
        valid: names.join(', '),
        example: near ?? names[0] ?? '',
      };
    });
}

function camelCase(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
