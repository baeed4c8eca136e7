import type { RowGroup } from './coverage.ts';

const noContainers =
  'A Docker action needs a container, and a rehearsal runs on the host; declare a stand-in for the action.';
const goneNode = 'That Node is gone from the runners; `node24` is what runs today.';
const described = 'Shown by GitHub to people, and read by nobody else.';
const environmentOfSteps = 'Variables of the step.';
const input = 'An input of the action, with its default.';
const step = 'A step of a composite action.';
const phase = 'A file that the runner starts with its own Node.';
const phaseCondition = 'Evaluated as it stands; `always()` when absent.';

/** Rows of `action.yml`, in the order of the schema. */
export const actionRows: readonly RowGroup[] = [
  ['action-root-strict', 'name', 'run', 'The name of the step that has none of its own.'],
  ['action-root-strict', 'description author branding', 'without-effect', described],
  ['action-root-strict', 'inputs', 'run', input],
  ['action-root-strict', 'outputs', 'run', 'Become `steps.<id>.outputs`.'],
  ['action-root-strict', 'runs', 'run', 'What the action is.'],
  ['inputs-strict', '*', 'run', input],
  ['input-strict', 'description', 'without-effect', described],
  [
    'input-strict',
    'required',
    'checked',
    'The runner does not insist on it; that nothing was passed is said as a warning.',
  ],
  ['input-strict', 'default', 'run', input],
  ['input-strict', 'deprecationMessage', 'run', 'A warning for who passes the input.'],
  ['input-strict', '*', 'without-effect', 'GitHub takes any other name here and does nothing with it.'],
  ['outputs', '*', 'run', 'Becomes `steps.<id>.outputs.<name>`.'],
  ['output-definition', 'description', 'without-effect', described],
  ['output-definition', 'value', 'run', 'Evaluated at the end of a composite action.'],
  [
    'container-runs-strict',
    'using image entrypoint args env pre-entrypoint pre-if post-entrypoint post-if',
    'refused',
    noContainers,
  ],
  ['container-runs-env', '*', 'refused', noContainers],
  ['node-runs-strict', 'using main pre post', 'run', phase],
  ['node-runs-strict', 'pre-if post-if', 'run', phaseCondition],
  ['composite-runs-strict', 'using steps', 'run', 'Its steps run in the place of the step.'],
  ['using', '=docker', 'refused', noContainers],
  ['using', '=node12 =node16', 'refused', goneNode],
  ['using', '=node20', 'run', 'Forced onto Node 24 by the runner, and so here.'],
  ['using', '=node24 =composite', 'run', 'What runs today.'],
  ['run-step', 'name id if run shell env continue-on-error working-directory', 'run', step],
  ['step-env', '*', 'run', environmentOfSteps],
  ['uses-step', 'name id if uses with env continue-on-error', 'run', step],
  ['step-with', '*', 'run', 'An input of the action; unknown ones are reported, as by the runner.'],
  ['branding', 'icon color', 'without-effect', described],
  ['branding-icon', '=*', 'without-effect', described],
  ['branding-color', '=*', 'without-effect', described],
];
