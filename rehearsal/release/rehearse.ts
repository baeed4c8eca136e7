import type { Policy } from '#rollout/policy';
import { readPolicy } from '#rollout/policy-file';
import type { Defect } from '#rollout/policy-tree';
import { listPlatforms } from './app.ts';
import { openGround } from './ground.ts';
import { readLedgerTexts } from './ledgers.ts';
import { playNaive } from './naive.ts';
import { compare, observe } from './outcomes.ts';
import { toRecord } from './records.ts';
import type { ReleaseRehearsal } from './result.ts';
import { toWorldSettings } from './settings.ts';
import { createStage, type RehearseOptions } from './stage.ts';

const hourMs = 3_600_000;
/** What is there before the release: sources look a week back to see how much bad units cluster. */
const historyMs = 7 * 24 * hourMs;

/** A policy that can be rehearsed, or all that is wrong with it. */
export function readRehearsedPolicy(
  text: string,
): { readonly policy: Policy } | { readonly defects: readonly Defect[] } {
  return readPolicy(text, 'tracker-mobile');
}

/** Gates whose sources a rehearsal cannot play, by name. */
export function listSilentGates(policy: Policy): readonly string[] {
  return policy.gates
    .filter(({ source }) => source.kind === 'command' || source.kind === 'prometheus')
    .map(({ name }) => name);
}

/** Rehearses a whole release: opens it, runs the promotion by its schedule, and lets the world go on in between. */
export async function rehearseRelease(options: RehearseOptions): Promise<ReleaseRehearsal> {
  const startedAt = performance.now();
  const { scenario, policy, policyText, suite, machine, mode = 'workflow', isOwn = true, cores } = options;
  const seed = options.seed ?? scenario.seed;
  const lead = historyMs + hourMs;
  const beganAt = scenario.start - lead;
  const platforms = listPlatforms(policy);
  const settings = toWorldSettings(scenario, platforms, { seed, lead });
  const ground = await openGround({
    ...{ suite, machine, mode, policy, text: policyText, at: beganAt },
    ...(cores === undefined ? {} : { cores }),
    reviews: scenario.reviewers,
    appleOutcome: scenario.reviewers.rejects ? 'reject' : 'approve',
  });
  const stage = createStage(ground, options, { settings, platforms, beganAt });
  try {
    await stage.openPrevious(beganAt + historyMs);
    await stage.go(seed);
    const { hours, runs, acts, stories } = stage;
    const endedAt = ground.clock.now();
    const outcomes = scenario.expect.flatMap((expected) =>
      platforms
        .filter(({ kind }) => kind === expected.on)
        .map((platform) => {
          const looks = stories.get(`${expected.of} ${platform.name}`) ?? [];
          const own = (hours.get(platform.name) ?? []).map(({ hour }) => hour);
          return compare(platform, expected, observe(policy, platform, expected.of, { looks, hours: own }), isOwn);
        }),
    );
    const naive = platforms.map((platform) =>
      playNaive(platform, { scenario, policy, settings, beganAt, endsAt: endedAt }),
    );
    const records = platforms.map((platform) => toRecord(stage, options, platform));
    return {
      ...{ scenario, seed, policy, policyText, openedAt: scenario.start, endedAt, platforms: records, runs, acts },
      ledgers: readLedgerTexts(ground.github, policy),
      ...{ naive, outcomes },
      holds: outcomes.every(({ misses }) => misses.length === 0),
      cost: { ...stage.cost(), totalMs: performance.now() - startedAt },
    };
  } finally {
    await ground.close();
  }
}
