/**
 * Numbers as strings and strings as numbers. GitHub documents "decimal format, exponential for large numbers" and "any
 * legal JSON number format"; the exact borders are those of its runner (ExpressionUtility.ParseNumber, format `G15`),
 * since JavaScript's own `Number()` and `toString()` differ from both.
 */

/** Significant digits of a number that becomes text. */
const digits = 15;
const decimal = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const hexadecimal = /^0x[0-9a-f]+$/i;
const octal = /^0o[0-7]+$/;
const infinity = /^[-+]?Infinity$/;

/** @returns the number that the text stands for; 0 for blank text, NaN for what is no number */
export function parseNumber(text: string): number {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  return [decimal, hexadecimal, octal, infinity].some((form) => form.test(trimmed)) ? Number(trimmed) : Number.NaN;
}

/** 15 significant digits; exponential from 1e15 on, and below 1e-4. */
export function showNumber(value: number): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return String(value);
  const [mantissa = '', exponentText = '0'] = value.toExponential(digits - 1).split('e');
  const exponent = Number(exponentText);
  if (exponent > -5 && exponent < digits) return trimZeros(value.toFixed(Math.max(0, digits - 1 - exponent)));
  const sign = exponent < 0 ? '-' : '+';
  return `${trimZeros(mantissa)}E${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
