import { statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { suggest } from '#kit/suggest';
import { readManifest } from '#rehearsal/runner/manifest';
import type { Command } from './command.ts';
import { runLocalStep } from './local-step.ts';

const action = 'quality-gate';

export const quality: Command = {
  usage: 'quality [PATH] [--INPUT VALUE ...]',
  summary: 'Run the quality gate on any checkout whose packages are installed, outside GitHub.',
  run: async (args, root) => {
    const parsed = parseArguments(args, Object.keys(readManifest(join(root, 'actions', action)).inputs));
    if (typeof parsed === 'string') {
      console.error(`slipway quality: ${parsed}`);
      return 2;
    }
    const workspace = resolve(parsed.path);
    if (statSync(workspace, { throwIfNoEntry: false })?.isDirectory() !== true) {
      console.error(`slipway quality: there is no folder "${parsed.path}"`);
      return 2;
    }
    return runLocalStep(root, { action, workspace, inputs: parsed.inputs, env: environmentFor(root, workspace) });
  },
};

interface Parsed {
  readonly path: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** @returns what is wrong, as a text. */
function parseArguments(args: readonly string[], known: readonly string[]): Parsed | string {
  const inputs: Record<string, string> = {};
  const paths: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (!argument.startsWith('--')) {
      paths.push(argument);
      continue;
    }
    const name = argument.slice(2);
    if (!known.includes(name)) {
      const near = suggest(name, known);
      return `there is no input "${name}"${near === undefined ? '' : `; did you mean "${near}"?`} There are: ${known.join(', ')}`;
    }
    index += 1;
    const value = args[index];
    if (value === undefined) return `"--${name}" needs a value`;
    inputs[name] = value;
  }
  if (paths.length > 1) return `one folder at a time; got: ${paths.join(', ')}`;
  return { path: paths[0] ?? '.', inputs };
}

/** This repository's own tests need its Node and a flag for ES modules; a workflow would say so under `env:`. */
function environmentFor(root: string, workspace: string): Record<string, string> {
  if (workspace !== root) return {};
  return {
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
  };
}
