import type { Report } from '#health/report';
import type { Order, PlatformDecision } from '#rollout/decision';
import { AppStoreRollout } from './app-store-model.ts';
import { hour, hoursOf, policyOf, start } from './situations.ts';

export const written = `
platforms:
  ios: { app: 1500000001, stages: [{ testflight: internal, soak: 24h }, { app-store: phased }] }
gates: { crash: { source: command, run: x, unit: session, max: 0.5% } }
`;
const policy = policyOf(written);

export function order(command: Order['command'], now = start): Order {
  return { command, by: '@octocat', why: '', until: now + 10 * hour };
}

/** As the newest run sees it at an hour, with a healthy app unless it is said otherwise. */
export function look(rollout: AppStoreRollout, hours: number, share = 0.002, given?: Order): PlatformDecision {
  rollout.now = start + hours * hour;
  rollout.reports = { crash: hoursOf(start, rollout.now, 4_000, share) };
  return rollout.tick(given);
}

export function lookBlind(
  rollout: AppStoreRollout,
  hours: number,
  error: Report | { error: string } = { error: 'gone' },
) {
  rollout.now = start + hours * hour;
  rollout.reports = { crash: error };
  return rollout.tick();
}

export function inReview(state: string, given: Partial<AppStoreRollout['world']> = {}): AppStoreRollout {
  const rollout = new AppStoreRollout(policy);
  rollout.world = { ...rollout.world, state, ...given };
  return rollout;
}

/** Day 1 of its phases began at `start`, and a run has seen it. */
export function inPhases(text = written): AppStoreRollout {
  const rollout = new AppStoreRollout(policyOf(text));
  rollout.release(start);
  look(rollout, 0);
  return rollout;
}

export const kinds = (rollout: AppStoreRollout): readonly string[] => rollout.moves.map(({ move }) => move.kind);
export const told = (rollout: AppStoreRollout): readonly string[] => rollout.ledger.entries.map(({ kind }) => kind);
