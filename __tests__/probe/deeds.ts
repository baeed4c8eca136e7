import { readFileSync, statSync } from 'node:fs';
import { childEnvironment } from '#kit/child-env';
import { code } from '#kit/summary';
import { findProjectTool, provideTool } from '#kit/tools';
import type { PublishedTool } from '#kit/tools';
import type { ProbeContext } from './probe.ts';

type Deed = (context: ProbeContext) => Promise<void>;

/** What `does` may say, and what is done for it. */
export const deeds = {
  pass: async () => Promise.resolve(),
  request: async (context) => {
    const answer = await context.http().request(requestOf(context));
    context.outputs.set({ seen: `${answer.status} ${answer.text()}` });
  },
  'request-json': async (context) => {
    const answer = await context.http().request(requestOf(context));
    context.outputs.set({ seen: JSON.stringify(answer.json()) });
  },
  run: async ({ inputs, environment, exec, outputs, workspace }) => {
    const [file = '', ...args] = JSON.parse(inputs.command) as string[];
    const env = childEnvironment(environment, inputs.passEnv);
    const outcome = await exec.run({
      name: 'child',
      file,
      args,
      cwd: workspace,
      env,
      timeoutMs: inputs.timeoutMs,
      ...(inputs.count > 1 ? { heartbeatMs: inputs.count } : {}),
    });
    outputs.set({ seen: JSON.stringify({ end: outcome.end, orphans: outcome.orphans, tail: outcome.tail.slice(-3) }) });
  },
  say: async ({ inputs, log }) => {
    log.info(inputs.text ?? '');
    return Promise.resolve();
  },
  secret: async ({ inputs, log, annotations, summary, outputs, exec, environment, workspace }) => {
    const token = inputs.token ?? '';
    const everywhere = [token, ...encodingsOf(token)];
    for (const form of everywhere) log.info(`own line ${form}`);
    for (const form of everywhere) annotations.add({ level: 'notice', message: `annotation ${form}`, title: form });
    for (const form of everywhere) summary.paragraph(code(`summary ${form}`));
    outputs.set({ seen: everywhere.join(' ') });
    const script = `for (const form of ${JSON.stringify(everywhere)}) { console.log('out', form); console.error('err', form); }`;
    const env = childEnvironment(environment);
    await exec.run({
      name: 'child',
      file: process.execPath,
      args: ['-e', script],
      cwd: workspace,
      env,
      timeoutMs: 60_000,
    });
  },
  'secret-file': async ({ inputs, temp, outputs, log }) => {
    const path = temp.write('key.json', inputs.token ?? '');
    outputs.set({ seen: `${(statSync(path).mode & 0o777).toString(8)} ${readFileSync(path, 'utf8').length}` });
    log.info(`wrote ${path}`);
    if (inputs.text === 'hang') await new Promise((resolve) => setInterval(resolve, 1_000_000));
  },
  annotate: async ({ inputs, annotations }) => {
    for (let index = 0; index < inputs.count; index += 1) {
      annotations.add({
        level: 'error',
        message: `problem ${index}`,
        file: 'a.ts',
        line: inputs.count - index,
        rank: index === inputs.count - 1 ? -1 : 0,
      });
    }
    if (inputs.text === 'throw') throw new Error('after annotating');
    return Promise.resolve();
  },
  summarize: async ({ inputs, summary }) => {
    summary.heading(2, 'Large');
    const rows = Array.from({ length: inputs.count }, (_, index) => [String(index), 'ä|`<b>@someone'.repeat(8)]);
    summary.table([{ title: 'Number' }, { title: 'Text' }], rows);
    summary.paragraph('The end.');
    return Promise.resolve();
  },
  state: async ({ inputs, state }) => {
    state.save('note', inputs.text ?? '');
    return Promise.resolve();
  },
  tool: async (context) => {
    await useTool(context, JSON.parse(context.inputs.text ?? '{}') as PublishedTool);
  },
  'project-tool': async ({ inputs, outputs, workspace }) => {
    outputs.set({ seen: findProjectTool(inputs.text ?? '', workspace, workspace) });
    return Promise.resolve();
  },
  'tool-elsewhere': async (context) => {
    await useTool(context, {
      name: 'no-such-tool',
      version: '1.0.0',
      builds: { 'plan9-mips': { package: 'x', integrity: '', executable: 'x' } },
    });
  },
  throw: async () => Promise.reject(new TypeError('a defect, made on purpose')),
  'throw-later': async () => {
    queueMicrotask(() => {
      throw new Error('thrown where nobody catches');
    });
    await new Promise((resolve) => setImmediate(resolve));
  },
  wait: async ({ inputs, clock, outputs, signal }) => {
    const before = clock.now();
    await clock.sleep(inputs.timeoutMs, signal);
    outputs.set({ seen: String(clock.now() - before) });
  },
} satisfies Readonly<Record<string, Deed>>;

function requestOf({ inputs }: ProbeContext): Parameters<ReturnType<ProbeContext['http']>['request']>[0] {
  return {
    vendor: 'Example',
    operation: 'ask',
    method: inputs.method,
    url: inputs.url ?? '',
    timeoutMs: inputs.timeoutMs,
    ...(inputs.token === undefined ? {} : { headers: { authorization: `Bearer ${inputs.token}` } }),
    ...(inputs.method === 'GET' ? {} : { body: 'x' }),
  };
}

async function useTool(
  { environment, exec, http, log, temp, outputs, workspace }: ProbeContext,
  tool: PublishedTool,
): Promise<void> {
  const path = await provideTool(tool, workspace, workspace, { environment, exec, http: http(), log, temp });
  outputs.set({ seen: path });
}

function encodingsOf(token: string): string[] {
  return [
    Buffer.from(token).toString('base64'),
    Buffer.from(token).toString('base64url'),
    Buffer.from(`user:${token}`).toString('base64'),
    Buffer.from(`x-access-token:${token}\n`).toString('base64'),
    encodeURIComponent(token),
    JSON.stringify({ token }),
    Buffer.from(token).toString('hex'),
    ...token.split('\n'),
  ];
}
