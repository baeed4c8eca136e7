import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { findProgram } from '#rehearsal/runner/shells';
import type { StandIn, StandInCall, StandInOutcome } from './stand-in.ts';

/** https://github.com/actions/setup-java: the Java of this machine, whatever its version. */
export const setupJava: StandIn = {
  does: 'gives the job the Java of this machine',
  inputs: {
    'java-version': {},
    'java-version-file': {},
    distribution: {},
    'java-package': { default: 'jdk' },
    architecture: {},
    'check-latest': { default: 'false' },
    cache: {},
    'cache-dependency-path': {},
    'overwrite-settings': { default: 'true' },
  },
  run: (call) =>
    takeFromMachine(call, 'java', call.input('java-version'), ['-version'], (program) => {
      const home = call.site.machine['JAVA_HOME'] ?? dirname(dirname(program));
      return { env: { JAVA_HOME: home }, outputs: { path: home, distribution: call.input('distribution') } };
    }),
};

/** https://github.com/ruby/setup-ruby: the Ruby of this machine, whatever its version. */
export const setupRuby: StandIn = {
  does: 'gives the job the Ruby of this machine',
  inputs: {
    'ruby-version': { default: 'default' },
    'bundler-cache': {
      default: 'false',
      refused: 'gems would be installed into this machine; run "bundle install" as a step',
    },
    bundler: { default: 'Gemfile.lock' },
    rubygems: { default: 'default' },
    'working-directory': { default: '.' },
    'cache-version': { default: '0' },
  },
  run: (call) =>
    takeFromMachine(call, 'ruby', call.input('ruby-version'), ['--version'], (program) => ({
      outputs: { 'ruby-prefix': dirname(dirname(program)) },
    })),
};

function takeFromMachine(
  { say, site }: StandInCall,
  name: string,
  wanted: string,
  ask: readonly string[],
  describe: (program: string) => StandInOutcome,
): StandInOutcome {
  const program = findProgram(name, site.machine['PATH'] ?? '');
  if (program === undefined)
    return { failure: `${name} is not on this machine's PATH; the workflow asks for ${wanted}` };
  const { stdout, stderr } = spawnSync(program, ask, { encoding: 'utf8' });
  const version = `${stdout}${stderr}`.trim().split('\n', 1).join();
  say(`${version} at ${program}`);
  const outcome = describe(program);
  return {
    ...outcome,
    path: [dirname(program)],
    warning: `the ${name} of this machine stands in for ${wanted}: ${version}`,
  };
}
