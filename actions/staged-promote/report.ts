import { formatDuration } from '#kit/duration';
import { code, md, type Column, type Summary, type Text } from '#kit/summary';
import { renderDecision } from '#health/rendering';
import type { PlatformDecision, Verdict } from '#rollout/decision';
import { tagOf, type ReleaseId } from '#rollout/entries';
import { tellPlace } from '#rollout/places';
import { listPlan, listStays, type Stay } from '#rollout/timeline';
import type { Calls } from './calls.ts';
import type { PromoteContext } from './context.ts';
import { tellMove } from './moves.ts';
import { tellCommand } from './people.ts';
import type { Outcome, Ticked } from './tick.ts';
import type { Trouble } from './troubles.ts';

const marks: Readonly<Record<Verdict['state'], string>> = { promote: '✅', hold: '⏸️', halt: '🛑', done: '🏁' };

/** Draws what a run has seen, decided and done: the summary for people, the outputs for workflows. */
export function report(context: PromoteContext, ticked: Ticked, { issues }: Calls, troubles: readonly Trouble[]): void {
  const { outputs, summary, log } = context;
  const { outcomes } = ticked;
  const groups = groupByRelease(outcomes);
  for (const [tag, group] of groups) describeRelease(context, tag, group, issues.get(tag));
  for (const { message } of troubles) {
    summary.paragraph(md`⚠️ ${message.text} ${message.cure} ${code(message.id)}`);
    context.annotations.add({ level: 'warning', message: `${message.text} ${message.cure} [${message.id}]` });
  }
  for (const { platform, decision, made, rollout } of outcomes) {
    const { state, reason, sentence } = decision.verdict;
    const did = made === undefined ? '' : made.moved ? ' (made, and read back)' : ' (was so already)';
    log.info(
      `${marks[state]} ${tagOf(rollout.state.release)} ${platform.name}: ${state} (${reason})${did}: ${sentence}`,
    );
  }
  const verdicts = outcomes.map(({ decision }) => decision.verdict);
  const next = verdicts.flatMap(({ until }) => until ?? []);
  outputs.set({
    verdict: strongest(outcomes),
    release: [...groups.keys()][0] ?? '',
    moved: outcomes.some(({ made }) => made?.moved === true),
    halted: verdicts.some(({ state }) => state === 'halt'),
    critical: verdicts.some(({ isCritical }) => isCritical === true),
    'needs-person': verdicts.some(({ choice }) => choice !== undefined),
    issue: [...issues.values()][0] ?? '',
    'next-at': next.length === 0 ? '' : toTime(Math.min(...next)),
    platforms: JSON.stringify(
      Object.fromEntries([...groups].map(([tag, group]) => [tag, Object.fromEntries(group.map(toOutput))])),
    ),
  });
}

function groupByRelease(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly Outcome[]> {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const tag = tagOf(outcome.rollout.state.release);
    groups.set(tag, [...(groups.get(tag) ?? []), outcome]);
  }
  return groups;
}

/** One word for the run: what a workflow may branch on. */
function strongest(outcomes: readonly Outcome[]): string {
  if (outcomes.some(({ decision }) => decision.verdict.state === 'halt')) return 'halt';
  if (outcomes.some(({ made }) => made !== undefined)) return 'promote';
  if (outcomes.some(({ decision }) => decision.verdict.state !== 'done')) return 'hold';
  return outcomes.length === 0 ? 'none' : 'done';
}

function toOutput({ platform, decision, made }: Outcome): readonly [string, unknown] {
  const { verdict, state } = decision;
  const { place } = afterMove(decision, made !== undefined);
  return [
    platform.name,
    {
      life: state.life,
      verdict: verdict.state,
      reason: verdict.reason,
      track: place?.track ?? null,
      share: place?.share ?? 0,
      moved: made?.moved ?? false,
      until: verdict.until === undefined ? null : toTime(verdict.until),
      choice: verdict.choice ?? null,
    },
  ];
}

function afterMove(
  { state, to, move }: PlatformDecision,
  isMade: boolean,
): { readonly place: PlatformDecision['state']['place'] } {
  return { place: isMade && move?.kind !== 'release' ? (to ?? state.place) : state.place };
}

const columns: readonly Column[] = [
  { title: 'Platform' },
  { title: 'Where' },
  { title: 'Since' },
  { title: 'Now' },
  { title: 'Why' },
  { title: 'Next' },
];

