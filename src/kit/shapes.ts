/**
 * Reads a value that somebody else wrote: gives it back typed, with nothing in it that was not asked for, or throws a
 * SyntaxError that says where something else was expected. `where` is for that message: "checks[3].outcome".
 */
export type Shape<T> = (value: unknown, where: string) => T;

type Members<T> = { readonly [K in keyof T]: Shape<T[K]> };

/**
 * An object with all of these members.
 * @param others what happens to further members: a file format of ours refuses them, an answer of a vendor may have them
 */
export function record<T extends object>(members: Members<T>, others: 'refused' | 'ignored' = 'refused'): Shape<T> {
  const names = Object.keys(members) as (keyof T & string)[];
  return (value, where) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(where, 'an object', value);
    const raw = value as Readonly<Record<string, unknown>>;
    const unknown = others === 'ignored' ? undefined : Object.keys(raw).find((name) => !Object.hasOwn(members, name));
    if (unknown !== undefined) throw new SyntaxError(`${where} has a member ${show(unknown)} that it cannot have`);
    const read = names.map((name) => [
      name,
      members[name](Object.hasOwn(raw, name) ? raw[name] : undefined, where === '' ? name : `${where}.${name}`),
    ]);
    return Object.fromEntries(read) as T;
  };
}

/** A list of at most so many items. */
export function list<T>(item: Shape<T>, most = Number.POSITIVE_INFINITY): Shape<readonly T[]> {
  return (value, where) => {
    if (!Array.isArray(value)) throw wrong(where, 'a list', value);
    if (value.length > most) throw new SyntaxError(`${where} has ${value.length} items, and ${most} are the most`);
    return value.map((one, index) => item(one, `${where}[${index}]`));
  };
}

/** A text of at most so many UTF-16 units that matches the pattern. `expected` says in words what it asks for. */
export function text(most: number, pattern = /^/, expected = `a text of at most ${most} characters`): Shape<string> {
  return (value, where) => {
    if (typeof value !== 'string' || value.length > most || !pattern.test(value)) throw wrong(where, expected, value);
    return value;
  };
}

/** A number within bounds, both ends included; whole numbers are those that a double holds exactly. */
export function number(kind: 'whole' | 'any', min: number, max: number): Shape<number> {
  const expected = `a ${kind === 'whole' ? 'whole number' : 'number'} from ${min} to ${max}`;
  return (value, where) => {
    const fits = typeof value === 'number' && value >= min && value <= max;
    if (!fits || (kind === 'whole' && !Number.isSafeInteger(value))) throw wrong(where, expected, value);
    return value;
  };
}

export function oneOf<const W extends string | number | boolean>(words: readonly W[]): Shape<W> {
  return (value, where) => {
    const found = words.find((word) => word === value);
    if (found === undefined) throw wrong(where, words.map(show).join(' or '), value);
    return found;
  };
}

/** A member that a vendor leaves out or writes as null where there is nothing, which is the same to it. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, where) => (value === undefined || value === null ? undefined : shape(value, where));
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, where) => (value === null ? null : shape(value, where));
}

function wrong(where: string, expected: string, value: unknown): SyntaxError {
  return new SyntaxError(`${where === '' ? 'the whole' : where} has to be ${expected}, and is ${show(value)}`);
}

/** Short, and on one line whatever the value holds: JSON has an escape for every line break but two. */
function show(value: unknown): string {
  const json = value === undefined ? 'missing' : JSON.stringify(value);
  const flat = json.replaceAll(/[\u2028\u2029]/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
}
