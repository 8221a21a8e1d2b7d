import { createHash } from 'node:crypto';
import { htmlOfPaper, policyOfPaper } from './html-of-paper.js';
import { leftOut } from './left-out.js';
import { dayInWords, type Paper } from './paper.js';
import { pdfOfPaper } from './pdf-of-paper.js';

const paper: Paper = {
  title: 'Brev',
  language: 'da',
  blocks: [
    { kind: 'letterhead', text: 'Prøve Kommune' },
    { kind: 'title', text: 'Svar <til> jer' },
    { kind: 'paragraph', text: 'Ærlig talt.' },
    { kind: 'item', text: 'først' },
    { kind: 'item', text: 'så', more: 'og mere' },
    { kind: 'quote', text: 'Vi vil.', who: 'Maja Łukasz' },
    { kind: 'closing', text: 'Venlig hilsen\nVi' },
    { kind: 'foot', text: 'Pas på papiret.' },
  ],
};

it('a paper on screen is one file that asks nobody for anything, and what is put in is text', () => {
  const page = htmlOfPaper(paper);
  expect(page).toMatch(/^<!doctype html>\s*<html lang="da">/);
  expect(page).toContain('<h1>Svar &lt;til&gt; jer</h1>');
  expect(page).toContain('<p class="letterhead">Prøve Kommune</p>');
  expect(page.match(/<ul>/g)).toHaveLength(1);
  expect(page).not.toMatch(/<script|<link|<img|https?:/);
});

it('its policy allows the style that stands in it, and nothing else', () => {
  const style = /<style>([\s\S]*)<\/style>/.exec(htmlOfPaper(paper))?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(policyOfPaper).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
});

it('the same as PDF is tagged, in its language, with the font in it, and breaks over pages', async () => {
  const pdf = (await pdfOfPaper(paper)).toString('latin1');
  expect(pdf).toMatch(/^%PDF-1\.7/);
  expect(pdf).toContain('/Lang (da)');
  expect(pdf).toContain('/S /H1');
  expect(pdf).toContain('+DejaVuSans');
  const long = { ...paper, blocks: Array.from({ length: 20 }, () => paper.blocks).flat() };
  const pages = (await pdfOfPaper(long)).toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? [];
  expect(pages.length).toBeGreaterThan(1);
});

it('says once of each category why it is left out, and of nobody', () => {
  const twice = [
    { category: 'referral-outcome', reason: 'consent-withdrawn' },
    { category: 'referral-outcome', reason: 'consent-withdrawn', person: 'somebody' },
  ];
  expect(leftOut(twice, 'da').map(({ text }) => text)).toEqual([
    'Det er ikke med',
    'Svar og udfald: Et samtykke, der kræves, er trukket tilbage.',
  ]);
  expect(leftOut([], 'en')).toEqual([]);
});

it('a day is in words', () => {
  expect([dayInWords('2026-11-05', 'da'), dayInWords('2026-11-05', 'en')]).toEqual([
    '5. november 2026',
    '5 November 2026',
  ]);
});
