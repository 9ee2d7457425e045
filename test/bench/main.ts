import { type Measured, table } from './measure.ts';
import { refreshToScreen } from './refresh-to-screen.bench.ts';
import { storingContacts } from './storing-contacts.bench.ts';

const CASES: readonly (() => Promise<Measured>)[] = [refreshToScreen, storingContacts];

const measured: Measured[] = [];
for (const run of CASES) measured.push(await run());
console.log(table(measured));
