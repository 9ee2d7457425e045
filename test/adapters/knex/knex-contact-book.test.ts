import { KnexContactBook } from '../../../adapters/knex/knex-contact-book.ts';
import { BATCH_SIZE, contactBookContract } from '../../contract/contact-book.contract.ts';
import { ENGINES, openDatabase } from '../../support/databases.ts';

for (const engine of ENGINES) {
  contactBookContract(engine, async () => {
    const { knex, dispose } = await openDatabase(engine);
    return {
      book: new KnexContactBook({ knex, batchSize: BATCH_SIZE }),
      other: new KnexContactBook({ knex, batchSize: BATCH_SIZE }),
      dispose,
    };
  });
}
