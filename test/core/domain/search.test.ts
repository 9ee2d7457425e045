import { describe, expect, it } from 'vitest';
import { fold, searchTextOf, sortKeyOf, words } from '../../../core/domain/search.ts';

describe('fold', () => {
  it.each([
    { text: 'Zoë', folded: 'zoe' },
    { text: 'ŻÓŁKIEWSKI', folded: 'żółkiewski'.normalize('NFD').replace(/\p{M}/gu, '') },
    { text: 'Nguyễn Thị Hằng', folded: 'nguyen thi hang' },
    { text: 'Ｆｕｌｌ', folded: 'full' },
    { text: 'ﬁne', folded: 'fine' },
    { text: '김민수', folded: '김민수' },
    { text: 'أحمد', folded: 'احمد' },
  ])('makes $folded of $text', ({ text, folded }) => {
    expect(fold(text)).toBe(folded);
  });

  it.each([
    { one: 'Στέλιος ΔΗΜΟΣ', other: 'στελιοσ δημος', why: 'Greek, wherever the sigma stands' },
    { one: 'Straße', other: 'STRASSE', why: 'German' },
    { one: 'GROẞ', other: 'groß', why: 'German in capitals' },
    { one: 'Işık', other: 'ISIK', why: 'Turkish' },
    { one: 'İpek', other: 'ipek', why: 'Turkish with a dotted capital' },
    { one: 'Владимир', other: 'ВЛАДИМИР', why: 'Cyrillic' },
  ])('does not mind case in $why', ({ one, other }) => {
    expect(fold(one)).toBe(fold(other));
  });

  it('begins a Greek name as the beginning of the name, though a sigma ends it', () => {
    expect(fold('ΔΗΜΟΣΘΕΝΗΣ').startsWith(fold('ΔΗΜΟΣ'))).toBe(true);
    expect(fold('Δημοσθένης').startsWith(fold('δημος'))).toBe(true);
  });

  it('takes the accent from a letter of half width as from a full one', () => {
    expect(fold('ｶﾞ')).toBe(fold('ガ'));
  });

  it('keeps different letters apart', () => {
    expect(fold('Lee')).not.toBe(fold('Li'));
    expect(fold('Łódź')).not.toBe(fold('Lodz'));
  });
});

describe('words', () => {
  it.each([
    { text: "O'Brien-Smith", expected: ['o', 'brien', 'smith'] },
    { text: 'j.alvarez@northwind-dental.example', expected: ['j', 'alvarez', 'northwind', 'dental', 'example'] },
    { text: '  3M   Deutschland GmbH & Co. KG ', expected: ['3m', 'deutschland', 'gmbh', 'co', 'kg'] },
    { text: 'under_score 100%', expected: ['under', 'score', '100'] },
    { text: 'Zoe\u0308 Müller', expected: ['zoe', 'muller'] },
    { text: '佐藤 花子', expected: ['佐藤', '花子'] },
    { text: ' …', expected: [] },
    { text: '', expected: [] },
  ])('splits $text at anything but letters and digits', ({ text, expected }) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('searchTextOf', () => {
  it('puts a blank before every word of every text, so that parts may be joined', () => {
    expect(searchTextOf('Zoë', "O'Brien", '', 'zoe@engines.example')).toBe(' zoe o brien zoe engines example');
    expect(searchTextOf('Zoë') + searchTextOf('Engines')).toBe(searchTextOf('Zoë', 'Engines'));
  });

  it('is empty when there are no words', () => {
    expect(searchTextOf('', ' - ')).toBe('');
    expect(searchTextOf()).toBe('');
  });
});

describe('sortKeyOf', () => {
  it('puts names beside each other whatever their padding, case and accents', () => {
    expect(sortKeyOf('  Émile ')).toBe(sortKeyOf('emile'));
  });

  it('keeps what tells names apart', () => {
    expect(sortKeyOf('De Vries')).not.toBe(sortKeyOf('Devries'));
  });

  it('cuts a long text to a hundred characters', () => {
    expect(sortKeyOf('x'.repeat(100))).toHaveLength(100);
    expect(sortKeyOf('x'.repeat(101))).toHaveLength(100);
  });

  it('never cuts a character in two', () => {
    expect(sortKeyOf('😀'.repeat(101))).toBe('😀'.repeat(100));
    expect(sortKeyOf('😀'.repeat(60))).toBe('😀'.repeat(60));
  });
});
