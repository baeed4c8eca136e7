import { data } from '@actions/expressions';
import type { Pair } from '@actions/expressions/data/expressiondata';
import { parseNumber, showNumber } from './numbers.ts';

/** What an expression gives: a JSON value. Numbers may be NaN or infinite. */
export type ExpressionValue =
  null | boolean | number | string | readonly ExpressionValue[] | { readonly [name: string]: ExpressionValue };

type Data = data.ExpressionData;

class Text extends data.StringData {
  override number(): number {
    return parseNumber(this.value);
  }
}

class Numeral extends data.NumberData {
  override coerceString(): string {
    return showNumber(this.value);
  }
}

/**
 * The library's dictionary keeps its names in a plain object, where `constructor` and `__proto__` are taken from the
 * start; a payload may hold any name. Names are found without regard to case, the first of several wins.
 */
class Names extends data.Dictionary {
  readonly #entries = new Map<string, Pair>();
  readonly #fold: (name: string) => string;

  constructor(fold: (name: string) => string, pairs: Iterable<Pair>) {
    super();
    this.#fold = fold;
    for (const { key, value } of pairs) this.add(key, value);
  }

  override add(key: string, value: Data): void {
    const name = this.#fold(key);
    if (!this.#entries.has(name)) this.#entries.set(name, { key, value });
  }

  override get(key: string): Data | undefined {
    return this.#entries.get(this.#fold(key))?.value;
  }

  override values(): Data[] {
    return this.pairs().map(({ value }) => value);
  }

  override pairs(): Pair[] {
    return [...this.#entries.values()];
  }
}

const anyCase = (name: string): string => name.toLowerCase();
export const exactCase = (name: string): string => name;

/** A literal of the parser with the runner's conversions instead of JavaScript's. */
export function adoptLiteral(literal: Data): Data {
  if (literal instanceof data.StringData) return new Text(literal.value);
  if (literal instanceof data.NumberData) return new Numeral(literal.value);
  return literal;
}

/** @param fold how names of the outermost object are compared; those within are found in any case */
export function toData(value: unknown, fold = anyCase): Data {
  if (value === null || value === undefined) return new data.Null();
  if (typeof value === 'string') return new Text(value);
  if (typeof value === 'number') return new Numeral(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (Array.isArray(value)) return new data.Array(...value.map((item: unknown) => toData(item)));
  if (typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return new Names(
      fold,
      members.map(([key, member]) => ({ key, value: toData(member) })),
    );
  }
  throw new TypeError(`a context holds plain JSON values only, not a ${typeof value}`);
}

/** Back to JSON. An object has no prototype, so that no name of a payload is special. */
export function toValue(from: Data): ExpressionValue {
  if (from instanceof data.Array) return from.values().map(toValue);
  if (from instanceof data.Dictionary) {
    const members = Object.create(null) as Record<string, ExpressionValue>;
    for (const { key, value } of from.pairs()) members[key] = toValue(value);
    return members;
  }
  return from instanceof data.Null ? null : from.value;
}

/** Falsy are `false`, 0, NaN, the empty string and null; every object and list is true. */
export function isTruthy(value: ExpressionValue): boolean {
  return Boolean(value);
}

/** As a value becomes part of a text: lists and objects are not converted, only named. */
export function toText(value: ExpressionValue): string {
  return toData(value).coerceString();
}
