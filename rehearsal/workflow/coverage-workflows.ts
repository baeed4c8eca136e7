import type { RowGroup } from './coverage.ts';

const noContainers =
  'A rehearsal runs on the host, without containers; a job that needs them would prove nothing there.';
const noBackground =
  'Steps of a rehearsal run one after the other: a step in the background would show another order than on GitHub.';
const noImages = 'Custom images of larger runners are made by GitHub; there is no machine here to take one of.';
const starts = 'Decides whether an event starts the workflow.';
const filter = 'Whether the event passes is decided as GitHub documents its filters and their patterns.';
const activity =
  'Compared with the `action` of the payload; without the filter, the types that GitHub documents as default.';
const described = 'Shown by GitHub to people, and read by nobody else.';
const environmentOfSteps = 'Variables of the steps, with the precedence of step over job over workflow.';
const scope = 'What a job may do with its token is computed, held against its caller and against what its steps call.';
const dispatched = 'Inputs of a dispatch get their defaults and types; missing, unknown and wrong ones are refused.';
const called = 'Inputs of a call get their defaults and types; missing, unknown and wrong ones are refused.';
const condition = 'Evaluated with an implicit `success()`, unless a status function is called.';
const oneRun = 'A rehearsal is one run, so nothing waits; group name and combination with the queue are checked.';
const step = 'A step of the job.';

