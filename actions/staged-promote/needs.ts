import { childEnvironment } from '#kit/child-env';
import { ForeseenError } from '#kit/errors';
import { describeEnd } from '#kit/exec';
import type { Need } from '#rollout/policy';
import type { PromoteContext } from './context.ts';

export interface NeedState {
  readonly met: boolean;
  readonly detail: string;
}

const timeoutMs = 60_000;

/** Asks whether what the release needs is there. What gives no answer is not there. */
export async function askNeeds(
  context: PromoteContext,
  needs: readonly Need[],
): Promise<Readonly<Record<string, NeedState>>> {
  const answers = await Promise.all(needs.map(async (need) => [need.name, await askNeed(context, need)] as const));
  return Object.fromEntries(answers);
}

async function askNeed({ exec, environment, inputs, http }: PromoteContext, { name, check }: Need): Promise<NeedState> {
  if ('run' in check) {
    const { end } = await exec.run({
      name: `need ${name}`,
      file: 'bash',
      args: ['-eo', 'pipefail', '-c', check.run],
      cwd: inputs.workingDirectory,
      env: childEnvironment(environment, inputs.passEnv),
      timeoutMs,
    });
    const met = end.kind === 'exited' && end.code === 0;
    return { met, detail: met ? 'its command says so' : `its command ended with ${describeEnd(end)}` };
  }
  const host = new URL(check.url).host;
  try {
    const answer = await http().request({
      vendor: host,
      operation: `ask for ${name}`,
      method: 'GET',
      url: check.url,
      timeoutMs,
    });
    const met = Buffer.from(answer.body).toString('utf8').includes(check.contains);
    return { met, detail: met ? `${host} says so` : `the answer of ${host} does not contain "${check.contains}"` };
  } catch (error) {
    if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
    return { met: false, detail: error.notes[0].text };
  }
}
