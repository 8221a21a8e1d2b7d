import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';

export type { Browser, Page };

/** A phone and a desktop. */
export const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } } as const;
export type Width = keyof typeof widths;

/** Debian's Chromium, or the one that CHROMIUM names. A sandbox of its own needs rights that root in a container lacks. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

/** What is wrong with a page as somebody with a disability, or a small screen, meets it. Pictures go to HELHED_SHOTS. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  const folder = process.env['HELHED_SHOTS'];
  if (folder) {
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${name}: ${id}: ${html} ${failureSummary}`),
  );
  const wide = await page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  return [...found, ...(wide ? [`${name} is wider than the screen`] : [])];
}
