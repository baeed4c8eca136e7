import type { Place } from '../expressions/place.ts';
import type { MapNode, Scalar, TextNode } from '../expressions/template.ts';
import { checkCron, ticksTooOften } from './cron.ts';
import { entriesOf, isExpression } from './fields.ts';
import { errorAt, type Finding, warningAt } from './findings.ts';
import { convert, wrongType } from './inputs.ts';
import { limits } from './limits.ts';
import { listReferences } from './references.ts';
import type { Concurrency, FilterName, Job, RunsOn, Step, StepsJob, Strategy, Trigger, Workflow } from './workflow.ts';

const rejected = 'GitHub rejects the whole file for it, and no job of it runs.';

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
  ];
}

function checkTrigger(trigger: Trigger): Finding[] {
  return [
    ...(['branches', 'tags', 'paths'] as const).flatMap((name) => checkFilter(trigger, name)),
    ...trigger.schedules.flatMap(({ cron, timezone }) => checkSchedule(cron, timezone)),
    ...checkInputDefinitions(trigger),
  ];
}

function checkFilter({ event, filters }: Trigger, name: 'branches' | 'tags' | 'paths'): Finding[] {
  const [included, ignored] = [filters[name], filters[`${name}-ignore` satisfies FilterName]];
  const [first] = included ?? [];
  if (first === undefined) return [];
  if (ignored !== undefined) {
    const what = `${event} has both ${name} and ${name}-ignore`;
    return [errorAt(first.place, what, `They cannot be used together; write the exceptions as !pattern. ${rejected}`)];
  }
  if (included?.every(({ text }) => text.startsWith('!')) !== true) return [];
  return [warningAt(first.place, `${name} has only negative patterns`, 'Nothing ever passes such a filter.')];
}

function checkSchedule(cron: TextNode, timezone: TextNode | undefined): Finding[] {
  const wrong = checkCron(cron.text);
  const often = wrong === undefined && ticksTooOften(cron.text);
  return [
    ...(wrong === undefined ? [] : [errorAt(cron.place, `the schedule '${cron.text}' ${wrong}`, rejected)]),
    ...(often
      ? [
          warningAt(
            cron.place,
            `the schedule '${cron.text}' is too often`,
            'GitHub runs one at most every five minutes.',
          ),
        ]
      : []),
    ...(timezone !== undefined && !isTimezone(timezone.text)
      ? [errorAt(timezone.place, `'${timezone.text}' is no time zone of the IANA database`, rejected)]
      : []),
  ];
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function checkInputDefinitions({ event, place, inputs }: Trigger): Finding[] {
  const tooMany = event === 'workflow_dispatch' && inputs.length > limits.dispatchInputs;
  return [
    ...(tooMany
      ? [errorAt(place, `${inputs.length} inputs of a dispatch`, `GitHub takes ${limits.dispatchInputs}. ${rejected}`)]
      : []),
    ...inputs.flatMap((input) => {
      if (input.type === 'choice' && input.options.length === 0) {
        return [errorAt(input.place, `the choice '${input.name}' has no options`, rejected)];
      }
      if (input.type !== 'choice' && input.options.length > 0) {
        return [errorAt(input.place, `the input '${input.name}' has options and is no choice`, rejected)];
      }
      const value = literalOf(input.default);
      if (value === undefined || input.default === undefined || convert('call', input, value) !== undefined) return [];
      return [wrongType(input, { value, place: input.default.place })];
    }),
  ];
}

function literalOf(scalar: Scalar | undefined): string | number | boolean | undefined {
  if (scalar === undefined || isExpression(scalar)) return undefined;
  return scalar.kind === 'text' ? scalar.text : (scalar.value ?? undefined);
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
  return text.includes('${{') && !/^\s*\$\{\{(?:(?!\}\}).)*\}\}\s*$/s.test(text);
}
