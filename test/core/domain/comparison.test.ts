import { describe, expect, it } from 'vitest';
import { comparable, isSameText } from '../../../core/domain/comparison.ts';

describe('isSameText', () => {
  it.each([
    { one: 'Ada Lovelace', other: '  Ada Lovelace\t', why: 'padding' },
    { one: 'Ada Lovelace', other: 'Ada  \t Lovelace', why: 'the width of inner white space' },
    { one: 'Ada Lovelace', other: 'Ada\u00a0Lovelace', why: 'the kind of inner white space' },
    { one: 'Ada Lovelace', other: 'Ada\r\nLovelace', why: 'a line break for a blank' },
    { one: 'Zo\u00eb', other: 'Zoe\u0308', why: 'Unicode composition' },
    { one: '\u212bngstr\u00f6m', other: '\u00c5ngstro\u0308m', why: 'compatibility signs that NFC unites' },
    { one: '', other: ' \t', why: 'blanks for nothing' },
  ])('does not mind $why', ({ one, other }) => {
    expect(isSameText(one, other)).toBe(true);
    expect(isSameText(other, one)).toBe(true);
  });

  it.each([
    { one: 'Ada', other: 'ada', why: 'letter case' },
    { one: 'Zoë', other: 'Zoe', why: 'accents' },
    { one: 'Ada Lovelace', other: 'AdaLovelace', why: 'a missing blank' },
    { one: 'Müller', other: 'Mueller', why: 'spelling' },
    { one: 'ﬁne', other: 'fine', why: 'ligatures, which NFC keeps' },
    { one: 'Ada', other: '', why: 'nothing' },
  ])('minds $why', ({ one, other }) => {
    expect(isSameText(one, other)).toBe(false);
    expect(isSameText(other, one)).toBe(false);
  });
});

describe('comparable', () => {
  it('keeps letter case and single blanks', () => {
    expect(comparable(' Analytical \n Engines Ltd ')).toBe('Analytical Engines Ltd');
  });
});
