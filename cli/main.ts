import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suggest } from '#kit/suggest';
import type { Command } from './command.ts';

/** Loaded on demand: a command pays only for what it uses. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  rehearse: async () => (await import('./rehearse.ts')).rehearse,
  report: async () => (await import('./report.ts')).report,
  emulate: async () => (await import('./emulate.ts')).emulate,
  quality: async () => (await import('./quality.ts')).quality,
  test: async () => (await import('../scripts/test.ts')).test,
  check: async () => (await import('../scripts/check.ts')).check,
  build: async () => (await import('../scripts/build.ts')).build,
  mutants: async () => (await import('../scripts/mutants.ts')).mutants,
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// Node strips the types of our sources at every start; kept, that is half of the time until a rehearsal begins.
enableCompileCache(join(root, '.slipway', 'compile-cache'));
const [name, ...args] = process.argv.slice(2);
process.exitCode = await main();

async function main(): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(await describeCommands());
    return 0;
  }
  const load = commands[name];
  if (load === undefined) {
    const near = suggest(name, Object.keys(commands));
    console.error(`slipway: there is no command "${name}"${near === undefined ? '' : `; did you mean "${near}"?`}\n`);
    console.error(await describeCommands());
    return 2;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    console.log(`${command.summary}\n\nUsage: ./slipway ${command.usage}`);
    return 0;
  }
  return command.run(args, root);
}

async function describeCommands(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const width = 36;
  const lines = all.map(({ usage, summary }) =>
    // What does not fit its column stands on a line of its own.
    usage.length > width
      ? `  ./slipway ${usage}\n${' '.repeat(width + 13)}${summary}`
      : `  ./slipway ${usage.padEnd(width)} ${summary}`,
  );
  return ['Usage:', ...lines].join('\n');
}
