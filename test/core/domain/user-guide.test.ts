import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REASON_CODES, reasonOf } from '../../../core/domain/reason.ts';

const DOCS = new URL('../../../docs/', import.meta.url);
const guide = readFileSync(new URL('user-guide.md', DOCS), 'utf8');

describe('the user guide', () => {
  it('has every reason, in the order of precedence, with the words that the page uses', () => {
    const rows = [...guide.matchAll(/^\| `(?<code>\w+)` +\| (?<text>.+?) +\| (?<remedy>.+?) +\|$/gmu)];
    expect(rows.map(({ groups }) => ({ ...groups }))).toEqual(REASON_CODES.map((code) => reasonOf(code)));
  });

  it('shows every picture that was taken, and no other', () => {
    const shown = [...guide.matchAll(/\]\(images\/(.+?)\)/gu)].map(([, file]) => file);
    expect(shown.toSorted()).toEqual(readdirSync(new URL('images/', DOCS)).toSorted());
  });
});
