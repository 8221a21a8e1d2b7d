import { figures as definitions } from './figures.js';
import { toCell, toCsv } from './csv.js';
import * as examples from './figures.examples.js';
import { wantsCsv } from './table.js';

const head =
  'programme,from,to,figure,part,value,unit,denominator,part_da,part_en,parts_withheld,parts_withheld_da,parts_withheld_en,name_da,name_en,definition_da,definition_en,denominator_definition_da,denominator_definition_en';
/** The lines below the head, up to what the figure is called. */
const linesOf = (csv: string, separator: ',' | ';' = ',') => {
  const lines = csv.split('\r\n').slice(1, -1);
  return lines.map((line) => line.split(separator).slice(0, 13).join(separator));
};
/** What is said behind it of the figure, in the form of a cell. */
const meaningOf = (code: keyof typeof definitions) => {
  const { name, definition, denominator } = definitions[code];
  const texts = [name, definition, denominator ?? { da: null, en: null }];
  return texts.flatMap(({ da, en }) => [toCell(da), toCell(en)]).join(',');
};

describe('the table of figures', () => {
  it('has a line for each figure and one for each of its reasons', () => {
    const csv = toCsv(examples.figures);
    expect(csv.split('\r\n')[0]).toBe(head);
    expect(csv).toMatch(/\r\n$/);
    expect(linesOf(csv)).toEqual([
      'nyborg-familiestue,2026-01-01,2026-12-31,referred,,20,referrals,,,,,,',
      'nyborg-familiestue,2026-01-01,2026-12-31,accepted,,16,referrals,19,,,,,',
      'nyborg-familiestue,2026-01-01,2026-12-31,declined,,3,referrals,19,,,,,',
      'nyborg-familiestue,2026-01-01,2026-12-31,declined,outside-target-group,3,referrals,19,uden for målgruppen,outside the target group,,,',
      'nyborg-familiestue,2026-01-01,2026-12-31,waiting-days-median,,31,days,12,,,,,',
    ]);
  });

  it('says on each line what the figure is called and means, and what it is a part of, Danish first', () => {
    const [, ...lines] = toCsv(examples.figures).trimEnd().split('\r\n');
    const ends = (['referred', 'accepted', 'declined', 'declined', 'waiting-days-median'] as const).map(meaningOf);
    expect(lines.map((line, at) => line.endsWith(`,${ends[at]!}`))).toEqual(lines.map(() => true));
    expect(meaningOf('referred')).toMatch(/^Indstillet,Referred,.+,,$/);
  });

  it('says of parts that are withheld why, on the line of their figure', () => {
    const [figure] = examples.figures.figures;
    const partsWithheld = { reason: 'few-or-barred', text: { da: 'færre', en: 'fewer' } };
    const csv = toCsv({ ...examples.figures, figures: [{ ...figure!, partsWithheld }] });
    expect(linesOf(csv)).toEqual([
      'nyborg-familiestue,2026-01-01,2026-12-31,referred,,20,referrals,,,,few-or-barred,færre,fewer',
    ]);
  });

  it('with semicolons opens in a Danish spreadsheet', () => {
    const csv = toCsv(examples.figures, 'semicolon');
    expect(csv.split('\r\n')[0]).toBe(`\uFEFF${head.replaceAll(',', ';')}`);
    expect(linesOf(csv, ';')[0]).toBe('nyborg-familiestue;2026-01-01;2026-12-31;referred;;20;referrals;;;;;;');
    expect(csv.split('\r\n')).toHaveLength(toCsv(examples.figures).split('\r\n').length);
  });

  it('leaves a figure without a value empty', () => {
    const [figure] = examples.figures.figures.slice(-1);
    const csv = toCsv({ ...examples.figures, figures: [{ ...figure!, value: null }] });
    expect(linesOf(csv)[0]).toMatch(/waiting-days-median,,,days,12,,,,,$/);
  });

  it('holds codes, dates and numbers only, beside what the codes mean', () => {
    const cells = linesOf(toCsv(examples.figures)).flatMap((line) => line.split(',').slice(0, 8));
    for (const cell of cells) expect(cell).toMatch(/^([a-z0-9][a-z0-9-]*|)$/);
  });
});

describe('a cell', () => {
  it.each(['=1+1', '+45 12', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('%j is no formula', (text) => {
    expect(toCell(text).replace(/^"/, '')).toMatch(/^'/);
  });

  it.each([
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['a"b', '"a""b"'],
    ['a\r\nb', '"a\r\nb"'],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ['outside-target-group', 'outside-target-group'],
  ])('%j is written %j', (text, cell) => {
    expect(toCell(text)).toBe(cell);
  });

  it('with a number is the number', () => {
    expect([toCell(0), toCell(-3), toCell(null)]).toEqual(['0', '-3', '']);
    expect([toCell(2.5), toCell(2.5, 'semicolon')]).toEqual(['2.5', '2,5']);
  });
});

it.each([
  [undefined, undefined, false],
  [undefined, 'text/csv', true],
  [undefined, 'text/csv;q=0.9, application/json;q=0.8', true],
  [undefined, 'application/json, text/csv', false],
  [undefined, '*/*', false],
  ['csv' as const, 'application/json', true],
  ['json' as const, 'text/csv', false],
])('format %p and Accept %p: CSV is %p', (format, accept, expected) => {
  expect(wantsCsv(format, accept)).toBe(expected);
});

it('every figure is defined in both languages', () => {
  for (const { name, definition, denominator } of Object.values(definitions))
    for (const text of [name, definition, ...(denominator ? [denominator] : [])])
      expect([text.da, text.en]).not.toContain('');
});
