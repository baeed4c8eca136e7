import { ALL_FAULTS, casesFor } from '#emulators/base/fault-cases';
import type { FaultCase } from '#emulators/base/fault-cases';
import { createFaultPlan } from '#emulators/base/fault-plan';
import type { Fault } from '#emulators/base/fault-plan';
import type { GitHubWorld } from '#emulators/github/world';
import { CancelledError, ForeseenError } from '#kit/errors';
import { kitMessages } from '#kit/messages';
import type { GitHub } from '#vendors/github/client';
import { withClient } from './stage.ts';
import type { ClientStage } from './stage.ts';

/** Something that is done at GitHub, and how to tell whether it was done. */
export interface Situation<R> {
  readonly prepare: (world: GitHubWorld) => void;
  /** As a controller does it: it looks, and does what is left to do. */
  readonly run: (github: GitHub) => Promise<R>;
  /** Whether the result says that all of it is done. */
  readonly says: (result: R) => boolean;
  /** The world as far as it matters, without what differs from run to run. */
  readonly view: (stage: ClientStage) => unknown;
}

const vague = { errors: [{ message: 'Something went wrong while executing your query. Please include `A1` ...' }] };

/** How GraphQL fails besides: with 200. */
const graphqlFaults: readonly Fault[] = [
  { kind: 'status', status: 200, body: { data: null, ...vague } },
  { kind: 'status', status: 200, body: { data: null, ...vague }, when: 'after' },
  { kind: 'status', status: 200, body: { errors: [{ type: 'NEW_KIND', message: 'Something new' }] } },
  { kind: 'status', status: 200, body: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] } },
  {
    kind: 'status',
    status: 200,
    body: { data: { repository: { ref: null }, createCommitOnBranch: { commit: { oid: 'f'.repeat(40) } } }, ...vague },
    when: 'after',
  },
  { kind: 'status', status: 200, body: { data: null } },
];

/** A secondary limit that only its words tell. */
const limited: Fault = {
  kind: 'status',
  status: 403,
  body: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
};

/**
 * Runs a situation once for every request that it makes and every fault that this can meet, each time followed by a run without
 * faults. Each problem is a line: something reported that is not there, a limit that was not waited for, or a world at the end
 * that is another one than without any fault.
 */
export async function findFaultProblems<R>(
  situation: Situation<R>,
): Promise<{ readonly runs: number; readonly problems: readonly string[] }> {
  const { prepare, run, says, view } = situation;
  let cases: readonly FaultCase[] = [];
  let wanted = '';
  await withClient({ prepare }, async (stage) => {
    if (!says(await run(stage.github()))) throw new Error('Without any fault it is not done either.');
    const log = stage.emulator.log.entries();
    const graphql = log.filter(({ operation }) => operation.startsWith('graphql/'));
    cases = [...casesFor(log, [...ALL_FAULTS, limited]), ...casesFor(graphql, graphqlFaults)];
    wanted = JSON.stringify(view(stage), null, 1);
  });
  const problems: string[] = [];
  for (const one of cases) problems.push(...(await runCase(situation, one, wanted)));
  return { runs: cases.length, problems };
}

async function runCase<R>(
  { prepare, run, says, view }: Situation<R>,
  { name, match, fault }: FaultCase,
  wanted: string,
): Promise<readonly string[]> {
  const problems: string[] = [];
  // In this process a caller is killed by what a killed one does: it asks nothing more.
  const killed = new AbortController();
  const kill = (): void => {
    killed.abort(new CancelledError(kitMessages.cancelled()));
  };
  await withClient({ prepare, faults: createFaultPlan([{ match, fault }], kill) }, async (stage) => {
    const title = `${name} ${'body' in fault ? JSON.stringify(fault.body) : ''}`;
    const outcome = await attempt(async () => run(stage.github(undefined, killed.signal)));
    if (stage.faults.unused().length > 0) problems.push(`${title}: the fault met nothing`);
    const now = JSON.stringify(view(stage), null, 1);
    const said = 'result' in outcome && says(outcome.result);
    if (said && now !== wanted) problems.push(`${title}: reported, and not so: ${now}`);
    const limits = /rate.limit/i.test(JSON.stringify(fault));
    if (!said && limits) problems.push(`${title}: a limit was not waited for`);
    const again = await attempt(async () => run(stage.github()));
    if (!('result' in again && says(again.result))) problems.push(`${title}: not done by the run after it`);
    const then = JSON.stringify(view(stage), null, 1);
    if (then !== wanted) problems.push(`${title}: afterwards there is ${then} and not ${wanted}`);
  });
  return problems;
}

async function attempt<R>(act: () => Promise<R>): Promise<{ readonly result: R } | { readonly failed: true }> {
  try {
    return { result: await act() };
  } catch (error) {
    if (error instanceof ForeseenError) return { failed: true };
    throw error;
  }
}
