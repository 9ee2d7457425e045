import { KnexUserRepository } from '../../../adapters/knex/knex-user-repository.ts';
import { userRepositoryContract } from '../../contract/user-repository.contract.ts';
import type { UserRepositoryHarness } from '../../contract/user-repository-trial.ts';
import { ConsoleRows } from '../../support/console-rows.ts';
import { ENGINES, openDatabase } from '../../support/databases.ts';
import { SilentLog } from '../../support/silent-log.ts';
import { SteppingClock } from '../../support/stepping-clock.ts';

for (const engine of ENGINES) {
  userRepositoryContract(`knex on ${engine}`, async (): Promise<UserRepositoryHarness> => {
    const { knex, dispose } = await openDatabase(engine);
    const users = new KnexUserRepository({ knex, clock: new SteppingClock(), log: new SilentLog() });
    return { users, probe: new ConsoleRows(knex), dispose };
  });
}
