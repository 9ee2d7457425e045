import { tenantId } from '../../core/domain/ids.ts';
import { askForImport, EVERYBODY, endOf, everythingOf, startWorking } from './import-everybody.ts';
import { type MbsOrder, wireOverMbs } from './mbs-wiring.ts';
import { millisecondsOf } from './measure.ts';
import { answer, order } from './run-script.ts';

const given = order() as MbsOrder;
const provider = tenantId(given.provider);
const wiring = wireOverMbs(given);
const { ports, useCases } = wiring;
const [destination] = await ports.storageDestinations.list(provider);
const limit = (await ports.packages.list(provider)).find(({ enabled }) => enabled);
if (destination === undefined || limit === undefined) throw new Error('The practice MBS has both');
const chosen = { destinationId: destination.id, packageId: limit.id };
await useCases.assignContacts.run(everythingOf(provider), EVERYBODY, chosen, 'bench');
await startWorking(wiring);
const milliseconds = await millisecondsOf(async () => {
  const { tally, total } = await endOf(wiring, await askForImport(wiring, provider));
  if (tally.created !== total) throw new Error(`The import of ${total} ended with ${JSON.stringify(tally)}`);
});
await ports.jobs.stop();
await wiring.close();
answer({ milliseconds });
