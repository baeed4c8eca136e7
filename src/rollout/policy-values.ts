import type { RaiseNeed } from '#health/verdict';
import { suggest } from '#kit/suggest';
import { policyMessages } from './policy-messages.ts';
import { isList, readItems, readWritten, refuse, type Read, type Tree } from './policy-tree.ts';

const units = { min: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const longestDuration = 90 * units.d;

/** "24h" in milliseconds. */
export function readDuration(tree: Tree): number | undefined {
  const written = readWritten(tree);
  if (written === undefined) return undefined;
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(min|h|d)$/.exec(written) ?? [];
  const note = policyMessages['policy-duration'];
  if (amount === undefined || unit === undefined)
    return refuse(tree, note(/^\d+$/.test(written) ? 'the unit is missing' : 'it has another form'));
  const ms = Math.round(Number(amount) * units[unit as keyof typeof units]);
  return ms <= longestDuration ? ms : refuse(tree, note('90 days are the most'));
}

/** The same for a time in which something has to happen: none is too short for anything. */
export function readSpan(tree: Tree): number | undefined {
  const span = readDuration(tree);
  return span === 0 ? refuse(tree, policyMessages['policy-duration']('it is 0')) : span;
}

/** "0.5%" as a fraction of 1. */
export function readShare(tree: Tree): number | undefined {
  const written = readWritten(tree);
  if (written === undefined) return undefined;
  const note = policyMessages['policy-share'];
  if (/^\d*\.?\d+$/.test(written)) {
    const value = Number(written);
    if (value === 0) return refuse(tree, note('it is 0'));
    // Nobody means a multiple of everybody.
    if (value > 1) return refuse(tree, note('"%" is missing'));
    return refuse(tree, policyMessages['policy-share-bare'](`${tidy(value * 100)}%`, `${tidy(value)}%`));
  }
  const [, amount] = /^(\d+(?:\.\d+)?)\s*%$/.exec(written) ?? [];
  if (amount === undefined)
    return refuse(tree, note(written.includes(',') ? 'decimals stand behind a point' : 'it has another form'));
  const percent = Number(amount);
  if (percent <= 0) return refuse(tree, note('it is 0'));
  if (percent > 100) return refuse(tree, note('it is more than everybody'));
  return Number((percent / 100).toPrecision(12));
}

function tidy(value: number): string {
  return String(Number(value.toPrecision(12)));
}

export function readEvidence(tree: Tree): RaiseNeed | undefined {
  const written = readWritten(tree);
  if (written === undefined) return undefined;
  if (written === 'proven' || written === 'halt-only') return { kind: written };
  const factor = Number(/^screened\s+(\d+(?:\.\d+)?)\s*x$/.exec(written)?.[1]);
  // At twice the limit a screen asks for nearly as much as proof; at a hundred times it asks for nothing.
  return factor >= 1.5 && factor <= 20
    ? { kind: 'screened', factor }
    : refuse(tree, policyMessages['policy-evidence']());
}

export function readBoolean(tree: Tree): boolean | undefined {
  const written = readWritten(tree);
  if (written === undefined) return undefined;
  if (written === 'true') return true;
  return written === 'false' ? false : refuse(tree, policyMessages['policy-word']('true, false', ''));
}

export function readWord<const W extends string>(words: readonly W[]): Read<W> {
  return (tree) => {
    const written = readWritten(tree);
    if (written === undefined) return undefined;
    const found = words.find((word) => word === written);
    return found ?? refuse(tree, policyMessages['policy-word'](words.join(', '), suggest(written, words) ?? ''));
  };
}

export function readText(pattern: RegExp, valid: string, example: string): Read<string> {
  return (tree) => {
    const written = readWritten(tree);
    if (written === undefined) return undefined;
    return pattern.test(written) ? written : refuse(tree, policyMessages['policy-text'](valid, example));
  };
}

/** A list, or a single value in place of one. What cannot be read is left out, with its defect. */
export function readSome<T>(read: Read<T>): Read<readonly T[]> {
  return (tree) => {
    const items = isList(tree) ? readItems(tree) : [tree];
    return items?.flatMap((item) => {
      const one = read(item);
      return one === undefined ? [] : [one];
    });
  };
}
