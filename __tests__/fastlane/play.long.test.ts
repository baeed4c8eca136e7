import { expect } from '@jest/globals';
import { PACKAGE, withPlay, type Stage } from '../emulators/google-play/harness.ts';
import { FAILURES } from './play-failures.ts';
import { RELEASES } from './play-releases.ts';
import type { Step } from './play-story.ts';
import { runFastlane, testWithFastlane, withFolder, type FastlaneRun } from './run-fastlane.ts';

/** How a run comes to its token, and what that is in the log. */
const SIGN_INS = {
  'by workload identity': {
    log: ['sts.token/exchange'],
    env: (url: string) => ({ SUPPLY_JSON_KEY_DATA: makeKey(url) }),
  },
  'by impersonation': {
    log: ['sts.token/exchange', 'iamcredentials.generateAccessToken'],
    env: (url: string) => ({
      SUPPLY_JSON_KEY_DATA: makeKey(url, {
        service_account_impersonation_url: `${url}/v1/projects/-/serviceAccounts/robot@example.test:generateAccessToken`,
      }),
    }),
  },
  'by the metadata server': {
    log: ['metadata.root', 'metadata.token'],
    env: (url: string) => ({
      GCE_METADATA_HOST: url.replace('http://', ''),
      // Without these it is not asked: they say that the machine is one of Cloud Run.
      K_SERVICE: 'a',
      K_REVISION: 'b',
      K_CONFIGURATION: 'c',
    }),
  },
} as const satisfies Record<
  NonNullable<Step['signsIn']>,
  { log: readonly string[]; env: (url: string) => Record<string, string> }
>;

function makeKey(url: string, more: object = {}): string {
  return JSON.stringify({
    type: 'external_account',
    audience: 'slipway',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${url}/token`,
    credential_source: { file: 'subject.txt' },
    ...more,
  });
}

async function runStep(
  stage: Stage,
  step: Pick<Step, 'args' | 'env' | 'files' | 'faults' | 'meanwhile' | 'signsIn'>,
): Promise<FastlaneRun> {
  const { args, env = {}, files = {}, faults = [], meanwhile, signsIn = 'by workload identity' } = step;
  for (const fault of faults) stage.faults.add(fault);
  const other =
    meanwhile === undefined
      ? undefined
      : duringRequest(stage, meanwhile.at, () => runStep(stage, { args: meanwhile.args }));
  const { url } = stage.emulator;
  const run = await withFolder({ 'subject.txt': 'fastlane', ...files }, (cwd) =>
    runFastlane({
      args,
      cwd,
      env: { ...SIGN_INS[signsIn].env(url), SUPPLY_ROOT_URL: `${url}/`, SUPPLY_PACKAGE_NAME: PACKAGE, ...env },
    }),
  );
  if (other !== undefined) expect(await other).toMatchObject({ exit: 0 });
  return run;
}

/** Holds the next request of an operation until something else is done. */
function duringRequest<T>({ faults, clock }: Stage, operation: string, act: () => Promise<T>): Promise<T> {
  faults.add({ match: { operation }, fault: { kind: 'delay', ms: 1_000 } });
  const letTimePass = clock.join('the other run');
  return new Promise((resolve, reject) => {
    const stop = clock.subscribe(() => {
      if (clock.describe().sleeps.length === 0) return;
      stop();
      act().then(resolve, reject).finally(letTimePass);
    });
  });
}

/** Operations since the n-th request, refusals with their status. */
function operationsSince(stage: Stage, n: number): string[] {
  return stage.emulator.log
    .entries()
    .slice(n)
    .map(({ operation, status }) => (status === null || status < 400 ? operation : `${operation} ${status}`));
}

function releasesIn(stage: Stage, track: string): unknown {
  const found = stage.emulator.snapshot().apps[PACKAGE]?.content.tracks.find(({ name }) => name === track);
  return found?.releases.map((release) =>
    Object.fromEntries(Object.entries(release).filter(([name]) => name !== 'batch')),
  );
}

testWithFastlane.each([...RELEASES, ...FAILURES])('$story', async ({ prepare, steps, check }) => {
  const seed = (world: Stage['world']): void => {
    world.addAccount({ email: 'fastlane@example.test', subjectTokens: ['fastlane'] });
    prepare?.(world);
  };
  // The tool's time is real time, so the emulator goes by it too.
  await withPlay({ prepare: seed, start: new Date().toISOString() }, async (stage) => {
    for (const step of steps) {
      const before = stage.emulator.log.entries().length;
      const run = await runStep(stage, step);
      const output = `${run.stdout}${run.stderr}`;
      const log = operationsSince(stage, before);
      expect({ wish: step.wish, exit: run.exit, log, output }).toEqual({
        wish: step.wish,
        exit: step.exit ?? 0,
        log: [...SIGN_INS[step.signsIn ?? 'by workload identity'].log, ...step.log],
        output: expect.any(String),
      });
      for (const text of step.prints ?? []) expect(output).toContain(text);
      for (const [track, releases] of Object.entries(step.then ?? {}))
        expect(releasesIn(stage, track)).toEqual(releases);
    }
    check?.(stage);
  });
});
