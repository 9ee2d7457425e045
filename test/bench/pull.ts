import { AutotaskContactSource } from '../../adapters/autotask/autotask-contact-source.ts';
import type { SourcePage } from '../../core/ports/contact-source.ts';
import type { PracticeAutotask } from '../../host-shim/practice-autotask/practice-autotask.ts';
import { apigrateClient, type IndependentClient, typedClient } from '../support/independent-clients.ts';
import { SilentLog } from '../support/silent-log.ts';
import { millisecondsOf } from './measure.ts';
import { answer, order } from './run-script.ts';

type Where = Pick<PracticeAutotask, 'url' | 'credentials'>;

/** Whose reading to time. Ours is done twice: as the first one ever, and with what that one has found. */
export interface PullOrder extends Where {
  readonly client: 'ours' | 'apigrate' | 'typed';
}

/** Milliseconds of each reading. */
export type PullTimes = readonly number[];

// The public clients take a whole practice server, but use no more of it than was sent here.
const given = order() as PullOrder & PracticeAutotask;
const pulls = {
  ours: pullOurs,
  apigrate: async (practice: PracticeAutotask) => [await pullPeer(apigrateClient(practice))],
  typed: async (practice: PracticeAutotask) => [await pullPeer(typedClient(practice))],
};
answer(await pulls[given.client](given));

/**
 * Everyone is connected before the clock starts, as the product is once credentials have been saved. The peers read
 * contacts and accounts side by side, too: one after the other would take them longer.
 */
async function pullPeer(client: IndependentClient): Promise<number> {
  await client.connect();
  return millisecondsOf(() => Promise.all([client.contacts(), client.companies()]));
}

async function pullOurs({ url, credentials: { username, secret, integrationCode } }: Where): Promise<PullTimes> {
  const source = new AutotaskContactSource({ url, integrationCode, log: new SilentLog() });
  const credentials = { username, password: secret, integrationCode: null };
  const options = { signal: new AbortController().signal };
  let boundaries = { contacts: [] as readonly string[], accounts: [] as readonly string[] };
  const read = async () => {
    const counting = source.counts(credentials, options);
    const reading = (entity: keyof typeof boundaries) => ({
      count: counting.then((counts) => counts[entity]),
      boundaries: boundaries[entity],
    });
    const [contacts, accounts] = await Promise.all([
      collected(source.contacts(credentials, reading('contacts'), options)),
      collected(source.accounts(credentials, reading('accounts'), options)),
    ]);
    boundaries = { contacts: boundariesOf(contacts), accounts: boundariesOf(accounts) };
  };
  await source.check(credentials, options);
  const times = [await millisecondsOf(read), await millisecondsOf(read)];
  await source.close();
  return times;
}

async function collected<Row>(pages: AsyncIterable<SourcePage<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page.rows);
  return rows;
}

/** Parts the rows into three, as the contact book does. */
function boundariesOf(rows: readonly { readonly id: string }[]): readonly string[] {
  const ids = rows.map(({ id }) => Number(id)).sort((one, other) => one - other);
  return [1, 2].map((part) => String(ids[Math.floor((ids.length * part) / 3) - 1]));
}
