import type { Place } from '../expressions/place.ts';
import { hasExpressions, soleExpression, splitTemplate } from '../expressions/segments.ts';
import type { MapNode } from '../expressions/template.ts';
import { entriesOf, isExpression, literalOf } from './fields.ts';
import { errorAt, type Finding, rejected, warningAt } from './findings.ts';
import { limits } from './limits.ts';
import { sameName } from './names.ts';
import { listReferences } from './references.ts';
import { checkTrigger } from './trigger-checks.ts';
import type { Concurrency, Job, RunsOn, Step, StepsJob, Strategy, Workflow } from './workflow.ts';

/** What GitHub finds wrong with one workflow file, beyond its schema. */
export function checkStructure(workflow: Workflow): Finding[] {
  return [
    ...workflow.on.flatMap(checkTrigger),
    ...checkConcurrency(workflow.concurrency),
    ...checkIdentifiers(
      workflow.jobs.map(({ id, place }) => ({ id, place })),
      'job',
    ),
    ...checkNeeds(workflow),
    ...workflow.jobs.flatMap(checkJob),
    ...checkReads(workflow),
  ];
}

/** What expressions read of inputs and of the jobs of a called workflow, and is not there. GitHub takes it for empty. */
function checkReads(workflow: Workflow): Finding[] {
  const inputs = workflow.on.flatMap((trigger) => trigger.inputs.map(({ name }) => name));
  const known = { inputs, jobs: workflow.jobs.map(({ id }) => id) };
  return listReferences(workflow).flatMap(({ context, name, node }) => {
    if (context !== 'inputs' && context !== 'jobs') return [];
    if (known[context].some((each) => sameName(each, name))) return [];
    const valid = known[context].join(', ') || 'none';
    return [warningAt(node.place, `'${context}.${name}' is empty`, `The ${context} of the workflow are: ${valid}.`)];
  });
}

function checkConcurrency(concurrency: Concurrency | undefined): Finding[] {
  if (concurrency === undefined) return [];
  const { group, queue, cancelInProgress } = concurrency;
  const tooLong =
    group.kind === 'text' && group.text.length > limits.concurrencyGroupCharacters && !isExpression(group);
  const contradicts = literalOf(queue) === 'max' && literalOf(cancelInProgress) === true;
  return [
    ...(tooLong
      ? [errorAt(group.place, 'the name of the concurrency group is too long', `400 characters at most. ${rejected}`)]
      : []),
    ...(contradicts
      ? [
          errorAt(
            concurrency.place,
            '`queue: max` with `cancel-in-progress: true`',
            `They exclude each other. ${rejected}`,
          ),
        ]
      : []),
  ];
}

function checkIdentifiers(all: readonly { readonly id: string; readonly place: Place }[], what: string): Finding[] {
  const seen = new Map<string, Place>();
  return all.flatMap(({ id, place }) => {
    const before = seen.get(id.toLowerCase());
    seen.set(id.toLowerCase(), place);
    const why =
      !/^[a-z_][\w-]*$/i.test(id) || id.length >= limits.identifierCharacters
        ? `An id starts with a letter or _, holds letters, digits, - and _, and is shorter than 100 characters.`
        : id.startsWith('__')
          ? 'Ids that start with __ are reserved.'
          : undefined;
    return [
      ...(why === undefined ? [] : [errorAt(place, `'${id}' is no id of a ${what}`, `${why} ${rejected}`)]),
      ...(before ? [errorAt(place, `the id '${id}' is used twice`, rejected, before)] : []),
    ];
  });
}

function checkNeeds({ jobs, place }: Workflow): Finding[] {
  if (jobs.length === 0) {
    return [errorAt(place, 'The workflow must contain at least one job with no dependencies', rejected)];
  }
  const ids = new Map(jobs.map((job) => [job.id.toLowerCase(), job]));
  const unknown = jobs.flatMap(({ id, needs }) =>
    needs
      .filter(({ text }) => !ids.has(text.toLowerCase()))
      .map(({ text, place }) => errorAt(place, `Job '${id}' depends on unknown job '${text}'`, rejected)),
  );
  const circles = jobs.flatMap((job) =>
    job.needs
      .filter(({ text }) => reaches(ids, text.toLowerCase(), job.id.toLowerCase(), new Set()))
      .map(({ text, place }) =>
        errorAt(
          place,
          `Job '${job.id}' depends on job '${text}' which creates a cycle in the dependency graph`,
          `Neither could ever start. ${rejected}`,
        ),
      ),
  );
  return [...unknown, ...circles];
}

