/** The rows of a CSV file as RFC 4180 has them: anything that is not to its letter is an error. */
export function csvRows(file: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = file;
  while (rest !== '') {
    const [whole, quoted, plain = '', end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
    if (whole === undefined) throw new Error(`Not a cell: ${rest.slice(0, 60)}`);
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
    rest = rest.slice(whole.length);
  }
  if (row.length > 0) throw new Error('The last row has no end');
  return rows;
}

/** The rows below the headers by their names, of a file that begins with a byte order mark. */
export function csvRecords(file: string): Record<string, string>[] {
  if (!file.startsWith('\ufeff')) throw new Error('There is no byte order mark');
  const [headers = [], ...rows] = csvRows(file.slice(1));
  return rows.map((row) => {
    if (row.length !== headers.length) throw new Error(`${row.length} cells below ${headers.length} headers`);
    return Object.fromEntries(headers.map((header, index) => [header, row[index] ?? '']));
  });
}
