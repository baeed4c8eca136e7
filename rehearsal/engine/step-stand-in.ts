import { evaluateValue, toText } from '#rehearsal/expressions/evaluate';
import type { StandInOutcome } from '#rehearsal/stand-ins/stand-in';
import type { UsesStep } from '#rehearsal/workflow/workflow';
import type { Target } from './actions.ts';
import type { Done, Machine, StepControl } from './machine.ts';

/** A step that something stands in for. */
export async function runStandIn(
  machine: Machine,
  { standIn, name, ref }: Extract<Target, { kind: 'stand-in' }>,
  step: UsesStep,
  stepName: string,
  control: StepControl,
): Promise<Done> {
  const { sink, scope } = control;
  const given = step.with === undefined ? {} : (evaluateValue(step.with, scope) as Record<string, never>);
  const values = new Map<string, string>();
  for (const [input, { default: value = '' }] of Object.entries(standIn.inputs)) values.set(input.toLowerCase(), value);
  for (const [input, value] of Object.entries(given)) {
    const text = toText(value);
    const known = Object.entries(standIn.inputs).find(([each]) => each.toLowerCase() === input.toLowerCase())?.[1];
    if (known === undefined) {
      const valid = Object.keys(standIn.inputs).map((each) => `'${each}'`);
      sink.warn(`Unexpected input(s) '${input}', valid inputs are [${valid.join(', ')}]`);
    } else if (known.refused !== undefined && text !== '' && text !== known.default) {
      throw new Error(`the stand-in for ${name} does not take the input "${input}" (${text}): ${known.refused}`);
    }
    // An input that is given empty is not given: so do the actions read theirs.
    if (text !== '' || known?.default === undefined) values.set(input.toLowerCase(), text);
  }
  sink.read(`A stand-in for ${name}@${ref}: it ${standIn.does}`);
  const outcome = await standIn.run({
    input: (input) => values.get(input.toLowerCase()) ?? '',
    say: sink.read,
    site: machine.site,
  });
  machine.run.standIns.push({ action: `${name}@${ref}`, job: machine.name, did: standIn.does });
  if (outcome.warning !== undefined)
    machine.run.warnings.push({ ...step.uses.place, message: `${name}: ${outcome.warning}` });
  apply(machine, outcome, stepName, control);
  if (outcome.failure !== undefined) sink.fail(outcome.failure);
  return {
    outcome: outcome.failure === undefined ? 'success' : 'failure',
    outputs: outcome.outputs ?? {},
    summary: '',
    standIn: standIn.does,
  };
}

function apply(
  machine: Machine,
  { env = {}, path = [], post }: StandInOutcome,
  name: string,
  control: StepControl,
): void {
  for (const [variable, value] of Object.entries(env)) machine.env.set(variable, value);
  machine.path = [...path, ...machine.path.filter((folder) => !path.includes(folder))];
  if (post === undefined) return;
  machine.posts.push({
    name: `Post ${name}`,
    key: control.key,
    condition: post.condition === 'always' ? 'always()' : 'success()',
    frame: control.frame,
    run: ({ sink }) => {
      post.run(sink.read);
      return Promise.resolve({ outcome: 'success', outputs: {}, summary: '' });
    },
  });
}
