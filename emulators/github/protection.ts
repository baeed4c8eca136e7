import { graphqlError } from './graphql-execution.ts';
import { unprocessable } from './refusals.ts';
import type { Repository } from './state.ts';

/** What stands in the way of a direct write: a branch protection rule of the old kind, or a ruleset. */
export type Protection = 'branch-protection' | 'ruleset';

const PULLS_ONLY = 'Changes must be made through a pull request.';

/**
 * As GraphQL refuses it. The type for branch protection: https://github.com/Thinkmill/keystatic/issues/1598, which also says that
 * rulesets have another one and not which.
 */
export function refuseProtectedCommit({ protections }: Repository, ref: string, mutation: string): void {
  const protection = protections[ref];
  if (protection === 'branch-protection')
    throw graphqlError('BRANCH_PROTECTION_RULE_VIOLATION', [mutation], PULLS_ONLY);
  if (protection === 'ruleset')
    throw graphqlError('UNPROCESSABLE', [mutation], `Repository rule violations found\n\n${PULLS_ONLY}\n\n`);
}

/**
 * As REST refuses to make or move a ref: https://github.com/actions/github-script/issues/455 for branch protection; for rulesets
 * https://github.com/satisfactory-factories/application/issues/67 and https://github.com/github/github-mcp-server/pull/3081.
 */
export function refuseProtectedRef({ protections }: Repository, ref: string, rule: string): void {
  const protection = protections[ref];
  if (protection === 'branch-protection') throw unprocessable('Reference update failed');
  if (protection === 'ruleset') throw unprocessable(`Repository rule violations found\n\n${rule}\n\n`);
}

/** The rule of a ruleset that is broken by making a ref, and by moving one. */
export const RULES = { creation: 'Cannot create ref due to creations being restricted.', update: PULLS_ONLY } as const;
