import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describeError } from '#kit/errors';
import { suggest } from '#kit/suggest';
import { tagOf } from '#rollout/entries';
import { isFinished, readLedgers, type Rollout } from '#rollout/ledgers';
import type { Policy } from '#rollout/policy';
import { readPolicy } from '#rollout/policy-file';
import { viewLedgers, type LedgerReport } from '#rehearsal/report/release-from-ledger';
import { renderReleasePage } from '#rehearsal/report/release-page';
import { tellPlaceOf, tellState } from '#rehearsal/report/release-words';
import type { Command } from './command.ts';
import { findAddress, readLedgerBranch, readLedgerFiles } from './ledger-source.ts';
import { parseReportArguments, type ReportArguments } from './report-arguments.ts';

const defaults = { policy: '.github/slipway.yml', branch: 'slipway-ledger', output: '.slipway/report.html' };
/** Of a policy that has no name for its app. */
const unnamed = 'unnamed-app';

export const report: Command = {
  usage: 'report [--ledger FOLDER|FILE] [--branch NAME] [--policy FILE] [--release TAG] [--output FILE]',
  summary: 'Show real rollouts as a page, from the ledger of the clone that you are in.',
  run: (args) => {
    const parsed = parseReportArguments(args);
    return Promise.resolve(typeof parsed === 'string' ? refuse(parsed) : write(parsed, process.cwd()));
  },
};

function refuse(reason: string): number {
  console.error(`slipway report: ${reason}`);
  return 2;
}

function write(parsed: ReportArguments, folder: string): number {
  const read = readOwnPolicy(parsed, folder);
  if (typeof read === 'string') return refuse(read);
  const { policy: written } = read;
  const source =
    parsed.ledger === undefined
      ? readLedgerBranch(folder, parsed.branch ?? written?.ledger ?? defaults.branch)
      : readLedgerFiles(parsed.ledger);
  if (typeof source === 'string') return refuse(source);
  const { rollouts, unreadable: broken } = readLedgers({ head: undefined, files: source.files });
  const unreadable = [...source.unreadable, ...broken].map(({ path, reason }) => `${path} cannot be read: ${reason}.`);
  if (rollouts.length === 0)
    return refuse(unreadable.length === 0 ? `${source.origin} holds no ledger` : unreadable.join('\n  '));
  const policy = nameAfter(written, rollouts);
  const chosen = choose(rollouts, parsed.release, policy);
  if (typeof chosen === 'string') return refuse([chosen, ...unreadable].join('\n  '));
  const isOfPolicy = chosen.every(({ state }) => state.release.name === policy?.release);
  const address = parsed.ledger === undefined ? findAddress(folder) : undefined;
  const view = viewLedgers({
    rollouts: chosen.map((rollout) => ({ ...rollout, text: source.files.get(rollout.path) ?? '' })),
    origin: source.origin,
    notes: [...source.notes, ...unreadable],
    workflow: findPromotion(folder),
    now: Date.now(),
    ...(policy !== undefined && isOfPolicy ? { policy } : {}),
    ...(address === undefined ? {} : { address }),
  } satisfies LedgerReport);
  for (const story of view.stories)
    console.log(
      `${story.version} ${story.platform}: ${tellState(story)}, ${tellPlaceOf(story.place)}. ${story.sentence}`,
    );
  for (const note of view.notes) console.log(note);
  const page = resolve(folder, parsed.output ?? defaults.output);
  try {
    mkdirSync(dirname(page), { recursive: true });
    writeFileSync(page, renderReleasePage(view));
  } catch (error) {
    return refuse(`the page could not be written: ${describeError(error)}`);
  }
  console.log(`The report as a page: ${relative(folder, page)}`);
  return 0;
}

/** @returns what is wrong, as a text */
function readOwnPolicy({ policy: given }: ReportArguments, folder: string): { readonly policy?: Policy } | string {
  const path = resolve(folder, given ?? defaults.policy);
  if (!existsSync(path)) return given === undefined ? {} : `there is no file "${given}"`;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return `${given ?? defaults.policy} cannot be read: ${describeError(error)}`;
  }
  const result = readPolicy(text, unnamed);
  if ('policy' in result) return result;
  return result.defects
    .map(
      ({ line, column, message }) => `${given ?? defaults.policy}:${line}:${column}: ${message.text}. ${message.cure}`,
    )
    .join('\n  ');
}

/** A policy that does not name its app is that of the newest ledger, as a promotion would name it after the repository. */
function nameAfter(policy: Policy | undefined, [newest]: readonly Rollout[]): Policy | undefined {
  if (policy?.release !== unnamed || newest === undefined) return policy;
  return { ...policy, release: newest.state.release.name };
}

/**
 * The release that was asked for, by tag or version; else those that are on their way, or the newest.
 * @returns what is wrong, as a text
 */
function choose(
  rollouts: readonly Rollout[],
  wanted: string | undefined,
  policy: Policy | undefined,
): readonly Rollout[] | string {
  if (wanted !== undefined) {
    const found = rollouts.filter(({ state }) => [tagOf(state.release), state.release.version].includes(wanted));
    if (found.length > 0) return found;
    const tags = rollouts.map(({ state }) => tagOf(state.release));
    const near = suggest(wanted, tags);
    return `there is no release "${wanted}"${near === undefined ? '.' : `; did you mean "${near}"?`} There are: ${tags.join(', ')}`;
  }
  const own = rollouts.filter(({ state }) => state.release.name === policy?.release);
  const candidates = own.length > 0 ? own : rollouts;
  const going = candidates.filter((rollout) => !isFinished(rollout));
  return going.length > 0 ? going : candidates.slice(0, 1);
}

/** The file of the workflow that promotes, for the commands on the page. */
function findPromotion(folder: string): string {
  const workflows = join(folder, '.github/workflows');
  const names = existsSync(workflows) ? readdirSync(workflows).filter((name) => /\.ya?ml$/.test(name)) : [];
  const asks = names.filter((name) => {
    const text = readFileSync(join(workflows, name), 'utf8');
    return text.includes('workflow_dispatch') && /\/(mobile-promote\.yml|staged-promote)@/.test(text);
  });
  return asks.find((name) => name === 'mobile-promote.yml') ?? asks[0] ?? 'mobile-promote.yml';
}
