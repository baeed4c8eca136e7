import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '#rollout/policy';
import { repository } from '#rehearsal/release/app';
import { readRehearsedPolicy, rehearseRelease } from '#rehearsal/release/rehearse';
import type { ReleaseRehearsal } from '#rehearsal/release/result';
import type { Scenario } from '#rehearsal/release/scenario';
import { readScenario } from '#rehearsal/release/scenario-file';
import { root } from '../../support/scenario.ts';

/** Of the example. */
export const examplePolicy = readFileSync(join(root, repository.folder, repository.policy), 'utf8');

export function policyOf(text: string): Policy {
  const read = readRehearsedPolicy(text);
  if ('defects' in read) throw new Error(read.defects.map(({ message }) => message.text).join('\n'));
  return read.policy;
}

export function scenarioOf(text: string, name = 'a-test'): Scenario {
  const read = readScenario(text, name);
  if ('defects' in read) throw new Error(read.defects.map(({ message }) => message.text).join('\n'));
  return read.scenario;
}

export interface Rehearsing {
  readonly scenario: Scenario;
  readonly policyText?: string;
  readonly seed?: number;
  readonly mode: 'workflow' | 'source';
}

export async function rehearse({ policyText = examplePolicy, ...given }: Rehearsing): Promise<ReleaseRehearsal> {
  return rehearseRelease({ ...given, policyText, policy: policyOf(policyText), suite: root, machine: process.env });
}

/** `0.3 android open hold soaking internal 100 %`: hours after the opening, for each change of what a run says. */
export function tellStory({ openedAt, platforms }: ReleaseRehearsal): readonly string[] {
  return platforms.flatMap(({ name, stories }) =>
    stories.flatMap(({ role, looks }) =>
      looks.map(({ at, life, verdict, reason, track, share }) => {
        const hours = ((at - openedAt) / 3_600_000).toFixed(1);
        return `${hours} ${role} ${name} ${life} ${verdict} ${reason} ${track ?? '-'} ${share}`;
      }),
    ),
  );
}
