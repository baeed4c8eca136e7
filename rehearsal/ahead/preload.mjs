/**
 * Started before there is work: `node --import file:///.../preload.mjs?cache=<folder> action.js` with a pipe at descriptor 3. It waits
 * there for its working directory, its environment and the modules that are to be loaded before the action, all as one JSON text,
 * and becomes what it would be had it been started with them. The end of the pipe without a text ends it.
 */
import { closeSync, readSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

const key = 'modules before the action';

if (isMainThread) {
  // What actions load first, and what their first question for a time zone loads, while nobody waits for it.
  for (const name of ['child_process', 'crypto', 'http', 'https', 'os']) process.getBuiltinModule(`node:${name}`);
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', hour: 'numeric' }).format(0);
  // The next process need not compile again what this one will.
  enableCompileCache(new URL(import.meta.url).searchParams.get('cache'));
  const text = readAll(3);
  if (text === '') process.exit(0);
  const work = JSON.parse(text);
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, work.env);
  process.chdir(work.cwd);
  // Threads of the process load this module again, and processes that it forks take over its arguments.
  setEnvironmentData(key, work.imports);
}
const imports = getEnvironmentData(key);
process.execArgv = imports.map((each) => `--import=${each}`);
for (const each of imports) await import(each);

function readAll(pipe) {
  const chunks = [];
  const chunk = Buffer.alloc(64 * 1024);
  for (let size = readSync(pipe, chunk); size > 0; size = readSync(pipe, chunk))
    chunks.push(Buffer.from(chunk.subarray(0, size)));
  closeSync(pipe);
  return Buffer.concat(chunks).toString('utf8');
}
