import { describe, expect, it, onTestFinished } from 'vitest';
import { AutotaskContactSource } from '../../../adapters/autotask/autotask-contact-source.ts';
import { startPracticeAutotask } from '../../../host-shim/practice-autotask/practice-autotask.ts';
import { allRows, OPTIONS, rejection } from './opened-source.ts';

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

/** A practice server whose contacts are edited, read by what has changed since. */
async function open() {
  const practice = await startPracticeAutotask({ contacts: 50, seed: 3 });
  const { username, secret: password, integrationCode } = practice.credentials;
  const source = new AutotaskContactSource({ url: practice.url, integrationCode, log: QUIET });
  onTestFinished(async () => {
    await source.close();
    await practice.close();
  });
  const { control } = practice;
  const ids = control.contactIds();
  const credentials = { username, password, integrationCode: null };
  const { at } = await source.counts(credentials, OPTIONS);
  control.resetCounters();
  return {
    control,
    ids,
    read: (lastId: number | null) =>
      allRows(
        source.contacts(credentials, { since: at ?? '', lastId: lastId === null ? null : String(lastId) }, OPTIONS),
      ),
    counted: () => control.counters().calls['Contacts/query/count'] ?? 0,
  };
}

describe('reading what has changed', () => {
  it('takes one call when the row that is expected last is there', async () => {
    const { control, ids, read, counted } = await open();
    control.patchContact(ids[3]!, { lastName: 'Byron' });
    expect((await read(ids.at(-1)!)).map(({ id }) => Number(id))).toEqual([ids[3], ids.at(-1)]);
    expect(counted()).toBe(0);
  });

  it('is proven by a count when that row has gone', async () => {
    const { control, ids, read, counted } = await open();
    control.deleteContact(ids.at(-1)!);
    control.patchContact(ids[3]!, { lastName: 'Byron' });
    expect((await read(ids.at(-1)!)).map(({ id }) => Number(id))).toEqual([ids[3]]);
    expect(counted()).toBe(1);
  });

  it('is done again when an answer was cut', async () => {
    const { control, ids, read } = await open();
    for (const id of ids.slice(0, 4)) control.patchContact(id, { lastName: 'Byron' });
    control.orderFault({ fault: 'short_page', path: 'Contacts/query' });
    const read4 = await read(ids.at(-1)!);
    expect(new Set(read4.map(({ id }) => Number(id)))).toEqual(new Set([...ids.slice(0, 4), ids.at(-1)]));
  });

  it('fails when every answer is cut', async () => {
    const { control, ids, read } = await open();
    for (const id of ids.slice(0, 4)) control.patchContact(id, { lastName: 'Byron' });
    control.orderFault({ fault: 'short_page', path: 'Contacts/query', probability: 1 });
    expect((await rejection(read(null))).code).toBe('source_incomplete');
  });
});
