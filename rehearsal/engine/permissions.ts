import type { Job, PermissionsSetting } from '#rehearsal/workflow/workflow';
import type { WorkflowScope } from './run-state.ts';

/** What a GITHUB_TOKEN may be given. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions */
const scopes = [
  ...['actions', 'artifact-metadata', 'attestations', 'checks', 'contents', 'deployments', 'discussions', 'id-token'],
  ...['issues', 'models', 'packages', 'pages', 'pull-requests', 'repository-projects', 'security-events', 'statuses'],
];

/** The restricted default that new repositories have. */
const byDefault: Readonly<Record<string, string>> = { contents: 'read', packages: 'read' };

const rank: Readonly<Record<string, number>> = { none: 0, read: 1, write: 2 };

/** What the token of a job may do: what the job or its workflow asks for, never more than the calling job has. */
export function jobPermissions(scope: WorkflowScope, job: Job): Readonly<Record<string, string>> {
  const setting = job.permissions ?? scope.workflow.permissions;
  const asked = setting === undefined ? (scope.granted ?? byDefault) : spell(setting);
  const { granted } = scope;
  if (granted === undefined) return asked;
  return Object.fromEntries(
    Object.entries(asked).flatMap(([name, level]) => {
      const most = granted[name] ?? 'none';
      const given = (rank[level] ?? 0) <= (rank[most] ?? 0) ? level : most;
      return given === 'none' ? [] : [[name, given]];
    }),
  );
}

function spell({ all, scopes: named }: PermissionsSetting): Record<string, string> {
  if (all !== undefined) return Object.fromEntries(scopes.map((name) => [name, all]));
  return Object.fromEntries(named.filter(({ level }) => level !== 'none').map(({ name, level }) => [name, level]));
}
