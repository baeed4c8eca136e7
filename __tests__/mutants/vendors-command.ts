import type { Mutant } from './mutant.ts';

const room = 'src/vendors/command';
const killedBy = '__tests__/vendors/command/source.test';

/** Mistakes that would let a gate decide on what its command did not say. */
export const mutants: readonly Mutant[] = [
  {
    id: 'command-exit-code-ignored',
    file: `${room}/source.ts`,
    find: 'if (end.code !== 0) return `exit code ${end.code}`;',
    replace: '',
    why: 'A command that failed half way is believed.',
    killedBy,
  },
  {
    id: 'command-any-release',
    file: `${room}/health-report.ts`,
    find: 'if (release !== subject.release)',
    replace: 'if (release === "")',
    why: 'Cached data of the version before decide about this one.',
    killedBy,
  },
  {
    id: 'command-any-unit',
    file: `${room}/health-report.ts`,
    find: 'if (unit !== subject.unit)',
    replace: 'if (unit === subject.release)',
    why: 'Users are counted against a limit for sessions.',
    killedBy,
  },
  {
    id: 'command-defects-pass',
    file: `${room}/health-report.ts`,
    find: 'if (defect !== undefined)',
    replace: 'if (defect === "")',
    why: 'Hours that overlap count twice.',
    killedBy,
  },
  {
    id: 'command-days-that-are-none',
    file: `${room}/health-report.ts`,
    find: ' || !new Date(read).toISOString().startsWith(written.slice(0, 19))',
    replace: '',
    why: 'An hour of 31 February counts in March.',
    killedBy,
  },
  {
    id: 'command-null-is-absent',
    file: `${room}/health-report.ts`,
    find: 'value === undefined ? undefined : shape(value, where)',
    replace: 'value === undefined || value === null ? undefined : shape(value, where)',
    why: 'A source that does not know its freshness passes for one that is up to date.',
    killedBy,
  },
];
