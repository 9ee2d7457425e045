import { describe, expect, it } from 'vitest';
import { ArrayScanner } from '../../../adapters/mbs-api/array-scanner.ts';

function scan(...chunks: string[]): unknown[] {
  const scanner = new ArrayScanner();
  const items = chunks.flatMap((chunk) => scanner.take(chunk)).map((text): unknown => JSON.parse(text));
  scanner.end();
  return items;
}

const LIST = [{ name: 'a "quoted", [bracketed] {braced} \\ name' }, { list: [[1, 2], { x: ',' }] }, 3, ' ', null];

describe('ArrayScanner', () => {
  it.each(['[]', ' [ ] ', '\uFEFF[]\n'])('finds nothing in %j', (text) => {
    expect(scan(text)).toEqual([]);
  });

  it('finds the items wherever the text is parted', () => {
    const text = ` ${JSON.stringify(LIST, null, 1)} `;
    for (let at = 0; at <= text.length; at += 1) expect(scan(text.slice(0, at), text.slice(at))).toEqual(LIST);
    expect(scan(...Array.from(text))).toEqual(LIST);
  });

  it('gives an item as soon as it is complete', () => {
    const scanner = new ArrayScanner();
    expect(scanner.take('[{"a":1},{"b"')).toEqual(['{"a":1}']);
    expect(scanner.take(':2}')).toEqual([]);
    expect(scanner.take(']')).toEqual(['{"b":2}']);
  });

  it.each(['', '[', '[{"a":1}', '[{"a":1},', '[{"a":"x'])('takes %j for broken off', (text) => {
    expect(() => scan(text)).toThrow('not_data');
  });

  it.each(['null', '{}', '"No token received"', '[]]', '[] []', '[}', '<html>'])('takes %j for no list', (text) => {
    expect(() => scan(text)).toThrow('not_data');
  });

  it.each(['[1,]', '[,1]', '[1 2]', '[{]}]'])('leaves %j to the parser, which refuses it', (text) => {
    expect(() => scan(text)).toThrow();
  });

  it('does not wait for an item without end', () => {
    const scanner = new ArrayScanner();
    scanner.take('["');
    expect(() => {
      for (let megabytes = 0; megabytes < 4; megabytes += 1) scanner.take('x'.repeat(1024 * 1024));
    }).toThrow('not_data');
  });
});
