import { ConfigurationError, VendorError } from '#kit/errors';
import { isRuleViolation } from './graphql.ts';
import { githubMessages } from './messages.ts';

/** Of GraphQL; the second is that of a classic personal access token. */
const forbidden = ['FORBIDDEN', 'INSUFFICIENT_SCOPES'];

/**
 * Asks, and says what a refusal means for who set up the workflow: a permission that the token lacks, or a branch that is protected. Any
 * other error stays as it is.
 * @param permission as a workflow grants it, such as `contents: write`
 */
export async function explained<T>(asked: Promise<T>, branch: string, permission: string): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof VendorError ? explainRefusal(error, branch, permission) : error;
  }
}

function explainRefusal(error: VendorError, branch: string, permission: string): ConfigurationError | VendorError {
  const { status, code = '', body = '', operation } = error.details;
  const said = body === '' ? error.message : body;
  if (isRuleViolation(body) || (status === 422 && /reference update failed/i.test(body)))
    return new ConfigurationError(githubMessages['github-branch-protected'](branch, said), [], { cause: error });
  if (forbidden.includes(code) || (status === 403 && /not accessible by/i.test(body)))
    return new ConfigurationError(githubMessages['github-permission-missing'](operation, permission, said), [], {
      cause: error,
    });
  return error;
}
