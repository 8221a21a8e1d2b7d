import { html, type Html } from '@helhed/web';
import { scaleBand, scaleLinear } from 'd3-scale';

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** Where the number is only known to be one from `value` up to this. */
  readonly to?: number;
}

/** `20`, or `20–24` */
export const numberOf = ({ value, to }: Omit<Bar, 'name'>): string =>
  to === undefined ? `${value}` : `${value}–${to}`;

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
const [left, right] = [4, 56];
/** Of a bar, within its row. */
const [barTop, barHeight] = [23, 16];

/**
 * Bars that lie, as SVG: the name above each and its number at its end; the axis's lines are behind the bars alone, so that no
 * name is crossed out. Colours are the stylesheet's, so that the page's policy stands and a print has its own.
 */
export function barChart({ id, title, description, bars }: Chart): Html {
  const bottom = bars.length * rowHeight;
  const x = scaleLinear([0, Math.max(1, ...bars.map(({ value, to }) => to ?? value))], [left, width - right]).nice(4);
  const y = scaleBand(bars.keys(), [0, bottom]);
  const tops = bars.map((_, at) => y(at) ?? 0);
  const ticks = x.ticks(4).filter(Number.isInteger);
  const grid = ticks.map(
    (tick) =>
      html`<path class="chart-grid" d="${tops.map((top) => `M${x(tick)} ${top + barTop}v${barHeight}`).join('')}" />
        <text class="chart-tick" x="${x(tick)}" y="${bottom + 17}" text-anchor="${tick === 0 ? 'start' : 'middle'}">
          ${tick}
        </text>`,
  );
  const rows = bars.map((bar, at) => {
    const { name, value, to = value } = bar;
    const top = tops[at]!;
    return html`<text class="chart-name" x="${left}" y="${top + 17}">${name}</text>
      <rect class="chart-bar" x="${left}" y="${top + barTop}" width="${x(value) - left}" height="${barHeight}" />
      ${to > value && html`<rect class="chart-range" x="${x(value)}" y="${top + barTop}" width="${x(to) - x(value)}" height="${barHeight}" />`}
      <text class="chart-value" x="${x(to) + 5}" y="${top + 36}">${numberOf(bar)}</text>`;
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
