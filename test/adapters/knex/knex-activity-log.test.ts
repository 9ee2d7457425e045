import { KnexActivityLog } from '../../../adapters/knex/knex-activity-log.ts';
import { activityLogContract } from '../../contract/activity-log.contract.ts';
import { ENGINES, openDatabase } from '../../support/databases.ts';

for (const engine of ENGINES) {
  activityLogContract(`knex on ${engine}`, async () => {
    const { knex, dispose } = await openDatabase(engine);
    return { activityLog: new KnexActivityLog({ knex }), dispose };
  });
}
