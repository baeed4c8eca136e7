import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suggest } from '#kit/suggest';
import { build } from '../scripts/build.ts';
import { check } from '../scripts/check.ts';
import { mutants } from '../scripts/mutants.ts';
import { test } from '../scripts/test.ts';
import type { Command } from './command.ts';
import { quality } from './quality.ts';
import { rehearse } from './rehearse.ts';

const commands: Readonly<Record<string, Command>> = { rehearse, quality, test, check, build, mutants };

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, ...args] = process.argv.slice(2);
process.exitCode = await main();

async function main(): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(describeCommands());
    return 0;
  }
  const command = commands[name];
  if (command === undefined) {
    const near = suggest(name, Object.keys(commands));
    console.error(`slipway: there is no command "${name}"${near === undefined ? '' : `; did you mean "${near}"?`}\n`);
    console.error(describeCommands());
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    console.log(`${command.summary}\n\nUsage: ./slipway ${command.usage}`);
    return 0;
  }
  return command.run(args, root);
}

function describeCommands(): string {
  const lines = Object.values(commands).map(({ usage, summary }) => `  ./slipway ${usage.padEnd(36)} ${summary}`);
  return ['Usage:', ...lines].join('\n');
}
