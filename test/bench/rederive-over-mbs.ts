import { tenantId } from '../../core/domain/ids.ts';
import { everythingOf } from './import-everybody.ts';
import { type MbsOrder, wireOverMbs } from './mbs-wiring.ts';
import { millisecondsOf } from './measure.ts';
import { answer, order } from './run-script.ts';

const given = order() as MbsOrder;
const wiring = wireOverMbs(given);
const milliseconds = await millisecondsOf(() =>
  wiring.useCases.rederiveStatuses.ofAll(everythingOf(tenantId(given.provider))),
);
await wiring.close();
answer({ milliseconds, peakMb: process.resourceUsage().maxRSS / 1024 });
