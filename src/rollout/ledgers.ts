import type { FileChange, Folder } from '#vendors/github/branch-files';
import type { BranchFolder } from '#vendors/github/branch-folder';
import { tagOf, type Ledger, type ReleaseId } from './entries.ts';
import { archivePath, ledgerPath, parseLedger, writeLedger } from './ledger-file.ts';
import { readState, type RolloutState } from './state.ts';

/** The folder of one app's ledgers, on a branch of its own. */
export type LedgerBranch = BranchFolder;

/** A ledger with what it means. */
export interface Rollout {
  readonly path: string;
  readonly ledger: Ledger;
  readonly state: RolloutState;
}

export interface Ledgers {
  /** Of the commit that they were read from; undefined where there is no branch yet. */
  readonly head: string | undefined;
  /** The newest first. */
  readonly rollouts: readonly Rollout[];
  /** Files that are no ledgers, or of a later form. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  /** What stands beside them of uploads that are under way. */
  readonly uploading: string | undefined;
}

/** Reads what the files of the folder say. One that cannot be read takes nothing from the others. */
export function readLedgers({ head, files }: Folder): Ledgers {
  const rollouts: Rollout[] = [];
  const unreadable: { path: string; reason: string }[] = [];
  let uploading: string | undefined;
  for (const [path, text] of files) {
    if (path.endsWith('/uploading.json')) uploading = text;
    if (!path.endsWith('.json') || path.endsWith('/uploading.json')) continue;
    try {
      const ledger = parseLedger(text);
      rollouts.push({ path, ledger, state: readState(ledger) });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      unreadable.push({ path, reason: error.message });
    }
  }
  const sorted = rollouts.toSorted((one, other) => compareReleases(other.state.release, one.state.release));
  return { head, rollouts: sorted, unreadable, uploading };
}

/** By version, then by build; numbers by their value. */
export function compareReleases(one: ReleaseId, other: ReleaseId): number {
  return compareNumbers(one.version, other.version) || compareNumbers(one.build, other.build);
}

function compareNumbers(one: string, other: string): number {
  const [parts, others] = [one.split(/\D+/).map(Number), other.split(/\D+/).map(Number)];
  for (let index = 0; index < Math.max(parts.length, others.length); index += 1) {
    const difference = (parts[index] ?? 0) - (others[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether no platform of it moves any more. */
export function isFinished({ state }: Rollout): boolean {
  return state.platforms.every(({ life }) => life === 'superseded' || life === 'complete' || life === 'abandoned');
}

/** Files that have to change for these ledgers to be the ones that count. */
export function toChange(
  { head }: Ledgers,
  changed: readonly { readonly release: ReleaseId; readonly ledger: Ledger }[],
  message: string,
): Omit<FileChange, 'branch'> {
  return {
    expectedHead: head,
    additions: new Map(changed.map(({ release, ledger }) => [ledgerPath(release), writeLedger(ledger)])),
    deletions: [],
    message,
  };
}

/**
 * Moves releases that are over out of the folder that every tick reads. The newest of them stays: the next release is compared with
 * it.
 */
export function archiveFinished({ rollouts }: Ledgers, change: Omit<FileChange, 'branch'>): Omit<FileChange, 'branch'> {
  const finished = rollouts.filter(isFinished).slice(1);
  const additions = new Map(change.additions);
  for (const { ledger, state } of finished) additions.set(archivePath(state.release), writeLedger(ledger));
  return { ...change, additions, deletions: [...change.deletions, ...finished.map(({ path }) => path)] };
}

export function findRollout({ rollouts }: Ledgers, release: ReleaseId): Rollout | undefined {
  return rollouts.find(({ state }) => tagOf(state.release) === tagOf(release));
}
