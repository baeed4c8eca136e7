import { createHash } from 'node:crypto';
import { ConfigurationError, VendorError } from '#kit/errors';
import {
  addEvents,
  emptyLedger,
  tagOf,
  type ArtifactId,
  type Baseline,
  type Doer,
  type Event,
  type Ledger,
  type ReleaseId,
} from './entries.ts';
import { writeHeadline } from './ledger-file.ts';
import { archiveFinished, findRollout, readLedgers, toChange, type LedgerBranch, type Ledgers } from './ledgers.ts';
import type { Policy } from './policy.ts';
import { fillReleaseName } from './release-name.ts';
import { rolloutMessages } from './messages.ts';
import type { PlatformState } from './state.ts';

/** A release that is to be moved from now on. */
export interface Opening {
  readonly policy: Policy;
  readonly release: ReleaseId;
  /** What of it is at a store, or will be; at least one. */
  readonly artifacts: readonly { readonly platform: string; readonly artifact: ArtifactId }[];
  readonly by: Doer;
  readonly now: number;
  readonly run: string;
}

export interface Opened {
  /** False when it was open already, with just this. */
  readonly isNew: boolean;
  readonly ledger: Ledger;
  /** As they were before. */
  readonly ledgers: Ledgers;
}

const mostAttempts = 6;

/** "3f2a…" of the whole policy: another one begins new evidence. */
function hashPolicy(policy: Policy): string {
  return createHash('sha256').update(JSON.stringify(policy)).digest('hex').slice(0, 16);
}

/**
 * Opens a release, or adds platforms to one that is open. Who opens the same twice changes nothing; of two who open at once both
 * are in it.
 * @throws ConfigurationError (`release-open-otherwise`), VendorError (`ledger-contended`)
 */
export async function openRelease(branch: LedgerBranch, opening: Opening): Promise<Opened> {
  for (let attempt = 1; ; attempt += 1) {
    const ledgers = readLedgers(await branch.read());
    const known = findRollout(ledgers, opening.release);
    const events = listEvents(ledgers, opening);
    const ledger = addEvents(known?.ledger ?? emptyLedger, events, opening);
    if (events.length === 0) return { isNew: false, ledger, ledgers };
    const { release, artifacts } = opening;
    const message = writeHeadline(release, `opened for ${artifacts.map(({ platform }) => platform).join(', ')}`);
    const change = archiveFinished(ledgers, toChange(ledgers, [{ release, ledger }], message));
    const written = await branch.write(change);
    if (written.is === 'written') return { isNew: true, ledger, ledgers };
    if (written.is === 'unknown') throw written.error;
    if (attempt === mostAttempts) {
      const note = rolloutMessages['ledger-contended'](branch.name, mostAttempts);
      throw new VendorError(note, {
        vendor: 'GitHub',
        operation: 'open the release',
        attempts: attempt,
        ambiguous: false,
      });
    }
  }
}

/**
 * What the ledger of a release would be, without writing it.
 * @throws ConfigurationError (`release-open-otherwise`)
 */
export function planOpening(ledgers: Ledgers, opening: Opening): Ledger {
  const known = findRollout(ledgers, opening.release)?.ledger ?? emptyLedger;
  return addEvents(known, listEvents(ledgers, opening), opening);
}

function listEvents(ledgers: Ledgers, { policy, release, artifacts, by }: Opening): readonly Event[] {
  const known = findRollout(ledgers, release);
  const joins = artifacts.flatMap(({ platform: name, artifact }): Event[] => {
    const platform = policy.platforms.find((one) => one.name === name);
    // Whoever opens chooses from the platforms of the policy.
    if (platform?.store !== artifact.store)
      throw new TypeError(`The policy has no platform "${name}" of ${artifact.store}.`);
    const joined = known?.state.platforms.find((one) => one.platform === name);
    if (joined === undefined)
      return [{ kind: 'joined', platform: name, artifact, baseline: findBaseline(ledgers, policy, release, name), by }];
    if (JSON.stringify(joined.artifact) === JSON.stringify(artifact)) return [];
    const told = rolloutMessages['release-open-otherwise'];
    throw new ConfigurationError(told(tagOf(release), name, tellArtifact(joined.artifact), tellArtifact(artifact)));
  });
  if (known !== undefined) return joins;
  return [{ kind: 'opened', release, policy: hashPolicy(policy), by }, ...joins];
}

function tellArtifact(artifact: ArtifactId): string {
  return artifact.store === 'google-play' ? `version code ${artifact.versionCode}` : `build ${artifact.build}`;
}

/** The release that most users of the platform have: what the new one is compared with. */
function findBaseline(ledgers: Ledgers, policy: Policy, release: ReleaseId, name: string): Baseline | null {
  const platform = policy.platforms.find((one) => one.name === name);
  const candidates = ledgers.rollouts
    .filter(({ state }) => tagOf(state.release) !== tagOf(release))
    .flatMap(({ state }) =>
      state.platforms
        .filter((one) => one.platform === name && one.productionAt !== null)
        .map((one) => ({ release: state.release, state: one, share: exposureOf(one) })),
    );
  // Of equals the newest, which comes first.
  const most = candidates.toSorted((one, other) => other.share - one.share)[0];
  if (most === undefined || platform === undefined) return null;
  const { artifact } = most.state;
  return {
    releaseName: fillReleaseName(policy, platform, most.release, artifact),
    versionCodes: artifact.store === 'google-play' ? [artifact.versionCode] : [],
  };
}

function exposureOf({ life, place, productionAt }: PlatformState): number {
  if (productionAt === null) return 0;
  return life === 'complete' ? 1 : (place?.share ?? 0);
}
