import { runAction } from '#kit/action';
import type { Host, Phase } from '#kit/action';
import { createProcessHost } from '#kit/host';

/** Every action of the suite. Loaded on demand: a step pays only for the stage that it runs. */
const actions = {
  'quality-comment': async (phase, host) =>
    runAction((await import('./quality-comment/main.ts')).qualityComment, phase, host),
  'store-upload': async (phase, host) => runAction((await import('./store-upload/main.ts')).storeUpload, phase, host),
  'release-version': async (phase, host) =>
    runAction((await import('./release-version/main.ts')).releaseVersion, phase, host),
  'staged-promote': async (phase, host) =>
    runAction((await import('./staged-promote/main.ts')).stagedPromote, phase, host),
  'quality-gate': async (phase, host) => runAction((await import('./quality-gate/main.ts')).qualityGate, phase, host),
} as const satisfies Readonly<Record<string, (phase: Phase, host: Host) => Promise<number>>>;

export type ActionName = keyof typeof actions;

/** What each stub in dist/ calls: runs one phase of one action and ends the process with its verdict. */
export async function start(name: ActionName, phase: Phase): Promise<void> {
  const code = await actions[name](phase, createProcessHost());
  // Ends what may still hold the process: keep-alive sockets, pipes that a daemon of the user's inherited. The empty
  // write comes back when everything before it has left.
  process.stdout.write('', () => {
    process.exit(code);
  });
}
