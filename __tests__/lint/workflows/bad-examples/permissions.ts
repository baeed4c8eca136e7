import { type BadExample, release, rows, tick } from './example.ts';

/** Of lint/workflows/rules/permissions.ts. */
export const permissions: readonly BadExample[] = [
  ...rows(
    'no-permissions-on-top',
    release,
    {
      what: 'none said',
      find: 'permissions: {}\n',
      replace: '',
      at: 'name: Release',
      message: 'the workflow does not begin without permissions',
    },
    {
      what: 'a grant',
      find: 'permissions: {}\n',
      replace: 'permissions: { contents: read }\n',
      at: 'permissions:',
      message: 'the workflow does not begin without permissions',
    },
  ),
  ...rows('explained-grant', release, {
    what: 'a grant without a comment',
    find: 'contents: read # checkout',
    replace: 'contents: read',
    at: 'contents: read',
    message: 'gate does not say what contents is for',
  }),
  ...rows('explained-grant', tick, {
    what: 'all scopes at once',
    find: '    timeout-minutes: 10\n',
    replace: '    timeout-minutes: 10\n    permissions: read-all\n',
    at: 'read-all',
    message: 'build asks for read-all instead of listing scopes',
  }),
  ...rows(
    'grant-within-caller',
    tick,
    {
      what: 'a lower grant',
      find: 'deployments: write # the gate records',
      replace: 'deployments: read # the gate records',
      at: '$/.github/workflows/release.yml',
      message: 'gate in .github/workflows/release.yml asks for deployments: write',
    },
    {
      what: 'none but that of the workflow',
      find: '    permissions:\n      contents: read # the gate checks out\n      deployments: write # the gate records\n',
      replace: '',
      at: '$/.github/workflows/release.yml',
      message: 'asks for contents: read, deployments: write',
    },
  ),
  ...rows('grant-within-caller', release, {
    what: 'a called job that asks for all',
    find: 'jobs:\n',
    replace:
      'jobs:\n  more:\n    runs-on: ubuntu-slim\n    timeout-minutes: 5\n    permissions: write-all\n    steps: [{ run: echo }]\n',
    at: '$/.github/workflows/release.yml',
    foundIn: tick,
    message: 'more in .github/workflows/release.yml asks for contents: write, everything else: write',
    also: ['explained-grant'],
  }),
  ...rows('no-secrets-inherit', tick, {
    what: 'every secret',
    find: 'secrets:\n      sentry-token: ${{ secrets.SENTRY_TOKEN }}',
    replace: 'secrets: inherit',
    at: 'inherit',
    message: 'the call hands over every secret',
  }),
  ...rows('no-secret-in-workflow-env', release, {
    what: 'a secret for all',
    find: 'STAGE: internal',
    replace: 'STAGE: x-${{ secrets.sentry-token }}',
    at: 'x-${{',
    message: 'STAGE gives a secret to the whole workflow',
  }),
];
