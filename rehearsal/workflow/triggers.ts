import type { MapEntry, Template } from '../expressions/template.ts';
import { asScalar, asText, booleanField, entriesOf, field, itemsOf, present, scalarField, textsOf } from './fields.ts';
import {
  filterNames,
  type InputDefinition,
  type InputType,
  type OutputDefinition,
  type Schedule,
  type SecretDefinition,
  type Trigger,
} from './workflow.ts';

/** `on:`, whether it is a name, a list of names or a mapping. */
export function readTriggers(on: Template | undefined): Trigger[] {
  if (on?.kind === 'map') return on.entries.map(({ key, value }) => readTrigger(key.text, value, key.place));
  return textsOf(on).map((name) => readTrigger(name.text, undefined, name.place));
}

function readTrigger(event: string, node: Template | undefined, place: Trigger['place']): Trigger {
  const filters = filterNames.flatMap((name) => {
    const value = field(node, name);
    return value === undefined ? [] : [[name, textsOf(value)] as const];
  });
  return {
    event,
    place,
    filters: Object.fromEntries(filters),
    schedules: event === 'schedule' ? itemsOf(node).flatMap(readSchedule) : [],
    inputs: entriesOf(field(node, 'inputs')).map((entry) => readInput(entry)),
    secrets: entriesOf(field(node, 'secrets')).map(readSecret),
    outputs: entriesOf(field(node, 'outputs')).map(readOutput),
  };
}

function readSchedule(node: Template): Schedule[] {
  const cron = asText(field(node, 'cron'));
  if (cron === undefined) return [];
  return [{ place: node.place, cron, ...present({ timezone: asText(field(node, 'timezone')) }) }];
}

/** An input of a workflow or of an action. */
export function readInput({ key, value }: MapEntry): InputDefinition {
  return {
    name: key.text,
    place: key.place,
    type: (asText(field(value, 'type'))?.text ?? 'string') as InputType,
    required: booleanField(value, 'required') ?? false,
    options: textsOf(field(value, 'options')),
    ...present({
      default: scalarField(value, 'default'),
      description: asText(field(value, 'description'))?.text,
      deprecationMessage: asText(field(value, 'deprecationMessage'))?.text,
    }),
  };
}

function readSecret({ key, value }: MapEntry): SecretDefinition {
  return { name: key.text, place: key.place, required: booleanField(value, 'required') ?? false };
}

export function readOutput({ key, value }: MapEntry): OutputDefinition {
  return { name: key.text, place: key.place, ...present({ value: asScalar(field(value, 'value')) }) };
}
