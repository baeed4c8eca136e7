import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleaseRehearsal } from '#rehearsal/release/result';
import { viewRehearsal } from '#rehearsal/report/release-from-rehearsal';
import { renderReleasePage } from '#rehearsal/report/release-page';
import { withPage } from '../../scripts/browser.ts';

/** CSS pixels: a laptop and a phone, each with as much of the page as answers the first questions. */
const sizes = [
  { width: 1280, height: 1290 },
  { width: 390, height: 1500 },
];

/** Draws the top of a release's page as people see it: `release-1280.png`, `release-1280-dark.png`, and the same for 390. */
export async function drawRelease(result: ReleaseRehearsal, folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const html = renderReleasePage(viewRehearsal(result));
  const files: string[] = [];
  for (const size of sizes) {
    for (const scheme of ['light', 'dark'] as const) {
      const path = join(folder, `release-${size.width}${scheme === 'dark' ? '-dark' : ''}.png`);
      await withPage(html, { ...size, scheme }, (page) => page.screenshot({ path }));
      files.push(path);
    }
  }
  return files;
}
