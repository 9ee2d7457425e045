import { describe, expect, it } from 'vitest';
import { Recent } from '../../../adapters/autotask/recent.ts';

describe('Recent', () => {
  it('makes one value per key', () => {
    const recent = new Recent(2, () => ({}));
    expect(recent.of('a')).toBe(recent.of('a'));
    expect(recent.of('a')).not.toBe(recent.of('b'));
  });

  it('drops the value not used for longest, and no other', () => {
    const recent = new Recent(2, () => ({}));
    const [a, b] = [recent.of('a'), recent.of('b')];
    recent.of('a');
    recent.of('c');
    expect(recent.of('a')).toBe(a);
    expect(recent.of('b')).not.toBe(b);
  });
});
