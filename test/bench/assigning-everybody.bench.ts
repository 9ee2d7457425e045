import { KnexContactBook } from '../../adapters/knex/knex-contact-book.ts';
import { destinationId, packageId } from '../../core/domain/ids.ts';
import { bookOnDisk, type FilledBook } from './filled-book.ts';
import { EVERYBODY } from './import-everybody.ts';
import { atMost, grouped, type Measured, median, millisecondsOf } from './measure.ts';

const CONTACTS = 100_000;
const ROUNDS = 5;
const TARGET = 2;

/** Destination and package of all contacts in one step, beside one bare update of the same columns and rows. */
export async function assigningEverybody(): Promise<readonly Measured[]> {
  const book = await bookOnDisk(CONTACTS);
  try {
    const times = { assigned: new Array<number>(), bare: new Array<number>() };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.assigned.push(await millisecondsOf(() => assign(book, `a-${round}`)));
      times.bare.push(await millisecondsOf(() => updateBare(book, `b-${round}`)));
    }
    const [assigned, bare] = [median(times.assigned), median(times.bare)];
    return [
      atMost(TARGET, {
        name: `${grouped(CONTACTS)} contacts: assigning destination and package / a bare update`,
        ratio: assigned / bare,
        detail: `${grouped(assigned)} / ${grouped(bare)} ms`,
      }),
    ];
  } finally {
    await book.close();
  }
}

async function assign({ knex, scope }: FilledBook, id: string): Promise<void> {
  const change = { destinationId: destinationId(id), packageId: packageId(id) };
  const assigned = await new KnexContactBook({ knex }).assign(scope, EVERYBODY, change);
  if (assigned !== CONTACTS) throw new Error(`Only ${assigned} contacts were assigned to`);
}

async function updateBare({ knex }: FilledBook, id: string): Promise<void> {
  await knex('autotask_contact').update({ destination_id: id, package_id: id, revision: knex.raw('revision + 1') });
}
