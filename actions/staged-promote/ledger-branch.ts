import type { LedgerBranch } from '#rollout/ledgers';
import { ledgerFolder } from '#rollout/ledger-file';
import type { Policy } from '#rollout/policy';
import { openBranchFolder } from '#vendors/github/branch-folder';
import { createGitHub, type GitHub } from '#vendors/github/client';
import type { PromoteContext } from './context.ts';

export function openGitHub({ http, environment, inputs }: PromoteContext): GitHub {
  return createGitHub({ http: http(), environment, token: inputs.githubToken });
}

/** The ledgers of the app that the policy is about. */
export function openLedgers(github: GitHub, { ledger: branch, release }: Policy): LedgerBranch {
  return openBranchFolder(github, { branch, folder: ledgerFolder(release) });
}
