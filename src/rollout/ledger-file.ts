import { list, number, record } from '#kit/shapes';
import { tagOf, type Ledger, type ReleaseId } from './entries.ts';
import { claimsShape, entryShape } from './ledger-shapes.ts';

/** Of the form of the file. A reader refuses a later one: what it does not know it would lose. */
const schema = 1;
/** Entries of one release: a year of ticks would be 8,760. */
const mostEntries = 20_000;

const fileShape = record({
  schema: number('whole', 1, 1_000),
  claims: claimsShape,
  entries: list(entryShape, mostEntries),
});

/** Where the ledger of a release lies on its branch: `releases/tracker-mobile/2.15.3+20250114.1.json`. */
export function ledgerPath({ name, version, build }: ReleaseId): string {
  return `${ledgerFolder(name)}/${version}+${build}.json`;
}

/** Of the releases of one app. */
export function ledgerFolder(name: string): string {
  return `releases/${name}`;
}

/** Of those that are over: each tick reads the others only. */
export function archivePath({ name, version, build }: ReleaseId): string {
  return `archive/${name}/${version}+${build}.json`;
}

/** JSON with a line for each entry, so that git shows what was added. */
export function writeLedger({ entries, claims }: Ledger): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  return `{\n  "schema": ${schema},\n  "claims": ${JSON.stringify(claims)},\n  "entries": [\n${lines}\n  ]\n}\n`;
}

/** @throws SyntaxError that says what is wrong with it */
export function parseLedger(text: string): Ledger {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new SyntaxError('it is no JSON', { cause: error });
  }
  const { schema: found } = record({ schema: number('whole', 1, 1_000_000) }, 'ignored')(value, '');
  if (found > schema)
    throw new SyntaxError(`it was written by a newer version (schema ${found}, and ${schema} is known)`);
  const { entries, claims } = fileShape(value, '');
  return { entries, claims };
}

/** Headline of a commit. Branches start other people's CI: https://docs.github.com/actions/managing-workflow-runs/skipping-workflow-runs */
export function writeHeadline(release: ReleaseId, what: string): string {
  return `${tagOf(release)}: ${what} [skip ci]`;
}
