import { KnexContactBook } from '../../../adapters/knex/knex-contact-book.ts';
import { KnexRunStore } from '../../../adapters/knex/knex-run-store.ts';
import { runId } from '../../../core/domain/ids.ts';
import { runStoreContract } from '../../contract/run-store.contract.ts';
import { ENGINES, openDatabase } from '../../support/databases.ts';
import { steppingIds } from '../../support/stepping-ids.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

for (const engine of ENGINES) {
  runStoreContract(engine, async () => {
    const { knex, dispose } = await openDatabase(engine);
    const clock = new VirtualClock();
    const nextId = steppingIds('run');
    const parts = { knex, clock, ids: { runId: () => runId(nextId()) } };
    // One node that is only told of changes, and one that is not told of the other's.
    const [told, looking] = [
      { ...parts, lookAgainMs: 3_600_000 },
      { ...parts, lookAgainMs: 5 },
    ];
    return {
      store: new KnexRunStore(told),
      other: new KnexRunStore(looking),
      book: new KnexContactBook({ knex }),
      clock,
      dispose,
    };
  });
}
