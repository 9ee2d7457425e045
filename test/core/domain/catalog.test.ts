import { describe, expect, it } from 'vitest';
import { catalogOf, destinationKind } from '../../../core/domain/catalog.ts';
import { aDestination, aPackage } from '../../support/builders.ts';

describe('destinationKind', () => {
  it.each([
    ...['AmazonS3', 'AmazonS3China', 'S3Compatible', 'Wasabi', 'BackblazeB2', 'Minio', 'GoogleCloudPlatform'].map(
      (type) => ({ type, kind: 'bucket' }),
    ),
    ...['Azure', 'AzureVM', 'OpenStack', 'OracleCloud'].map((type) => ({ type, kind: 'container' })),
    { type: 'FS', kind: 'root_folder' },
    { type: ' fs ', kind: 'root_folder' },
    { type: 'AZURE', kind: 'container' },
  ])('calls a destination of $type a $kind', ({ type, kind }) => {
    expect(destinationKind(type)).toBe(kind);
  });

  it.each(['', 'SomethingNew', 'FSX', 'AzureFiles2'])('calls a destination of the unknown type %j a bucket', (type) => {
    expect(destinationKind(type)).toBe('bucket');
  });
});

describe('catalogOf', () => {
  it('finds destinations and packages by their ids', () => {
    const destination = aDestination();
    const item = aPackage({ enabled: false });
    const catalog = catalogOf([destination], [item]);
    expect(catalog.destinations.get(destination.id)).toBe(destination);
    expect(catalog.packages.get(item.id)).toBe(item);
    expect([catalog.destinations.size, catalog.packages.size]).toEqual([1, 1]);
  });
});
