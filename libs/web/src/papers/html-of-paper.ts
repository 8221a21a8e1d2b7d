import { createHash } from 'node:crypto';
import { html, type Html } from '../pages/html.js';
import type { Block, Paper } from './paper.js';

/** In the page itself: whoever keeps or prints it has one file, which asks nobody for anything. */
const style = `
  @page { size: A4; margin: 20mm; }
  body { font: 1.05rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 42rem; margin: 0 auto; padding: 1.25rem; overflow-wrap: anywhere; }
  h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
  h2 { font-size: 1.35rem; margin: 2rem 0 .5rem; }
  h3 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
  h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
  p { margin: .25rem 0; white-space: pre-line; }
  .letterhead { margin: 0 0 1.5rem; padding-bottom: .5rem; border-bottom: .2rem solid #2b6a6c; font-size: 1.15rem; font-weight: 700; color: #2b6a6c; }
  .letterhead ~ h1 { font-size: 1.5rem; margin: 2rem 0 1rem; }
  .paragraph { margin: .75rem 0; }
  .closing { margin: 2rem 0; }
  blockquote { margin: .5rem 0; padding-left: .75rem; border-left: .25rem solid #2b6a6c; white-space: pre-line; }
  cite { display: block; font-style: normal; color: #444; }
  ul { margin: .25rem 0; padding-left: 1.25rem; }
  li { margin: .25rem 0; white-space: pre-line; }
  li span { display: block; color: #444; }
  .foot { margin-top: 2rem; border-top: 1px solid #767676; padding-top: .5rem; font-size: .9rem; color: #444; }
  .foot + .foot { margin-top: .5rem; border-top: 0; padding-top: 0; }
  @media print { body { max-width: none; margin: 0; padding: 0; font-size: 11pt; } h2, h3, h4 { break-after: avoid; } blockquote, li { break-inside: avoid; } }
`;

/** What the page may do: have its own style, and nothing more. */
export const policyOfPaper = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** One file that asks nobody for anything. */
export const htmlOfPaper = ({ blocks, title, language }: Paper): string => {
  // the policy names the style by its hash: it stands as it is
  const [head, tail] = String(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          <style></style>
        </head>
        <body>
          <main>${listed(blocks)}</main>
        </body>
      </html>`,
  ).split('<style></style>') as [string, string];
  return `${head}<style>${style}</style>${tail}`;
};

/** Items that follow each other are one list. */
function listed(blocks: readonly Block[]): Html[] {
  const parts: Html[] = [];
  let items: Html[] = [];
  const end = () => {
    if (items.length > 0)
      parts.push(
        html`<ul>
          ${items}
        </ul>`,
      );
    items = [];
  };
  for (const block of blocks) {
    if (block.kind === 'item') {
      items.push(html`<li>${block.text}${block.more !== undefined && html`<span>${block.more}</span>`}</li>`);
      continue;
    }
    end();
    parts.push(written(block));
  }
  end();
  return parts;
}

function written(block: Exclude<Block, { kind: 'item' }>): Html {
  switch (block.kind) {
    case 'title':
      return html`<h1>${block.text}</h1>`;
    case 'heading':
      return html`<h2>${block.text}</h2>`;
    case 'subheading':
      return html`<h3>${block.text}</h3>`;
    case 'label':
      return html`<h4>${block.text}</h4>`;
    case 'quote':
      return html`<blockquote>${block.text}<cite>${block.who}</cite></blockquote>`;
    case 'letterhead':
    case 'paragraph':
    case 'closing':
    case 'foot':
      return html`<p class="${block.kind}">${block.text}</p>`;
    case 'text':
      return html`<p>${block.text}</p>`;
  }
}
