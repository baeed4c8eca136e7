import { runAction } from '#kit/action';
import type { Phase } from '#kit/action';
import { createProcessHost } from '#kit/host';
import { probe } from './probe.ts';

export async function start(_name: string, phase: Phase): Promise<void> {
  const code = await runAction(probe, phase, createProcessHost());
  process.stdout.write('', () => {
    process.exit(code);
  });
}
