import { expect } from '@jest/globals';
import { startTlsProxy } from '#emulators/base/tls-proxy';
import { withAsc, type Stage } from '../emulators/app-store-connect/harness.ts';
import { STORIES } from './app-store-stories.ts';
import { AT_ONCE, HOST, type Step } from './app-store-story.ts';
import { runFastlane, testWithFastlane, withFolder, type FastlaneRun } from './run-fastlane.ts';

async function runStep(stage: Stage, step: Step): Promise<FastlaneRun> {
  const { key, emulator, faults } = stage;
  step.before?.(stage);
  for (const fault of step.faults ?? []) faults.add(fault);
  const proxy = await startTlsProxy({ [HOST]: emulator.url });
  const stop = act(stage, step);
  try {
    const keyFile = JSON.stringify({ key_id: key.keyId, issuer_id: key.issuerId, key: key.privateKey });
    return await withFolder({ 'key.json': keyFile, ...step.files }, (cwd) =>
      runFastlane({
        args: step.args,
        cwd,
        env: { SPACESHIP_PROXY: proxy.url, SSL_CERT_FILE: proxy.authority, PILOT_WAIT_PROCESSING_INTERVAL: '1' },
      }),
    );
  } finally {
    stop();
    await proxy.stop();
    expect(proxy.refused).toEqual([]);
  }
}

/** Does what a story wants to be done in the middle of a run. */
function act(stage: Stage, { meanwhile }: Step): () => void {
  if (meanwhile === undefined) return () => undefined;
  const start = stage.emulator.log.entries().length;
  let done = false;
  const watch = setInterval(() => {
    const asked = stage.emulator.log.entries().slice(start);
    if (done || asked.filter(({ operation }) => operation === meanwhile.after).length < meanwhile.times) return;
    done = true;
    meanwhile.act(stage);
  }, 50);
  return () => {
    clearInterval(watch);
    expect(done).toBe(true);
  };
}

/** Writes since the n-th request, refusals with their status. */
function writesSince(stage: Stage, n: number): string[] {
  return stage.emulator.log
    .entries()
    .slice(n)
    .filter(({ reads }) => !reads)
    .map(({ operation, status }) => (status !== null && status < 400 ? operation : `${operation} ${status}`));
}

testWithFastlane.each(STORIES)('$story', async ({ prepare, steps }) => {
  await withAsc({ settings: AT_ONCE, start: new Date().toISOString() }, async (stage) => {
    prepare?.(stage);
    for (const step of steps) {
      const before = stage.emulator.log.entries().length;
      const { exit, stdout, stderr } = await runStep(stage, step);
      const output = `${stdout}${stderr}`;
      expect({ wish: step.wish, exit, writes: writesSince(stage, before), output }).toEqual({
        wish: step.wish,
        exit: step.exit ?? 0,
        writes: step.writes,
        output: expect.any(String),
      });
      for (const text of step.prints ?? []) expect(output).toContain(text);
      step.then?.(stage);
    }
  });
});
