import { findClosed } from './calendar.ts';
import type { Situation, Verdict } from './decision.ts';
import { hold } from './drafting.ts';

/** What stands in the way of giving the release to more users, besides its health; undefined when nothing does. */
export function findObstacle(
  situation: Situation,
  entersStore: boolean,
): { readonly verdict: Verdict } | { readonly ask: true } | undefined {
  const { policy, now } = situation;
  if (entersStore) {
    const waiting = findAfter(situation);
    if (waiting !== undefined) return { verdict: waiting };
    const unasked = policy.needs.some(({ name }) => situation.needs[name] === undefined);
    if (unasked) return { ask: true };
    const unmet = policy.needs.find(({ name }) => situation.needs[name]?.met !== true);
    if (unmet !== undefined) {
      const detail = situation.needs[unmet.name]?.detail ?? '';
      return { verdict: hold('needs', `it needs ${unmet.name} in production first: ${detail}`) };
    }
  }
  const closed = findClosed(
    { ...(policy.window === undefined ? {} : { window: policy.window }), freezes: policy.freezes },
    now,
  );
  if (closed === undefined) return undefined;
  const why = closed.reason === 'window' ? 'raises happen only on' : 'nothing is raised on';
  const until = closed.until === null ? {} : { until: closed.until };
  return { verdict: hold(closed.reason, `${why} ${closed.detail}`, until) };
}

/** Another platform whose first users of the store come before. One that will never come is a matter for a person. */
function findAfter({ platform, others, now, release }: Situation): Verdict | undefined {
  for (const { platform: name, delay } of platform.after) {
    const other = others.find((one) => one.platform === name);
    if (other === undefined)
      return hold('after', `it comes after ${name}, which is not part of this release yet`, {
        choice: `open ${release.version} for ${name}, or promote by hand`,
      });
    if (other.life === 'halted' || other.life === 'abandoned')
      return hold('after', `it comes after ${name}, which is ${other.life}`, { choice: 'promote by hand, or abandon' });
    if (other.productionAt === null) return hold('after', `it comes after ${name}, which no user of the store has yet`);
    const due = other.productionAt + delay;
    if (now < due) return hold('after', `it follows ${name} at a distance`, { until: due });
  }
  return undefined;
}
