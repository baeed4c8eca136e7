import type { Action } from '#kit/action';
import { ConfigurationError, ForeseenError } from '#kit/errors';
import type { Order } from '#rollout/decision';
import { tagOf, type ReleaseId } from '#rollout/entries';
import { isFinished, readLedgers, type Ledgers, type Rollout } from '#rollout/ledgers';
import type { Policy } from '#rollout/policy';
import type { GitHub } from '#vendors/github/client';
import { readRunner } from '#rollout/runner';
import { brake, findApps, type Braked } from './brake.ts';
import { callPeople } from './calls.ts';
import { outputs, type Fields, type PromoteContext } from './context.ts';
import { showDeployments } from './deployments.ts';
import { fields } from './inputs.ts';
import { openGitHub, openLedgers } from './ledger-branch.ts';
import { messages } from './messages.ts';
import { open, readRelease } from './open.ts';
import { loadPolicy } from './policy.ts';
import { readPulse, unknownPulse } from './pulse.ts';
import { report } from './report.ts';
import { createStores, type Stores } from './stores.ts';
import { tick, type Ticked, type Ticking } from './tick.ts';
import { listTroubles } from './troubles.ts';

export const stagedPromote: Action<Fields, keyof typeof outputs> = { name: 'staged-promote', fields, outputs, main };

const hourMs = 3_600_000;

async function main(context: PromoteContext): Promise<void> {
  const { command } = context.inputs;
  const stores = createStores(context);
  if (command === 'halt') {
    await halt(context, stores);
    return;
  }
  const policy = loadPolicy(context);
  const branch = openLedgers(openGitHub(context), policy);
  if (command === 'open') {
    await open(context, policy, { stores, branch, ...readRunner(context.environment) });
    return;
  }
  if (command === 'tick' || command === 'status') {
    const observing =
      command === 'status' ? { ...context, inputs: { ...context.inputs, mode: 'observe' as const } } : context;
    const ticking = { ...(await withPulse(shared(observing, policy, stores))), wanted: new Set<string>() };
    await conclude(ticking, await tick(ticking));
    return;
  }
  const ledgers = readLedgers(await branch.read());
  const rollout = findWanted(context, ledgers, policy);
  checkConfirmation(context, command, rollout.state.release);
  const order = toOrder(context, command);
  const ticking = {
    ...(await withPulse(shared(context, policy, stores))),
    ...{ order, wanted: listWanted(context, rollout) },
  };
  await conclude(ticking, await tick(ticking));
}

function shared(context: PromoteContext, policy: Policy, stores: Stores) {
  const github = openGitHub(context);
  return {
    context,
    policy,
    stores,
    github,
    branch: openLedgers(github, policy),
    run: readRunner(context.environment).run,
    pulse: unknownPulse,
  };
}

/** Not for a halt, which waits for nothing that it does not need. */
async function withPulse<T extends { readonly context: PromoteContext; readonly github: GitHub }>(
  ticking: T,
): Promise<T> {
  return { ...ticking, pulse: await readPulse(ticking.context, ticking.github) };
}

function toOrder(context: PromoteContext, command: Order['command']): Order {
  const { inputs, clock } = context;
  return {
    command,
    by: readRunner(context.environment).by,
    why: inputs.why,
    until: clock.now() + inputs.holdHours * hourMs,
  };
}

/** The release that the input names; without it the newest that is open. @throws ConfigurationError (`release-unknown`, `nothing-open`) */
function findWanted(context: PromoteContext, { rollouts }: Ledgers, policy: Policy): Rollout {
  const open = rollouts.filter((rollout) => !isFinished(rollout));
  const known = open.map(({ state }) => tagOf(state.release)).join(', ');
  if (context.inputs.release === undefined) {
    const [newest] = open;
    if (newest === undefined) throw new ConfigurationError(messages['nothing-open'](policy.release));
    return newest;
  }
  const wanted = tagOf(readRelease(context, ''));
  const found = open.find(({ state }) => tagOf(state.release) === wanted);
  if (found === undefined) throw new ConfigurationError(messages['release-unknown'](wanted, known));
  return found;
}

/** "tag platform" of what the order is about. @throws ConfigurationError (`platform-unknown`) */
function listWanted({ inputs }: PromoteContext, { state }: Rollout): ReadonlySet<string> {
  const known = state.platforms.map(({ platform }) => platform);
  const odd = inputs.platform.find((name) => !known.includes(name));
  if (odd !== undefined) throw new ConfigurationError(messages['platform-unknown'](odd, known.join(', ')));
  const names = inputs.platform.length === 0 ? known : inputs.platform;
  return new Set(names.map((name) => `${tagOf(state.release)} ${name}`));
}

const confirmed: ReadonlySet<string> = new Set(['promote', 'resume', 'complete']);

