import { readCsv } from './csv.js';

it('a CSV text is read as it was written', () => {
  expect(readCsv('figure,part,value\r\nreferred,,20\r\ndeclined,"a ""b"", c",3\r\nwaiting,,\r\n')).toEqual([
    { figure: 'referred', part: '', value: '20' },
    { figure: 'declined', part: 'a "b", c', value: '3' },
    { figure: 'waiting', part: '', value: '' },
  ]);
});

it.each(['figure,value\r\nreferred\r\n', 'figure\r\n"open', 'figure\nvalue\n', 'figure\r\na"b\r\n'])(
  '%j is none',
  (text) => {
    expect(() => readCsv(text)).toThrow();
  },
);

it('as a spreadsheet in Danish has it', () => {
  expect(readCsv('\uFEFFfigure;value\r\n"a;b";2,5\r\n', ';')).toEqual([{ figure: 'a;b', value: '2,5' }]);
});
