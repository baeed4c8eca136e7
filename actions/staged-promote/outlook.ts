import type { Ledger } from '#rollout/entries';
import { findCurves } from '#rollout/curves';
import type { Ledgers } from '#rollout/ledgers';
import { planOutlook } from '#rollout/outlook';
import { renderOutlook } from '#rollout/outlook-rendering';
import { describeOutlook as tellOutlook } from '#rollout/outlook-wording';
import type { Policy } from '#rollout/policy';
import { readState } from '#rollout/state';
import { estimateTraffic, measureTraffic } from '#rollout/traffic';
import type { PromoteContext } from './context.ts';
import { countBefore } from './evidence.ts';
import type { Stores } from './stores.ts';

/** Says which stages can decide within their time, from what the release before showed and from the number of users that is given. */
export async function describeOutlook(
  context: PromoteContext,
  policy: Policy,
  stores: Stores,
  { ledger, ledgers }: { readonly ledger: Ledger; readonly ledgers: Ledgers },
): Promise<void> {
  const { inputs, log, summary } = context;
  const { release, platforms } = readState(ledger);
  for (const state of platforms) {
    const platform = policy.platforms.find(({ name }) => name === state.platform);
    if (platform === undefined) continue;
    const counts = await countBefore(context, stores, { policy, platform, release, state });
    const told = inputs.dailyUsers === undefined ? {} : estimateTraffic(policy, platform, inputs.dailyUsers);
    const curves = findCurves(ledgers, release, platform.name);
    const traffic = Object.entries({ ...told, ...measureTraffic(policy, platform, counts) }).map(([gate, known]) => {
      const curve = curves[gate];
      return [gate, curve === undefined ? known : { ...known, curve }] as const;
    });
    const outlook = planOutlook(policy, platform, Object.fromEntries(traffic));
    log.info(`${platform.name}: ${tellOutlook(outlook)}`);
    renderOutlook(summary, outlook);
  }
}
