import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where pictures go for people to look at: HELHED_SHOTS; undefined: nowhere. */
export async function pathOfPicture(name: string): Promise<string | undefined> {
  const folder = process.env['HELHED_SHOTS'];
  if (!folder) return undefined;
  await mkdir(folder, { recursive: true });
  return join(folder, name);
}

/** What is wrong with a page as somebody with a disability, or a small screen, meets it: nothing, we hope. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  const path = await pathOfPicture(`${name}.png`);
  if (path !== undefined) await page.screenshot({ path, fullPage: true });
  const { AxeBuilder } = await import('@axe-core/playwright');
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${name}: ${id}: ${html} ${failureSummary}`),
  );
  // run in the page, whose types are not known here
  const wide = await page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  return [...found, ...(wide ? [`${name} is wider than the screen`] : [])];
}
