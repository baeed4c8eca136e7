import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicy } from '#rollout/policy-file';
import { root } from '../support/scenario.ts';

export interface Property {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

interface Definition extends Property {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, Property>>;
}

interface Schema extends Definition {
  readonly $defs: Readonly<Record<string, Property | Definition>>;
  readonly [keyword: string]: unknown;
}

export const schema = JSON.parse(readFileSync(join(root, 'schemas/policy.schema.json'), 'utf8')) as Schema;

/** What a schema says of a map: a definition by its name; the whole, its window and a freeze have none. */
export function placeOf(name: string): Definition {
  if (name === '') return schema;
  if (name === 'window') return schema.properties['window'] as Definition;
  if (name === 'freeze') {
    const { items } = schema.properties['freeze'] as { readonly items: { readonly anyOf: readonly Definition[] } };
    const found = items.anyOf.find((one) => 'properties' in one);
    if (found === undefined) throw new Error('A freeze has no form with keys.');
    return found;
  }
  return schema.$defs[name] as Definition;
}

type Keys = Readonly<Record<string, unknown>>;

/** A map of the policy that has keys of ours. */
export interface Place {
  readonly name: string;
  /** Of the schema: what is one map to the parser may have several forms there. */
  readonly definitions: readonly string[];
  /** A policy with these keys in that place, beside those that it cannot be without. */
  readonly write: (definition: string, keys: Keys) => Keys;
}

const android = { package: 'com.example.app' };
const inStage = (keys: Keys): Keys => ({
  platforms: { android: { ...android, stages: [{ track: 'internal', ...keys }, { track: 'production' }] } },
});
const inTestFlight = (keys: Keys): Keys => ({
  platforms: { ios: { app: '1234567890', stages: [{ testflight: 'internal', ...keys }, { 'app-store': 'phased' }] } },
});
const inAppStore = (keys: Keys): Keys => ({
  platforms: { ios: { app: '1234567890', stages: [{ 'app-store': 'phased', ...keys }] } },
});
const gateOf = (name: string, bare: Keys): Place => ({
  name: `a gate of ${name}`,
  definitions: [name],
  write: (_, keys) => ({
    platforms: { android, ios: { app: '1234567890' } },
    gates: { crash: { ...bare, ...keys } },
  }),
});

export const places: readonly Place[] = [
  { name: 'the whole', definitions: [''], write: (_, keys) => ({ platforms: { android }, ...keys }) },
  { name: 'a window', definitions: ['window'], write: (_, keys) => ({ platforms: { android }, window: keys }) },
  {
    name: 'a freeze',
    definitions: ['freeze'],
    write: (_, keys) => ({ platforms: { android }, freeze: [{ days: '2026-12-24', ...keys }] }),
  },
  {
    name: 'a need',
    definitions: ['needByCommand', 'needByUrl'],
    write: (definition, keys) => {
      const check = definition === 'needByUrl' ? { url: 'https://example.com', contains: 'a' } : { run: 'true' };
      return { platforms: { android }, needs: [{ name: 'backend', ...check, ...keys }] };
    },
  },
  {
    name: 'an app of Google Play',
    definitions: ['play'],
    write: (_, keys) => ({ platforms: { android: { ...android, ...keys }, ios: { app: '1234567890' } } }),
  },
  {
    name: 'an app of the App Store',
    definitions: ['appStore'],
    write: (_, keys) => ({
      platforms: { ios: { ...('bundle-id' in keys ? {} : { app: '1234567890' }), ...keys }, android },
    }),
  },
  {
    name: 'a stage',
    definitions: ['playStage', 'testFlightStage', 'appStoreStage'],
    write: (definition, keys) => {
      if (definition === 'testFlightStage') return inTestFlight(keys);
      if (definition === 'appStoreStage') return inAppStore(keys);
      return keys['track'] === 'production' || keys['track'] === 'wear:production'
        ? { platforms: { android: { ...android, stages: [keys] } } }
        : inStage(keys);
    },
  },
  gateOf('sentry', { source: 'sentry', organization: 'example', project: 'tracker' }),
  gateOf('playVitals', { source: 'play-vitals' }),
  gateOf('reviews', { source: 'reviews' }),
  {
    ...gateOf('prometheus', {}),
    write: (_, keys) => ({
      platforms: { android, ios: { app: '1234567890' } },
      gates: {
        crash: {
          source: 'prometheus',
          url: 'https://prometheus.example.com',
          bad: 'a',
          ...('good' in keys ? {} : { total: 'b' }),
          ...keys,
        },
      },
    }),
  },
  gateOf('command', { source: 'command', run: 'true' }),
];

/** A policy with these keys in that place; JSON, which is YAML as well. */
export function writeAt({ write }: Place, definition: string, keys: Keys): string {
  return JSON.stringify(write(definition, keys));
}

/** The keys that the parser names where it is given one that it does not know. */
export function keysOfParser(place: Place): readonly string[] {
  const [definition = ''] = place.definitions;
  const result = readPolicy(writeAt(place, definition, { zzz: 1 }), 'tracker');
  const defects = 'defects' in result ? result.defects : [];
  const cure = defects.find(({ message }) => message.id === 'policy-key-unknown')?.message.cure ?? '';
  return cure
    .replace(/^Valid here: /, '')
    .replace(/\.$/, '')
    .split(', ');
}
