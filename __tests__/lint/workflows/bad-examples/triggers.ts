import { type BadExample, nightly, release, rows, tick } from './example.ts';

/** Of lint/workflows/rules/triggers.ts. */
export const triggers: readonly BadExample[] = [
  ...rows('public-only-callable', release, {
    what: 'a second trigger',
    find: 'permissions: {}\nenv:',
    replace: '  push:\npermissions: {}\nenv:',
    at: 'push:',
    message: 'a workflow for callers starts on push',
  }),
  ...rows('public-only-callable', nightly, {
    what: 'not callable',
    find: 'on: workflow_call',
    replace: 'on: []',
    at: 'name: Nightly',
    message: 'a workflow for callers cannot be called',
  }),
  ...rows('self-not-callable', tick, {
    what: 'callable',
    find: '  workflow_dispatch:',
    replace: '  workflow_call:\n  workflow_dispatch:',
    at: 'workflow_call',
    message: 'a workflow of our own can be called',
  }),
  ...rows('no-pull-request-target', nightly, {
    what: 'in a list of events',
    find: 'on: workflow_call',
    replace: 'on: [workflow_call, pull_request_target]',
    at: 'pull_request_target',
    message: 'the workflow runs for strangers with our secrets',
    also: ['public-only-callable'],
  }),
  ...rows('no-pull-request-target', tick, {
    what: 'as an event',
    find: '  workflow_dispatch:',
    replace: '  pull_request_target:\n  workflow_dispatch:',
    at: 'pull_request_target',
    message: 'the workflow runs for strangers with our secrets',
  }),
  ...rows('no-workflow-run', tick, {
    what: 'as an event',
    find: '  workflow_dispatch:',
    replace: '  workflow_run: { workflows: [Release] }\n  workflow_dispatch:',
    at: 'workflow_run',
    message: 'the workflow starts on what another one left behind',
  }),
  ...rows(
    'described-call',
    release,
    {
      what: 'an input',
      find: '        description: Label of the runner that builds.\n',
      replace: '',
      at: 'runner:',
      message: 'input runner is not described',
    },
    {
      what: 'a secret',
      find: 'description: Token that may upload symbols.',
      replace: "description: ''",
      at: 'sentry-token',
      message: 'secret sentry-token is not described',
    },
    {
      what: 'an output',
      find: '        description: What the gate says, pass or fail.\n',
      replace: '',
      at: 'verdict:',
      message: 'output verdict is not described',
    },
  ),
  ...rows('described-call', tick, {
    what: 'an input of a dispatch',
    find: '        description: Version to promote.\n',
    replace: '',
    at: 'version:',
    message: 'input version is not described',
  }),
  ...rows('optional-secret', release, {
    what: 'a required secret',
    find: 'required: false',
    replace: 'required: true',
    at: 'sentry-token',
    message: 'secret sentry-token is not declared as optional',
  }),
];
