import { ConfigurationError, VendorError } from '#kit/errors';
import { isRuleViolation } from './graphql.ts';
import { githubMessages } from './messages.ts';

/** Of GraphQL; the second is that of a classic personal access token. */
const forbidden = ['FORBIDDEN', 'INSUFFICIENT_SCOPES'];

export interface Wanted {
  /** As a workflow grants it, such as `contents: write`. */
  readonly permission: string;
  /** The branch that is written to, if one is. */
  readonly branch?: string;
}

/**
 * Asks, and says what a refusal means for who set up the workflow: a permission that the token lacks, or a branch that is
 * protected. Any other error stays as it is.
 * @throws ConfigurationError (`github-permission-missing`, `github-branch-protected`), VendorError
 */
export async function explained<T>(asked: Promise<T>, wanted: Wanted): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof VendorError ? explainRefusal(error, wanted) : error;
  }
}

function explainRefusal(error: VendorError, { permission, branch }: Wanted): ConfigurationError | VendorError {
  const { status, code = '', body = '', operation } = error.details;
  const because = { cause: error };
  const isRule = isRuleViolation(body) || (status === 422 && /reference update failed/i.test(body));
  if (branch !== undefined && isRule)
    return new ConfigurationError(githubMessages['github-branch-protected'](branch, body), [], because);
  if (forbidden.includes(code) || (status === 403 && /not accessible by/i.test(body)))
    return new ConfigurationError(
      githubMessages['github-permission-missing'](operation, permission, body),
      [],
      because,
    );
  return error;
}
