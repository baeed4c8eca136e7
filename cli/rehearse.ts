import { join } from 'node:path';
import type { Command } from './command.ts';
import { runLocalStep } from './local-step.ts';

const example = { workspace: 'examples/tracker', action: 'quality-gate', inputs: { 'working-directory': 'mobile' } };

export const rehearse: Command = {
  usage: 'rehearse',
  summary: 'Run the quality gate from dist/ on the example app, as GitHub would, and show its summary.',
  run: async (args, root) => {
    if (args.length > 0) {
      console.error(`slipway rehearse takes no arguments; got: ${args.join(' ')}`);
      return 2;
    }
    const { workspace, action, inputs } = example;
    const folder = `${workspace}/${inputs['working-directory']}`;
    console.log(`Rehearsing ${action} on ${folder}: from dist/, in the environment that a runner gives.\n`);
    return runLocalStep(root, { action, inputs, workspace: join(root, workspace) });
  },
};
