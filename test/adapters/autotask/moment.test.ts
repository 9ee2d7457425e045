import { describe, expect, it } from 'vitest';
import { headerMoment, newestOf } from '../../../adapters/autotask/moment.ts';

describe('newestOf', () => {
  it.each([
    ['2023-05-04T08:53:10Z', '2023-05-04T08:53:10.000Z'],
    ['2023-05-04T08:53:10.5Z', '2023-05-04T08:53:10.500Z'],
    ['2023-05-04T08:53:10.52Z', '2023-05-04T08:53:10.520Z'],
    ['2016-03-30T13:10:35.563', '2016-03-30T13:10:35.563Z'],
    ['2016-03-30T13:10:35', '2016-03-30T13:10:35.000Z'],
    ['2016-03-30T13:10:35+02:00', '2016-03-30T11:10:35.000Z'],
    ['', null],
    ['soon', null],
    ['2016-13-30T13:10:35Z', null],
    [null, null],
    [1_459_343_435_563, null],
  ])('reads %j as %j', (stamp, moment) => {
    expect(newestOf([{ stamp }], ['stamp'])).toBe(moment);
  });

  it('is the newest of all rows and stamps, unreadable ones left aside', () => {
    const rows = [
      { made: '2020-01-01T00:00:00Z', changed: '2021-01-01T00:00:00.1Z' },
      { made: '2021-01-01T00:00:00.09', changed: 'never' },
      {},
    ];
    expect(newestOf(rows, ['made', 'changed'])).toBe('2021-01-01T00:00:00.100Z');
    expect(newestOf(rows, [])).toBeNull();
    expect(newestOf([], ['made'])).toBeNull();
  });
});

describe('headerMoment', () => {
  it.each([
    ['Sun, 01 Mar 2026 12:00:30 GMT', '2026-03-01T12:00:30.000Z'],
    ['soon', null],
    [null, null],
  ])('reads %j as %j', (header, moment) => {
    expect(headerMoment(header)).toBe(moment);
  });
});
