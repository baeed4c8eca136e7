import { errorAt, type Finding, warningAt } from './findings.ts';
import { ownerOf, sameName } from './names.ts';
import { listReferences } from './references.ts';
import type { CallJob, StepsJob, Trigger } from './workflow.ts';
import type { Scalar } from '../expressions/template.ts';

/** What a called workflow sees of secrets, and what can never reach it. */

/** Secrets that the caller passes, against those that the called workflow declares. */
export function checkCallSecrets(job: CallJob, { secrets }: Trigger, called: string, root: string): Finding[] {
  const { secrets: given } = job;
  if (given === 'inherit') {
    if (ownerOf(called) === ownerOf(root)) return [];
    const what = `'secrets: inherit' does not reach ${called}`;
    const why = `Secrets are inherited within one organization or enterprise only; pass each by its name.`;
    return [errorAt(job.secretsPlace, what, why)];
  }
  const has = (name: string): boolean => given.some((each) => sameName(each.name, name));
  const names = secrets.map(({ name }) => name).join(', ') || 'none';
  const unknown = given.filter(({ name }) => !secrets.some((secret) => sameName(secret.name, name)));
  const missing = secrets.filter(({ name, required }) => required && !has(name));
  return [
    ...unknown.map(({ name, key }) =>
      errorAt(key.place, `Invalid secret, ${name} is not defined in the referenced workflow`, `It defines: ${names}.`),
    ),
    ...missing.map(({ name, place }) =>
      errorAt(
        job.secretsPlace,
        `Secret ${name} is required, but not provided while calling`,
        'The referenced workflow insists on it. A secret of an environment cannot be passed by a caller.',
        place,
      ),
    ),
  ];
}

/**
 * Secrets that a job of a called workflow reads and cannot have: those that nobody can pass, for the workflow does not declare
 * them, and those that only an environment of the job could bring. What an environment has never reaches a workflow of another
 * owner; within one owner it replaces only what the caller passes
 * (https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows, actions/runner#1490).
 */
export function checkReachOfSecrets(
  job: StepsJob,
  call: CallJob,
  { secrets: declared, inputs }: Trigger,
  called: string,
  root: string,
): Finding[] {
  const { secrets: given } = call;
  const isForeign = ownerOf(called) !== ownerOf(root);
  if (given === 'inherit' && !isForeign) return [];
  const passed = given === 'inherit' ? [] : given;
  return listReferences(job).flatMap(({ context, name, node }) => {
    if (context !== 'secrets' || sameName(name, 'GITHUB_TOKEN')) return [];
    if (passed.some((each) => sameName(each.name, name))) return [];
    const isDeclared = declared.some((each) => sameName(each.name, name));
    const hasEnvironment = job.environment !== undefined && !isLeftEmpty(job.environment.name, call, inputs);
    // Not to pass a secret that need not be passed is a choice.
    if (isDeclared && !hasEnvironment && given !== 'inherit') return [];
    const what = `the secret '${name}' is empty in the job '${job.id}'`;
    const why = [
      isDeclared ? 'The caller does not pass it.' : 'The workflow does not declare it, so no caller can pass it.',
      ...(hasEnvironment ? [whyNoEnvironment(isForeign)] : []),
    ];
    return [warningAt(node.place, what, why.join(' '), call.secretsPlace)];
  });
}

/** An environment that is nothing but an input of the call, which this caller does not give: then the job has none. */
function isLeftEmpty(name: Scalar, call: CallJob, inputs: Trigger['inputs']): boolean {
  const [read, ...others] = name.kind === 'text' ? listReferences(name) : [];
  if (read?.context !== 'inputs' || others.length > 0 || !isWholeExpression(read.node.text)) return false;
  const input = inputs.find((each) => sameName(each.name, read.name));
  const isGiven = call.with.some((each) => sameName(each.name, read.name));
  return input !== undefined && !isGiven && (input.default === undefined || isEmptyText(input.default));
}

const isWholeExpression = (text: string): boolean => /^\$\{\{\s*inputs\.[\w-]+\s*\}\}$/.test(text.trim());
const isEmptyText = (value: Scalar): boolean => value.kind === 'text' && value.text === '';

function whyNoEnvironment(isForeign: boolean): string {
  return isForeign
    ? "Secrets of an environment never reach a workflow of another owner's repository."
    : 'An environment of the job only replaces secrets that the caller passes or lets inherit.';
}