function reaches(jobs: ReadonlyMap<string, Job>, from: string, to: string, seen: Set<string>): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (jobs.get(from)?.needs ?? []).some(({ text }) => reaches(jobs, text.toLowerCase(), to, seen));
}

function checkJob(job: Job): Finding[] {
  const needed = new Set(job.needs.map(({ text }) => text.toLowerCase()));
  const unneeded = listReferences(job).filter(
    ({ context, name }) => context === 'needs' && !needed.has(name.toLowerCase()),
  );
  return [
    ...checkConcurrency(job.concurrency),
    ...(job.strategy?.kind === 'strategy' ? checkMatrix(job.strategy) : []),
    ...unneeded.map(({ name, node }) =>
      warningAt(node.place, `'needs.${name}' is empty`, `The job '${job.id}' does not say that it needs '${name}'.`),
    ),
    ...(job.kind === 'steps' ? [...checkGroup(job.runsOn), ...checkSteps(job)] : []),
  ];
}

/** A group is a name, or one with the level at which it is looked for. */
function checkGroup({ group }: RunsOn): Finding[] {
  if (group?.kind !== 'text' || isExpression(group) || !group.text.includes('/')) return [];
  if (/^(?:org|organization|ent|enterprise)\/[^/]+$/.test(group.text)) return [];
  const what = `Invalid runs-on group name '${group.text}'`;
  return [errorAt(group.place, what, `Use 'organization/' or 'enterprise/' as its prefix. ${rejected}`)];
}

function checkMatrix({ matrix }: Strategy): Finding[] {
  if (matrix?.kind !== 'map') return [];
  const vectors = matrix.entries.filter(({ key }) => key.text !== 'include' && key.text !== 'exclude');
  const empty = vectors.filter(({ value }) => value.kind === 'list' && value.items.length === 0);
  const size = staticSize(
    matrix,
    vectors.map(({ value }) => (value.kind === 'list' ? value.items.length : 1)),
  );
  return [
    ...empty.map(({ key }) => errorAt(key.place, `Matrix vector '${key.text}' does not contain any values`, rejected)),
    ...(size > limits.matrixJobs
      ? [
          errorAt(
            matrix.place,
            `the matrix makes ${size} jobs`,
            `GitHub makes ${limits.matrixJobs} of one. ${rejected}`,
          ),
        ]
      : []),
  ];
}

/** Jobs of a matrix, as far as the file tells: with an `exclude`, only running it does. */
function staticSize(matrix: MapNode, lengths: readonly number[]): number {
  const has = (name: string): boolean => entriesOf(matrix).some(({ key }) => key.text === name);
  return lengths.length === 0 || has('exclude') ? 0 : lengths.reduce((product, length) => product * length, 1);
}

function checkSteps({ id, place, steps }: StepsJob): Finding[] {
  const ids = steps.flatMap((step) => (step.id ? [{ id: step.id.text, place: step.id.place }] : []));
  const known = new Set(ids.map((each) => each.id.toLowerCase()));
  const strangers = listReferences(steps).filter(
    ({ context, name }) => context === 'steps' && !known.has(name.toLowerCase()),
  );
  return [
    ...checkIdentifiers(ids, 'step'),
    ...(steps.length === 0 ? [warningAt(place, `the job '${id}' has no steps`, 'It does nothing, and succeeds.')] : []),
    ...strangers.map(({ name, node }) =>
      warningAt(node.place, `'steps.${name}' is empty`, `No step of the job '${id}' has that id.`),
    ),
    ...steps.flatMap(checkStep),
  ];
}

function checkStep(step: Step): Finding[] {
  const long = step.kind === 'run' && step.run.kind === 'text' && step.run.text.length > limits.scriptCharacters;
  return [
    ...(step.if && isMixedCondition(step.if.text)
      ? [
          warningAt(
            step.if.place,
            'the condition is always true',
            'With text around ${{ }} it is a text, and texts are true.',
          ),
        ]
      : []),
    ...(long
      ? [errorAt(step.run.place, 'the script is too long', `GitHub takes ${limits.scriptCharacters} characters.`)]
      : []),
  ];
}

/** `if: true && ${{ false }}`, which GitHub documents to be true. */
function isMixedCondition(text: string): boolean {
  return hasExpressions(text) && soleExpression(splitTemplate(text.trim())) === undefined;
}
