/** All orders of 0..k-1, in lexicographic order. k is at most 6 (720 orders): more would not be run. */
export function listOrders(k: number): number[][] {
  if (k > 6) throw new RangeError(`${k} requests have too many orders to run them all; the most is 6.`);
  if (k <= 0) return [[]];
  const all = Array.from({ length: k }, (_, index) => index);
  return permute(all);
}

function permute(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) => permute(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}

/**
 * All ways to interleave callers that each send a known number of requests: for `{ a: 2, b: 1 }` these are `a a b`, `a b a` and
 * `b a a`. Throws RangeError above 1,000 of them.
 */
export function listInterleavings(requests: Readonly<Record<string, number>>): string[][] {
  const found = interleave(requests);
  if (found.length > 1_000) throw new RangeError(`${found.length} interleavings are too many to run them all.`);
  return found;
}

function interleave(left: Readonly<Record<string, number>>): string[][] {
  const callers = Object.keys(left).filter((caller) => (left[caller] ?? 0) > 0);
  if (callers.length === 0) return [[]];
  return callers.flatMap((caller) =>
    interleave({ ...left, [caller]: (left[caller] ?? 0) - 1 }).map((rest) => [caller, ...rest]),
  );
}
