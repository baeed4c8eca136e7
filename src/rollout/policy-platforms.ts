import type { AppStorePolicy, PlatformPolicy, PlayPolicy } from './policy.ts';
import { policyMessages } from './policy-messages.ts';
import {
  defaultAppStoreStages,
  defaultPlaySteps,
  makeExpedite,
  readAppStoreStages,
  readPlaySteps,
  readRollout,
} from './policy-stages.ts';
import { readEntries, readMap, refuse, type Tree, type TreeEntry } from './policy-tree.ts';
import { readDuration, readSome, readText, readWord } from './policy-values.ts';
import { watchAfter, wearDelay } from './presets.ts';

const platformName = /^[a-z][a-z0-9-]{0,30}$/;
/** Reasons of a hold for which a phased release can be paused; those of data and of incidents always do. */
const pauseReasons = ['no-data', 'not-enough-evidence', 'needs-human'] as const;

/** @returns those that could be read; what could not is noted */
export function readPlatforms(tree: Tree): readonly PlatformPolicy[] | undefined {
  const entries = readEntries(tree);
  if (entries === undefined) return undefined;
  if (entries.length === 0) return refuse(tree, policyMessages['policy-platform-none']());
  const names = entries.map(({ key }) => key);
  const platforms = entries.map((entry) => readPlatform(entry, names));
  checkAfter(entries, platforms);
  return platforms.flatMap((platform) => platform ?? []);
}

function readPlatform({ key: name, keyTree, value }: TreeEntry, names: readonly string[]): PlatformPolicy | undefined {
  if (!platformName.test(name))
    return refuse(
      keyTree,
      policyMessages['policy-text']('a name of small letters, digits and "-", at most 31', 'android'),
    );
  const entries = readEntries(value);
  if (entries === undefined) return undefined;
  const keys = new Set(entries.map(({ key }) => key));
  const stores = ['package', 'app', 'bundle-id'].filter((key) => keys.has(key));
  if (stores.length !== 1) return refuse(value, policyMessages['policy-platform-kind']());
  return keys.has('package') ? readPlay(name, value, names) : readAppStore(name, value);
}

const common = { after: readAfter, watch: readDuration };

function readPlay(name: string, tree: Tree, names: readonly string[]): PlayPolicy | undefined {
  const read = readMap(tree, {
    package: readText(/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/, 'the package name of an Android app', 'com.example.app'),
    stages: readPlaySteps,
    expedite: readRollout,
    ...common,
  });
  if (read?.package === undefined) return undefined;
  const isWear = name === 'wear';
  const steps = read.stages ?? defaultPlaySteps(isWear);
  return {
    store: 'google-play',
    name,
    package: read.package,
    steps,
    expedite: makeExpedite(steps, read.expedite),
    after: read.after ?? (isWear && names.includes('android') ? [{ platform: 'android', delay: wearDelay }] : []),
    watch: read.watch ?? watchAfter,
  };
}

function readAppStore(name: string, tree: Tree): AppStorePolicy | undefined {
  const read = readMap(tree, {
    app: readText(/^[1-9]\d{5,14}$/, "Apple's number of the app", '"1234567890"'),
    'bundle-id': readText(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, 'a bundle id', 'com.example.app'),
    stages: readAppStoreStages,
    'pause-on': readSome(readWord(pauseReasons)),
    ...common,
  });
  const app = read?.app === undefined ? undefined : { id: read.app };
  const bundle = read?.['bundle-id'] === undefined ? undefined : { bundleId: read['bundle-id'] };
  const of = app ?? bundle;
  if (read === undefined || of === undefined) return undefined;
  return {
    store: 'app-store',
    name,
    app: of,
    ...(read.stages ?? defaultAppStoreStages),
    pauseOn: read['pause-on'] ?? [],
    after: read.after ?? [],
    watch: read.watch ?? watchAfter,
  };
}

function readAfter(tree: Tree): PlatformPolicy['after'] | undefined {
  return readEntries(tree)?.flatMap(({ key, value }) => {
    const delay = readDuration(value);
    return delay === undefined ? [] : [{ platform: key, delay }];
  });
}

/** Whom a platform waits for has to be there, and must not wait for it. */
function checkAfter(entries: readonly TreeEntry[], platforms: readonly (PlatformPolicy | undefined)[]): void {
  const names = entries.map(({ key }) => key);
  const waitsFor = new Map(
    platforms.flatMap((platform) =>
      platform === undefined ? [] : [[platform.name, platform.after.map((one) => one.platform)] as const],
    ),
  );
  const told = new Set<string>();
  for (const { key, value } of entries) {
    for (const other of waitsFor.get(key) ?? []) {
      const valid = names.filter((name) => name !== key).join(', ') || 'none, since there is only this one';
      if (!names.includes(other)) refuse(value, policyMessages['policy-after-unknown'](other, valid));
    }
    const circle = findCircle(key, waitsFor);
    if (circle === undefined || circle.some((name) => told.has(name))) continue;
    for (const name of circle) told.add(name);
    refuse(value, policyMessages['policy-after-circle']([...circle, key].join(' after ')));
  }
}

function findCircle(start: string, waitsFor: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const walk = (name: string, path: readonly string[]): readonly string[] | undefined => {
    for (const other of waitsFor.get(name) ?? []) {
      if (other === start) return path;
      if (path.includes(other)) continue;
      const found = walk(other, [...path, other]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return walk(start, [start]);
}
