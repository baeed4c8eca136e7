import { policyMessages } from '#rollout/policy-messages';
import { isTreeMap, readEntries, readWritten, refuse, type Read, type Tree } from '#rollout/policy-tree';
import { readShare } from '#rollout/policy-values';
import type { Range } from './scenario.ts';

const units = { min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `10000`, `1_000_000` or `9M`. */
export function readCount(tree: Tree): number | undefined {
  const written = readWritten(tree);
  if (written === undefined) return undefined;
  const count = parseCount(written);
  return count ?? refuse(tree, policyMessages['policy-text']('a whole number', '10000, 1_000_000 or 9M'));
}

export function parseCount(written: string): number | undefined {
  const [, digits, factor = ''] = /^(\d[\d_]*(?:\.\d+)?)\s*([kM]?)$/.exec(written) ?? [];
  if (digits === undefined) return undefined;
  const count = Number(digits.replaceAll('_', '')) * ({ '': 1, k: 1_000, M: 1_000_000 }[factor] ?? 1);
  return Number.isInteger(count) && count <= 2_000_000_000 ? count : undefined;
}

/** A share, or nobody. */
export function readPart(tree: Tree): number | undefined {
  return /^0\s*%?$/.test(readQuietly(tree) ?? '') ? 0 : readShare(tree);
}

function readQuietly({ node }: Tree): string | undefined {
  return node !== null && 'source' in node && typeof node.source === 'string' ? node.source : undefined;
}

/** `2.5%`, or `5x` of what it was. */
export function readTarget(tree: Tree): { readonly rate: number } | { readonly times: number } | undefined {
  const written = readWritten(tree);
  if (written === undefined) return undefined;
  const times = Number(/^(\d+(?:\.\d+)?)\s*x$/.exec(written)?.[1]);
  if (!Number.isNaN(times)) return { times };
  const rate = readPart(tree);
  return rate === undefined ? undefined : { rate };
}

/** `2026-11-30T08:00:00Z`, milliseconds since the epoch. */
export function readTime(tree: Tree): number | undefined {
  const written = readWritten(tree);
  if (written === undefined) return undefined;
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(written) ? Date.parse(written) : Number.NaN;
  const isHour = at % units.h === 0;
  return isHour ? at : refuse(tree, policyMessages['policy-text']('a full hour in UTC', '"2026-11-30T08:00Z"'));
}

/** `2h..12h`. */
export const readSpan = readRange((text) => {
  const [, amount, unit = 'h'] = /^(\d+(?:\.\d+)?)(min|h|d)$/.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * units[unit as keyof typeof units];
}, '2h..12h');

/** `0.5%..3%`. */
export const readShares = readRange((text) => {
  const [, amount] = /^(\d+(?:\.\d+)?)%$/.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) / 100;
}, '0.5%..3%');

/** `0..20000`. */
export const readCounts = readRange(parseCount, '0..20000');

function readRange(parse: (text: string) => number | undefined, example: string): Read<Range> {
  return (tree) => {
    const written = readWritten(tree);
    if (written === undefined) return undefined;
    const [first = '', last, ...others] = written.split('..').map((part) => part.trim());
    const [from, to] = [parse(first), parse(last ?? first)];
    if (from === undefined || to === undefined || others.length > 0 || to < from)
      return refuse(tree, policyMessages['policy-text']('a range from less to more', example));
    return { from, to };
  };
}

/** A map with keys of the user's own. */
export function readRecord<T>(key: RegExp, valid: string, read: Read<T>): Read<Readonly<Record<string, T>>> {
  return (tree) => {
    const entries = readEntries(tree);
    const values = entries?.flatMap(({ key: name, keyTree, value }) => {
      if (!key.test(name)) refuse(keyTree, policyMessages['policy-text'](valid, 'internal'));
      const one = read(value);
      return one === undefined ? [] : [[name, one] as const];
    });
    return values === undefined ? undefined : Object.fromEntries(values);
  };
}

/** Whether the map has a key, whatever stands there. */
export function hasKey(tree: Tree, key: string): boolean {
  return isTreeMap(tree) && readEntries(tree)?.some((entry) => entry.key === key) === true;
}
