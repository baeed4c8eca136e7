import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { withPage } from '../../scripts/browser.ts';
import type { View } from '../../scripts/browser.ts';

export interface Findings {
  /** `color-contrast: .card p: …`, for each element. */
  readonly violations: readonly string[];
  /** How many rules of axe had something to look at. */
  readonly rules: number;
  /** Of the page in CSS pixels: more than that of the view where something hangs over. */
  readonly contentWidth: number;
  readonly isDark: boolean;
}

const look = `(async () => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] });
  return {
    violations: violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => id + ': ' + target.join(' ') + ': ' + failureSummary)),
    rules: passes.length,
    contentWidth: document.documentElement.scrollWidth,
    isDark: matchMedia('(prefers-color-scheme: dark)').matches,
  };
})()`;

/** Opens a page of ours with all folds open, and has axe look at it. */
export async function inspectPage(html: string, view: View): Promise<Findings> {
  return withPage(html, view, async (page) => {
    // From outside: scripts of its own the page forbids.
    await page.evaluate(axe.source);
    return page.evaluate<Findings>(look);
  });
}

/** Where the keyboard comes to. */
export interface Stop {
  /** `a`, `summary` or whatever takes the focus. */
  readonly tag: string;
  /** What it says, shortened. */
  readonly text: string;
  /** Which one it is among all elements of the page, in their order. */
  readonly place: number;
  /** Whether a ring shows that it is there. */
  readonly hasRing: boolean;
  readonly isInView: boolean;
}

const focus = `(() => {
  const found = document.activeElement;
  if (found === null || found === document.body) return undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(found);
  const { top, bottom, left, right } = found.getBoundingClientRect();
  return {
    tag: found.localName,
    text: found.textContent.trim().slice(0, 60),
    place: [...document.querySelectorAll('*')].indexOf(found),
    hasRing: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0,
    isInView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
  };
})()`;

/** Presses Tab until it begins anew. */
export async function walk(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop | undefined>(focus);
    if (stop === undefined || stop.place <= (stops.at(-1)?.place ?? -1)) return stops;
    stops.push(stop);
  }
}
