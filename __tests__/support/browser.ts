import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import axe from 'axe-core';

/** Chromium or a browser made of it, if this machine has one. */
export const chromium = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find((path) => existsSync(path));

export interface View {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

export interface Findings {
  /** `color-contrast: .card p: …`, for each element. */
  readonly violations: readonly string[];
  /** How many rules of axe had something to look at. */
  readonly rules: number;
  readonly width: number;
  /** Of the page: more than `width` where something hangs over. */
  readonly contentWidth: number;
  readonly isDark: boolean;
}

/** Opens a page of ours with all folds open, and has axe look at it. */
export function inspectPage(html: string, { width, height, scheme }: View): Findings {
  const probe = `
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    axe.run(document, { resultTypes: ['violations'] }).then(({ violations, passes }) => {
      const told = document.createElement('pre');
      told.id = 'findings';
      told.textContent = JSON.stringify({
        violations: violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ': ' + target + ': ' + failureSummary)),
        rules: passes.length,
        width: innerWidth,
        contentWidth: document.documentElement.scrollWidth,
        isDark: matchMedia('(prefers-color-scheme: dark)').matches,
      });
      parent.document.body.append(told);
    });`;
  // The page forbids scripts; this copy of it lets ours in.
  const opened = html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace('</body>', () => `<script>${axe.source}</script><script>${probe}</script></body>`);
  const folder = mkdtempSync(join(tmpdir(), 'slipway-browser-'));
  try {
    const file = join(folder, 'page.html');
    // In a frame, since a window of a browser is never narrower than 500 px.
    const frame = `<iframe style="border:0" width="${width}" height="${height}" title="page" srcdoc="${opened.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;
    writeFileSync(file, `<!doctype html><meta charset="utf-8"><body>${frame}</body>`);
    const { stdout, stderr } = spawnSync(
      chromium ?? 'chromium',
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', `--user-data-dir=${folder}/profile`],
        ...[`--window-size=1400,${height}`, `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`],
        ...['--virtual-time-budget=60000', '--dump-dom', `file://${file}`],
      ],
      { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, timeout: 120_000 },
    );
    const [, told] = /<pre id="findings">([^]*?)<\/pre>/.exec(stdout) ?? [];
    if (told === undefined) throw new Error(`the browser said nothing: ${stderr.slice(-2_000)}`);
    const text = told.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    return JSON.parse(text) as Findings;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
