import { html, type Html } from '@helhed/web';
import { scaleBand, scaleLinear } from 'd3-scale';

export interface Bar {
  readonly name: string;
  readonly value: number;
}

export interface Chart {
  /** Of its ids; one on the page. */
  readonly id: string;
  readonly title: string;
  /** What a reader is told who does not see it. */
  readonly description: string;
  readonly bars: readonly Bar[];
}

// in the units of a phone's screen, so that letters are as large there as beside a table
const width = 360;
const rowHeight = 46;
const foot = 24;
const [left, right] = [4, 40];

/**
 * Bars that lie, as SVG: the name above each and its number at its end. Colours are the stylesheet's, so that the page's policy
 * stands and a print has its own.
 */
export function barChart({ id, title, description, bars }: Chart): Html {
  const bottom = bars.length * rowHeight;
  const x = scaleLinear([0, Math.max(1, ...bars.map(({ value }) => value))], [left, width - right]).nice(4);
  const y = scaleBand(bars.keys(), [0, bottom]);
  const ticks = x.ticks(4).filter(Number.isInteger);
  const grid = ticks.map(
    (tick) =>
      html`<line class="chart-grid" x1="${x(tick)}" x2="${x(tick)}" y1="4" y2="${bottom}" />
        <text class="chart-tick" x="${x(tick)}" y="${bottom + 17}" text-anchor="${tick === 0 ? 'start' : 'middle'}">
          ${tick}
        </text>`,
  );
  const rows = bars.map(({ name, value }, at) => {
    const top = y(at) ?? 0;
    return html`<text class="chart-name" x="${left}" y="${top + 17}">${name}</text>
      <rect class="chart-bar" x="${left}" y="${top + 23}" width="${x(value) - left}" height="16" />
      <text class="chart-value" x="${x(value) + 5}" y="${top + 36}">${value}</text>`;
  });
  return html`<svg
    class="chart"
    role="img"
    aria-labelledby="${id}-title ${id}-desc"
    viewBox="0 0 ${width} ${bottom + foot}"
    width="${width}"
    height="${bottom + foot}"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-desc">${description}</desc>
    ${grid} ${rows}
  </svg>`;
}