function describeRelease(
  context: PromoteContext,
  tag: string,
  outcomes: readonly Outcome[],
  issue: string | undefined,
): void {
  const { summary, clock, inputs } = context;
  const now = clock.now();
  const first = outcomes[0];
  if (first === undefined) return;
  const worst = (['halt', 'hold', 'promote', 'done'] as const).find((state) =>
    outcomes.some(({ decision }) => decision.verdict.state === state),
  );
  summary.heading(2, md`${marks[worst ?? 'hold']} ${tag}`);
  if (inputs.mode === 'observe')
    summary.paragraph('Observed only: this says what would be done, and nothing was moved or written down.');
  summary.table(
    columns,
    outcomes.map((outcome) => toRow(outcome, now)),
  );
  const asked = outcomes.filter(({ decision }) => decision.verdict.choice !== undefined);
  if (asked.length > 0)
    summary.list(
      asked.map(
        ({ platform, decision }) => `A person decides about ${platform.name}: ${decision.verdict.choice ?? ''}.`,
      ),
    );
  if (issue !== undefined) {
    const link = { markdown: `[issue](${issue})` };
    summary.paragraph(md`An ${link} calls who is named in the policy.`);
  }
  for (const { platform, decision } of outcomes) {
    const { health } = decision;
    if (health === undefined || health.gates.length === 0) continue;
    summary.details(`Evidence on ${platform.name}`, (inner) => {
      renderDecision(inner, health);
    });
  }
  describePlan(summary, outcomes, now);
  describeCommands(context, first.rollout.state.release, outcomes);
}

function toRow({ platform, decision, made, failure }: Outcome, now: number): readonly Text[] {
  const { verdict, state, move } = decision;
  const { place } = afterMove(decision, made !== undefined);
  const since = state.publishedAt ?? state.reachedAt;
  const did =
    move === undefined
      ? `${marks[verdict.state]} ${verdict.state}`
      : made === undefined
        ? `${marks[verdict.state]} ${failure === undefined ? 'would' : 'could not'} ${tellMove(move)}`
        : `${marks[verdict.state]} ${made.moved ? 'did' : 'was already'}: ${tellMove(move)}`;
  const { until } = verdict;
  return [
    platform.name,
    place === null ? 'not in the store' : tellPlace(place),
    since === null || made !== undefined
      ? 'now'
      : `${formatDuration(now - since)}${state.publishedAt === null ? ', not published yet' : ''}`,
    did,
    `${verdict.sentence} (${verdict.reason})`,
    until === undefined
      ? verdict.choice === undefined
        ? 'at the next tick'
        : 'a person decides'
      : `${toTime(until)}, in ${formatDuration(Math.max(0, until - now))}`,
  ];
}

/** "2026-11-30T08:17Z". */
function toTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

/** What happened beside what is to come, at the earliest. */
function describePlan(summary: Summary, outcomes: readonly Outcome[], now: number): void {
  const rows: Text[][] = [];
  const source = ['gantt', '  dateFormat YYYY-MM-DDTHH:mm', '  axisFormat %d %b %Hh'];
  const draw = (name: string, stay: Stay, word: string, end: number): void => {
    // A name with a colon or a comma would end the field of the diagram.
    source.push(
      `    ${name.replaceAll(/[:;,#]/g, ' ')} :${word}${toMinute(stay.from)}, ${toMinute(Math.max(end, stay.from + 60_000))}`,
    );
  };
  for (const { platform, rollout, decision, made } of outcomes) {
    source.push(`  section ${platform.name}`);
    const stays = listStays(rollout.ledger, platform.name);
    for (const stay of stays) {
      draw(stay.name, stay, stay.to === null ? 'active, ' : 'done, ', stay.to ?? now);
      rows.push([
        platform.name,
        stay.name,
        toTime(stay.from),
        stay.to === null ? 'lasts' : toTime(stay.to),
        'happened',
      ]);
    }
    const isOver = decision.verdict.state === 'done' || decision.verdict.state === 'halt';
    const { place } = afterMove(decision, made !== undefined);
    const ahead = isOver
      ? []
      : listPlan(platform, { ...decision.state, place, ...(made === undefined ? {} : { publishedAt: now }) }, now);
    for (const stay of ahead) {
      draw(stay.name, stay, '', stay.to ?? stay.from);
      rows.push([platform.name, stay.name, toTime(stay.from), toTime(stay.to ?? stay.from), 'at the earliest']);
    }
  }
  if (rows.length === 0) return;
  const titles = [{ title: 'Platform' }, { title: 'Stage' }, { title: 'From' }, { title: 'To' }, { title: '' }];
  summary.details('Plan and what happened', (inner) => {
    inner.diagram(source, titles, rows);
  });
}

function toMinute(at: number): string {
  return new Date(at).toISOString().slice(0, 16);
}

function describeCommands(context: PromoteContext, release: ReleaseId, outcomes: readonly Outcome[]): void {
  const isHalted = outcomes.some(({ decision }) => decision.verdict.state === 'halt');
  const commands = isHalted ? ['resume', 'abandon', 'status'] : ['halt', 'hold', 'promote', 'status'];
  context.summary.details('How to stop it, and what else a person can do', (inner) => {
    inner.paragraph('Run the promotion workflow by hand (Actions, "Run workflow"), or from a terminal:');
    inner.code(
      'sh',
      commands.map((command) => tellCommand(context, command, release)),
    );
  });
}
