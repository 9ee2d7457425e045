import { describe, expect, it } from 'vitest';
import {
  orderFingerprint,
  sortDestinations,
  sortDestinationsByName,
  sortPackages,
} from '../../../core/domain/catalog-order.ts';
import { destinationId, packageId } from '../../../core/domain/ids.ts';
import { aDestination, aPackage } from '../../support/builders.ts';

describe('sortDestinations', () => {
  const offered = [
    { storageAccount: 'Azure', name: 'clients-20', id: 'c' },
    { storageAccount: 'Azure', name: 'clients-100', id: 'b' },
    { storageAccount: 'Corporate S3', name: 'archive', id: 'a' },
    { storageAccount: 'Corporate S3', name: 'archive', id: 'd' },
  ].map(({ id, ...names }) => aDestination({ ...names, id: destinationId(id) }));

  it('orders by storage account, then name, numbers by their value, then id', () => {
    for (const given of [offered, offered.toReversed(), [2, 0, 3, 1].flatMap((place) => offered[place] ?? [])]) {
      expect(sortDestinations(given)).toEqual(offered);
    }
  });

  it('leaves what it is given as it is', () => {
    const given = offered.toReversed();
    sortDestinations(given);
    expect(given).toEqual(offered.toReversed());
  });
});

describe('sortPackages', () => {
  const offered = [
    { name: '20 GB', id: 'c' },
    { name: '100 GB', id: 'a' },
    { name: '100 GB', id: 'b' },
    { name: 'Server', id: 'd' },
  ].map(({ id, name }) => aPackage({ name, id: packageId(id) }));

  it('orders by name, numbers by their value, then id', () => {
    for (const given of [offered, offered.toReversed(), [2, 0, 3, 1].flatMap((place) => offered[place] ?? [])]) {
      expect(sortPackages(given)).toEqual(offered);
    }
  });
});

describe('sortDestinationsByName', () => {
  const read = [
    { storageAccount: 'Corporate S3', name: 'archive', id: 'a' },
    { storageAccount: 'Corporate S3', name: 'archive', id: 'd' },
    { storageAccount: 'Wasabi', name: 'archive', id: 'b' },
    { storageAccount: 'Azure', name: 'clients-20', id: 'c' },
    { storageAccount: 'Azure', name: 'clients-100', id: 'e' },
  ].map(({ id, ...names }) => aDestination({ ...names, id: destinationId(id) }));

  it('orders by name, numbers by their value, then storage account, then id', () => {
    for (const given of [read, read.toReversed(), [2, 4, 0, 3, 1].flatMap((place) => read[place] ?? [])]) {
      expect(sortDestinationsByName(given)).toEqual(read);
    }
  });
});

describe('orderFingerprint', () => {
  it('tells every other order, and every other list', () => {
    const orders = [['a', 'b', 'c'], ['a', 'c', 'b'], ['a', 'b'], ['ab', 'c'], ['a', 'bc'], []];
    expect(new Set(orders.map(orderFingerprint)).size).toBe(orders.length);
    expect(orderFingerprint(['a', 'b'])).toBe(orderFingerprint(['a', 'b']));
  });
});
