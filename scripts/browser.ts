import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium as engine } from 'playwright-core';
import type { Page } from 'playwright-core';

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

/** Opens a page of ours, which needs no network and gets none, for as long as `use` takes. */
export async function withPage<T>(html: string, view: View, use: (page: Page) => Promise<T>): Promise<T> {
  const { width, height, scheme } = view;
  if (chromium === undefined) throw new Error('There is no Chromium on PATH. Debian has it as "chromium".');
  const browser = await engine.launch({ executablePath: chromium, args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, offline: true });
    const page = await context.newPage();
    await page.setContent(html);
    return await use(page);
  } finally {
    await browser.close();
  }
}
