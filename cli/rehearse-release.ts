import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describeError, isSystemError } from '#kit/errors';
import type { Defect } from '#rollout/policy-tree';
import { kinds, repository } from '#rehearsal/release/app';
import { findScenario, listScenarios, parseScenario } from '#rehearsal/release/library';
import { foresee } from '#rehearsal/release/outlook';
import { listSilentGates, readRehearsedPolicy, rehearseRelease } from '#rehearsal/release/rehearse';
import type { ReleaseRehearsal } from '#rehearsal/release/result';
import type { Scenario } from '#rehearsal/release/scenario';
import { renderOutcomes } from '#rehearsal/release/terminal';
import { viewRehearsal } from '#rehearsal/report/release-from-rehearsal';
import { renderReleasePage } from '#rehearsal/report/release-page';
import { parseReleaseArguments, type ReleaseArguments } from './release-arguments.ts';
import { showRelease } from './release-live.ts';

export const releaseUsage =
  'rehearse release [--scenario NAME] [--policy FILE] [--users N] [--seed N] [--report FILE] [--list]';

/** `slipway rehearse release`: a whole rollout on virtual time. @returns the exit code: 1 where something expected does not hold */
export async function rehearseWholeRelease(args: readonly string[], root: string): Promise<number> {
  const parsed = parseReleaseArguments(args);
  if (typeof parsed === 'string') return refuse(parsed);
  if (parsed.list) {
    console.log(describeScenarios());
    return 0;
  }
  const file = findScenario(parsed.scenario);
  if (typeof file === 'string') return refuse(file);
  const result = parseScenario(file);
  if ('defects' in result) return refuseFile('scenario', file.path, result.defects);
  const policyPath = parsed.policy ?? join(root, repository.folder, repository.policy);
  if (!existsSync(policyPath)) return refuse(`there is no file "${policyPath}"`);
  const policyText = readFileSync(resolve(policyPath), 'utf8');
  const read = readRehearsedPolicy(policyText);
  if ('defects' in read) return refuseFile('policy', parsed.policy ?? repository.policy, read.defects);
  const { policy } = read;
  const silent = listSilentGates(policy);
  if (silent.length > 0)
    return refuse(
      `nothing here can answer the gates ${silent.join(', ')}: a rehearsal plays sentry, play-vitals and reviews. Give a copy of the policy with one of these sources`,
    );
  const scenario = resize(result.scenario, parsed);
  return rehearse(root, { scenario, policyText, policy, parsed });
}

function refuse(reason: string): number {
  console.error(`slipway rehearse release: ${reason}`);
  return 2;
}

/** Mistakes as compilers tell them, before anything is run. */
function refuseFile(what: string, path: string, defects: readonly Defect[]): number {
  const count = defects.length === 1 ? 'a mistake' : `${defects.length} mistakes`;
  console.error(`slipway rehearse release: the ${what} has ${count}, so nothing was run.\n`);
  for (const { line, column, path: place, value, message } of defects) {
    const shown = value === '' ? '' : ` "${value}"`;
    console.error(
      `${path}:${line}:${column}: ${place === '' ? '' : `${place}:`}${shown} ${message.text}.\n  ${message.cure}`,
    );
  }
  return 2;
}

function describeScenarios(): string {
  const lines = listScenarios().map((file) => {
    const read = parseScenario(file);
    return `  ${file.name.padEnd(24)} ${'scenario' in read ? read.scenario.about : 'it has a mistake'}`;
  });
  return ['Scenarios of rehearsal/scenarios; a copy of one is given by its path:', ...lines].join('\n');
}

/** Other numbers of users, in the same proportions. */
function resize(scenario: Scenario, { users }: ReleaseArguments): Scenario {
  if (users === undefined) return scenario;
  const factor = users / Math.max(1, scenario.users.android);
  const resized = Object.fromEntries(kinds.map((kind) => [kind, Math.round(scenario.users[kind] * factor)]));
  return { ...scenario, users: resized as Scenario['users'] };
}

async function rehearse(
  root: string,
  given: Pick<Parameters<typeof rehearseRelease>[0], 'scenario' | 'policy' | 'policyText'> & {
    readonly parsed: ReleaseArguments;
  },
): Promise<number> {
  const { scenario, policy, policyText, parsed } = given;
  console.log(`${scenario.name}: ${scenario.about}\n`);
  for (const warning of foresee(policy, scenario)) console.log(`⚠️  ${warning}`);
  const live = showRelease(process.stdout, scenario.start);
  const cancel = new AbortController();
  const onInterrupt = (): void => {
    cancel.abort();
  };
  process.on('SIGINT', onInterrupt);
  try {
    const result = await rehearseRelease({
      ...{ scenario, policy, policyText, suite: root, machine: process.env },
      ...(parsed.seed === undefined ? {} : { seed: parsed.seed }),
      isOwn: parsed.users === undefined,
      onRun: live.take,
      cancel: cancel.signal,
    });
    live.end();
    console.log(`\n${renderOutcomes(result)}`);
    keepPage(root, parsed, result);
    if (!result.holds && (parsed.policy !== undefined || parsed.users !== undefined))
      console.log("\nWhat is expected was written for the example's policy and the scenario's own number of users.");
    return result.holds ? 0 : 1;
  } finally {
    live.end();
    process.off('SIGINT', onInterrupt);
  }
}

/** Leaves the page where the person finds it. */
function keepPage(root: string, { report }: ReleaseArguments, result: ReleaseRehearsal): void {
  const page = report === undefined ? join(root, '.slipway', 'release.html') : resolve(report);
  // The rehearsal is over, and has been told: a page that cannot be written takes nothing from it.
  try {
    mkdirSync(dirname(page), { recursive: true });
    writeFileSync(page, renderReleasePage(viewRehearsal(result)));
    console.log(`The same as a page: ${relative(process.cwd(), page)}`);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    console.error(`The page could not be written: ${describeError(error)}`);
  }
}
