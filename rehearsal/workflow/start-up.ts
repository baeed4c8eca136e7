import type { Place } from '../expressions/place.ts';
import { isExpression } from './fields.ts';
import { asFinding, errorAt, type Finding, refusalAt } from './findings.ts';
import { checkNames, convert, wrongType } from './inputs.ts';
import { limits } from './limits.ts';
import { loadWorkflow, type Repository } from './load.ts';
import { ownerOf, sameName } from './names.ts';
import {
  grantPermissions,
  type JobPermissions,
  type PermissionCeiling,
  type PermissionPolicy,
  type PermissionSet,
  reduceToRead,
} from './permissions.ts';
import type { HostMachine } from './runners.ts';
import { checkCallSecrets, checkReachOfSecrets } from './secrets.ts';
import { checkStepsJob } from './steps.ts';
import { checkStructure } from './structure.ts';
import { type CalledUses, resolveUses } from './uses.ts';
import type { CallJob, Job, Trigger, Workflow } from './workflow.ts';

/** A workflow file and where it comes from. */
export interface Origin {
  readonly repository: Repository;
  /** From the root of the repository, with slashes. */
  readonly path: string;
  /** `owner/repository`, as GitHub knows it. */
  readonly name: string;
}

export interface StartUpOptions {
  /** Finds the file that a job's `uses:` means, or says why there is none here. */
  readonly resolveCall: (uses: CalledUses, from: Origin) => Origin | { readonly missing: string };
  readonly policy: PermissionPolicy;
  readonly host: HostMachine;
  /** Does a pull request from a fork start it? Then its token reads only. */
  readonly fromFork?: boolean;
}

/** A run as GitHub lays it out before it starts: every job with what it may do, and every workflow that is called. */
export interface PlannedWorkflow {
  readonly origin: Origin;
  readonly workflow: Workflow;
  /** 1 for the workflow that is started. */
  readonly level: number;
  readonly jobs: readonly PlannedJob[];
}

export interface PlannedJob {
  readonly job: Job;
  readonly permissions: PermissionSet;
  /** Of a job that calls a workflow. */
  readonly called?: PlannedWorkflow;
}

export interface StartUp {
  /** With an error or a refusal among them the run does not start. */
  readonly findings: readonly Finding[];
  /** Absent when the first file cannot be read. */
  readonly plan?: PlannedWorkflow;
}

/** What GitHub checks before any job of a run exists: all files, all calls, all permissions. */
export function checkStartUp(origin: Origin, options: StartUpOptions): StartUp {
  const findings: Finding[] = [];
  const plan = planWorkflow(origin, {
    options,
    root: origin,
    level: 1,
    above: [fileOf(origin)],
    files: new Map(),
    findings,
  });
  return { findings: dedupe(findings), ...(plan ? { plan } : {}) };
}

interface Chain {
  readonly options: StartUpOptions;
  readonly root: Origin;
  readonly level: number;
  /** The files of the callers, by repository and path. */
  readonly above: readonly string[];
  /** Called files of the whole tree, with the place of their first call. */
  readonly files: Map<string, Place>;
  readonly findings: Finding[];
  readonly call?: { readonly job: CallJob; readonly ceiling: PermissionCeiling };
}

function planWorkflow(origin: Origin, chain: Chain): PlannedWorkflow | undefined {
  const loaded = loadWorkflow(origin.repository, origin.path);
  const { findings, options } = chain;
  if ('problems' in loaded) {
    const related = chain.call ? [chain.call.job.uses.place] : [];
    findings.push(...loaded.problems.map((problem) => asFinding(problem, ...related)));
    return undefined;
  }
  const { workflow } = loaded;
  findings.push(...checkStructure(workflow));
  const call = chain.call && { ...chain.call, trigger: checkCall(chain.call.job, workflow, origin, chain) };
  if (call && call.trigger === undefined) return undefined;
  const granted = grantPermissions(workflow, options.policy, chain.call?.ceiling);
  findings.push(...granted.findings);
  const jobs = workflow.jobs.map((job): PlannedJob => {
    const asked = granted.jobs.get(job.id) ?? { granted: {}, isExplicit: false };
    // The token of a fork is cut when it is made: between a caller and what it calls, what the files say counts.
    const permissions = options.fromFork === true ? reduceToRead(asked.granted) : asked.granted;
    if (job.kind === 'steps') {
      findings.push(...checkStepsJob(job, permissions, origin.repository, options.host));
      if (call?.trigger) {
        findings.push(...checkReachOfSecrets(job, call.job, call.trigger, origin.name, chain.root.name));
      }
      return { job, permissions };
    }
    const called = planCall(job, asked, origin, chain);
    return { job, permissions, ...(called ? { called } : {}) };
  });
  return { origin, workflow, level: chain.level, jobs };
}

