import { type BadExample, manifest, release, rows, tick } from './example.ts';

/** Of lint/workflows/lint.ts and suppressions.ts. */
export const frame: readonly BadExample[] = [
  ...rows('yaml', release, {
    what: 'a doubled key',
    find: 'permissions: {}\nenv:',
    replace: 'permissions: {}\nname: Again\nenv:',
    at: 'name: Again',
    message: 'Map keys must be unique',
  }),
  ...rows('yaml', manifest, {
    what: 'a broken quote',
    find: "default: '80'",
    replace: "default: '80",
    at: '\n  dry-run',
    message: "Missing closing 'quote",
    also: ['github'], // of the workflow that uses it
  }),
  ...rows(
    'github',
    release,
    {
      what: 'a key that GitHub does not know',
      find: 'name: Report\n',
      replace: 'name: Report\n        nmae: x\n',
      at: 'nmae',
      message: "Unexpected value 'nmae'",
    },
    {
      what: 'a context that is not there (a warning of theirs)',
      find: 'steps.gate.outputs.verdict',
      replace: 'steps.gaet.outputs.verdict',
      at: '${{ steps.gaet',
      message: 'Context access might be invalid: gaet',
    },
    {
      what: 'an unknown function',
      find: 'case(github.ref',
      replace: 'cases(github.ref',
      at: "${{ cases(github.ref == 'refs/heads/main', 'main', 'other') }}",
      message: "Unrecognized function: 'cases'",
    },
    {
      what: 'an input that our own action does not have',
      find: 'coverage-threshold:',
      replace: 'covrage-threshold:',
      at: 'covrage-threshold',
      message: "Invalid action input 'covrage-threshold'",
    },
    {
      what: 'an action of ours that is not there',
      find: '$/actions/quality-gate',
      replace: '$/actions/quality-gte',
      at: '$/actions/quality-gte',
      message: 'Unable to resolve action `$/actions/quality-gte`',
    },
  ),
  ...rows('github', tick, {
    what: 'a secret that the called workflow does not declare',
    find: 'sentry-token:',
    replace: 'sentry-tokn:',
    at: '${{ secrets.SENTRY_TOKEN }}',
    message: 'Invalid secret, sentry-tokn is not defined in the referenced workflow.',
  }),
  ...rows('suppression-reason', release, {
    what: 'an exception without a reason',
    find: '    timeout-minutes: 30\n',
    replace: '    # slipway-lint allow timeout\n    timeout-minutes: 30\n',
    at: '# slipway-lint',
    message: 'nothing says why timeout is allowed here',
  }),
  ...rows('suppression-reason', manifest, {
    what: 'a comment that names no rule',
    find: 'required: false\n',
    replace: 'required: false # slipway-lint ignore\n',
    at: '# slipway-lint',
    message: 'the comment names no rule',
  }),
  ...rows('suppression-unused', release, {
    what: 'an exception that allows nothing',
    find: '    timeout-minutes: 30\n',
    replace: '    # slipway-lint allow timeout: it is long\n    timeout-minutes: 30\n',
    at: '# slipway-lint',
    message: 'the line below does not break timeout',
  }),
];
