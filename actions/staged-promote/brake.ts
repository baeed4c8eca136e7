import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigurationError, ForeseenError } from '#kit/errors';
import type { Policy } from '#rollout/policy';
import type { PromoteContext } from './context.ts';
import { messages } from './messages.ts';
import type { Stores } from './stores.ts';

/** What can be halted without a policy: apps by the names that the stores know. */
export interface Apps {
  readonly packages: readonly string[];
  readonly apps: readonly ({ readonly id: string } | { readonly bundleId: string })[];
}

/** Apps of the policy; where it is broken, those that stand in it as text, and those of the inputs. */
export function findApps({ inputs }: PromoteContext, policy: Policy | undefined): Apps {
  const text = policy === undefined ? readText(resolve(inputs.workingDirectory, inputs.policy)) : '';
  const all = (pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
  const platforms = policy?.platforms ?? [];
  return {
    packages: unique([
      ...platforms.flatMap((platform) => (platform.store === 'google-play' ? [platform.package] : [])),
      ...all(/\bpackage:\s*["']?([A-Za-z]\w*(?:\.[A-Za-z]\w*)+)/g),
      ...(inputs.packageName === undefined ? [] : [inputs.packageName]),
    ]),
    apps: [
      ...platforms.flatMap((platform) => (platform.store === 'app-store' ? [platform.app] : [])),
      ...unique(all(/\bapp:\s*["']?([1-9]\d{5,14})\b/g)).map((id) => ({ id })),
      ...unique([
        ...all(/\bbundle-id:\s*["']?([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/g),
        ...(inputs.bundleId === undefined ? [] : [inputs.bundleId]),
      ]).map((bundleId) => ({ bundleId })),
    ],
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

/** What was halted, in words, and what could not be. */
export interface Braked {
  readonly halted: readonly string[];
  readonly failures: readonly ForeseenError[];
}

/**
 * Halts what is under way at the stores, whatever the ledger says: every rollout in production at Google Play, or the one of the
 * version code that was given, and every phased release of the App Store. Nothing else is asked, so that nothing else can be in the way.
 * @throws ConfigurationError (`app-missing`)
 */
export async function brake(context: PromoteContext, stores: Stores, { packages, apps }: Apps): Promise<Braked> {
  if (packages.length === 0 && apps.length === 0) throw new ConfigurationError(messages['app-missing']());
  const halted: string[] = [];
  const failures: ForeseenError[] = [];
  const attempt = async (make: () => Promise<readonly string[]>): Promise<void> => {
    try {
      halted.push(...(await make()));
    } catch (error) {
      if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
      context.log.info(`${error.notes[0].text} ${error.notes[0].cure}`);
      failures.push(error);
    }
  };
  for (const name of packages) await attempt(async () => haltPlay(context, stores, name));
  for (const app of apps) await attempt(async () => pauseVersions(stores, app));
  return { halted, failures };
}

async function haltPlay({ inputs }: PromoteContext, stores: Stores, packageName: string): Promise<readonly string[]> {
  const [{ readTracks }, { haltRelease }, { idOf }] = await Promise.all([
    import('#vendors/google-play/tracks'),
    import('#vendors/google-play/rollout'),
    import('#vendors/google-play/releases'),
  ]);
  const play = await stores.play(packageName);
  const halted: string[] = [];
  for (const { name, releases } of await readTracks(play)) {
    if (!/(^|:)production$/.test(name)) continue;
    for (const release of releases) {
      const code = idOf(release);
      const isMeant = inputs.versionCode === undefined ? release.status === 'inProgress' : code === inputs.versionCode;
      if (!isMeant || release.status === 'draft') continue;
      await haltRelease(play, { track: name, versionCode: code });
      halted.push(`${packageName} ${code} on ${name}`);
    }
  }
  return halted;
}

async function pauseVersions(stores: Stores, app: Apps['apps'][number]): Promise<readonly string[]> {
  const [{ readVersions, findApp }, { changePhasedRelease }] = await Promise.all([
    import('#vendors/app-store-connect/versions'),
    import('#vendors/app-store-connect/phased-release'),
  ]);
  const connect = await stores.connect();
  const appId = 'id' in app ? app.id : (await findApp(connect, app.bundleId)).id;
  const paused: string[] = [];
  for (const version of await readVersions(connect, appId)) {
    if (version.phasedRelease?.state !== 'ACTIVE') continue;
    await changePhasedRelease(connect, version.id, 'pause');
    paused.push(`the phased release of ${version.version}`);
  }
  return paused;
}
