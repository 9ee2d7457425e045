import { describe, expect, it } from 'vitest';
import { wireCompany, wireContact, wireFlag, wireId, wireText } from '../../../adapters/autotask/wire.ts';

describe('wireText', () => {
  it.each([
    [null, ''],
    [undefined, ''],
    ['', ''],
    ['  Zoë ', '  Zoë '],
    ['A\0nn\0', 'Ann'],
    ['half \ud83d pair', 'half  pair'],
    ['whole 😀 pair', 'whole 😀 pair'],
    [17, '17'],
    [true, null],
    [{}, null],
    [[], null],
  ])('reads %j as %j', (value, text) => {
    expect(wireText(value)).toBe(text);
  });
});

describe('wireId', () => {
  it.each([
    [0, 0],
    ['0', 0],
    [29_684_123, 29_684_123],
    ['29684123', 29_684_123],
    [5_000_000_000, 5_000_000_000],
    [-1, null],
    [1.5, null],
    [2 ** 53, null],
    ['', null],
    [' 1', null],
    ['1e3', null],
    [null, null],
    [undefined, null],
    [true, null],
  ])('reads %j as %j', (value, id) => {
    expect(wireId(value)).toBe(id);
  });
});

describe('wireFlag', () => {
  it.each([
    [1, true],
    [true, true],
    ['1', true],
    ['True', true],
    [0, false],
    [false, false],
    ['0', false],
    ['false', false],
    [null, false],
    [undefined, false],
    ['', false],
    [2, null],
    ['yes', null],
    [{}, null],
  ])('reads %j as %j', (value, flag) => {
    expect(wireFlag(value)).toBe(flag);
  });
});

describe('rows', () => {
  it('reads a contact, whatever else is in it', () => {
    const json = { id: 7, firstName: 'Ann', lastName: null, companyID: 0, isActive: 1, userDefinedFields: [], new: {} };
    expect(wireContact.read(json)).toEqual({
      id: '7',
      firstName: 'Ann',
      lastName: '',
      email: '',
      accountId: '0',
      isActive: true,
    });
  });

  it.each([null, undefined, ''])("does not take company %j for the MSP's own", (companyID) => {
    expect(wireContact.read({ id: 7, companyID, isActive: 1 })?.accountId).toBe('');
  });

  it('reads company 0', () => {
    expect(wireCompany.read({ id: 0, companyName: 'Harbor MSP', isActive: 'true' })).toEqual({
      id: '0',
      name: 'Harbor MSP',
      isActive: true,
    });
  });

  it.each([
    { id: 'x', companyID: 1, isActive: 1 },
    { id: 7, companyID: 'x', isActive: 1 },
    { id: 7, companyID: 1, isActive: 'perhaps' },
    { id: 7, companyID: 1, isActive: 1, firstName: {} },
    { id: 7, companyID: 1, isActive: 1, lastName: [] },
    { id: 7, companyID: 1, isActive: 1, emailAddress: true },
  ])('does not read contact %j', (json) => {
    expect(wireContact.read(json)).toBeNull();
  });

  it.each([
    { id: -1, companyName: 'A', isActive: true },
    { id: 1, companyName: {}, isActive: true },
    { id: 1, companyName: 'A', isActive: 7 },
  ])('does not read company %j', (json) => {
    expect(wireCompany.read(json)).toBeNull();
  });
});
