import { describe, expect, it } from 'vitest';
import { ExportContacts } from '../../../core/use-cases/export-contacts.ts';
import { aSourceContact, EVERYTHING } from '../../support/book-builders.ts';
import { MSP } from '../../support/run-builders.ts';
import { theUserOf, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

const COUNT = 1200;

describe('ExportContacts', () => {
  it('meets each contact once with the status of today, though the list is sorted by that of yesterday', async () => {
    const app = useCasesInMemory();
    await app.open(...Array.from({ length: COUNT }, (_, index) => aSourceContact(index + 1)));
    // Each status that was derived is out of date now, and would put its contact behind all others.
    for (let id = 1; id <= COUNT; id += 1) app.ports.users.put(MSP, theUserOf(id));
    const seen = new Map<string, string>();
    const sort = { field: 'status', direction: 'ascending' } as const;
    for await (const page of new ExportContacts(app.ports).run(EVERYTHING, { filter: { status: 'blank' }, sort })) {
      for (const { listed } of page) {
        expect(seen.has(listed.contact.id)).toBe(false);
        seen.set(listed.contact.id, listed.status);
      }
    }
    expect(seen.size).toBe(COUNT);
    expect(new Set(seen.values())).toEqual(new Set(['equal']));
    expect(await app.ports.contactBook.counts(EVERYTHING, {})).toMatchObject({ blank: COUNT, equal: 0 });
  });
});
