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

  it('shows a number that is known to be within a range as one, lighter from its least to its most', () => {
    const bars = [{ name: 'a', value: 20, to: 24 }];
    const svg = String(barChart({ id: 'chart', title: 'Familier', description: 'a', bars }));
    const [, from, width] = /class="chart-range" x="([\d.]+)".*?width="([\d.]+)"/.exec(svg)!.map(Number);
    expect(from).toBeCloseTo(4 + widths(svg)[0]!);
    expect(width! / widths(svg)[0]!).toBeCloseTo(4 / 20);
    expect(svg).toContain('>20–24<');
    expect(from! + width!).toBeLessThan(320);
  });

  it('has the lines of its axis behind the bars alone, and none through a name', () => {
    const svg = chart(10, 5, 0);
    const y = (mark: string) =>
      [...svg.matchAll(new RegExp(`class="${mark}"[^>]*? y="([\\d.]+)"`, 'g'))].map(([, n]) => Number(n));
    const tops = y('chart-bar');
    const grid = [...svg.matchAll(/class="chart-grid" d="([^"]+)"/g)].map(([, path]) => path!);
    expect(grid).toHaveLength(y('chart-tick').length);
    for (const path of grid) {
      const lines = [...path.matchAll(/M([\d.]+) ([\d.]+)v([\d.]+)/g)].map(([, ...at]) => at.map(Number));
      expect(lines.map(([, top]) => top)).toEqual(tops);
      for (const [at, [, top, height]] of lines.entries()) {
        expect(top).toBeGreaterThan(y('chart-name')[at]! + 4);
        // the letters of the next name begin below
        expect(top! + height!).toBeLessThan(46 * (at + 1) + 4);
      }
    }
  });

  it('has a title and a description, and no name that is read as a mark', () => {
    const svg = chart(1);
    expect(svg).toMatch(/aria-labelledby="chart-title chart-desc"[^]*<title id="chart-title">Indstillinger<\/title>/);
    expect(svg).toContain('&lt;0&gt;');
  });
});
