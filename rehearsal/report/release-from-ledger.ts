import { tagOf, type Entry } from '#rollout/entries';
import type { Rollout } from '#rollout/ledgers';
import { tellPlace } from '#rollout/places';
import type { Policy } from '#rollout/policy';
import type { PlatformState } from '#rollout/state';
import { listPlan, listStays } from '#rollout/timeline';
import { listEvidence } from './ledger-evidence.ts';
import { listDecisions, listOpen, listVerdicts } from './ledger-story.ts';
import { listLedgerRuns } from './ledger-runs.ts';
import { listChanges, planOf, toVerdictSpans, valueAt } from './release-steps.ts';
import type { ReleaseView, StoryView } from './release-view.ts';
import { sortStories, tellNext, tellPlaceOf, tellStop, tellTime, toId } from './release-words.ts';

export interface LedgerReport {
  /** The newest first, at least one; with the text of each file. */
  readonly rollouts: readonly (Rollout & { readonly text: string })[];
  /** What the working tree says; absent where there is none, or where it is of another app. */
  readonly policy?: Policy;
  /** "the branch slipway-ledger at 1a2b3c4". */
  readonly origin: string;
  readonly notes: readonly string[];
  /** File of the workflow that promotes. */
  readonly workflow: string;
  /** Of the repository at GitHub, for links to runs: "https://github.com/example/app". */
  readonly address?: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** After the last entry of a release that is over its curve goes on so long. */
const tailMs = 3_600_000;

/** The page of real rollouts: what their ledgers know. */
export function viewLedgers(given: LedgerReport): ReleaseView {
  // The clock of the machine that reads may be behind that of the runner that wrote.
  const written = given.rollouts.flatMap(({ ledger }) => ledger.entries.map(({ at }) => Date.parse(at)));
  const report = { ...given, now: written.reduce((latest, at) => Math.max(latest, at), given.now) };
  const { rollouts, origin, notes, now, policy } = report;
  const tags = rollouts.map(({ state }) => tagOf(state.release));
  const first = rollouts.at(-1)?.state;
  return {
    source: 'ledger',
    title: tags.join(', '),
    about: `What the ledger remembers, from ${origin}. The stores were not asked: what somebody did there since the last run is not here.`,
    facts: [
      ['Ledger', origin],
      ...rollouts.map(
        ({ state }) =>
          [`${state.release.version} opened`, `${tellTime(state.openedAt)} UTC by ${state.openedBy}`] as const,
      ),
      ...(first === undefined
        ? []
        : [['Entries', String(rollouts.reduce((sum, { ledger }) => sum + ledger.entries.length, 0))] as const]),
    ],
    notes: [
      ...notes,
      ...(policy === undefined ? ['No policy was read, so the plan and what comes next are left out.'] : []),
    ],
    now,
    stories: sortStories(
      rollouts.flatMap((rollout) => rollout.state.platforms.map((state) => toStory(report, rollout, state))),
    ),
    comparisons: [],
    acts: [],
    runs: listLedgerRuns(rollouts, report.address),
    ledgers: rollouts.map(({ state, text }) => ({ tag: tagOf(state.release), text })),
  };
}

function toStory(
  { policy, workflow, now }: LedgerReport,
  { ledger, state: rollout }: Rollout,
  state: PlatformState,
): StoryView {
  const { platform, life, place, decided, joinedAt, hold } = state;
  const { version } = rollout.release;
  const tag = tagOf(rollout.release);
  const entries = ledger.entries.filter(
    (entry): entry is Entry & { readonly platform: string } => 'platform' in entry && entry.platform === platform,
  );
  const isGoing = life === 'open' || life === 'halted';
  const to = Math.max(joinedAt + tailMs, isGoing ? now : Date.parse(entries.at(-1)?.at ?? '') + tailMs);
  const opens = listOpen(entries);
  const open = valueAt(opens, to);
  const policyOf = policy?.platforms.find(({ name }) => name === platform);
  const ahead = policyOf === undefined ? undefined : listPlan(policyOf, state, now)[0];
  const until = hold !== null && hold.until > now ? hold.until : null;
  const claim = ledger.claims[platform];
  const choice = isGoing ? (decided?.choice ?? null) : null;
  return {
    id: toId(platform, version, rollout.release.build),
    ...{ platform, version, tag, life, place, open },
    verdict: decided?.state ?? null,
    reason: state.halt?.reason ?? decided?.reason ?? '',
    sentence: state.halt?.sentence ?? findSentence(entries),
    saidAt: state.halt?.at ?? decided?.at ?? null,
    choice,
    next: tellNext({ life, choice, until, ahead }, now),
    ...(claim === undefined
      ? {}
      : {
          underWay: `${claim.move} to ${tellPlace(claim.place)}, by run ${claim.run} since ${tellTime(Date.parse(claim.at))} UTC`,
        }),
    stop: tellStop({ life, place, open }, { workflow, tag, platform }),
    curve: {
      from: joinedAt,
      to,
      plan: planOf(policy, policyOf, joinedAt, state.isExpedited),
      open: listChanges(opens),
      users: [],
      naive: [],
      stays: listStays(ledger, platform).map((stay) => ({ name: stay.name, from: stay.from, to: stay.to ?? to })),
      verdicts: toVerdictSpans(listVerdicts(entries), to),
    },
    evidence: listEvidence(state, policy),
    decisions: listDecisions(entries, tellPlaceOf),
  };
}

function findSentence(entries: readonly Entry[]): string {
  return entries.flatMap((entry) => (entry.kind === 'decided' ? [entry.sentence] : [])).at(-1) ?? '';
}
