import type { Report, SourceError } from '#health/report';
import { decidePlatform } from '#rollout/decide';
import type { Order, PlatformDecision, Situation } from '#rollout/decision';
import { tagOf, type Event } from '#rollout/entries';
import { toParameters } from '#rollout/gates';
import { compareReleases, isFinished, type Ledgers, type Rollout } from '#rollout/ledgers';
import type { PlatformPolicy, Policy } from '#rollout/policy';
import { findCurves } from '#rollout/curves';
import { readUploads } from '#rollout/uploads';
import { takeSnapshot } from '#rollout/snapshot';
import type { PlatformState } from '#rollout/state';
import type { PromoteContext } from './context.ts';
import { gatherEvidence, measureBefore, type Evidence, type Subject } from './evidence.ts';
import { askNeeds, type NeedState } from './needs.ts';
import { observe, type Observed } from './observe.ts';
import type { Stores } from './stores.ts';

/** What one platform of one release is to do, with what it was decided on. */
export interface Decided {
  readonly rollout: Rollout;
  readonly platform: PlatformPolicy;
  readonly decision: PlatformDecision;
  /** Of the decision, and the snapshot of what was counted. */
  readonly events: readonly Event[];
  readonly observed: Observed;
  readonly reports: Readonly<Record<string, Report | SourceError>>;
}

export interface Deciding {
  readonly context: PromoteContext;
  readonly policy: Policy;
  readonly stores: Stores;
  readonly run: string;
  /** Between two of the last ticks. */
  readonly longestGap: number;
  /** By the tag of the release and the platform; absent for a tick. */
  readonly orderFor: (tag: string, platform: string) => Order | undefined;
  /** What was seen and asked, so that deciding anew after somebody else's write asks nothing twice. */
  readonly seen: Map<string, Promise<unknown>>;
}

/** Platforms of releases that are not over, the newest release first. Each is decided by itself: the failure of one stops no other. */
export async function decideAll(
  deciding: Deciding,
  ledgers: Ledgers,
  wanted: ReadonlySet<string>,
): Promise<readonly Decided[]> {
  const decided: Decided[] = [];
  for (const rollout of ledgers.rollouts.filter((one) => !isFinished(one))) {
    const tag = tagOf(rollout.state.release);
    for (const state of rollout.state.platforms) {
      const platform = deciding.policy.platforms.find(({ name }) => name === state.platform);
      const isWanted = wanted.size === 0 || wanted.has(`${tag} ${state.platform}`);
      if (platform === undefined || !isWanted || isOver(state)) continue;
      decided.push(await decideOne(deciding, ledgers, { rollout, state, platform }));
    }
  }
  return decided;
}

function isOver({ life }: PlatformState): boolean {
  return life === 'superseded' || life === 'complete' || life === 'abandoned';
}

interface One {
  readonly rollout: Rollout;
  readonly state: PlatformState;
  readonly platform: PlatformPolicy;
}

async function decideOne(deciding: Deciding, ledgers: Ledgers, one: One): Promise<Decided> {
  const { context, policy, stores } = deciding;
  const { rollout, state, platform } = one;
  const { release } = rollout.state;
  const key = `${tagOf(release)} ${platform.name}`;
  const subject: Subject = { policy, platform, release, state };
  const remember = async <T>(what: string, make: () => Promise<T>): Promise<T> => {
    const known = (deciding.seen.get(`${key} ${what}`) as Promise<T> | undefined) ?? make();
    deciding.seen.set(`${key} ${what}`, known);
    return known;
  };
  const look = async (inEdit: boolean): Promise<Observed> => observe(stores, platform, release, state, inEdit);
  let observed = await look(false);
  let evidence: Evidence = { reports: {} };
  if (state.halt === null)
    evidence = await remember('evidence', async () => gatherEvidence(context, stores, subject, observed.sight));
  let needs: Readonly<Record<string, NeedState>> = {};
  for (;;) {
    const isBeginning = state.memory === null && isWithUsers(observed);
    const measured = isBeginning ? await remember('before', async () => measureBefore(context, stores, subject)) : {};
    const situation: Situation & { readonly run: string } = {
      ...subject,
      others: rollout.state.platforms.filter((other) => other !== state),
      managed: listManaged(ledgers, rollout, platform.name),
      sight: observed.sight,
      reports: evidence.reports,
      parameters: toParameters(policy, platform, measured),
      needs,
      longestGap: deciding.longestGap,
      // They are taken over once, when the first user gets it.
      curves: state.memory === null ? findCurves(ledgers, release, platform.name) : {},
      claim: rollout.ledger.claims[platform.name],
      isUploading: isUploading(ledgers, platform, context.clock.now()),
      order: deciding.orderFor(tagOf(release), platform.name),
      now: context.clock.now(),
      run: deciding.run,
    };
    const decision = decidePlatform(situation);
    if (decision.look === true) observed = await look(true);
    else if (decision.ask === true) needs = await askNeeds(context, policy.needs);
    else
      return {
        rollout,
        platform,
        decision,
        observed,
        reports: evidence.reports,
        events: addSnapshot(decision, evidence, observed, situation.now),
      };
  }
}

function isUploading({ uploading }: Ledgers, platform: PlatformPolicy, now: number): boolean {
  if (platform.store !== 'google-play') return false;
  return readUploads(uploading, now).some((upload) => upload.package === platform.package);
}

/** Whether a store shows users who have it. */
function isWithUsers({ sight }: Observed): boolean {
  if ('error' in sight) return false;
  if (sight.store === 'app-store')
    return sight.build?.isTestable === true || sight.version?.state === 'READY_FOR_DISTRIBUTION';
  return sight.tracks.some(({ releases }) => releases.some(({ lifecycle }) => lifecycle === 'PUBLISHED'));
}

function addSnapshot(
  decision: PlatformDecision,
  { reports, reviews }: Evidence,
  { sight }: Observed,
  now: number,
): readonly Event[] {
  const looked = 'looked' in sight && sight.looked;
  const snapshot = takeSnapshot(decision.state, {
    reports,
    looked,
    now,
    ...(reviews === undefined ? {} : { reviews }),
  });
  return snapshot === undefined ? decision.events : [...decision.events, snapshot];
}

function listManaged({ rollouts }: Ledgers, own: Rollout, platform: string): Situation['managed'] {
  return rollouts
    .filter((other) => other !== own)
    .flatMap((other) =>
      other.state.platforms
        .filter((state) => state.platform === platform)
        .map((state) => ({
          tag: tagOf(other.state.release),
          state,
          isNewer: compareReleases(other.state.release, own.state.release) > 0,
        })),
    );
}
