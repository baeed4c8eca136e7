import type { MapNode, TextNode } from '../expressions/template.ts';
import { field } from './fields.ts';
import type { AccessLevel, UsesStep } from './workflow.ts';

/** A permission that a call of an action uses, and when. */
export interface CallNeed {
  /** `owner/repository`, with the path of an action within it; in lower case. */
  readonly action: string;
  readonly scope: string;
  readonly level: AccessLevel;
  /** What the action does with it, as the end of "it has to ...". */
  readonly purpose: string;
  /** Only if this input is given, and these are not. */
  readonly when?: { readonly given?: string; readonly notGiven?: readonly string[] };
  /** A public repository grants it to everybody. */
  readonly publicToo?: true;
}

/**
 * What known actions ask of `GITHUB_TOKEN`, by their READMEs at https://github.com/<action>. Of our own, each README has a
 * table of permissions by call; a test holds the two together.
 */
export const callNeeds: readonly CallNeed[] = [
  ...need('actions/checkout', 'contents', 'read', 'fetch the repository', {
    when: { notGiven: ['repository', 'token', 'ssh-key'] },
    publicToo: true,
  }),
  ...need('actions/download-artifact', 'actions', 'read', 'read the artifacts of another run', {
    when: { given: 'run-id', notGiven: ['repository'] },
  }),
  ...need('actions/dependency-review-action', 'contents', 'read', 'compare the dependencies', { publicToo: true }),
  ...need('actions/labeler', 'pull-requests', 'write', 'label the pull request'),
  ...need('actions/stale', 'issues', 'write', 'mark and close issues'),
  ...need('actions/stale', 'pull-requests', 'write', 'mark and close pull requests'),
  ...need('actions/deploy-pages', 'pages', 'write', 'deploy the site'),
  ...need('actions/deploy-pages', 'id-token', 'write', 'prove where the deployment comes from'),
  ...need('actions/attest', 'id-token', 'write', 'get the certificate that signs'),
  ...need('actions/attest', 'attestations', 'write', 'store the attestation'),
  ...need('actions/attest-build-provenance', 'id-token', 'write', 'get the certificate that signs'),
  ...need('actions/attest-build-provenance', 'attestations', 'write', 'store the attestation'),
  ...need('aws-actions/configure-aws-credentials', 'id-token', 'write', 'assume the role by OIDC', {
    when: { given: 'role-to-assume', notGiven: ['aws-access-key-id', 'web-identity-token-file', 'role-chaining'] },
  }),
  ...need('google-github-actions/auth', 'id-token', 'write', 'federate with the identity pool', {
    when: { given: 'workload_identity_provider' },
  }),
  ...need('azure/login', 'id-token', 'write', 'sign in by OIDC', { when: { given: 'client-id', notGiven: ['creds'] } }),
  ...need('github/codeql-action/analyze', 'security-events', 'write', 'upload the results'),
  ...need('github/codeql-action/upload-sarif', 'security-events', 'write', 'upload the results'),
  ...need('softprops/action-gh-release', 'contents', 'write', 'create the release', { when: { notGiven: ['token'] } }),
  ...need('googleapis/release-please-action', 'contents', 'write', 'tag the release', {
    when: { notGiven: ['token'] },
  }),
  ...need('googleapis/release-please-action', 'pull-requests', 'write', 'open its pull request', {
    when: { notGiven: ['token'] },
  }),
  ...need('peter-evans/create-pull-request', 'contents', 'write', 'push the branch', { when: { notGiven: ['token'] } }),
  ...need('peter-evans/create-pull-request', 'pull-requests', 'write', 'open the pull request', {
    when: { notGiven: ['token'] },
  }),
  ...need('dorny/test-reporter', 'checks', 'write', 'create the check run'),
];

/** Actions of which we know that they ask nothing of the token; of others nothing is known. */
export const needless: readonly string[] = [
  'actions/setup-node',
  'actions/setup-java',
  'actions/setup-python',
  'actions/cache',
  'actions/cache/save',
  'actions/cache/restore',
  'actions/upload-artifact',
  'actions/create-github-app-token',
  'ruby/setup-ruby',
  'gradle/actions/setup-gradle',
];

const forFigures = { purpose: 'find the figures of the base', when: { given: 'github-token' } } as const;

/** Of our own actions, by the name of their folder: what the table under "Permissions" of each README comes to. */
export const ownNeeds: Readonly<Record<string, readonly Omit<CallNeed, 'action'>[]>> = {
  'quality-gate': [
    { scope: 'contents', level: 'read', ...forFigures },
    { scope: 'actions', level: 'read', ...forFigures },
  ],
  'quality-comment': [
    { scope: 'actions', level: 'read', purpose: 'read the figures of the gate' },
    { scope: 'pull-requests', level: 'write', purpose: 'write the comment' },
  ],
  'release-version': [
    { scope: 'contents', level: 'write', purpose: 'reserve the build, make the tag and the release' },
  ],
  'staged-promote': [
    { scope: 'contents', level: 'write', purpose: 'keep the ledger', when: { notGiven: ['mode', 'github-token'] } },
    {
      scope: 'issues',
      level: 'write',
      purpose: 'call a person',
      when: { notGiven: ['mode', 'notify', 'github-token'] },
    },
    {
      scope: 'deployments',
      level: 'write',
      purpose: 'show the timeline',
      when: { notGiven: ['mode', 'timeline', 'github-token'] },
    },
    { scope: 'actions', level: 'read', purpose: 'see when it ran before', publicToo: true },
  ],
  'store-upload': [{ scope: 'contents', level: 'write', purpose: 'open the rollout', when: { given: 'open-rollout' } }],
};

function need(
  action: string,
  scope: string,
  level: AccessLevel,
  purpose: string,
  more: Pick<CallNeed, 'when' | 'publicToo'> = {},
): CallNeed[] {
  return [{ action, scope, level, purpose, ...more }];
}

/** Does a step's `with:` make the call that the need is for? Inputs that only run time knows count as given. */
export function applies({ when }: Omit<CallNeed, 'action'>, step: UsesStep): boolean {
  const isGiven = (name: string): boolean => hasInput(step.with, name);
  if (when?.given !== undefined && !isGiven(when.given)) return false;
  return !(when?.notGiven ?? []).some(isGiven);
}

function hasInput(inputs: MapNode | TextNode | undefined, name: string): boolean {
  const value = inputs?.kind === 'map' ? field(inputs, name) : undefined;
  return value !== undefined && !(value.kind === 'text' && value.text === '');
}
