/** GitHub's limits, as its documentation gave them on 2026-11-25. */
export const limits = {
  /**
   * The workflow that is started and nine levels below it.
   * https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows#nesting-reusable-workflows
   */
  levels: 10,
  /** https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations#limitations-of-reusable-workflows */
  calledWorkflows: 50,
  /** https://docs.github.com/en/actions/reference/limits#existing-system-limits */
  matrixJobs: 256,
  /** https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#providing-inputs */
  dispatchInputs: 25,
  dispatchCharacters: 65_535,
  /** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsrun */
  scriptCharacters: 21_000,
  /** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#git-diff-comparisons */
  changedFiles: 300,
  /** actions/runner, WorkflowTemplateConverter.ConvertToConcurrency */
  concurrencyGroupCharacters: 400,
  /** actions/runner, ParseOptions.MaxFileSize */
  fileCharacters: 1024 * 1024,
  /** actions/runner, WorkflowConstants.MaxNodeNameLength */
  identifierCharacters: 100,
  /** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onschedule */
  minutesBetweenTicks: 5,
} as const;
