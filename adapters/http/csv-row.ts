// A spreadsheet takes what begins so for a formula, with white space before it too (OWASP, "CSV Injection").
const FORMULA = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** One row of a CSV file (RFC 4180), in which no cell is a formula. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(text) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
