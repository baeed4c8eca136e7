/** A deliberate mistake in the sources, which a test must notice. */
export interface Mutant {
  readonly id: string;
  /** From the root of the repository. */
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** What a user would suffer if nobody noticed. */
  readonly why: string;
  /** Path of the tests that must fail. */
  readonly killedBy: string;
}

export const mutants: readonly Mutant[] = [
  {
    id: 'base/cut-after-applies-nothing',
    file: 'emulators/base/delivery.ts',
    find: `  'cut-after': (turn) => {\n    turn.apply();`,
    replace: `  'cut-after': (turn) => {`,
    why: 'An action that repeats a write after a lost answer looks right here and doubles it at the vendor.',
    killedBy: '__tests__/emulators/faults.test.ts',
  },
  {
    id: 'base/half-a-body-is-whole',
    file: 'emulators/base/server.ts',
    find: `body.subarray(0, Math.floor(body.length / 2))`,
    replace: `body`,
    why: 'No action is ever shown an answer that breaks off.',
    killedBy: '__tests__/emulators/faults.test.ts',
  },
  {
    id: 'base/stale-read-is-fresh',
    file: 'emulators/base/server.ts',
    find: `handle(store.previous())`,
    replace: `handle(store.read())`,
    why: 'A read-back that trusts the first answer is never caught by a vendor that lags.',
    killedBy: '__tests__/emulators/faults.test.ts',
  },
  {
    id: 'base/fault-never-used-up',
    file: 'emulators/base/fault-plan.ts',
    find: `slot.met += 1;`,
    replace: `slot.met += 0;`,
    why: 'A single failure becomes a lasting one, so that no retry can be seen to succeed.',
    killedBy: '__tests__/emulators/faults.test.ts',
  },
  {
    id: 'base/no-cases-after-applying',
    file: 'emulators/base/fault-cases.ts',
    find: `'cut-after': { methods: 'writes' }`,
    replace: `'cut-after': { methods: 'reads' }`,
    why: 'The ambiguous write, the most expensive fault there is, is no longer tried.',
    killedBy: '__tests__/emulators/faults.test.ts',
  },
  {
    id: 'base/refused-write-stays',
    file: 'emulators/base/store.ts',
    find: `if (!keep(result) || isDeepStrictEqual(draft, current))`,
    replace: `if (isDeepStrictEqual(draft, current))`,
    why: 'A write that the vendor refused shows up in later reads.',
    killedBy: '__tests__/emulators/server.test.ts',
  },
  {
    id: 'base/every-write-applied',
    file: 'emulators/base/server.ts',
    find: `{ applied: kept.changed }`,
    replace: `{ applied: true }`,
    why: 'A test that counts writes also counts refused ones.',
    killedBy: '__tests__/emulators/(server|github-contents).test.ts',
  },
  {
    id: 'base/last-page-is-lost',
    file: 'emulators/base/pagination.ts',
    find: `...(page < last ? [link(page + 1, 'next')`,
    replace: `...(page + 1 < last ? [link(page + 1, 'next')`,
    why: 'Who follows rel="next" misses the last page, and here nobody would notice.',
    killedBy: '__tests__/emulators/server.test.ts',
  },
  {
    id: 'base/deadline-moves-time',
    file: 'emulators/base/clock.ts',
    find: `const sleep = earliest(waits.filter((wait) => wait.kind === 'sleep'));`,
    replace: `const sleep = earliest(waits);`,
    why: 'Every time limit strikes at once: no request that is given 30 s ever succeeds.',
    killedBy: '__tests__/emulators/clock.test.ts',
  },
  {
    id: 'base/hang-burns-all-deadlines',
    file: 'emulators/base/clock.ts',
    find: `    hangMayMove = false;\n    fire(deadline);`,
    replace: `    fire(deadline);`,
    why: 'One hanging request lets the time limit of the whole run pass before the caller can give up.',
    killedBy: '__tests__/emulators/clock.test.ts',
  },
  {
    id: 'base/hold-holds-nothing',
    file: 'emulators/base/clock.ts',
    find: `if (active > 0 || held > 0) return;`,
    replace: `if (active > 0) return;`,
    why: 'Time runs on while a process acts on its deadline, so that runs differ from one to the next.',
    killedBy: '__tests__/emulators/clock.test.ts',
  },
  {
    id: 'base/barrier-open',
    file: 'emulators/base/scheduler.ts',
    find: `waiting.length < callers - asleep`,
    replace: `waiting.length < 1`,
    why: 'The orders that a race needs do not come about: every race test passes by luck.',
    killedBy: '__tests__/emulators/server.test.ts',
  },
];
