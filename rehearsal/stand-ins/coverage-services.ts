import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { StandIn, StandInCall, StandInOutcome } from './stand-in.ts';

/** https://github.com/codecov/codecov-action: looks for the report as the action does, and sends it nowhere. */
export const codecov: StandIn = {
  does: 'looks for the coverage report and sends it nowhere',
  inputs: {
    files: {},
    disable_search: {
      default: 'false',
    },
    fail_ci_if_error: { default: 'false' },
    flags: {},
    name: {},
    token: {},
    verbose: { default: 'false' },
    use_oidc: { default: 'false', refused: 'there is no identity that Codecov would take' },
  },
  run: (call) => look(call, call.input('files').split(','), call.input('fail_ci_if_error') === 'true'),
};

/** https://github.com/coverallsapp/github-action, likewise. */
export const coveralls: StandIn = {
  does: 'looks for the coverage report and sends it nowhere',
  inputs: {
    'github-token': { default: '${{ github.token }}' },
    file: {},
    files: {},
    format: {},
    'flag-name': {},
    'fail-on-error': { default: 'true' },
    'base-path': {},
    parallel: { default: 'false', refused: 'nothing puts the parts of several jobs together' },
    'parallel-finished': { default: 'false', refused: 'nothing puts the parts of several jobs together' },
  },
  run: (call) =>
    look(call, [call.input('file'), ...call.input('files').split(' ')], call.input('fail-on-error') !== 'false'),
};

function look({ site, say }: StandInCall, given: readonly string[], strict: boolean): StandInOutcome {
  const files = given.map((file) => file.trim()).filter((file) => file !== '');
  if (files.length === 0) return { warning: 'no file is named, and a stand-in does not search as the action would' };
  const missing = files.filter((file) => !isFile(resolve(site.workspace, file)));
  for (const file of files) say(`${file}: ${missing.includes(file) ? 'not there' : 'would be sent'}`);
  if (missing.length === 0) return {};
  const reason = `there is no ${missing.join(', ')}`;
  return strict ? { failure: reason } : { warning: reason };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
