import { findTop, findTrigger, listTriggers } from '../parts.ts';
import { type Rule, workflows } from '../rule.ts';
import { findEntry, listEntries, findValue, readScalar, readString, type Entry, type Source } from '../source.ts';

/** Workflow files that may start after another workflow, by path: they check nothing out and run nothing that it left. */
const mayFollowWorkflows: readonly string[] = [
  'examples/tracker/.github/workflows/quality-comment.yml',
  // It only takes the occasion: nothing of the run before is read.
  'examples/tracker/.github/workflows/mobile-promote.yml',
];

const isOurs = ({ project }: Source): boolean => project === '';
const isPrivate = ({ path }: Source): boolean => /\/self-[^/]*$/.test(path);

function listDeclared(source: Source, trigger: string, kind: string): Entry[] {
  return listEntries(source, findValue(source, [kind], findTrigger(source, trigger)?.value));
}

/** What every reader of a call has to know, as event and kind. */
const described = [
  ['workflow_call', 'inputs'],
  ['workflow_call', 'secrets'],
  ['workflow_call', 'outputs'],
  ['workflow_dispatch', 'inputs'],
] as const;

/** What starts a workflow, and what it declares to those who call it. */
export const triggers: readonly Rule[] = [
  {
    id: 'public-only-callable',
    appliesTo: workflows,
    why: 'what users call must not also run in our own repository, with our secrets',
    source: 'docs/architecture.md: .github/workflows holds the workflows for callers; our own CI is named self-*',
    cure: 'leave `workflow_call` as the only trigger, or name the file self-*.yml',
    *check(source) {
      if (!isOurs(source) || isPrivate(source)) return;
      const found = listTriggers(source);
      for (const { name, key } of found) {
        if (name !== 'workflow_call') yield { at: key, message: `a workflow for callers starts on ${name}` };
      }
      if (!found.some(({ name }) => name === 'workflow_call')) {
        yield { at: findTop(source), message: 'a workflow for callers cannot be called' };
      }
    },
  },
  {
    id: 'self-not-callable',
    appliesTo: workflows,
    why: 'somebody would call our own CI, and it would change under them',
    source: 'docs/architecture.md: our own CI is named self-*',
    cure: 'remove `workflow_call`, or drop self- from the name',
    *check(source) {
      const call = isPrivate(source) ? findTrigger(source, 'workflow_call') : undefined;
      if (call) yield { at: call.key, message: 'a workflow of our own can be called' };
    },
  },
  {
    id: 'no-pull-request-target',
    appliesTo: workflows,
    why: "a stranger's pull request runs with our secrets and a token that writes",
    source: 'GitHub Security Lab, preventing pwn requests; zizmor dangerous-triggers',
    cure: 'use `pull_request`, and let a workflow of its own write the comment',
    *check(source) {
      const target = findTrigger(source, 'pull_request_target');
      if (target) yield { at: target.key, message: 'the workflow runs for strangers with our secrets' };
    },
  },
  {
    id: 'no-workflow-run',
    appliesTo: workflows,
    why: "it runs with our secrets on what a stranger's run left behind",
    source: 'zizmor dangerous-triggers',
    cure: 'call the second workflow from the first, or add the file to the list in lint/workflows/rules/triggers.ts',
    *check(source) {
      const run = mayFollowWorkflows.includes(source.path) ? undefined : findTrigger(source, 'workflow_run');
      if (run) yield { at: run.key, message: 'the workflow starts on what another one left behind' };
    },
  },
  {
    id: 'described-call',
    appliesTo: workflows,
    why: "the declaration is the only documentation that a caller's editor shows",
    source: 'docs/architecture.md: the declaration is the contract',
    cure: 'add a `description:`',
    *check(source) {
      for (const [trigger, kind] of described) {
        for (const { name, key, value } of listDeclared(source, trigger, kind)) {
          if (readString(findEntry(source, value, 'description')?.value)?.trim()) continue;
          yield { at: key, message: `${kind.slice(0, -1)} ${name} is not described` };
        }
      }
    },
  },
  {
    id: 'optional-secret',
    appliesTo: workflows,
    why: 'a required secret that only an environment holds fails the call before any job',
    source: 'GitHub, reuse workflows; rios0rios0/pipelines, CHANGELOG',
    cure: 'write `required: false` and let the step say which secret is missing',
    *check(source) {
      for (const { name, key, value } of listDeclared(source, 'workflow_call', 'secrets')) {
        if (readScalar(findEntry(source, value, 'required')?.value) === false) continue;
        yield { at: key, message: `secret ${name} is not declared as optional` };
      }
    },
  },
];
