import { expect, it } from 'vitest';
import { KnexPackages } from '../../../adapters/knex/knex-packages.ts';
import { tenantId } from '../../../core/domain/ids.ts';
import { packagesContract } from '../../contract/packages.contract.ts';
import { ConsoleRows } from '../../support/console-rows.ts';
import { ENGINES, openDatabase } from '../../support/databases.ts';

for (const engine of ENGINES) {
  packagesContract(`knex on ${engine}`, async () => {
    const { knex, dispose } = await openDatabase(engine);
    const rows = new ConsoleRows(knex);
    return {
      packages: new KnexPackages({ knex }),
      probe: { add: (tenant, given) => rows.addPackage(tenant, given) },
      dispose,
    };
  });
}

it.each(ENGINES)('says that the console is unavailable when the database is: %s', async (engine) => {
  const { knex, dispose } = await openDatabase(engine);
  await knex.destroy();
  const listed = new KnexPackages({ knex }).list(tenantId('provider-1'));
  await expect(listed).rejects.toMatchObject({ code: 'console_unavailable' });
  await dispose();
});
