import { readPolicy } from '#rollout/policy-file';
import { policyMessages } from '#rollout/policy-messages';
import { rollouts } from '#rollout/presets';
import { badPolicies, ofTheFile, toFile } from '../rollout/bad-policies.ts';
import { placeOf, schema, type Property } from '../rollout/policy-places.ts';

/** Parts of docs/policy.md that are made from schema, presets and catalogue, by the name of their mark. */
const parts: Readonly<Record<string, () => string>> = {
  presets: renderPresets,
  'keys of the whole': () => renderKeys(['']),
  'keys of a window': () => renderKeys(['window']),
  'keys of an app of Google Play': () => renderKeys(['play']),
  'keys of a stage of Google Play': () => renderKeys(['playStage']),
  'keys of an app of the App Store': () => renderKeys(['appStore']),
  'keys of a stage of TestFlight': () => renderKeys(['testFlightStage']),
  'keys of the stage of the App Store': () => renderKeys(['appStoreStage']),
  'keys of every gate': () => renderKeys(sources, (key) => isShared(key)),
  ...Object.fromEntries(
    ['sentry', 'playVitals', 'prometheus', 'command'].map((source) => [
      `keys of ${nameOf(source)}`,
      () => renderKeys([source], (key) => !isShared(key)),
    ]),
  ),
  'keys of a need': () => renderKeys(['needByUrl', 'needByCommand']),
  messages: renderMessages,
};

const sources = ['sentry', 'playVitals', 'reviews', 'prometheus', 'command'];

function nameOf(source: string): string {
  const word = placeOf(source).properties['source']?.const;
  return typeof word === 'string' ? word : source;
}

function isShared(key: string): boolean {
  return sources.every((source) => key in placeOf(source).properties);
}

/** Puts what is made between its marks. @throws for a mark that is not there */
export function fill(page: string): string {
  return Object.entries(parts).reduce((sum, [name, render]) => {
    const [start, end] = [`<!-- ${name} -->\n`, `\n<!-- end -->`];
    const from = sum.indexOf(start);
    const to = sum.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`docs/policy.md has no place for "${name}".`);
    return `${sum.slice(0, from + start.length)}\n${render()}\n${sum.slice(to)}`;
  }, page);
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

const codeOf = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

function renderPresets(): string {
  const hour = 3_600_000;
  const rows = Object.entries(rollouts).map(([name, offsets]) => [
    codeOf(name),
    codeOf(`{ ${offsets.map(({ at, share }) => `${at / hour}h: ${share * 100}%`).join(', ')} }`),
  ]);
  return table(['Name', 'Hours and shares'], rows);
}

/** What a property says, with what it refers to. */
function resolve(property: Property): Property {
  const name = property.$ref?.replace('#/$defs/', '');
  if (name === undefined) return property;
  return { ...resolve(schema.$defs[name] ?? {}), ...property };
}

function renderKeys(definitions: readonly string[], fits: (key: string) => boolean = () => true): string {
  const keys = new Set(definitions.flatMap((name) => Object.keys(placeOf(name).properties)).filter(fits));
  const rows = [...keys].map((key) => {
    const having = definitions.filter((name) => key in placeOf(name).properties);
    const all = having.map((name) => resolve(placeOf(name).properties[key] ?? {}));
    const [first = {}] = all;
    return [codeOf(key), tellValues(key, all), tellDefault(key, having, all), first.description ?? ''];
  });
  return table(
    ['Key', 'Takes', 'Default', 'What it does'],
    rows.map((row) => row.map((cell) => cell.replaceAll('\n', ' '))),
  );
}

function tellValues(key: string, all: readonly Property[]): string {
  if (key === 'source') return sources.map((source) => codeOf(nameOf(source))).join(', ');
  const words = [...new Set(all.flatMap((property) => property.enum ?? []))];
  if (words.length > 0) return words.map((word) => codeOf(String(word))).join(', ');
  const [{ title = '', examples = [] } = {}] = all;
  const [example] = examples;
  const shown = typeof example === 'string' || typeof example === 'number' ? codeOf(`${example}`) : '';
  return [title, shown].filter((part) => part !== '').join(': ');
}

function tellDefault(key: string, definitions: readonly string[], all: readonly Property[]): string {
  if (definitions.every((name) => placeOf(name).required?.includes(key) === true)) return 'has to be given';
  const told = all.map((property) => (property.default === undefined ? '' : codeOf(write(property.default))));
  const [usual = ''] = told.toSorted((one, other) => count(told, other) - count(told, one));
  const others = told.flatMap((one, index) =>
    one === usual ? [] : [`${one} for ${nameOf(definitions[index] ?? '')}`],
  );
  return [usual, ...others].join('; ');
}

function count(all: readonly string[], wanted: string): number {
  return all.filter((one) => one === wanted).length;
}

function write(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${String(inner)}`)
    .join(', ')} }`;
}

const whole = {
  'policy-missing': policyMessages['policy-missing']('.github/slipway.yml'),
  'policy-unreadable': policyMessages['policy-unreadable']('.github/slipway.yml', 'it is no UTF-8'),
  'policy-invalid': policyMessages['policy-invalid']('.github/slipway.yml', 2),
} as const;

/** A row for each message: what was written, what is said of it, and the cure. */
function renderMessages(): string {
  const ofFile = ofTheFile.map((id) => {
    const { text, cure } = whole[id as keyof typeof whole];
    return [codeOf(id), '', text, cure];
  });
  const seen = new Set<string>();
  const ofPlaces = badPolicies.flatMap((bad) => {
    if (seen.has(bad.id)) return [];
    seen.add(bad.id);
    const { text, line } = toFile(bad);
    const result = readPolicy(text, 'tracker');
    if (!('defects' in result)) throw new Error(`${text} is a policy`);
    const { message } = result.defects[0];
    // A line that says nothing by itself comes with the one before.
    const lines = text.split('\n');
    const shown = (lines[line - 1] ?? '').trim() === '' ? lines[line - 2] : lines[line - 1];
    const written = (shown ?? '').replaceAll('\t', '→').trim();
    return [[codeOf(bad.id), written === '' ? '' : codeOf(written), message.text, message.cure]];
  });
  const escape = (cell: string): string =>
    cell.startsWith('`') ? cell : cell.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('<', '&lt;');
  return table(
    ['Id', 'Such as', 'What it says', 'Cure'],
    [...ofFile, ...ofPlaces].map((row) => row.map(escape)),
  );
}
