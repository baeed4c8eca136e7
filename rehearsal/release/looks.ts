import { roles, releaseOf, type Role } from './app.ts';
import { tagOf } from '#rollout/entries';
import type { Policy } from '#rollout/policy';
import type { Look } from './result.ts';
import type { PromotionRun } from './runner.ts';
import type { Life } from './scenario.ts';

/** What a run said of each platform of each release, from its output `platforms` and the sentences of its log. */
export function readLooks(
  policy: Policy,
  { outputs, log }: PromotionRun,
  { at, number }: { readonly at: number; readonly number: number },
): readonly { readonly role: Role; readonly platform: string; readonly look: Look }[] {
  const told = JSON.parse(outputs['platforms'] ?? '{}') as Readonly<Record<string, Readonly<Record<string, Told>>>>;
  return roles.flatMap((role) => {
    const tag = tagOf(releaseOf(policy, role));
    return Object.entries(told[tag] ?? {}).map(([platform, one]) => ({
      role,
      platform,
      look: {
        ...one,
        at,
        run: number,
        until: one.until === null ? null : Date.parse(one.until),
        sentence: findSentence(log, tag, platform),
      },
    }));
  });
}

interface Told extends Omit<Look, 'at' | 'run' | 'until' | 'sentence'> {
  readonly life: Life;
  readonly until: string | null;
}

function findSentence(log: readonly string[], tag: string, platform: string): string {
  const start = `${tag} ${platform}: `;
  const line = log.findLast((one) => one.includes(start)) ?? '';
  const [, sentence = ''] =
    /^[a-z]+ \([a-z-]+\)(?: \((?:made, and read back|was so already)\))?: (.*)$/.exec(
      line.slice(line.indexOf(start) + start.length),
    ) ?? [];
  return sentence;
}
