import { formatDuration } from '#kit/duration';
import { tagOf } from '#rollout/entries';
import { parseLedger } from '#rollout/ledger-file';
import { readState, type PlatformState } from '#rollout/state';
import { listPlan as listAhead, type Stay } from '#rollout/timeline';
import { releaseOf, releases, repository } from '#rehearsal/release/app';
import type { Look, PlatformRecord, ReleaseRehearsal, RunRecord, Story } from '#rehearsal/release/result';
import { listComparisons } from './release-comparisons.ts';
import { foldDecisions, listChanges, planOf, toSpans, toVerdictSpans } from './release-steps.ts';
import type { CurveView, DecisionView, EvidenceView, ReleaseView, RunView, StoryView } from './release-view.ts';
import {
  sortStories,
  tellCount,
  tellNext,
  tellPlaceOf,
  tellShare,
  tellStop,
  tellTime,
  toId,
  toneOf,
} from './release-words.ts';

/** The page of a rehearsed release. */
export function viewRehearsal(result: ReleaseRehearsal): ReleaseView {
  const { scenario, policy, seed, openedAt, endedAt, platforms, runs, acts, ledgers, cost } = result;
  const states = readStates(result);
  const stories = platforms.flatMap((platform) =>
    platform.stories.filter(isWorthIt).map((story) => toStory(result, platform, story, states)),
  );
  const tags = [...new Set(stories.map(({ tag }) => tag))];
  return {
    source: 'rehearsal',
    title: tags.length === 0 ? tagOf(releaseOf(policy, 'release')) : tags.join(', '),
    about: scenario.about,
    facts: [
      ['Scenario', scenario.name],
      ['Opened', `${tellTime(openedAt)} UTC`],
      ['Lasted', formatDuration(endedAt - openedAt)],
      ['Users', platforms.map(({ name, users }) => `${tellCount(users)} ${name}`).join(', ')],
      ['Ticks', tellCount(cost.ticks)],
      ['Processes of the bundle', tellCount(cost.processes)],
      ['Requests', tellCount(cost.requests)],
      ['Rehearsed in', formatDuration(cost.totalMs)],
      ['Seed', String(seed)],
    ],
    notes: [],
    now: endedAt,
    stories: sortStories(stories),
    comparisons: listComparisons(result),
    acts,
    runs: runs.map((run) => toRun(run, platforms)),
    ledgers,
  };
}

/** The version before is told only where something became of it. */
function isWorthIt({ role, looks }: Story): boolean {
  return looks.length > 0 && (role !== 'previous' || looks.some(({ life }) => life === 'open' || life === 'halted'));
}

/** What the ledgers say, by tag and platform. */
function readStates({ ledgers }: ReleaseRehearsal): ReadonlyMap<string, PlatformState> {
  return new Map(
    ledgers.flatMap(({ tag, text }) =>
      readState(parseLedger(text)).platforms.map((state) => [`${tag} ${state.platform}`, state] as const),
    ),
  );
}

