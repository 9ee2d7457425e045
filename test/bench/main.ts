import { assigningEverybody } from './assigning-everybody.bench.ts';
import { fairTurns } from './fair-turns.bench.ts';
import { growingImport } from './growing-import.bench.ts';
import { growingList } from './growing-list.bench.ts';
import { importingContacts } from './importing-contacts.bench.ts';
import { importingOverMbs } from './importing-over-mbs.bench.ts';
import { listingContacts } from './listing-contacts.bench.ts';
import { type Measured, table } from './measure.ts';
import { pageInBrowser } from './page-in-browser.bench.ts';
import { pullingContacts } from './pulling-contacts.bench.ts';
import { refreshToScreen } from './refresh-to-screen.bench.ts';
import { refreshingAgain } from './refreshing-again.bench.ts';
import { stagingRows } from './staging-rows.bench.ts';
import { storingContacts } from './storing-contacts.bench.ts';
import { twoNodes } from './two-nodes.bench.ts';

const CASES = [
  refreshToScreen,
  storingContacts,
  stagingRows,
  pullingContacts,
  refreshingAgain,
  growingList,
  listingContacts,
  assigningEverybody,
  pageInBrowser,
  importingContacts,
  growingImport,
  importingOverMbs,
  fairTurns,
  twoNodes,
];

// `npm run bench -- pullingContacts` runs that case alone.
const chosen = process.argv.slice(2);
const measured: Measured[] = [];
for (const run of CASES) {
  if (chosen.length === 0 || chosen.includes(run.name)) measured.push(...(await run()));
}
console.log(table(measured));
