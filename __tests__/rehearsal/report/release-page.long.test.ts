import { expect } from '@jest/globals';
import { emptyLedger } from '#rollout/entries';
import { writeLedger } from '#rollout/ledger-file';
import { readState } from '#rollout/state';
import { viewLedgers } from '#rehearsal/report/release-from-ledger';
import { viewRehearsal } from '#rehearsal/report/release-from-rehearsal';
import { renderReleasePage } from '#rehearsal/report/release-page';
import { policyOf } from '../release/releases.ts';
import { chromium, withPage } from '../../../scripts/browser.ts';
import { inspectPage, walk } from '../../support/inspect-page.ts';
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

const testPage = testWith('chromium', chromium === undefined ? 'no chromium on PATH' : undefined);

testPage.each(views)('$name at $width px, $scheme: axe finds nothing, and nothing hangs over', async (view) => {
  const { violations, rules, isDark, contentWidth } = await inspectPage(pages[view.name], { ...view, height: 900 });
  expect(violations).toEqual([]);
  expect(rules).toBeGreaterThan(15);
  expect(isDark).toBe(view.scheme === 'dark');
  expect(contentWidth).toBe(view.width);
});

const stopsOfPage = 'a[href], summary, [tabindex="0"]';

testPage.each(views.filter(({ scheme }) => scheme === 'light'))(
  '$name at $width px: all of it is reached by keyboard, in its order, and shows where one is',
  async (view) => {
    await withPage(pages[view.name], { ...view, height: 900 }, async (page) => {
      const count = (): Promise<number> =>
        page.evaluate(`[...document.querySelectorAll('${stopsOfPage}')].filter((one) => one.checkVisibility()).length`);
      const folded = await walk(page);
      expect(folded.filter(({ hasRing, isInView }) => !hasRing || !isInView)).toEqual([]);
      expect(folded).toHaveLength(await count());
      await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
      const open = await walk(page);
      expect(open.filter(({ hasRing, isInView }) => !hasRing || !isInView)).toEqual([]);
      expect(open).toHaveLength(await count());
      expect(open.length).toBeGreaterThan(folded.length);
    });
  },
);

testPage('a link leads to its platform; a key opens a fold, and what is in it comes next', async () => {
  await withPage(pages['a rehearsal'], { width: 390, height: 900, scheme: 'light' }, async (page) => {
    const first = page.locator('a[href^="#"]').first();
    const target = page.locator((await first.getAttribute('href')) ?? 'nothing');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const box = await target.boundingBox();
    expect(Math.round(box?.y ?? Number.NaN)).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(450);
    const fold = page.locator('details', { has: page.locator('[tabindex="0"]') }).first();
    await fold.locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(
        `document.activeElement === document.querySelector('details:has([tabindex="0"]) [tabindex="0"]')`,
      ),
    ).toBe(true);
  });
});