function toStory(
  result: ReleaseRehearsal,
  platform: PlatformRecord,
  { role, tag, looks, evidence }: Story,
  states: ReadonlyMap<string, PlatformState>,
): StoryView {
  const { policy, openedAt, endedAt: now, naive, scenario } = result;
  const { version } = releases[role];
  const last = looks.at(-1);
  const { life = 'open', choice = null, until = null } = last ?? {};
  const place = last === undefined || last.track === null ? null : { track: last.track, share: last.share };
  const hour = platform.hours.at(-1);
  const from = role === 'next' ? openedAt + (scenario.next?.after ?? 0) : openedAt;
  const isExpedited = role === 'next' && scenario.next?.expedite === true;
  const users = Object.values(hour?.users ?? {}).reduce((sum, count) => sum + count, 0);
  const opens = platform.hours.map(({ at, open }) => ({ at, share: open.role === role ? open.share : 0 }));
  const threshold = role === 'release' ? naive.find(({ platform: name }) => name === platform.name) : undefined;
  const open = opens.at(-1)?.share ?? 0;
  const policyOf = policy.platforms.find(({ name }) => name === platform.name);
  const state = states.get(`${tag} ${platform.name}`);
  const ahead: Stay | undefined =
    policyOf === undefined || state === undefined ? undefined : listAhead(policyOf, state, now)[0];
  return {
    id: toId(platform.name, version),
    platform: platform.name,
    version,
    tag,
    life,
    verdict: last?.verdict ?? null,
    reason: last?.reason ?? '',
    sentence: last?.sentence ?? '',
    saidAt: last?.at ?? null,
    place,
    open,
    choice,
    next: tellNext({ life, choice, until, ahead }, now),
    exposed: { users: hour?.users[role] ?? 0, all: users },
    stop: tellStop({ life, place, open }, { workflow: workflowFile, tag, platform: platform.name }),
    curve: {
      from,
      to: now,
      plan: planOf(policy, policyOf, from, isExpedited),
      open: listChanges(opens),
      users: platform.hours.filter(({ at }) => at >= from - hourMs).map((one) => toUsers(one, role)),
      naive: listChanges(threshold?.shares ?? []),
      ...toStays(looks, now),
    },
    evidence: evidence.map(({ gate, max, points }): EvidenceView => ({
      ...{ gate, max, points },
      unit: policy.gates.find(({ name }) => name === gate)?.unit ?? 'session',
    })),
    decisions: foldDecisions(looks.map(toDecision)),
  };
}

const hourMs = 3_600_000;
const workflowFile = repository.workflow.slice(repository.workflow.lastIndexOf('/') + 1);

/** What users had when the hour was over. */
function toUsers({ at, users }: PlatformRecord['hours'][number], role: Story['role']): CurveView['users'][number] {
  const all = Object.values(users).reduce((sum, count) => sum + count, 0);
  return { at: at + hourMs, share: all === 0 ? 0 : (users[role] ?? 0) / all };
}

function toStays(looks: readonly Look[], now: number): Pick<CurveView, 'stays' | 'verdicts'> {
  const places = looks.map(({ at, track, share }) => ({
    at,
    name: tellPlaceOf(track === null ? null : { track, share }),
  }));
  const marks = looks.map((look) => ({ at: look.at, tone: toneOf(look), reason: look.reason }));
  return {
    stays: toSpans(places, now).map(({ from, to, name }) => ({ from, to, name })),
    verdicts: toVerdictSpans(marks, now),
  };
}

function toDecision(look: Look): Omit<DecisionView, 'until' | 'looks'> {
  const { at, run, track, share, verdict, reason, sentence, moved } = look;
  return {
    at,
    what: moved ? `${verdict}, moved` : verdict,
    tone: toneOf(look),
    reason,
    sentence,
    place: tellPlaceOf(track === null ? null : { track, share }),
    run: `#${run}`,
  };
}

/** What a run moved, from what it said of each platform. */
function toRun(
  { number, at, command, conclusion, refusals, moved, summary, log }: RunRecord,
  platforms: readonly PlatformRecord[],
): RunView {
  const seen = platforms.flatMap(({ name, stories }) =>
    stories.flatMap(({ role, looks }) =>
      looks.filter(({ run }) => run === number).map((look) => ({ name, version: releases[role].version, look })),
    ),
  );
  const did = seen.flatMap(({ name, version, look }) => {
    if (!look.moved && look.verdict !== 'halt') return [];
    const place = look.track === null ? '' : ` ${look.track} ${tellShare(look.share)}`;
    return [`${version} ${name} ${look.verdict} (${look.reason})${look.moved ? ':' : ''}${place}`];
  });
  return {
    name: `#${number}`,
    ...{ at, command, conclusion },
    did: [...refusals, ...did],
    isNotable: moved || command !== 'tick' || conclusion !== 'success',
    ...(summary === undefined ? {} : { summary }),
    ...(log === undefined ? {} : { log }),
  };
}
