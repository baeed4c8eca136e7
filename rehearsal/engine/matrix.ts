/** A JSON value, as expressions and matrices hold them. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

/** One combination of a matrix: what the `matrix` context holds in one leg. */
export type Leg = JsonObject;

/** https://docs.github.com/en/actions/reference/limits: jobs per matrix. */
const mostLegs = 256;

/**
 * The legs of a matrix, in GitHub's order.
 * https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
 *
 * @param matrix the evaluated `strategy.matrix`
 * @throws Error for a matrix that GitHub refuses: no value for a name, no leg at all, more than 256
 */
export function expandMatrix(matrix: JsonObject): Leg[] {
  const { include, exclude, ...axes } = matrix;
  const excluded = readList('exclude', exclude);
  const legs = multiply(axes).filter((leg) => !excluded.some((entry) => fits(leg, entry)));
  const all = applyIncludes(legs, readList('include', include), Object.keys(axes));
  if (all.length === 0) throw new Error('the matrix has no combination left');
  if (all.length > mostLegs) throw new Error(`the matrix has ${all.length} combinations; GitHub allows ${mostLegs}`);
  return all;
}

function multiply(axes: JsonObject): Leg[] {
  const names = Object.keys(axes);
  if (names.length === 0) return [];
  return names.reduce<Leg[]>(
    (legs, name) => {
      const values = axes[name];
      if (!Array.isArray(values) || values.length === 0)
        throw new Error(`the matrix needs a list of values for "${name}"; it got ${JSON.stringify(values)}`);
      return legs.flatMap((leg) => (values as readonly Json[]).map((value) => ({ ...leg, [name]: value })));
    },
    [{}],
  );
}

/** An entry of `exclude` needs to name a part of a leg only, also of an object within it. */
function fits(leg: Json | undefined, entry: Json): boolean {
  if (!isObject(entry)) return isSame(leg, entry);
  return isObject(leg) && Object.entries(entry).every(([name, value]) => fits(leg[name], value));
}

/**
 * An entry of `include` is added to each leg whose own values it would not change; what earlier entries added may be changed. An
 * entry that fits nowhere becomes a leg of its own.
 */
function applyIncludes(legs: readonly Leg[], includes: readonly JsonObject[], axes: readonly string[]): Leg[] {
  const extended = [...legs];
  const added: Leg[] = [];
  for (const entry of includes) {
    let found = false;
    for (const [index, original] of legs.entries()) {
      const changes = axes.some((name) => entry[name] !== undefined && !isSame(original[name], entry[name]));
      if (changes) continue;
      extended[index] = { ...extended[index], ...entry };
      found = true;
    }
    if (!found) added.push(entry);
  }
  return [...extended, ...added];
}

function readList(name: string, value: Json | undefined): readonly JsonObject[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !(value as readonly Json[]).every(isObject))
    throw new Error(`"${name}" of the matrix is a list of objects; it got ${JSON.stringify(value)}`);
  return value as readonly JsonObject[];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (isObject(a) && isObject(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every((name) => isSame(a[name], b[name]));
  }
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What GitHub puts behind a job's name: the leg's values in brackets, those of objects one after the other. */
export function describeLeg(leg: Leg): string {
  const flatten = (value: Json): string[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(flatten) : [String(value ?? '')];
  return `(${flatten(leg).join(', ')})`;
}
