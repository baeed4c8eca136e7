/** Lets so many at once and the others wait their turn, first come, first served. */
export interface Limiter {
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
}

export function createLimiter(most: number): Limiter {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    run: async (work) => {
      if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        // The place goes straight to the next, so that nobody comes in between.
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}
