/**
 * "Rounded to the nearest multiple of 10, 100, 1,000 or 1,000,000, depending on the magnitude of the value":
 * https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/vitals.crashrate
 */
const steps = [1_000_000, 1_000, 100, 10, 1];

/**
 * How few a rounded count may stand for. At which magnitude which step is taken is not documented, so it is learned from the counts
 * themselves: a count that is no multiple of 100 was not rounded to hundreds, and then no smaller count was. Where that says
 * nothing, the coarsest step that fits is taken.
 * @param counts all of the same metric that are known
 */
export function learnRounding(counts: readonly number[]): (count: number) => number {
  const finest = new Map<number, number>();
  let step = Number.POSITIVE_INFINITY;
  for (const count of counts.toSorted((one, other) => other - one)) {
    step = Math.min(step, coarsestStep(count));
    finest.set(count, step);
  }
  return (count) => {
    const by = finest.get(count) ?? coarsestStep(count);
    return by === 1 ? count : Math.max(0, count - by / 2);
  };
}

function coarsestStep(count: number): number {
  return steps.find((step) => count % step === 0) ?? 1;
}
