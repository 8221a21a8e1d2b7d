import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';

/** A small phone and a desktop. */
export const widths = { phone: { width: 360, height: 780 }, desktop: { width: 1280, height: 900 } } as const;
export type Width = keyof typeof widths;

/** Debian's Chromium, or the one that CHROMIUM names. A sandbox of its own needs rights that root in a container lacks. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

/** Where pictures of the pages go for people to look at: HELHED_SHOTS; nowhere without it. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['HELHED_SHOTS'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** The page as it is printed, where pictures go. */
export async function paper(page: Page, name: string): Promise<void> {
  const folder = process.env['HELHED_SHOTS'];
  if (folder) await page.pdf({ path: join(folder, `${name}.pdf`), format: 'A4', printBackground: true });
}

/** What is wrong with the page as somebody with a disability, or a small screen, meets it: nothing, we hope. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  await picture(page, name);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
  // run in the page, whose types the services do not have
  const wide = await page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  return [...found, ...(wide ? [`${name} is wider than the screen`] : [])];
}
