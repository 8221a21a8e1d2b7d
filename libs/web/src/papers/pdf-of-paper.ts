import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import type { Block, Paper } from './paper.js';

const { resolve } = createRequire(import.meta.url);
const regular = resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const bold = resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');
const [black, grey, line] = ['#1a1a1a', '#444444', '#2b6a6c'];
const margin = 57;

interface Look {
  readonly tag: 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'BlockQuote';
  readonly font: string;
  readonly size: number;
  readonly before: number;
  readonly colour: string;
}

const plain: Look = { tag: 'P', font: regular, size: 11, before: 3, colour: black };
const looks: Readonly<Record<Block['kind'], Look>> = {
  letterhead: { tag: 'P', font: bold, size: 13, before: 0, colour: line },
  title: { tag: 'H1', font: bold, size: 20, before: 20, colour: black },
  heading: { tag: 'H2', font: bold, size: 15, before: 18, colour: black },
  subheading: { tag: 'H3', font: bold, size: 12.5, before: 14, colour: black },
  label: { tag: 'H4', font: bold, size: 11, before: 8, colour: black },
  text: plain,
  paragraph: { ...plain, before: 9 },
  item: plain,
  quote: { ...plain, tag: 'BlockQuote', before: 5 },
  closing: { ...plain, before: 24 },
  foot: { ...plain, size: 9, before: 12, colour: grey },
};

/** A4, tagged for screen readers, the font embedded; made for this one answer and kept nowhere. */
export async function pdfOfPaper({ blocks, title, language }: Paper): Promise<Buffer> {
  // a service that prints nothing never loads it
  const { default: Pdf } = await import('pdfkit');
  const pdf = new Pdf({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    lang: language,
    tagged: true,
    displayTitle: true,
    font: regular,
    info: { Title: title, Producer: 'Helhed', Creator: 'Helhed' },
  });
  const made = buffer(pdf);
  const all = pdf.struct('Document');
  pdf.addStructure(all);
  for (const block of blocks) {
    const look = looks[block.kind];
    // a heading stays with the line below it
    const needed = look.before + look.size * (look.tag.startsWith('H') ? 5 : 2);
    if (pdf.y + needed > pdf.page.height - margin) pdf.addPage();
    else if (pdf.y > margin) pdf.y += look.before;
    all.add(pdf.struct(look.tag, {}, () => write(pdf, block, look)));
  }
  all.end();
  pdf.end();
  return made;
}

function write(pdf: PDFKit.PDFDocument, block: Block, { font, size, colour }: Look): void {
  const indent = block.kind === 'item' || block.kind === 'quote' ? 14 : 0;
  const text = (words: string, ink: string) =>
    pdf
      .fillColor(ink)
      .text(words, margin + indent, undefined, { width: pdf.page.width - 2 * margin - indent, lineGap: 2 });
  const top = pdf.y;
  let pages = 0;
  const turned = () => pages++;
  pdf.on('pageAdded', turned);
  pdf.font(font).fontSize(size);
  if (block.kind === 'item') {
    pdf.fillColor(colour).text('•', margin, top, { lineBreak: false });
    pdf.y = top;
  }
  text(block.text, colour);
  if (block.kind === 'letterhead') underline(pdf);
  if (block.kind === 'item' && block.more !== undefined) text(block.more, grey);
  if (block.kind === 'quote') {
    text(block.who, grey);
    // what goes on over the page has no line at its side
    if (pages === 0)
      pdf
        .moveTo(margin + 3, top)
        .lineTo(margin + 3, pdf.y)
        .lineWidth(2)
        .strokeColor(line)
        .stroke();
  }
  pdf.off('pageAdded', turned);
}

function underline(pdf: PDFKit.PDFDocument): void {
  const at = pdf.y + 3;
  pdf
    .moveTo(margin, at)
    .lineTo(pdf.page.width - margin, at)
    .lineWidth(2)
    .strokeColor(line)
    .stroke();
  pdf.y = at + 12;
}
