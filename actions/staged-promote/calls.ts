import { createHash } from 'node:crypto';
import { ForeseenError } from '#kit/errors';
import { code, createSummary, md } from '#kit/summary';
import { tagOf, type ReleaseId, type Signature } from '#rollout/entries';
import { tellPlace } from '#rollout/places';
import type { Policy } from '#rollout/policy';
import type { GitHub } from '#vendors/github/client';
import type { RunOrder } from '#vendors/github/markers';
import type { PromoteContext } from './context.ts';
import { tellCommand, tellRun } from './people.ts';
import type { Ticked } from './tick.ts';
import { listAttention, type Attention, type Waiting } from './waiting.ts';

/** Who was called, and why nobody could be. */
export interface Calls {
  /** By the tag of the release. */
  readonly issues: ReadonlyMap<string, string>;
  readonly failure?: ForeseenError;
}

export interface Calling {
  readonly context: PromoteContext;
  readonly policy: Policy;
  readonly github: GitHub;
  readonly signature: Signature;
}

const noCalls: Calls = { issues: new Map() };

/**
 * An issue for each release of which something waits for a person; it mentions whom the policy names, is brought up to date, calls
 * again when something else waits, and is closed when nothing does. One request where nothing waits and nothing did.
 */
export async function callPeople(calling: Calling, ticked: Ticked): Promise<Calls> {
  const { context, policy, github, signature } = calling;
  if (context.inputs.notify === 'none' || context.inputs.mode === 'observe') return noCalls;
  const attention = listAttention(ticked, signature);
  const asking = attention.filter(({ waiting }) => waiting.length > 0);
  const issues = new Map<string, string>();
  try {
    const { closeIssue, listOpenKeys, upsertIssue } = await import('#vendors/github/issues');
    for (const one of asking) {
      const { did, url, number } = await upsertIssue(github, compose(calling, one));
      context.log.info(`issue #${number}: ${says[did]} (${url})`);
      issues.set(tagOf(one.release), url);
    }
    const prefix = keyOf(`${policy.release}@`);
    for (const key of await listOpenKeys(github, prefix)) {
      const tag = key.slice(keyOf('').length);
      if (!isOver(tag, attention, ticked)) continue;
      const standing = attention.find(({ release }) => tagOf(release) === tag)?.standing ?? [];
      const comment = ['Nothing of this release waits for a person any more.', ...standing.map((one) => `- ${one}`)];
      await closeIssue(github, { key, run: readRun(context), comment: comment.join('\n') });
      context.log.info(`the issue of ${tag} is closed: nothing waits any more`);
    }
    return { issues };
  } catch (error) {
    if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
    context.log.info(`${error.notes[0].text} ${error.notes[0].cure}`);
    // Where nobody is needed, nobody misses the call.
    return asking.length === 0 ? noCalls : { issues, failure: error };
  }
}

const says = {
  called: 'it calls who is mentioned',
  updated: 'its text was brought up to date',
  unchanged: 'it says so already',
  outdated: 'it is of a newer run, and was left alone',
} as const;

const keyOf = (tag: string): string => `staged-promote/${tag}`;

function readRun({ environment }: PromoteContext): RunOrder {
  return {
    id: Number(environment['GITHUB_RUN_ID'] ?? 0),
    attempt: Number(environment['GITHUB_RUN_ATTEMPT'] ?? 1),
  };
}

/** Whether an issue has nothing to call for: a release that this run did not look at is left to the next one. */
function isOver(tag: string, attention: readonly Attention[], { ledgers }: Ticked): boolean {
  const looked = attention.find(({ release }) => tagOf(release) === tag);
  if (looked !== undefined) return looked.waiting.length === 0;
  const rollout = ledgers.rollouts.find(({ state }) => tagOf(state.release) === tag);
  if (rollout === undefined) return ledgers.unreadable.length === 0;
  return rollout.state.platforms.every(({ life }) => life !== 'open' && life !== 'halted');
}

function compose({ context, policy }: Calling, { release, waiting }: Attention) {
  const mentions = policy.mention.join(' ');
  const lines = waiting.map((one) => tellWaiting(context, one));
  const called = createSummary().list(lines).render();
  const commands = createSummary()
    .paragraph('What was seen is in the summary of the run. By hand: Actions, "Run workflow", or from a terminal:')
    .code('sh', listCommands(context, release, waiting))
    .render();
  const end = 'This issue is brought up to date while something waits, and closed when nothing does.';
  const present = (blocks: readonly string[]): string[] => blocks.filter((block) => block !== '');
  return {
    key: keyOf(tagOf(release)),
    state: hashState(waiting),
    run: readRun(context),
    title: tellTitle(release, waiting),
    blocks: present([mentions, called, commands, end]),
    notice: present([mentions, called]).join('\n\n'),
  };
}

/** What people are called for: another halt is another call, another count is none. */
function hashState(waiting: readonly Waiting[]): string {
  const about = waiting.map(({ platform, what, reason, since }) => [platform, what, reason, since]);
  return createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 12);
}

function tellTitle({ name, version, build }: ReleaseId, waiting: readonly Waiting[]): string {
  const halted = waiting.filter(({ what }) => what === 'halt');
  const isCritical = halted.some((one) => one.isCritical);
  const names = (list: readonly Waiting[]): string => list.map(({ platform }) => platform).join(', ');
  const what = halted.length > 0 ? `is halted on ${names(halted)}` : `waits for a decision about ${names(waiting)}`;
  return `${isCritical ? '🚨 Critical: ' : halted.length > 0 ? '🛑 ' : '⏸️ '}${name} ${version} (${build}) ${what}`;
}

function tellWaiting(context: PromoteContext, one: Waiting) {
  const { platform, what, isCritical, place, sentence, reason, choice, since, run } = one;
  const how = what === 'halt' ? `${isCritical ? 'critically ' : ''}halted` : 'held';
  const when = since === null ? how : `${how} since ${toTime(since)}`;
  const where = place === null ? when : `${when}, at ${tellPlace(place)}`;
  const told = md`**${platform}** is ${where}: ${sentence} (${code(reason)}).`;
  const seen = run === null ? told : md`${told} Seen by ${tellRun(context, run)}.`;
  return md`${seen} A person decides: ${choice}.`;
}

/** "2026-11-30 08:17 UTC". */
function toTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function listCommands(context: PromoteContext, release: ReleaseId, waiting: readonly Waiting[]): readonly string[] {
  const isHalted = waiting.some(({ what }) => what === 'halt');
  const commands = isHalted ? (['resume', 'abandon'] as const) : (['promote', 'hold', 'halt', 'abandon'] as const);
  const [only, ...more] = waiting;
  const platform = more.length === 0 ? only?.platform : undefined;
  return commands.map((command) => tellCommand(context, command, release, platform));
}
