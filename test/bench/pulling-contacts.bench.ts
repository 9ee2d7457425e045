import { startPracticeAutotask } from '../../host-shim/practice-autotask/practice-autotask.ts';
import { atLeast, atMost, grouped, type Measured } from './measure.ts';
import type { PullOrder, PullTimes } from './pull.ts';
import { runScript } from './run-script.ts';

const CONTACTS = 100_000;
const LATENCY_MS = 150;
// What Autotask allows an entity, and how many rows it puts on a page at most (autotask-api.md §5 and §3.4, documented).
const CALLS_AT_ONCE = 3;
const PAGE = 500;

const MOST_OF_FLOOR = 1.2;
const LEAST_OF_PEER = 2.7;

/** Our reading of everything beside the least time that the latency allows, and beside public clients on the same server. */
export async function pullingContacts(): Promise<readonly Measured[]> {
  const practice = await startPracticeAutotask({ contacts: CONTACTS, seed: 1, switches: { latencyMs: LATENCY_MS } });
  try {
    const pull = ({ url, credentials }: typeof practice, client: PullOrder['client']) =>
      runScript<PullTimes>(new URL('pull.ts', import.meta.url), { url, credentials, client } satisfies PullOrder);
    const [first = Number.NaN, again = Number.NaN] = await pull(practice, 'ours');
    const [apigrate = Number.NaN] = await pull(practice, 'apigrate');
    const [typed = Number.NaN] = await pull(practice, 'typed');
    const slower = Math.max(first, again);
    const pages = Math.ceil(CONTACTS / PAGE) + Math.ceil(practice.control.companyIds().length / PAGE);
    return [
      besideFloor('a first reading', first, pages),
      besideFloor('a reading with the boundaries of the last', again, pages),
      besidePeer('@apigrate/autotask-restapi', apigrate, slower),
      besidePeer('autotask-rest-api-types', typed, slower),
    ];
  } finally {
    await practice.close();
  }
}

/** The floor: as many calls as there are pages, three at a time. */
function besideFloor(what: string, milliseconds: number, pages: number): Measured {
  const floor = (pages / CALLS_AT_ONCE) * LATENCY_MS;
  return atMost(MOST_OF_FLOOR, {
    name: `${grouped(CONTACTS)} contacts, ${LATENCY_MS} ms a call: ${what} / floor`,
    ratio: milliseconds / floor,
    detail: `${grouped(milliseconds)} / ${grouped(floor)} ms`,
  });
}

function besidePeer(peer: string, milliseconds: number, ours: number): Measured {
  return atLeast(LEAST_OF_PEER, {
    name: `${grouped(CONTACTS)} contacts, ${LATENCY_MS} ms a call: ${peer} / ours`,
    ratio: milliseconds / ours,
    detail: `${grouped(milliseconds)} / ${grouped(ours)} ms`,
  });
}
