/** A source of numbers in [0, 1). The same seed gives the same numbers on every machine. */
export type Random = () => number;

/**
 * Mulberry32: 32 bits of state, period 2^32. Good enough to shuffle requests, not for secrets.
 *
 * @param seed any integer; only its low 32 bits count. Tests print it, so that a failure can be run again.
 * Source: Tommy Ettinger's public-domain generator (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c).
 */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An integer in [0, below). `below` is at least 1. */
export function pickIndex(random: Random, below: number): number {
  return Math.floor(random() * below);
}
