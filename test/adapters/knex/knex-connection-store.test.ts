import { KnexConnectionStore } from '../../../adapters/knex/knex-connection-store.ts';
import { connectionStoreContract } from '../../contract/connection-store.contract.ts';
import { ENGINES, openDatabase } from '../../support/databases.ts';

for (const engine of ENGINES) {
  connectionStoreContract(`knex on ${engine}`, async () => {
    const { knex, dispose } = await openDatabase(engine);
    return { connections: new KnexConnectionStore({ knex }), dispose };
  });
}
