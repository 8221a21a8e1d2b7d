import { html, type Html } from '@helhed/web';
import { barChart, numberOf, type Bar } from './bar-chart.js';

interface Part {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly bars: readonly Bar[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The table has the chart's own numbers: it is the source, and the chart shows it. */
export function chartAndTable({ id, title, note, bars, columns, rows }: Part): Html {
  const told = bars.map((bar) => `${bar.name}: ${numberOf(bar)}`).join('; ');
  const row = (cells: readonly (string | number)[]): Html =>
    html`<tr>
      <th scope="row">${cells[0]}</th>
      ${cells.slice(1, columns.length).map((cell) => html`<td class="figures-number">${cell}</td>`)}
    </tr>`;
  return html`<section class="figures-part" aria-labelledby="${id}">
    <h3 id="${id}">${title}</h3>
    ${note !== undefined && html`<p class="page-quiet">${note}</p>`}
    <div class="figures-pair">
      ${bars.length > 0 && barChart({ id: `chart-${id}`, title, description: told, bars })}
      <table class="figures-table">
        <thead>
          <tr>
            ${columns.map((column, at) => html`<th scope="col" ${at > 0 && html` class="figures-number"`}>${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(row)}
        </tbody>
      </table>
    </div>
  </section>`;
}
