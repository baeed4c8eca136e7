import { text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';

/** What Google leaves out where it is the default of its type. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, where) => (value === undefined || value === null ? undefined : shape(value, where));
}

const digits = text(100, /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, 'a decimal number as a text');

/** `google.type.Decimal`: https://github.com/googleapis/googleapis/blob/master/google/type/decimal.proto. */
export const decimal: Shape<number> = (value, where) => {
  if (typeof value !== 'object' || value === null) throw new SyntaxError(`${where} has to be an object with a value`);
  const { value: written } = value as { readonly value?: unknown };
  // An empty text is 0 by definition, and an empty text is left out.
  return written === undefined || written === '' ? 0 : Number(digits(written, `${where}.value`));
};

/** An int64, which JSON writes as a text; whole numbers that a double holds exactly. */
export const int64: Shape<number> = (value, where) => {
  const read = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof read !== 'number' || !Number.isSafeInteger(read))
    throw new SyntaxError(`${where} has to be a whole number as a text, and is ${JSON.stringify(value)}`);
  return read;
};
