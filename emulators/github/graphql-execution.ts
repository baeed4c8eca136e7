import type { Answer } from '../base/routes.ts';
import { Refusal } from '../base/routes.ts';
import { refusal } from './refusals.ts';
import type { Field, Selection } from '../base/graphql-document.ts';

/** An object of the schema: each field is computed from its arguments when it is asked for. */
export interface GraphqlObject {
  readonly type: string;
  readonly fields: Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => GraphqlValue>>;
}

export type GraphqlValue = string | number | boolean | null | GraphqlObject | readonly GraphqlValue[];

/** The part of an object that a document selects. A field that the emulator does not know ends the request with 501. */
export function project(object: GraphqlObject, selections: readonly Selection[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const field of selections.flatMap((selection) => flatten(object, selection))) {
    result[field.key] = field.name === '__typename' ? object.type : complete(readField(object, field), field);
  }
  return result;
}

/** Ends the request with a GraphQL error; as with every throw, nothing has changed. The answer's status is 200 as GitHub's is. */
export function graphqlError(type: string, path: readonly string[], message: string): Refusal {
  const [root = ''] = path;
  return new Refusal({ status: 200, body: { data: { [root]: null }, errors: [{ type, path, message }] } });
}

/** What the emulator does not know must not look like one of GitHub's answers. */
export function unknownToEmulator(what: string): Refusal {
  return new Refusal(refusal(501, `The GitHub emulator does not know ${what}.`));
}

/** 200 with data. */
export function answerData(data: Record<string, unknown>): Answer {
  return { status: 200, body: { data } };
}

function flatten(object: GraphqlObject, selection: Selection): Field[] {
  if (selection.kind === 'field') return [selection];
  return selection.type === object.type ? selection.selections.flatMap((inner) => flatten(object, inner)) : [];
}

function readField(object: GraphqlObject, field: Field): GraphqlValue {
  // `Object.hasOwn`: a field named `constructor` is not known just because every object has one.
  const resolve = Object.hasOwn(object.fields, field.name) ? object.fields[field.name] : undefined;
  if (resolve === undefined) throw unknownToEmulator(`the field ${field.name} of ${object.type}`);
  return resolve(field.args);
}

function complete(value: GraphqlValue, field: Field): unknown {
  if (Array.isArray(value)) return value.map((item: GraphqlValue) => complete(item, field));
  if (!isObject(value)) return value;
  if (field.selections.length === 0) throw unknownToEmulator(`${field.name} without a selection of its fields`);
  return project(value, field.selections);
}

function isObject(value: GraphqlValue): value is GraphqlObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
