import { csvRow } from './csv-row.ts';

/** The columns of a file by their headers, each with what it says of a row. */
export type CsvColumns<Row> = Readonly<Record<string, (row: Row) => string | null>>;

/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** A file in parts, one for each page of rows; the first one also has the headers. */
export async function* csvFile<Row>(
  columns: CsvColumns<Row>,
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string, void, undefined> {
  const cells = Object.values(columns);
  let head = BYTE_ORDER_MARK + csvRow(Object.keys(columns));
  for await (const rows of pages) {
    yield head + rows.map((row) => csvRow(cells.map((cell) => cell(row) ?? ''))).join('');
    head = '';
  }
}
