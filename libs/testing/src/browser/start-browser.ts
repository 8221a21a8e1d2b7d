import type { Browser, BrowserContext, Page } from 'playwright-core';

export type { Browser, BrowserContext, Page };

/** A small phone and a desktop. */
export const widths = { phone: { width: 360, height: 780 }, desktop: { width: 1280, height: 900 } } as const;
export type Width = keyof typeof widths;

/** Debian's Chromium, or the one that CHROMIUM names. A sandbox of its own needs rights that root in a container lacks. */
export async function startBrowser(): Promise<Browser> {
  // the specs that open no page do not load it
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}
