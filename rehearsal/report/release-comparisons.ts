import { releases } from '#rehearsal/release/app';
import type { ReleaseRehearsal } from '#rehearsal/release/result';
import { tellExpected, tellNaive, tellObserved } from '#rehearsal/release/terminal';
import { escapeHtml, escapeProse } from './parts.ts';
import { renderSign } from './release-signs.ts';
import type { ComparisonView } from './release-view.ts';
import { tellCount, tellShare } from './release-words.ts';

/** What was expected, what was, and what a threshold would have done; all platforms, also those that nothing was expected of. */
export function listComparisons({ outcomes, naive, platforms, openedAt }: ReleaseRehearsal): readonly ComparisonView[] {
  const told = outcomes.map((outcome): ComparisonView => {
    const { platform, role, expected, observed, misses } = outcome;
    const threshold = role === 'release' ? naive.find((one) => one.platform === platform) : undefined;
    return {
      name: role === 'release' ? platform : `${platform}, ${releases[role].version}`,
      expected: tellExpected(expected),
      observed: tellObserved(outcome),
      users: observed.users,
      misses,
      ...(threshold === undefined ? {} : { naive: toNaive(threshold, openedAt) }),
    };
  });
  const others = naive
    .filter(({ platform }) => !outcomes.some((one) => one.platform === platform && one.role === 'release'))
    .map((threshold): ComparisonView => {
      const { name = '', hours = [], stories = [] } = platforms.find((one) => one.name === threshold.platform) ?? {};
      const last = stories.find(({ role }) => role === 'release')?.looks.at(-1);
      const users = hours.at(-1)?.users.release ?? 0;
      const place = last?.track == null ? '' : `, on ${last.track}, open to ${tellShare(last.share)}`;
      return {
        name,
        observed: `${last?.life ?? 'nobody looked at it'}${place}, ${tellCount(users)} users`,
        ...{ users, misses: [], naive: toNaive(threshold, openedAt) },
      };
    });
  return [...told, ...others];
}

function toNaive(record: ReleaseRehearsal['naive'][number], openedAt: number): NonNullable<ComparisonView['naive']> {
  return { text: tellNaive(record, openedAt), users: record.exposed, isFalse: record.halt?.isFalse === true };
}

/** A list, not a table: on a phone its three columns come one below the other. */
export function renderComparisons(comparisons: readonly ComparisonView[]): string {
  const most = Math.max(1, ...comparisons.flatMap(({ users, naive }) => [users, naive?.users ?? 0]));
  const items = comparisons.map((one) => {
    const { name, expected, observed, users, misses, naive } = one;
    const result =
      expected === undefined
        ? ''
        : misses.length === 0
          ? ` <span class="kind">${renderSign('over')} as expected</span>`
          : ` <span class="kind">${renderSign('no')} not as expected</span>`;
    const parts = [
      ...(expected === undefined ? [] : [['Expected', escapeProse(expected)] as const]),
      [
        'Observed',
        `${escapeProse(observed)}${misses.map((miss) => `<p class="miss">${escapeProse(miss)}.</p>`).join('')}${bar(users, most, 'own')}`,
      ] as const,
      ...(naive === undefined
        ? []
        : [['A threshold instead', `${escapeProse(naive.text)}${bar(naive.users, most, 'other')}`] as const]),
    ];
    const list = parts.map(([title, html]) => `<div><dt>${title}</dt><dd>${html}</dd></div>`).join('');
    return `<li><h3>${escapeHtml(name)}${result}</h3><dl>${list}</dl></li>`;
  });
  return `<p class="kind">The threshold is the rule that most teams have: raise by the hours of the plan, and halt at the first hourly look above a limit. It saw the same users, through the same sources. The bars compare users who have the release.</p><ul class="comparisons">${items.join('')}</ul>`;
}

function bar(count: number, most: number, kind: string): string {
  return `<span class="count-bar" aria-hidden="true"><span class="${kind}" style="width:${((100 * count) / most).toFixed(2)}%"></span></span>`;
}
