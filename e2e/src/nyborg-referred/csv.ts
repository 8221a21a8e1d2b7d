/** The rows of a CSV text (RFC 4180, or as a spreadsheet in Danish has it) by the names in its first line. @throws Error for what is not CSV */
export function readCsv(text: string, separator: ',' | ';' = ','): Record<string, string>[] {
  const [names = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ''), separator);
  return rows.map((cells) => {
    if (cells.length !== names.length) throw new Error(`a line of ${cells.length} cells under ${names.length} names`);
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}

function cellsOf(text: string, separator: ',' | ';'): string[][] {
  const cell = new RegExp(String.raw`(?:"((?:[^"]|"")*)"|([^"${separator}\r\n]*))(${separator}|\r\n|$)`, 'y');
  const lines: string[][] = [];
  let line: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (!found) throw new Error(`no CSV from character ${at} on`);
    const [, quoted, plain = '', end] = found;
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === separator) continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
