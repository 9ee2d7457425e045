import { KnexContactBook } from '../../../adapters/knex/knex-contact-book.ts';
import { contactBookContract } from '../../contract/contact-book.contract.ts';
import { ENGINES, openDatabase } from '../../support/databases.ts';

for (const engine of ENGINES) {
  contactBookContract(engine, async () => {
    const { knex, dispose } = await openDatabase(engine);
    return { book: new KnexContactBook({ knex }), other: new KnexContactBook({ knex }), dispose };
  });
}
