import { afterEach, beforeEach, describe } from 'vitest';
import { userRepositoryBatches } from './user-repository-batches.contract.ts';
import { userRepositoryCreating } from './user-repository-creating.contract.ts';
import { userRepositoryReading } from './user-repository-reading.contract.ts';
import { openTrial, type UserRepositoryHarness, type UserRepositoryTrial } from './user-repository-trial.ts';
import { userRepositoryUpdating } from './user-repository-updating.contract.ts';

/** What every user repository promises; `open` gives a new, isolated one for every test. */
export function userRepositoryContract(name: string, open: () => Promise<UserRepositoryHarness>): void {
  describe(`UserRepository: ${name}`, () => {
    let trial: UserRepositoryTrial;
    beforeEach(async () => {
      trial = await openTrial(await open());
    });
    afterEach(() => trial.dispose());
    const current = () => trial;
    userRepositoryReading(current);
    userRepositoryCreating(current);
    userRepositoryBatches(current);
    userRepositoryUpdating(current);
  });
}
