import { loadAction } from './action.ts';
import { applies, type CallNeed, callNeeds, ownNeeds } from './call-needs.ts';
import { isExpression, textsOf } from './fields.ts';
import { asFinding, errorAt, type Finding, refusalAt, warningAt } from './findings.ts';
import type { Repository } from './load.ts';
import { hasAccess, type PermissionSet } from './permissions.ts';
import { type HostMachine, judgeRunner } from './runners.ts';
import { resolveUses } from './uses.ts';
import type { StepsJob, UsesStep } from './workflow.ts';

/** What GitHub and the machine would not let a job with steps do. */
export function checkStepsJob(
  job: StepsJob,
  permissions: PermissionSet,
  repository: Repository,
  host: HostMachine,
): Finding[] {
  const steps = job.steps.filter((step) => step.kind === 'uses');
  return [
    ...checkRunner(job, host),
    ...steps.flatMap((step) => checkUses(step, repository)),
    ...steps.flatMap((step) => checkStepPermissions(step, permissions, job)),
  ];
}

/** Labels that an expression gives are judged when it is evaluated. */
function checkRunner({ runsOn }: StepsJob, host: HostMachine): Finding[] {
  const labels = textsOf(runsOn.labels);
  if (labels.some(isExpression) || isExpression(runsOn.group)) return [];
  const group = runsOn.group?.kind === 'text' ? { group: runsOn.group.text } : {};
  const { verdict, why } = judgeRunner({ labels: labels.map(({ text }) => text), ...group }, host);
  if (verdict === 'stands-in') return [];
  return [refusalAt(runsOn.place, `the job cannot be rehearsed on this machine`, why)];
}

function checkUses({ uses }: UsesStep, repository: Repository): Finding[] {
  const resolved = resolveUses(uses.text);
  switch (resolved.kind) {
    case 'docker':
      return [
        refusalAt(uses.place, `'${uses.text}' is not rehearsed`, 'A rehearsal runs on the host, without containers.'),
      ];
    case 'unreadable':
      return [errorAt(uses.place, `'${uses.text}' is no action`, resolved.reason)];
    case 'self': {
      // `$/` is resolved before the job starts; `./` only when the step does, in what is checked out then.
      const loaded = loadAction(repository, resolved.path);
      if (!('problems' in loaded)) return [];
      return loaded.problems.map((problem) => asFinding(problem, uses.place));
    }
    case 'local':
    case 'remote':
      return [];
  }
}

function checkStepPermissions(step: UsesStep, permissions: PermissionSet, job: StepsJob): Finding[] {
  return needsOf(step)
    .filter((need) => applies(need, step) && !hasAccess(permissions, need.scope, need.level))
    .map(({ scope, level, purpose, publicToo }) => {
      const has = permissions[scope] ?? 'none';
      const what = `the step needs '${scope}: ${level}' to ${purpose}, and the job '${job.id}' has '${scope}: ${has}'`;
      const why = `Grant it under permissions of the job: \`${scope}: ${level}\`.`;
      return publicToo === true
        ? warningAt(step.uses.place, what, `It would work in a public repository only. ${why}`, job.place)
        : errorAt(step.uses.place, what, why, job.place);
    });
}

function needsOf({ uses }: UsesStep): readonly Omit<CallNeed, 'action'>[] {
  const resolved = resolveUses(uses.text);
  if (resolved.kind === 'self' || (resolved.kind === 'remote' && resolved.isSuite)) {
    return ownNeeds[/^actions\/([^/]+)$/.exec(resolved.path)?.[1] ?? ''] ?? [];
  }
  if (resolved.kind !== 'remote') return [];
  const { owner, repository, path } = resolved;
  const action = [owner, repository, ...(path === '' ? [] : [path])].join('/').toLowerCase();
  return callNeeds.filter((need) => need.action === action);
}
