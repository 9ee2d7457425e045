import { expect, it, onTestFinished } from 'vitest';
import { MbsApi } from '../../../adapters/mbs-api/mbs-api.ts';
import { startPracticeMbs } from '../../../host-shim/practice-mbs/practice-mbs.ts';
import { aSourceContact } from '../../support/book-builders.ts';
import { MSP } from '../../support/run-builders.ts';
import { SilentLog } from '../../support/silent-log.ts';
import { ALL, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);
const CONTACTS = 30;

it.each(SEEDS)('imports everybody once, and says so truthfully, whatever is lost (seed %i)', async (seed) => {
  const practice = await startPracticeMbs({ users: 0 });
  const { url, login, control } = practice;
  const mbs = new MbsApi({ url, ...login, tenantId: MSP, log: new SilentLog(), pause: async () => undefined });
  onTestFinished(async () => {
    await mbs.close();
    await practice.close();
  });
  const app = useCasesInMemory(() => ({
    // The use cases are typed for the repository in memory; nothing here needs more of it than the port.
    users: mbs.users as never,
    storageDestinations: mbs.storageDestinations,
    packages: mbs.packages,
  }));
  for (let id = 1; id <= CONTACTS; id += 1) app.ports.source.putContact(aSourceContact(id));
  await app.connect();
  await app.refresh();
  const [destination] = await mbs.storageDestinations.list(MSP);
  const enabled = (await mbs.packages.list(MSP)).find((item) => item.enabled);
  await app.assign(ALL, { destinationId: destination!.id, packageId: enabled!.id });
  control.orderFault({
    fault: ['reset', 'error_500', 'answer_lost', 'error_after_effect', 'empty_200'],
    path: 'POST Users',
    share: 0.5,
    seed,
  });

  const { tally } = await app.import();
  expect(tally.created).toBe(control.users().length);
  expect(tally.created + tally.failed).toBe(CONTACTS);
  expect(tally.failed).toBeGreaterThan(0);

  control.clearFaults();
  const again = await app.import();
  expect(again.tally).toMatchObject({ created: tally.failed, unchanged: tally.created, failed: 0 });
  expect(control.users()).toHaveLength(CONTACTS);
  expect(new Set(control.users().map(({ company }) => company))).toEqual(new Set(['Account 100']));
});
