import { barChart } from './bar-chart.js';

const chart = (...values: number[]): string =>
  String(
    barChart({
      id: 'chart',
      title: 'Indstillinger',
      description: 'a',
      bars: values.map((value, at) => ({ name: `<${at}>`, value })),
    }),
  );
const widths = (svg: string): number[] =>
  [...svg.matchAll(/class="chart-bar".*?width="([\d.]+)"/g)].map(([, n]) => Number(n));

describe('a chart of bars', () => {
  it('has bars as long as their numbers are to one another, inside the picture', () => {
    const [ten, five, none] = widths(chart(10, 5, 0));
    expect(ten).toBeCloseTo(2 * five!);
    expect(none).toBe(0);
    for (const most of [1, 7, 41, 999, 123_456]) expect(widths(chart(most))[0]).toBeLessThan(320);
  });

  it('has whole numbers on its axis, and is drawn where all are nought', () => {
    expect(chart(1)).not.toMatch(/>\s*0\.\d/);
    expect(widths(chart(0, 0))).toEqual([0, 0]);
  });

  it('has a title and a description, and no name that is read as a mark', () => {
    const svg = chart(1);
    expect(svg).toMatch(/aria-labelledby="chart-title chart-desc"[^]*<title id="chart-title">Indstillinger<\/title>/);
    expect(svg).toContain('&lt;0&gt;');
  });
});
