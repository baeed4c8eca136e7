import { evaluateValue } from '#rehearsal/expressions/evaluate';
import { decideStart } from '#rehearsal/workflow/events';
import type { Finding as Checked } from '#rehearsal/workflow/findings';
import { resolveInputs } from '#rehearsal/workflow/inputs';
import { checkStartUp } from '#rehearsal/workflow/start-up';
import type { Origin as FileOrigin, PlannedWorkflow, StartUpOptions } from '#rehearsal/workflow/start-up';
import type { CalledUses } from '#rehearsal/workflow/uses';
import type { Workflow } from '#rehearsal/workflow/workflow';
import type { OriginRepository } from './actions.ts';
import { openOrigin, suiteOrigin } from './actions.ts';
import type { RunEvent } from './events.ts';
import type { Json } from './matrix.ts';
import type { Finding } from './result.ts';
import type { Ground } from './run-state.ts';
import type { RunRequest } from './run.ts';
import { checkActions } from './usable.ts';

/** What is known of a run before its first job. */
export interface Prepared {
  /** With one of them the run does not start. */
  readonly refusals: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly plan?: PlannedWorkflow;
  readonly inputs: Readonly<Record<string, Json>>;
}

/** Everything that GitHub, or this machine, would refuse before any job begins. */
export function prepareRun(ground: Ground, event: RunEvent, request: RunRequest): Prepared {
  const origin = { repository: ground.repository, root: ground.root, ref: event.ref, sha: event.sha };
  const file: FileOrigin = { repository: openOrigin(origin), path: request.workflow, name: ground.repository };
  const startUp = checkStartUp(file, {
    resolveCall: (uses, from) => findFile(ground, uses, from),
    policy: 'restricted',
    host: { platform: process.platform },
  });
  const { plan } = startUp;
  if (plan === undefined) return { refusals: startUp.findings.map(toFinding), warnings: [], inputs: {} };
  const { workflow } = plan;
  const wanted = request.job === undefined ? undefined : withNeeds(workflow, request.job);
  const findings = startUp.findings.filter((finding) => concerns(finding, workflow, wanted));
  const inputs = readInputs(workflow, request);
  const stopping = [...findings, ...inputs.findings].filter(({ level }) => level !== 'warning').map(toFinding);
  const notStarting = [...checkTrigger(ground, workflow, event, request), ...checkJob(workflow, request)];
  return {
    refusals: [...notStarting, ...stopping, ...checkActions(ground, plan, wanted)],
    warnings: [...findings, ...inputs.findings].filter(({ level }) => level === 'warning').map(toFinding),
    plan,
    inputs: inputs.values,
  };
}

/** Where a `uses:` of a job leads. */
function findFile(ground: Ground, uses: CalledUses, from: FileOrigin): ReturnType<StartUpOptions['resolveCall']> {
  const { origin } = from.repository as OriginRepository;
  if (uses.kind !== 'remote') return { ...from, path: uses.path };
  const name = `${uses.owner}/${uses.repository}`;
  if (uses.isSuite) {
    const own = suiteOrigin(ground, uses.ref);
    return { repository: openOrigin(own), path: uses.path, name: own.repository };
  }
  if (name.toLowerCase() === ground.repository.toLowerCase()) {
    const own = { ...origin, repository: ground.repository, root: ground.root, ref: uses.ref };
    return { repository: openOrigin(own), path: uses.path, name };
  }
  return { missing: `${name} is not on this machine; only this repository and the suite are.` };
}

/** With `--job`, what is wrong with the other jobs of the file does not stop it. */
function concerns(finding: Checked, { path, jobs }: Workflow, wanted: ReadonlySet<string> | undefined): boolean {
  if (wanted === undefined || finding.file !== path) return true;
  const owner = jobs.findLast(({ place }) => place.line <= finding.line);
  return owner === undefined || wanted.has(owner.id);
}

/** A job and all that it needs. */
export function withNeeds({ jobs }: Workflow, id: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const { text } of jobs.find((job) => job.id === id)?.needs ?? []) withNeeds({ jobs } as Workflow, text, found);
  return found;
}

function checkTrigger(ground: Ground, workflow: Workflow, event: RunEvent, request: RunRequest): Finding[] {
  const filters = workflow.on.find((trigger) => trigger.event === event.name)?.filters;
  const byPath = filters?.paths !== undefined || filters?.['paths-ignore'] !== undefined;
  const { verdict, why } = decideStart(workflow, {
    name: event.name,
    payload: event.payload,
    ...(byPath ? { changedFiles: changedFiles(ground) } : {}),
  });
  if (verdict === 'starts') return [];
  return [{ ...workflow.place, message: `GitHub would not start it for ${request.event}. ${why}` }];
}

function changedFiles({ git, snapshot }: Ground): string[] {
  const range = [snapshot.base, snapshot.head];
  return git([`--git-dir=${snapshot.gitDir}`, 'diff', '--name-only', '-z', ...range])
    .split('\0')
    .filter(Boolean);
}

function checkJob(workflow: Workflow, { job }: RunRequest): Finding[] {
  if (job === undefined || workflow.jobs.some(({ id }) => id === job)) return [];
  const ids = workflow.jobs.map(({ id }) => id).join(', ');
  return [{ ...workflow.place, message: `there is no job "${job}"; there are ${ids}` }];
}

/** Inputs of a dispatch; of other events there are none. */
function readInputs(
  workflow: Workflow,
  { event, inputs = {} }: RunRequest,
): { values: Readonly<Record<string, Json>>; findings: readonly Checked[] } {
  const trigger = workflow.on.find((each) => each.event === event);
  if (event !== 'workflow_dispatch' || trigger === undefined) return { values: {}, findings: [] };
  const given = Object.entries(inputs).map(([name, value]) => ({ name, value, place: trigger.place }));
  return resolveInputs('dispatch', trigger.inputs, given, trigger.place, (value) =>
    evaluateValue(value, {
      contexts: {},
      functions: { success: no, failure: no, always: no, cancelled: no, hashFiles: () => '' },
      where: trigger.place,
    }),
  );
}

function no(): boolean {
  return false;
}

function toFinding({ file, line, column, what, why, level }: Checked): Finding {
  const refused = level === 'refused' ? 'GitHub would run this, and this machine cannot. ' : '';
  return { file, line, column, message: `${what}. ${refused}${why}` };
}
