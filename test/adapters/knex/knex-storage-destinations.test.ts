import { expect, it } from 'vitest';
import { KnexStorageDestinations } from '../../../adapters/knex/knex-storage-destinations.ts';
import { tenantId } from '../../../core/domain/ids.ts';
import { storageDestinationsContract } from '../../contract/storage-destinations.contract.ts';
import { ConsoleRows } from '../../support/console-rows.ts';
import { ENGINES, openDatabase } from '../../support/databases.ts';

for (const engine of ENGINES) {
  storageDestinationsContract(`knex on ${engine}`, async () => {
    const { knex, dispose } = await openDatabase(engine);
    const rows = new ConsoleRows(knex);
    return {
      storageDestinations: new KnexStorageDestinations({ knex }),
      probe: { add: (tenant, given) => rows.addDestination(tenant, given) },
      dispose,
    };
  });
}

it.each(ENGINES)('says that the console is unavailable when the database is: %s', async (engine) => {
  const { knex, dispose } = await openDatabase(engine);
  await knex.destroy();
  const listed = new KnexStorageDestinations({ knex }).list(tenantId('provider-1'));
  await expect(listed).rejects.toMatchObject({ code: 'console_unavailable' });
  await dispose();
});