/** @returns the `workflow_call` of the called file, if it can be called at all */
function checkCall(job: CallJob, workflow: Workflow, origin: Origin, { findings, root }: Chain): Trigger | undefined {
  const trigger = workflow.on.find(({ event }) => event === 'workflow_call');
  if (trigger === undefined) {
    const what = 'workflow_call key is not defined in the referenced workflow';
    findings.push(
      errorAt(job.uses.place, what, 'Only a workflow with `on: workflow_call` can be called.', workflow.place),
    );
    return undefined;
  }
  findings.push(...checkCallInputs(job, trigger), ...checkCallSecrets(job, trigger, origin.name, root.name));
  return trigger;
}

function checkCallInputs(job: CallJob, { inputs }: Trigger): Finding[] {
  const given = job.with.map(({ name, key, value }) => ({ name, place: key.place, value }));
  const names = given.map(({ name, place }) => ({ name, place }));
  const types = given.flatMap(({ name, value }) => {
    const definition = inputs.find((input) => sameName(input.name, name));
    if (definition === undefined || isExpression(value)) return [];
    const literal = value.kind === 'text' ? value.text : value.value;
    return convert('call', definition, literal) === undefined
      ? [wrongType(definition, { value: literal, place: value.place })]
      : [];
  });
  return [...checkNames('call', inputs, names, job.place), ...types];
}

function planCall(
  job: CallJob,
  { granted, isExplicit }: JobPermissions,
  origin: Origin,
  chain: Chain,
): PlannedWorkflow | undefined {
  const { findings, options, files, level } = chain;
  const uses = resolveUses(job.uses.text);
  if (uses.kind === 'unreadable' || uses.kind === 'docker') {
    const why = uses.kind === 'docker' ? 'A job calls a workflow file.' : uses.reason;
    findings.push(errorAt(job.uses.place, `'${job.uses.text}' is no workflow`, why));
    return undefined;
  }
  const target = options.resolveCall(uses, origin);
  if ('missing' in target) {
    const what = `the workflow '${job.uses.text}' cannot be called here`;
    findings.push(refusalAt(job.uses.place, what, target.missing));
    return undefined;
  }
  const file = fileOf(target);
  // A circle is deeper than any limit. It ends here, before a file that calls itself twice fills the levels with copies of it.
  if (level >= limits.levels || chain.above.includes(file)) {
    const what = `workflows are nested deeper than ${limits.levels} levels`;
    findings.push(errorAt(job.uses.place, what, 'GitHub takes the first workflow and nine levels of called ones.'));
    return undefined;
  }
  if (!files.has(file)) files.set(file, job.uses.place);
  if (files.size === limits.calledWorkflows + 1 && files.get(file) === job.uses.place) {
    const what = `more than ${limits.calledWorkflows} different workflows are called`;
    findings.push(errorAt(job.uses.place, what, `GitHub takes ${limits.calledWorkflows} from one workflow file.`));
  }
  const isTrusted = ownerOf(target.name) === ownerOf(chain.root.name);
  const ceiling = { granted, isExplicit, isTrusted, called: job.uses.text, place: job.place };
  return planWorkflow(target, { ...chain, level: level + 1, above: [...chain.above, file], call: { job, ceiling } });
}

function fileOf({ name, path }: Origin): string {
  return `${name.toLowerCase()}/${path}`;
}

/** A file that is called twice has its faults once. */
function dedupe(findings: readonly Finding[]): Finding[] {
  const seen = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...seen.values()];
}
