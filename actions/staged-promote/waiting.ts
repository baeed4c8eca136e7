import { addEvents, tagOf, type Entry, type Place, type ReleaseId, type Signature } from '#rollout/entries';
import type { Rollout } from '#rollout/ledgers';
import type { Outcome, Ticked } from './tick.ts';

/** A platform that waits for a person. */
export interface Waiting {
  readonly platform: string;
  readonly what: 'halt' | 'hold';
  readonly reason: string;
  readonly sentence: string;
  /** What the person may do. */
  readonly choice: string;
  readonly isCritical: boolean;
  readonly place: Place | null;
  /** When it began, and the run that saw it; null where the ledger does not say. */
  readonly since: number | null;
  readonly run: string | null;
}

/** A release with what of it waits, which may be nothing. */
export interface Attention {
  readonly release: ReleaseId;
  readonly waiting: readonly Waiting[];
  /** A line for each platform that was looked at. */
  readonly standing: readonly string[];
}

/** Releases that this run looked at, the newest first, in words that stay the same from run to run while nothing happens. */
export function listAttention({ ledgers, outcomes }: Ticked, signature: Signature): readonly Attention[] {
  return ledgers.rollouts.flatMap((rollout) => {
    const tag = tagOf(rollout.state.release);
    const own = outcomes.filter((outcome) => tagOf(outcome.rollout.state.release) === tag);
    if (own.length === 0) return [];
    const seen = own.flatMap((outcome) => readOutcome(outcome, signature));
    const others = readHalts(rollout, new Set(own.map(({ platform }) => platform.name)));
    const standing = own.map(({ platform, decision }) => `${platform.name}: ${decision.verdict.sentence}.`);
    return [{ release: rollout.state.release, waiting: [...seen, ...others], standing }];
  });
}

function readOutcome({ platform: { name }, decision, rollout, events }: Outcome, signature: Signature): Waiting[] {
  const { verdict, state } = decision;
  const { choice, reason, isCritical = false } = verdict;
  if (choice === undefined) return [];
  const what = verdict.state === 'halt' ? 'halt' : 'hold';
  const { entries } = addEvents(rollout.ledger, events, signature);
  const began = findBeginning(entries, name, what);
  // The words in which it began: those of a hold change with every count.
  const sentence = began?.sentence ?? verdict.sentence;
  return [
    { platform: name, what, reason, sentence, choice, isCritical, place: state.place, ...readTime(began, signature) },
  ];
}

/** Platforms that this run did not look at, as far as the ledger knows that they are halted. */
function readHalts({ ledger, state }: Rollout, looked: ReadonlySet<string>): readonly Waiting[] {
  return state.platforms.flatMap(({ platform, halt, place }) => {
    if (halt === null || looked.has(platform)) return [];
    const { reason, sentence, isCritical } = halt;
    const began = findBeginning(ledger.entries, platform, 'halt');
    const choice = `resume or abandon ${tagOf(state.release)}`;
    return [{ platform, what: 'halt' as const, reason, sentence, choice, isCritical, place, ...readTime(began) }];
  });
}

type Beginning = Entry & { readonly kind: 'halted' | 'decided' };

function findBeginning(entries: readonly Entry[], platform: string, what: Waiting['what']): Beginning | undefined {
  const kind = what === 'halt' ? 'halted' : 'decided';
  return entries.findLast((entry): entry is Beginning => entry.kind === kind && entry.platform === platform);
}

function readTime(began: Beginning | undefined, own?: Signature): Pick<Waiting, 'since' | 'run'> {
  if (began === undefined) return { since: null, run: own?.run ?? null };
  return { since: Date.parse(began.at), run: began.run };
}
