import { defineMessages } from '#kit/messages';
import { count } from './count.ts';

/** At the beginning of a sentence. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Everything that the quality gate can say no with. `text` names the fact, `cure` the next thing to do. */
export const messages = defineMessages({
  'packages-not-installed': (tool: string, manager: string | undefined, install: string | undefined) => ({
    text: `"${tool}" is not installed in the project${manager === undefined ? ', and there is no lockfile' : ` (its lockfile is that of ${manager})`}.`,
    cure:
      install === undefined
        ? 'Commit the lockfile of your package manager, and install the packages in a step before this one.'
        : `Run "${install}" in a step before this one; if it did run, add "${tool}" to the devDependencies.`,
  }),
  'types-failed': (errors: number, files: number) => ({
    text: `The type check found ${count(errors, 'error')} in ${count(files, 'file')}.`,
    cure: 'Mend the lines below; "npx tsc --noEmit" shows the same on your machine.',
  }),
  'types-nothing-checked': () => ({
    text: 'The type check passed, but it looked at no file of the project.',
    cure: 'Check "include" and "files" in tsconfig.json: a solution file with only "references" checks nothing by itself.',
  }),
  'types-misconfigured': (first: string) => ({
    text: `The type check could not start: ${first}`,
    cure: 'Mend tsconfig.json or its path; no file was checked.',
  }),
  'lint-failed': (errors: number, warnings: number) => ({
    text: `ESLint found ${count(errors, 'error')} and ${count(warnings, 'warning')}; none is allowed.`,
    cure: 'Mend the lines below; "npx eslint . --max-warnings 0" shows the same on your machine.',
  }),
  'lint-nothing-checked': () => ({
    text: 'ESLint passed, but it linted no file.',
    cure: 'Check "files" and "ignores" in eslint.config.js.',
  }),
  'lint-misconfigured': (said: string) => ({
    text: `ESLint could not run: ${said}`,
    cure: 'Mend eslint.config.js (ESLint 9 and newer read no .eslintrc); no file was linted.',
  }),
  'lint-report-unreadable': (reason: string) => ({
    text: `ESLint left no report that can be read: ${reason}.`,
    cure: 'Look at its output in the log above; without a whole report nothing counts as linted.',
  }),
  'tests-failed': (failed: number, total: number) => ({
    text: `${count(failed, 'failure')} in ${count(total, 'test')}.`,
    cure: 'Mend the tests below, or the code that they are right about.',
  }),
  'tests-none': (runner: string) => ({
    text: `${capital(runner)} ran no test.`,
    cure: 'Check which files it takes for tests ("testMatch" and "roots" of Jest, "include" of Vitest), and that they are in the checkout.',
  }),
  'tests-report-missing': (runner: string, end: string, said: string) => ({
    text: `${capital(runner)} ended (${end}) and left no report. It said: ${said}`,
    cure: 'Something ended it in the middle: a test that calls process.exit, a failing globalTeardown, a crash. The log above has its last lines.',
  }),
  'tests-report-unreadable': (reason: string) => ({
    text: `The test report cannot be read: ${reason}.`,
    cure: 'The run was cut off while it wrote, or the disk is full. Run it again.',
  }),
  'tests-interrupted': (runner: string, ran: number) => ({
    text: `${capital(runner)} was interrupted after ${count(ran, 'test')}; the rest was not run.`,
    cure: 'Remove "--bail" and "bail" from the configuration: a gate needs the whole result.',
  }),
  'tests-unhandled': (errors: number) => ({
    text: `Every test passed, and Vitest caught ${count(errors, 'error')} outside the tests.`,
    cure: 'A promise that nobody awaits, or a timer that outlives its test: the log above has the stack. Such an error can hide a failing test.',
  }),
  'tests-exit': (runner: string, end: string) => ({
    text: `Every test passed, yet ${runner} ended with ${end}.`,
    cure: 'A global teardown, a reporter or an open handle failed after the tests; the log above has its last lines.',
  }),
  'tests-misconfigured': (runner: string, said: string) => ({
    text: `${capital(runner)} could not start: ${said}`,
    cure: `Mend the configuration of ${runner}; no test was run.`,
  }),
  'test-runner-unclear': (manifest: string) => ({
    text: `${manifest} depends on Jest and on Vitest, and its script "test" does not name one of them.`,
    cure: 'Set "test-runner: jest" or "test-runner: vitest".',
  }),
  'integration-config-missing': (config: string, packages: string) => ({
    text: `There is no ${config} in ${packages}, so no integration test could be run.`,
    cure: 'Correct "integration-config" (a path from the folder of each package), or leave it empty.',
  }),
  'report-stale': (file: string) => ({
    text: `${file} is older than this run: the command did not write it.`,
    cure: 'Let the command write that file, or name the one that it writes in "commands". An old report may be of another commit.',
  }),
  'coverage-below': (metric: string, share: string, threshold: number, missing: number) => ({
    text: `Coverage of ${metric} is ${share}, ${threshold} % is required: ${missing} more to cover.`,
    cure: 'Cover the lines listed under "Least covered files".',
  }),
  'coverage-nothing': (metric: string) => ({
    text: `There are no ${metric} to cover: the coverage is empty.`,
    cure: 'Check "collectCoverageFrom" (Jest) or "coverage.include" (Vitest): it matches no source file.',
  }),
  'coverage-missing': (reason: string) => ({
    text: `The test report holds no coverage: ${reason}.`,
    cure: 'Check that no reporter or wrapper of the project turns coverage off.',
  }),
  'coverage-scope-missing': (runner: string, option: string, example: string) => ({
    text: `The configuration of ${runner} has no "${option}", so a source file that no test imports would not count at all.`,
    cure: `Add it, for example: ${example}.`,
  }),
  'coverage-by-v8': (runner: string) => ({
    text: 'The coverage was counted by V8, which takes blank lines, comments and braces for code: 2.5 times the lines on the suite that we measured, and up to 13 times the time on a React Native app.',
    cure: `Set ${runner === 'Vitest' ? 'coverage.provider: "istanbul"' : 'coverageProvider: "babel"'} in the configuration of ${runner}; the figures are comparable only among runs of the same provider.`,
  }),
  'coverage-lines-only': (absent: string) => ({
    text: `The coverage report says nothing about ${absent}, so only what it counts was held against the threshold.`,
    cure: 'Let the tool write them too, if it can.',
  }),
  'reports-unwritable': (folder: string, reason: string) => ({
    text: `The reports could not be written to ${folder}: ${reason}.`,
    cure: 'Free disk space on the runner, or give another "report-directory"; later steps rely on these files.',
  }),
  'patch-below': (share: string, threshold: number, missing: number) => ({
    text: `Coverage of the changed lines is ${share}, ${threshold} % is required: ${count(missing, 'line')} more to cover.`,
    cure: 'Cover the changed lines that are annotated.',
  }),
  'patch-base-missing': (base: string, fetch: string) => ({
    text: `The changed lines are not known: the base ${base} is not in this checkout.`,
    cure: `Give actions/checkout "${fetch}" under "with:".`,
  }),
  'patch-unreadable': (reason: string) => ({
    text: `The changed lines are not known: ${reason}.`,
    cure: 'The workspace has to be a git checkout of the commit under check.',
  }),
  'check-timed-out': (check: string, limit: string) => ({
    text: `"${check}" did not end within ${limit} and was ended.`,
    cure: 'Look at its last lines in the log above; a higher limit goes into "timeout-minutes".',
  }),
  'check-killed': (check: string, signal: string) => ({
    text: `"${check}" was ended by ${signal} from outside.`,
    cure: 'On a runner that is most often the kernel when memory is short: fewer workers, or a larger runner.',
  }),
  'check-out-of-memory': (check: string) => ({
    text: `"${check}" ran out of memory (JavaScript heap).`,
    cure: "Set NODE_OPTIONS: --max-old-space-size=<MB> in the job's env, or use fewer workers.",
  }),
  'check-crashed': (check: string, end: string, said: string) => ({
    text: `"${check}" crashed (${end}): ${said}`,
    cure: 'The tool failed, not the code under check; its last lines are in the log above.',
  }),
});
