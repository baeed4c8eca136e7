import { parseNumber } from '../expressions/numbers.ts';
import type { Place } from '../expressions/place.ts';
import type { Scalar } from '../expressions/template.ts';
import { type ExpressionValue, toText } from '../expressions/values.ts';
import { errorAt, type Finding, warningAt } from './findings.ts';
import { limits } from './limits.ts';
import { sameName } from './names.ts';
import type { InputDefinition } from './workflow.ts';

/** Who takes the inputs: they differ in what they convert and in what they insist on. */
export type InputTaker = 'call' | 'dispatch' | 'action';

export interface GivenInput {
  readonly name: string;
  readonly value: ExpressionValue;
  readonly place: Place;
}

export interface ResolvedInputs {
  /** The `inputs` context, by the names of the definitions. Of an action, all are texts. */
  readonly values: Readonly<Record<string, ExpressionValue>>;
  readonly findings: readonly Finding[];
}

/**
 * The values of inputs: what was given, in the type of its definition, else the default.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_callinputs
 * @param at where the call, the dispatch or the step stands
 * @param evaluate gives the value of a default, which may be an expression
 */
export function resolveInputs(
  taker: InputTaker,
  definitions: readonly InputDefinition[],
  given: readonly GivenInput[],
  at: Place,
  evaluate: (template: Scalar) => ExpressionValue,
): ResolvedInputs {
  const findings = [...checkNames(taker, definitions, given, at), ...checkSize(taker, given, at)];
  const values = definitions.map((definition): [string, ExpressionValue] => {
    const found = given.find(({ name }) => sameName(name, definition.name));
    // An empty text of a dispatch is what a form sends for a field that nobody filled.
    if (found === undefined || (taker === 'dispatch' && found.value === '')) {
      const value = definition.default === undefined ? emptyValues[definition.type] : evaluate(definition.default);
      return [definition.name, taker === 'action' ? toText(value) : (convert(taker, definition, value) ?? value)];
    }
    const value = taker === 'action' ? toText(found.value) : convert(taker, definition, found.value);
    if (value === undefined) findings.push(wrongType(definition, found));
    return [definition.name, value ?? found.value];
  });
  return { values: Object.fromEntries(values), findings };
}

/** Values without a default, by GitHub's documentation. */
const emptyValues: Readonly<Record<InputDefinition['type'], ExpressionValue>> = {
  string: '',
  boolean: false,
  number: 0,
  choice: '',
  environment: '',
};

/** Names of what is missing and of what nobody knows. */
export function checkNames(
  taker: InputTaker,
  definitions: readonly InputDefinition[],
  given: readonly { readonly name: string; readonly place: Place; readonly value?: ExpressionValue }[],
  at: Place,
): Finding[] {
  const names = definitions.map(({ name }) => name).join(', ') || 'none';
  const unknown = given.filter(({ name }) => !definitions.some((definition) => sameName(name, definition.name)));
  const missing = definitions.filter(
    ({ name, required, default: value }) =>
      required &&
      // The runner and a dispatch fall back to the default; a call does not.
      (taker === 'call' || value === undefined) &&
      !given.some((each) => sameName(each.name, name) && (taker === 'call' || each.value !== '')),
  );
  if (taker === 'action') {
    const deprecated = definitions.filter(
      ({ name, deprecationMessage }) =>
        deprecationMessage !== undefined && given.some((each) => sameName(each.name, name)),
    );
    return [
      ...unknown.map(({ name, place }) =>
        warningAt(place, `Unexpected input '${name}'`, `Valid inputs of the action are: ${names}.`),
      ),
      ...missing.map(({ name, place }) =>
        warningAt(at, `the input '${name}' is required, and not given`, 'The runner goes on without it.', place),
      ),
      ...deprecated.map(({ name, deprecationMessage = '' }) =>
        warningAt(at, `Input '${name}' has been deprecated with message: ${deprecationMessage}`, 'Its action says so.'),
      ),
    ];
  }
  const target = taker === 'call' ? 'the referenced workflow' : 'the workflow';
  return [
    ...unknown.map(({ name, place }) =>
      errorAt(place, `Invalid input, ${name} is not defined in ${target}`, `It defines: ${names}.`),
    ),
    ...missing.map(({ name, place }) =>
      errorAt(at, `Input ${name} is required, but not provided while calling`, `${target} insists on it.`, place),
    ),
  ];
}

function checkSize(taker: InputTaker, given: readonly GivenInput[], at: Place): Finding[] {
  const size = JSON.stringify(Object.fromEntries(given.map(({ name, value }) => [name, value]))).length;
  if (taker !== 'dispatch' || size <= limits.dispatchCharacters) return [];
  const what = `the inputs are ${size} characters long`;
  return [errorAt(at, what, `GitHub takes ${limits.dispatchCharacters} characters of inputs.`)];
}

/** @returns the value in the type of the definition, or nothing if it has another type */
export function convert(
  taker: InputTaker,
  { type, options }: InputDefinition,
  value: ExpressionValue,
): ExpressionValue | undefined {
  const text = toText(value);
  switch (type) {
    case 'boolean':
      if (typeof value === 'boolean') return value;
      return taker === 'dispatch' && /^(?:true|false)$/.test(text) ? text === 'true' : undefined;
    case 'number': {
      if (typeof value === 'number') return value;
      const number = taker === 'dispatch' && typeof value === 'string' ? parseNumber(value) : Number.NaN;
      return Number.isNaN(number) ? undefined : number;
    }
    case 'choice':
      return options.some((option) => option.text === text) ? text : undefined;
    case 'string':
    case 'environment':
      return value !== null && typeof value === 'object' ? undefined : text;
  }
}

export function wrongType(definition: InputDefinition, { value, place }: Omit<GivenInput, 'name'>): Finding {
  const { name, type, options, place: defined } = definition;
  const valid = type === 'choice' ? `one of ${options.map(({ text }) => text).join(', ')}` : `a ${type}`;
  const what = `the input '${name}' got ${JSON.stringify(value)}, and takes ${valid}`;
  return errorAt(place, what, 'The type of a value has to be the one that the workflow defines.', defined);
}
