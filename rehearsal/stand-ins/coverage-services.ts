import { resolve } from 'node:path';
import { existsSync } from 'node:fs';
import type { StandIn, StandInInput } from './stand-in.ts';

/** A service that coverage would be sent to: nothing leaves this machine, but that there is something to send is looked at. */
function sendsNothing(fileInput: string, others: readonly string[]): StandIn {
  const inputs: Record<string, StandInInput> = { [fileInput]: {} };
  for (const name of others) inputs[name] = {};
  return {
    does: 'looks whether the report is there, and sends nothing',
    inputs,
    run: ({ input, say, site }) => {
      const files = input(fileInput)
        .split(/[,\n]/)
        .map((file) => file.trim())
        .filter(Boolean);
      const missing = files.filter((file) => !existsSync(resolve(site.workspace, file)));
      if (missing.length > 0) return { failure: `there is no file ${missing.join(', ')} to send` };
      say(`Would send ${files.join(', ')}`);
      return {};
    },
  };
}

/** https://github.com/codecov/codecov-action */
export const codecov = sendsNothing('files', [
  ...['disable_search', 'fail_ci_if_error', 'flags', 'token', 'name', 'slug', 'directory', 'exclude', 'env_vars'],
  ...['use_oidc', 'verbose', 'dry_run', 'report_type', 'override_branch', 'override_commit', 'override_pr', 'version'],
]);

/** https://github.com/coverallsapp/github-action */
export const coveralls = sendsNothing('file', [
  ...['format', 'flag-name', 'fail-on-error', 'github-token', 'parallel', 'parallel-finished', 'carryforward', 'debug'],
  ...['base-path', 'git-branch', 'git-commit', 'compare-ref', 'compare-sha', 'measure', 'allow-empty', 'build-number'],
]);
