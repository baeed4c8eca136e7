import { expect } from '@jest/globals';
import { emptyLedger } from '#rollout/entries';
import { writeLedger } from '#rollout/ledger-file';
import { readState } from '#rollout/state';
import { viewLedgers } from '#rehearsal/report/release-from-ledger';
import { viewRehearsal } from '#rehearsal/report/release-from-rehearsal';
import { renderReleasePage } from '#rehearsal/report/release-page';
import { policyOf } from '../release/releases.ts';
import { chromium, inspectPage } from '../../support/browser.ts';
import { testWith } from '../../support/required.ts';
import { entriesOf, hour, openedAt } from './ledgers.ts';
import { policyText, rehearsed } from './rehearsed.ts';

const ledger = { ...emptyLedger, entries: entriesOf() };
const pages = {
  'a rehearsal': renderReleasePage(viewRehearsal(rehearsed())),
  'a ledger': renderReleasePage(
    viewLedgers({
      ...{
        rollouts: [{ path: 'x.json', ledger, state: readState(ledger), text: writeLedger(ledger) }],
        origin: 'a folder',
      },
      ...{ notes: ['b.json cannot be read: it is no JSON.'], workflow: 'promote.yml', now: openedAt + 8 * hour },
      ...{ policy: policyOf(policyText), address: 'https://github.com/example/app' },
    }),
  ),
};

const views = (['light', 'dark'] as const).flatMap((scheme) =>
  [390, 1280].flatMap((width) => (['a rehearsal', 'a ledger'] as const).map((name) => ({ name, width, scheme }))),
);

testWith('chromium', chromium === undefined ? 'no chromium on PATH' : undefined).each(views)(
  '$name at $width px, $scheme: axe finds nothing, and nothing hangs over',
  ({ name, width, scheme }) => {
    const { violations, rules, isDark, ...sizes } = inspectPage(pages[name], { width, height: 900, scheme });
    expect(violations).toEqual([]);
    expect(rules).toBeGreaterThan(15);
    expect(isDark).toBe(scheme === 'dark');
    expect(sizes).toEqual({ width, contentWidth: width });
  },
);