/** Rows of workflow files, in the order of the schema. */
export const workflowRows: readonly RowGroup[] = [
  ['workflow-root-strict', 'on', 'checked', starts],
  [
    'workflow-root-strict',
    'name run-name',
    'run',
    'The name of the workflow and of the run, in `github.workflow` and the report.',
  ],
  ['workflow-root-strict', 'description', 'without-effect', described],
  ['workflow-root-strict', 'defaults', 'run', 'Shell and folder of the `run` steps that name none.'],
  ['workflow-root-strict', 'env', 'run', environmentOfSteps],
  ['workflow-root-strict', 'permissions', 'checked', scope],
  ['workflow-root-strict', 'concurrency', 'checked', oneRun],
  ['workflow-root-strict', 'jobs', 'run', 'The graph of jobs.'],

  [
    'on-mapping-strict',
    'branch_protection_rule check_run check_suite create delete deployment deployment_status discussion discussion_comment ' +
      'fork gollum issue_comment issues label merge_group milestone page_build public pull_request pull_request_comment ' +
      'pull_request_review pull_request_review_comment pull_request_target push registry_package release ' +
      'repository_dispatch status watch workflow_run',
    'checked',
    starts,
  ],
  [
    'on-mapping-strict',
    'schedule',
    'checked',
    'The expression and the time zone are read; a tick is an event that is handed in.',
  ],
  ['on-mapping-strict', 'workflow_call', 'run', 'A job of another workflow can call it.'],
  ['on-mapping-strict', 'workflow_dispatch', 'run', 'A dispatch is an event with inputs.'],
  [
    'on-mapping-strict',
    'project project_card project_column',
    'without-effect',
    'Projects (classic) are gone from GitHub, and with them these events: nothing starts such a workflow.',
  ],
  ['on-mapping-strict', 'image_version', 'refused', noImages],
  ['branch-protection-rule-mapping', 'types', 'checked', activity],
  ['branch-protection-rule-activity-type', '=*', 'checked', activity],
  ['check-run-mapping', 'types', 'checked', activity],
  ['check-run-activity-type', '=*', 'checked', activity],
  ['check-suite-mapping', 'types', 'checked', activity],
  ['check-suite-activity-type', '=*', 'checked', activity],
  ['discussion-mapping', 'types', 'checked', activity],
  ['discussion-activity-type', '=*', 'checked', activity],
  ['discussion-comment-mapping', 'types', 'checked', activity],
  ['discussion-comment-activity-type', '=*', 'checked', activity],
  ['image-version-mapping', 'types names versions', 'refused', noImages],
  ['image-version-activity-type', '=*', 'without-effect', 'Stands only below an event that is refused.'],
  ['issue-comment-mapping', 'types', 'checked', activity],
  ['issue-comment-activity-type', '=*', 'checked', activity],
  ['issues-mapping', 'types', 'checked', activity],
  ['issues-activity-type', '=*', 'checked', activity],
  ['label-mapping', 'types', 'checked', activity],
  ['label-activity-type', '=*', 'checked', activity],
  ['merge-group-mapping', 'types', 'checked', activity],
  ['merge-group-mapping', 'branches branches-ignore', 'checked', filter],
  ['merge-group-activity-type', '=*', 'checked', activity],
  ['milestone-mapping', 'types', 'checked', activity],
  ['milestone-activity-type', '=*', 'checked', activity],
  ['project-mapping', 'types', 'without-effect', 'Projects (classic) are gone from GitHub.'],
  ['project-activity-type', '=*', 'without-effect', 'Projects (classic) are gone from GitHub.'],
  ['project-card-mapping', 'types', 'without-effect', 'Projects (classic) are gone from GitHub.'],
  ['project-card-activity-type', '=*', 'without-effect', 'Projects (classic) are gone from GitHub.'],
  ['project-column-mapping', 'types', 'without-effect', 'Projects (classic) are gone from GitHub.'],
  ['project-column-activity-type', '=*', 'without-effect', 'Projects (classic) are gone from GitHub.'],
  ['pull-request-mapping', 'types', 'checked', activity],
  ['pull-request-mapping', 'branches branches-ignore paths paths-ignore', 'checked', filter],
  ['pull-request-activity-type', '=*', 'checked', activity],
  ['pull-request-review-mapping', 'types', 'checked', activity],
  ['pull-request-review-activity-type', '=*', 'checked', activity],
  ['pull-request-review-comment-mapping', 'types', 'checked', activity],
  ['pull-request-review-comment-activity-type', '=*', 'checked', activity],
  ['pull-request-target-mapping', 'types', 'checked', activity],
  ['pull-request-target-mapping', 'branches branches-ignore paths paths-ignore', 'checked', filter],
  ['pull-request-target-activity-type', '=*', 'checked', activity],
  ['push-mapping', 'branches branches-ignore tags tags-ignore paths paths-ignore', 'checked', filter],
  ['registry-package-mapping', 'types', 'checked', activity],
  ['registry-package-activity-type', '=*', 'checked', activity],
  ['release-mapping', 'types', 'checked', activity],
  ['release-activity-type', '=*', 'checked', activity],
  ['repository-dispatch-mapping', 'types', 'checked', activity],
  ['cron-mapping', 'cron', 'checked', 'Five fields, in their ranges, not more often than every five minutes.'],
  ['cron-mapping', 'timezone', 'checked', 'A name of the IANA database.'],
  ['watch-mapping', 'types', 'checked', activity],
  ['watch-activity-type', '=*', 'checked', activity],
  ['workflow-run-mapping', 'types', 'checked', activity],
  ['workflow-run-mapping', 'workflows branches branches-ignore', 'checked', filter],
  ['workflow-run-activity-type', '=*', 'checked', activity],

  ['workflow-call-mapping', 'inputs secrets outputs', 'run', 'What a called workflow takes and gives.'],
  ['workflow-call-inputs', '*', 'run', called],
  ['workflow-call-input-definition', 'type required default', 'run', called],
  ['workflow-call-input-definition', 'description', 'without-effect', described],
  [
    'workflow-call-secrets',
    '*',
    'run',
    'The called workflow sees the secrets that it declares, if its caller passes them.',
  ],
  ['workflow-call-secret-mapping-definition', 'required', 'checked', 'A call without it does not start.'],
  ['workflow-call-secret-mapping-definition', 'description', 'without-effect', described],
  ['workflow-call-outputs', '*', 'run', 'Become `needs.<job>.outputs` of the caller.'],
  ['workflow-call-output-definition', 'value', 'run', 'Evaluated when the jobs of the called workflow are done.'],
  ['workflow-call-output-definition', 'description', 'without-effect', described],
  ['workflow-dispatch-mapping', 'inputs', 'run', dispatched],
  ['workflow-dispatch-inputs', '*', 'run', dispatched],
  ['workflow-dispatch-input', 'type required default options', 'run', dispatched],
  ['workflow-dispatch-input', 'description', 'without-effect', described],
  ['input-type-string', '=string', 'run', 'Any text.'],
  ['input-type-boolean', '=boolean', 'run', 'Either true or false.'],
  ['input-type-number', '=number', 'run', 'A number.'],
  ['input-type-choice', '=choice', 'run', 'One of its options.'],
  ['input-type-environment', '=environment', 'run', 'The name of an environment, taken as a text.'],

  ['workflow-defaults', 'run', 'run', 'Shell and folder of the `run` steps that name none.'],
  ['workflow-defaults-run', 'shell working-directory', 'run', 'Shell and folder of the `run` steps that name none.'],
  ['workflow-env', '*', 'run', environmentOfSteps],
  [
    'permissions-mapping',
    'actions artifact-metadata attestations checks code-quality contents copilot-requests deployments discussions drives ' +
      'id-token issues models packages pages pull-requests repository-projects security-events statuses vulnerability-alerts',
    'checked',
    scope,
  ],
  ['permission-level-read', '=read', 'checked', scope],
  ['permission-level-write', '=write', 'checked', scope],
  ['permission-level-no-access', '=none', 'checked', scope],
  ['permission-level-shorthand-read-all', '=read-all', 'checked', scope],
  ['permission-level-shorthand-write-all', '=write-all', 'checked', scope],
  ['concurrency-mapping', 'group cancel-in-progress queue', 'checked', oneRun],
  ['concurrency-queue', '=single =max', 'checked', oneRun],

  ['jobs', '*', 'run', 'A job; its name is held against what GitHub takes for one.'],
  ['job-factory', 'name', 'run', 'The name in the report.'],
  ['job-factory', 'needs', 'run', 'The graph of jobs; unknown names and circles are refused.'],
  ['job-factory', 'if', 'run', condition],
  ['job-factory', 'strategy', 'run', 'One job for each combination of the matrix.'],
  [
    'job-factory',
    'runs-on',
    'checked',
    'The host stands in for machines of its own system; another system and labels that nobody knows are refused.',
  ],
  ['job-factory', 'timeout-minutes', 'run', 'The job is cancelled when its time is over.'],
  [
    'job-factory',
    'cancel-timeout-minutes',
    'without-effect',
    'Not documented by GitHub; what is cancelled here ends by the times of its runner.',
  ],
  ['job-factory', 'continue-on-error', 'run', 'The failed job does not fail the run.'],
  ['job-factory', 'container services', 'refused', noContainers],
  ['job-factory', 'env', 'run', environmentOfSteps],
  [
    'job-factory',
    'environment',
    'run',
    'Its secrets and variables, as far as the rehearsal is given some; approvals are taken to be given.',
  ],
  ['job-factory', 'permissions', 'checked', scope],
  ['job-factory', 'concurrency', 'checked', oneRun],
  ['job-factory', 'outputs', 'run', 'Become `needs.<job>.outputs`.'],
  ['job-factory', 'defaults', 'run', 'Shell and folder of the `run` steps that name none.'],
  ['job-factory', 'steps', 'run', 'Run one after the other.'],
  ['job-factory', 'snapshot', 'refused', noImages],
  ['strategy', 'fail-fast', 'run', 'The rest of the matrix is cancelled when one of it fails.'],
  ['strategy', 'max-parallel', 'run', 'How many of the matrix run at a time.'],
  ['strategy', 'matrix', 'run', 'One job for each combination; at most 256.'],
  ['matrix', 'include exclude', 'run', 'Combinations are left out, extended and added as GitHub documents it.'],
  ['matrix', '*', 'run', 'A variable of the matrix.'],
  ['matrix-filter-item', '*', 'run', 'A value of a combination.'],
  [
    'runs-on-mapping',
    'labels',
    'checked',
    'The host stands in for machines of its own system; another system and labels that nobody knows are refused.',
  ],
  ['runs-on-mapping', 'group', 'checked', 'Who is in a group only GitHub knows: the labels decide, with a warning.'],
  ['container-mapping', 'image options env ports volumes credentials', 'refused', noContainers],
  ['container-env', '*', 'refused', noContainers],
  ['container-registry-credentials', 'username password', 'refused', noContainers],
  ['services', '*', 'refused', noContainers],
  [
    'service-container-mapping',
    'image options env ports volumes credentials entrypoint command',
    'refused',
    noContainers,
  ],
  ['job-env', '*', 'run', environmentOfSteps],
  ['job-environment-mapping', 'name', 'run', 'Its secrets and variables, as far as the rehearsal is given some.'],
  ['job-environment-mapping', 'url', 'run', 'Evaluated at the end of the job, and shown.'],
  [
    'job-environment-mapping',
    'deployment',
    'checked',
    'Only GitHub keeps deployment records; the value has to be a boolean.',
  ],
  ['job-outputs', '*', 'run', 'Become `needs.<job>.outputs`.'],
  ['job-defaults', 'run', 'run', 'Shell and folder of the `run` steps that name none.'],
  ['job-defaults-run', 'shell working-directory', 'run', 'Shell and folder of the `run` steps that name none.'],

  ['run-step', 'name id timeout-minutes run continue-on-error env working-directory shell', 'run', step],
  ['run-step', 'if', 'run', condition],
  ['run-step', 'background', 'refused', noBackground],
  ['regular-step', 'name id continue-on-error timeout-minutes uses with env', 'run', step],
  ['regular-step', 'if', 'run', condition],
  ['regular-step', 'background', 'refused', noBackground],
  ['step-env', '*', 'run', environmentOfSteps],
  ['step-with', '*', 'run', 'An input of the action; unknown ones are reported, as by the runner.'],
  ['wait-step', 'name id continue-on-error wait', 'refused', noBackground],
  ['wait-all-step', 'name id continue-on-error wait-all', 'refused', noBackground],
  ['cancel-step', 'name id continue-on-error cancel', 'refused', noBackground],
  ['parallel-step', 'parallel', 'refused', noBackground],
  ['snapshot-mapping', 'image-name if version', 'refused', noImages],

  ['workflow-job', 'name', 'run', 'The name in the report.'],
  ['workflow-job', 'uses', 'run', 'The workflow that is called, at most nine levels deep.'],
  ['workflow-job', 'with', 'run', called],
  [
    'workflow-job',
    'secrets',
    'run',
    'What the called workflow sees of the secrets; missing and unknown ones are refused.',
  ],
  ['workflow-job', 'needs', 'run', 'The graph of jobs; unknown names and circles are refused.'],
  ['workflow-job', 'if', 'run', condition],
  ['workflow-job', 'permissions', 'checked', scope],
  ['workflow-job', 'concurrency', 'checked', oneRun],
  ['workflow-job', 'strategy', 'run', 'One call for each combination of the matrix.'],
  ['workflow-job-with', '*', 'run', called],
  ['workflow-job-secrets-mapping', '*', 'run', 'A secret under the name that the called workflow declares.'],
  ['workflow-job-secrets-inherit', '=inherit', 'run', 'All secrets of the caller; within one owner only.'],
];

/** An event may also stand as a mere name, alone or in a list; the schema has a definition of its own for each. */
export const eventStrings: readonly RowGroup[] = workflowRows
  .filter(([definition]) => definition === 'on-mapping-strict')
  .flatMap(([, events, state, reason]) =>
    events.split(' ').map((event): RowGroup => [`${event.replaceAll('_', '-')}-string`, `=${event}`, state, reason]),
  );
