import type { Mutant } from './mutant.ts';

/** Faults in the linters: each lets something bad pass in silence. */
export const mutants: readonly Mutant[] = [
  {
    id: 'lint-stages-import-each-other',
    file: 'lint/floors.js',
    find: 'if (floor.rooms === undefined || findRoom(importer, from) === findRoom(target.path, to)) return undefined;',
    replace: 'return undefined;',
    why: 'A change of one stage breaks another, whose tests nobody ran.',
    killedBy: '__tests__/lint/floors',
  },
  {
    id: 'lint-short-sha',
    file: 'lint/workflows/rules/references.ts',
    find: '@[0-9a-f]{40}$',
    replace: '@[0-9a-f]{7,40}$',
    why: 'A short commit passes as a pin, and GitHub resolves it as a branch that somebody may create.',
    killedBy: '__tests__/lint/workflows/rules',
  },
  {
    id: 'lint-warnings-ignored',
    file: 'lint/workflows/language-service.ts',
    find: 'severity <= warning',
    replace: 'severity < warning',
    why: 'A misspelt output is empty at run time: GitHub reports it as a warning only.',
    killedBy: '__tests__/lint/workflows/rules',
  },
  {
    id: 'lint-crash-is-clean',
    file: 'lint/workflows/language-service.ts',
    find: 'error: (message) => crashes.push(message)',
    replace: 'error: ignore',
    why: 'When the language service crashes on a file, the file counts as clean.',
    killedBy: '__tests__/lint/workflows/rules',
  },
  {
    id: 'lint-grants-unread',
    file: 'lint/workflows/rules/permissions.ts',
    find: 'levels.indexOf(asked) > levels.indexOf(granted)',
    replace: 'levels.indexOf(asked) > levels.indexOf(granted) + 1',
    why: 'A called job asks for write where its caller grants read, and the run fails before its first job.',
    killedBy: '__tests__/lint/workflows/rules',
  },
  {
    id: 'lint-allowed-without-reason',
    file: 'lint/workflows/suppressions.ts',
    find: "reason !== '' && rule",
    replace: 'rule',
    why: 'A rule is switched off and nobody has to say why.',
    killedBy: '__tests__/lint/workflows/rules',
  },
  {
    id: 'lint-nothing-is-clean',
    file: 'lint/workflows/command.ts',
    find: 'files === 0',
    replace: 'files < 0',
    why: 'Run in the wrong folder, the check is green without having read a file.',
    killedBy: '__tests__/lint/workflows/command',
  },
];
