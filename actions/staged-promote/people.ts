import type { Markdown, Text } from '#kit/summary';
import { tagOf, type ReleaseId } from '#rollout/entries';
import type { PromoteContext } from './context.ts';

/** What people read and type, the same in the summary, in issues and at deployments. */

/** "gh workflow run mobile-promote.yml -f command=resume …", with the file that this run is of. */
export function tellCommand(
  { environment }: PromoteContext,
  command: string,
  release: ReleaseId,
  platform?: string,
): string {
  const confirm = ['promote', 'resume', 'complete'].includes(command) ? ` -f confirm=${release.version}` : '';
  const only = platform === undefined ? '' : ` -f platform=${platform}`;
  return `gh workflow run ${readFileName(environment) ?? 'mobile-promote.yml'} -f command=${command} -f release='${tagOf(release)}'${only}${confirm}`;
}

/** Of the workflow that GitHub was asked to run: "owner/repo/.github/workflows/mobile-promote.yml@refs/heads/main". */
export function readFileName(environment: PromoteContext['environment']): string | undefined {
  return /\/\.github\/workflows\/([\w.-]+\.ya?ml)@/.exec(environment['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
}

/** The address of the page of a run, "9001.1" by its id and attempt; undefined outside of GitHub. */
export function addressOf({ environment }: PromoteContext, run: string): string | undefined {
  const [, id, attempt] = /^(\d+)\.(\d+)$/.exec(run) ?? [];
  const repository = environment['GITHUB_REPOSITORY'];
  if (id === undefined || repository === undefined) return undefined;
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return `${server}/${repository}/actions/runs/${id}${attempt === '1' ? '' : `/attempts/${attempt}`}`;
}

/** A link to a run. */
export function tellRun(context: PromoteContext, run: string): Text {
  const address = addressOf(context, run);
  if (address === undefined) return `run ${run}`;
  const link: Markdown = { markdown: `[run ${run.split('.')[0] ?? run}](${address})` };
  return link;
}
