import { describe, expect, it } from 'vitest';
import { Fingerprint } from '../../../core/domain/fingerprint.ts';

function fingerprintOf(...series: readonly (readonly string[])[]): string {
  const fingerprint = new Fingerprint();
  for (const texts of series) fingerprint.add(texts);
  return fingerprint.value();
}

describe('Fingerprint', () => {
  it('is the same for the same texts', () => {
    expect(fingerprintOf(['1', 'create'], ['2', 'blocked'])).toBe(fingerprintOf(['1', 'create'], ['2', 'blocked']));
  });

  it('is a text of 24 hexadecimal digits', () => {
    expect(fingerprintOf()).toMatch(/^[0-9a-f]{24}$/);
    expect(fingerprintOf(['é😀'])).toMatch(/^[0-9a-f]{24}$/);
  });

  it.each([
    { one: [['ab', 'c']], other: [['a', 'bc']], why: 'where one text ends' },
    { one: [['a', 'b']], other: [['b', 'a']], why: 'the order' },
    { one: [['a']], other: [['A']], why: 'letter case' },
    { one: [['a']], other: [['a', '']], why: 'an empty text more' },
    { one: [[]], other: [['']], why: 'nothing and an empty text' },
    { one: [['1', 'create']], other: [['1', 'update']], why: 'an effect' },
  ])('tells texts apart by $why', ({ one, other }) => {
    expect(fingerprintOf(...one)).not.toBe(fingerprintOf(...other));
  });

  it('tells many similar series apart in each of its parts', () => {
    const values = Array.from({ length: 2_000 }, (_, index) => fingerprintOf([`${index}`, 'create']));
    for (const lane of [0, 8, 16]) {
      expect(new Set(values.map((value) => value.slice(lane, lane + 8))).size).toBeGreaterThan(1_995);
    }
  });
});
