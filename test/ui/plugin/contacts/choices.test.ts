import { describe, expect, it } from 'vitest';
import { destinationChoices, packageChoices } from '../../../../plugin-ui/contacts/choices.ts';
import { DESTINATIONS, PACKAGES } from '../sample-contacts.ts';

describe('destinationChoices', () => {
  it('names each shortly, and tells its kind, storage account and use', () => {
    expect(destinationChoices(DESTINATIONS, 'en').offered).toEqual([
      { id: 'd1', label: 'acme-backups', details: 'Bucket in Corp S3, assigned to 12 contacts' },
      { id: 'd2', label: 'clients-eu', details: 'Bucket in Corp S3, assigned to 1 contact' },
      { id: 'd3', label: 'long-term', details: 'Bucket in Archive (Wasabi), no contacts yet' },
    ]);
  });

  it('tells those of one name apart by their storage accounts', () => {
    const [first] = DESTINATIONS;
    const twin = { ...first!, id: 'd9', kind: 'root_folder' as const, storageAccount: 'NAS' };
    const choices = destinationChoices([...DESTINATIONS, twin], 'en');
    expect(choices.offered.map(({ label }) => label)).toEqual([
      'acme-backups — Corp S3',
      'clients-eu',
      'long-term',
      'acme-backups — NAS',
    ]);
    expect(choices.named('d9').details).toBe('Root Folder in NAS, assigned to 12 contacts');
  });

  it('counts those that nothing tells apart, each with the same number wherever it stands', () => {
    const [first] = DESTINATIONS;
    const [second, third] = ['d2', 'd3'].map((id) => ({ ...first!, id }));
    const labels = (order: typeof DESTINATIONS) =>
      Object.fromEntries(destinationChoices(order, 'en').offered.map(({ id, label }) => [id, label]));
    const expected = {
      d1: 'acme-backups — Corp S3',
      d2: 'acme-backups — Corp S3 (2)',
      d3: 'acme-backups — Corp S3 (3)',
    };
    expect(labels([first!, second!, third!])).toEqual(expected);
    expect(labels([third!, first!, second!])).toEqual(expected);
  });

  it('keeps one that is gone where it is assigned, and offers it nowhere else', () => {
    const choices = destinationChoices(DESTINATIONS, 'en');
    expect(choices.in('gone')[0]).toEqual({ id: 'gone', label: 'No longer exists', details: '' });
    expect(choices.in('d1')).toBe(choices.offered);
    expect(choices.in(null)).toBe(choices.offered);
  });
});

describe('packageChoices', () => {
  it('tells the limit and the use in the numbers of the locale', () => {
    const details = packageChoices(PACKAGES, 'de').offered.map((choice) => choice.details);
    expect(details[1]).toMatch(/^250\sGB, assigned to 1\.234 contacts$/u);
    expect(details[2]).toMatch(/^2\sTB, no contacts yet$/u);
  });

  it('offers only those that are enabled, and names the others where they are assigned', () => {
    const choices = packageChoices(PACKAGES, 'en');
    expect(choices.offered.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
    expect(choices.named('p4')).toEqual({
      id: 'p4',
      label: 'Legacy (disabled)',
      details: 'No limit, assigned to 1 contact',
    });
  });

  it('tells those of one name apart by their limits', () => {
    const twin = { ...PACKAGES[0]!, id: 'p9', storageLimitGb: null };
    const labels = packageChoices([...PACKAGES, twin], 'en').offered.map(({ label }) => label);
    expect(labels).toEqual(['Starter — 50 GB', 'Standard', 'Server', 'Starter — No limit']);
  });

  it('gives no two the same label, whatever they are called', () => {
    const [starter] = PACKAGES;
    const packages = [
      starter!,
      { ...starter!, id: 'p2' },
      { ...starter!, id: 'p3', name: 'Starter — 50 GB (2)' },
      { ...starter!, id: 'p4', enabled: false },
      { ...starter!, id: 'p5', name: 'Starter — 50 GB' },
    ];
    const choices = packageChoices(packages, 'en');
    expect(packages.map(({ id }) => choices.named(id).label)).toEqual([
      'Starter — 50 GB',
      'Starter — 50 GB (3)',
      'Starter — 50 GB (2)',
      'Starter — 50 GB (4) (disabled)',
      'Starter — 50 GB (5)',
    ]);
  });
});
