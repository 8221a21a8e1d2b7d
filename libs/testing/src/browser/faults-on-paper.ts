import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { faultsOf, pathOfPicture } from './faults-of.js';

/** What is left of A4 between margins of 20 mm, at 96 pixels an inch: what is wider is shrunk by the printer, or cut off. */
const sheet = { width: 642, height: 971 } as const;
/** 9 points: what is smaller is not read without glasses. */
const smallest = 12;
/** In points, as the PDF has it: the browser rounds A4 to its pixels. */
const a4 = { width: 595, height: 842 } as const;

/**
 * What is wrong with a page on A4, in words: what is for clicking is printed, something is cut off or too small to read, or it is
 * not readable in the colours that print gives it. The page is afterwards what it was on the screen.
 */
export async function faultsOnPaper(page: Page, name: string): Promise<string[]> {
  const paper = `${name}-paper`;
  const screen = page.viewportSize();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(sheet);
  try {
    const found = [...(await faultsOf(page, paper)), ...(await printedFaults(page, paper))];
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true });
    const path = await pathOfPicture(`${paper}.pdf`);
    if (path !== undefined) await writeFile(path, pdf);
    return [...found, ...(areA4(pdf) ? [] : [`${paper} is not on A4`])];
  } finally {
    await page.emulateMedia({ media: null });
    if (screen) await page.setViewportSize(screen);
  }
}

async function printedFaults(page: Page, paper: string): Promise<string[]> {
  const faults = await page.evaluate<string[]>(`(${inPage})(${smallest})`);
  return [...new Set(faults)].map((fault) => `${paper}: ${fault}`);
}

/** Every sheet of a PDF, by what it says itself. */
function areA4(pdf: Buffer): boolean {
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const isA4 = ([, width, height]: RegExpMatchArray) =>
    Math.abs(Number(width) - a4.width) < 2 && Math.abs(Number(height) - a4.height) < 2;
  return boxes.length > 0 && boxes.every(isA4);
}

/** Run in the page, whose types are not known here. What nobody sees is no fault, nor what is there for a screen reader alone. */
const inPage = `(smallest) => {
  const { clientWidth } = document.documentElement;
  const said = (text) => JSON.stringify(text.trim().replace(/\\s+/g, ' ').slice(0, 60));
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  // an inline element has no such box, and no height
  const isBox = (element) => getComputedStyle(element).overflow !== 'visible';
  const isHiddenText = (element) =>
    element !== null && ((isBox(element) && element.clientHeight <= 1) || isHiddenText(element.parentElement));
  const faults = [];
  for (const each of document.querySelectorAll('nav, form, button, input, select, textarea, .button'))
    if (isSeen(each)) faults.push('what is for clicking is printed: ' + (said(each.textContent) || each.tagName));
  for (const each of document.querySelectorAll('body *')) {
    if (!isSeen(each) || each.closest('svg') || isHiddenText(each)) continue;
    const { overflowX, overflowY } = getComputedStyle(each);
    const wide = overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1;
    const high = overflowY !== 'visible' && each.scrollHeight > each.clientHeight + 1;
    if (wide || high) faults.push('cut off by its box: ' + said(each.textContent));
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    const element = text.parentElement;
    if (!text.data.trim() || !isSeen(element) || isHiddenText(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right } = range.getBoundingClientRect();
    if (left < -1 || right > clientWidth + 1) faults.push('beyond the edge of the paper: ' + said(text.data));
    const scale = element.ownerSVGElement ? element.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < smallest) faults.push('too small to read (' + size.toFixed(1) + ' px): ' + said(text.data));
  }
  return faults;
}`;
