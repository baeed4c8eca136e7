import { isDeepStrictEqual } from 'node:util';
import { freezeDeep } from './data.ts';

/** The vendor's state: plain data (what JSON can hold) that changes only by whole transactions. */
export interface Store<State> {
  /** The state now. It is frozen: writing to it throws. */
  readonly read: () => State;
  /** The state before the last change, for stale reads; the first state before any. */
  readonly previous: () => State;
  /** Runs a change on a copy. The copy becomes the state only if `change` returns and `keep` says so; a throw changes nothing. */
  readonly transact: <T>(change: (draft: State) => T, keep?: (result: T) => boolean) => { result: T; changed: boolean };
}

export interface StoreOptions<State> {
  /** Copies the state so that the copy can be written to. Default: structuredClone. Large parts that never change may be shared. */
  readonly fork?: (state: State) => State;
}

export function createStore<State>(initial: State, options: StoreOptions<State> = {}): Store<State> {
  const fork = options.fork ?? ((state: State): State => structuredClone(state));
  let current = freezeDeep(fork(initial));
  let previous = current;
  return {
    read: () => current,
    previous: () => previous,
    transact: (change, keep = () => true) => {
      const draft = fork(current);
      const result = change(draft);
      if (!keep(result) || isDeepStrictEqual(draft, current)) return { result, changed: false };
      previous = current;
      current = freezeDeep(draft);
      return { result, changed: true };
    },
  };
}