/** What brings it to more users is typed twice. @throws ConfigurationError (`confirmation-missing`) */
function checkConfirmation({ inputs }: PromoteContext, command: string, { version }: ReleaseId): void {
  if (confirmed.has(command) && inputs.confirm !== version)
    throw new ConfigurationError(messages['confirmation-missing'](command, version, inputs.confirm));
}

/** Calls who is needed, shows and draws what was done, and ends the run with it. @throws ForeseenError */
async function conclude(ticking: Ticking & { readonly github: GitHub }, ticked: Ticked): Promise<void> {
  const { context, policy, github, run } = ticking;
  const calling = { context, policy, github, signature: { now: context.clock.now(), run } };
  const calls = await callPeople(calling, ticked);
  const hidden = await showDeployments(calling, ticked);
  const troubles = listTroubles(ticked, calls, hidden, ticking.pulse);
  report(context, ticked, calls, troubles);
  const { outcomes } = ticked;
  if (outcomes.length === 0) {
    const { text, cure } = messages['nothing-open'](policy.release);
    context.log.info(`${text} ${cure}`);
    context.summary.paragraph(`${text} ${cure}`);
  }
  const halted = outcomes.filter(({ made, decision }) => made?.moved === true && decision.verdict.state === 'halt');
  const [first] = halted;
  if (first !== undefined && context.inputs.command === 'tick') {
    const { sentence, choice = '' } = first.decision.verdict;
    throw new ForeseenError('gate', [messages['halted-now'](first.platform.name, sentence, choice)], {
      described: true,
    });
  }
  const [trouble] = troubles.filter(({ isHarmless }) => isHarmless !== true);
  if (trouble === undefined) return;
  if (trouble.failure !== undefined)
    throw new ForeseenError(trouble.failure.fault, [trouble.message], { described: true, cause: trouble.failure });
  throw new ConfigurationError(trouble.message, [], { described: true });
}

/**
 * Halts by hand. It needs no confirmation and waits for nobody; where policy or ledger cannot be read, or know nothing of it, what is
 * under way at the stores is halted.
 */
async function halt(context: PromoteContext, stores: Stores): Promise<void> {
  const policy = unlessForeseen(context, () => loadPolicy(context));
  const ticked = policy === undefined ? undefined : await haltRelease(context, policy, stores);
  const isDone =
    ticked?.outcomes.some(({ made, decision }) => made !== undefined || decision.state.halt?.isShown === true) ?? false;
  if (policy !== undefined && ticked !== undefined && isDone) {
    await conclude({ ...shared(context, policy, stores), wanted: new Set() }, ticked);
    return;
  }
  const braked = await context.log.group('Halt at the stores', async () =>
    brake(context, stores, findApps(context, policy)),
  );
  // What was in the way may be gone, and then the ledger knows whose halt it is.
  const isKnown =
    policy !== undefined && braked.halted.length > 0 && (await haltRelease(context, policy, stores)) !== undefined;
  describeBraked(context, braked, isKnown);
}

async function haltRelease(context: PromoteContext, policy: Policy, stores: Stores): Promise<Ticked | undefined> {
  try {
    const ticking = shared(context, policy, stores);
    const rollout = findWanted(context, readLedgers(await ticking.branch.read()), policy);
    const order = toOrder(context, 'halt');
    return await tick({ ...ticking, order, wanted: listWanted(context, rollout) });
  } catch (error) {
    if (!(error instanceof ForeseenError) || error.fault === 'cancelled') throw error;
    tellIgnored(context, error);
    return undefined;
  }
}

function unlessForeseen<T>(context: PromoteContext, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ForeseenError)) throw error;
    tellIgnored(context, error);
    return undefined;
  }
}

/** What is in the way of everything else is not in the way of a halt. */
function tellIgnored({ log, annotations }: PromoteContext, { notes: [{ id, text, cure }] }: ForeseenError): void {
  log.info(`${text} ${cure}`);
  annotations.add({ level: 'warning', message: `${text} The halt goes on without it. [${id}]` });
}

/** @throws ForeseenError where something could not be halted, or nothing was there */
function describeBraked(
  { summary, outputs: out, log }: PromoteContext,
  { halted, failures }: Braked,
  isKnown: boolean,
): void {
  const [failure] = failures;
  if (halted.length > 0) {
    out.set({ verdict: 'halt', halted: true, moved: true });
    summary.heading(2, '🛑 Halted at the stores').list(halted);
    if (!isKnown) summary.paragraph('The ledger does not know of it yet; the next tick writes it down.');
    for (const one of halted) log.info(`halted: ${one}`);
  }
  if (failure !== undefined) throw failure;
  if (halted.length === 0)
    throw new ConfigurationError(messages['nothing-halted']('no rollout and no phased release is under way'));
}
