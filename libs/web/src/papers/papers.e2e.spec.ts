import { faultsOf, faultsOnPaper, startBrowser, widths, type Browser, type Width } from '@helhed/testing';
import { htmlOfPaper } from './html-of-paper.js';
import type { Block, Paper } from './paper.js';

/** Longer than any line. */
const word = 'familiebehandlingssamarbejdsaftale'.repeat(6);
const kinds = [
  'letterhead',
  'title',
  'heading',
  'subheading',
  'label',
  'text',
  'paragraph',
  'closing',
  'foot',
] as const;
const blocks: Block[] = [
  ...kinds.map((kind): Block => ({ kind, text: `Vi vil gerne spise sammen. ${word}` })),
  ...Array.from({ length: 60 }, (): Block => ({ kind: 'item', text: 'Vi kan øve os.', more: `Alma, ${word}` })),
  { kind: 'quote', text: word, who: word },
];
const paper: Paper = { title: 'Plan', language: 'da', blocks };

describe('a paper of everything that can stand on one', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await startBrowser()));
  afterAll(() => browser?.close());

  const opened = async (width: Width, html = htmlOfPaper(paper)) => {
    const page = await (await browser.newContext({ viewport: widths[width] })).newPage();
    await page.setContent(html);
    return page;
  };

  it.each(Object.keys(widths) as Width[])('can be read on a %s, and printed on A4', async (width) => {
    const page = await opened(width);
    expect(await faultsOf(page, `paper-${width}`)).toEqual([]);
    expect(await faultsOnPaper(page, `paper-${width}`)).toEqual([]);
    expect(page.viewportSize()).toEqual(widths[width]);
  });

  it.each([
    ['<nav><a href="/">Til forsiden</a></nav>', /what is for clicking is printed: "Til forsiden"/],
    ['<button>Gem</button>', /what is for clicking is printed: "Gem"/],
    ['<p><small class="tiny">med småt</small></p>', /too small to read \(9\.0 px\): "med småt"/],
    ['<p class="wide">bredt</p>', /wider than the screen/],
    ['<p class="off">ude</p>', /beyond the edge of the paper: "ude"/],
    ['<p class="box">En linje, der ikke kan være i sin kasse</p>', /cut off by its box: "En linje/],
    ['<p class="pale">blegt</p>', /color-contrast/],
    ['<p class="sideways">på tværs</p>', /is not on A4/],
  ])('is not as it should be with %s', async (part, fault) => {
    const style = `<style>.tiny { font-size: 9px; } .wide { width: 700px; } .off { margin-left: -3rem; }
      .box { width: 5rem; white-space: nowrap; overflow: hidden; } .pale { color: #ccc; }
      @page sideways { size: A4 landscape; } .sideways { page: sideways; }</style>`;
    const page = await opened('desktop', htmlOfPaper(paper).replace('</main>', `${part}${style}</main>`));
    expect((await faultsOnPaper(page, 'spoilt')).join('\n')).toMatch(fault);
  });

  it('has nothing to do with what a screen alone has, or a screen reader', async () => {
    const more = `<button class="screen">Gem</button><p class="heard">læst op</p>`;
    const style = `<style>@media print { .screen { display: none; } }
      .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; font-size: 9px; }</style>`;
    const page = await opened('phone', htmlOfPaper(paper).replace('</main>', `${more}${style}</main>`));
    expect(await faultsOnPaper(page, 'more')).toEqual([]);
  });
});
