import { createVirtualClock, type VirtualClock } from '#emulators/base/clock';

export interface StoreOptions {
  readonly packageName: string;
  readonly port: number;
  /** Where the files go that a client needs. */
  readonly folder: string;
}

export interface Started {
  /** How to point clients at it. */
  readonly guide: string;
  readonly stop: () => Promise<void>;
}

/** How often the emulator's clock is set to the wall's. */
const tickMs = 250;

/** A clock of an emulator, for a person who waits in it: from `follow` on it goes with the wall's. */
export function createWallClock(): {
  readonly clock: VirtualClock;
  readonly follow: () => { readonly stop: () => void };
} {
  const clock = createVirtualClock(new Date().toISOString(), { autoAdvance: false });
  return {
    clock,
    follow: () => {
      const ticking = setInterval(() => {
        clock.advanceTo(Math.max(clock.now(), Date.now()));
      }, tickMs);
      return {
        stop: () => {
          clearInterval(ticking);
        },
      };
    },
  };
}

/** The end of every guide. */
export function describeInsides(url: string): string {
  return `What it holds, and every request that it has seen, as JSON:
  curl ${url}/_emulator/state
  curl ${url}/_emulator/requests

It forgets everything when it ends. Ctrl-C ends it.`;
}
