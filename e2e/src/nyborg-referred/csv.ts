/** The rows of a CSV text (RFC 4180) by the names in its first line. @throws Error for what is not CSV */
export function readCsv(text: string): Record<string, string>[] {
  const [names = [], ...rows] = cellsOf(text);
  return rows.map((cells) => {
    if (cells.length !== names.length) throw new Error(`a line of ${cells.length} cells under ${names.length} names`);
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}

const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;

function cellsOf(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  cell.lastIndex = 0;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (!found) throw new Error(`no CSV from character ${at} on`);
    const [, quoted, plain = '', end] = found;
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
