import { describe, expect, it } from 'vitest';
import { ConsoleUnavailable } from '../../../core/ports/errors.ts';
import { aSourceAccount, aSourceContact, idsOf, rowOf } from '../../support/book-builders.ts';
import { MSP } from '../../support/run-builders.ts';
import { useCasesInMemory } from '../../support/use-cases-in-memory.ts';

type App = ReturnType<typeof useCasesInMemory>;

/** Contacts 1, 2 and 3, imported. */
async function openImported() {
  const app = useCasesInMemory();
  await app.open(aSourceContact(1), aSourceContact(2), aSourceContact(3));
  await app.import();
  const stored = (id: number) => rowOf(app.ports.contactBook, id).then(({ derived }) => derived);
  const storedStatuses = async () => (await Promise.all([1, 2, 3].map(stored))).map(({ status }) => status);
  const userOf = async (id: number) => {
    const [user] = await app.ports.users.findByEmails(MSP, [aSourceContact(id).email]);
    return user!;
  };
  /** Somebody edits a user on a console that does not tell it. */
  const edit = async (id: number) => app.ports.users.put(MSP, { ...(await userOf(id)), company: 'Elsewhere' });
  return { ...app, stored, storedStatuses, userOf, edit };
}

/** Refreshes, and answers what there was to see right before the refresh was said to be done. */
async function refreshLookingIn<Seen>({ ports: { runs }, refresh }: App, look: () => Promise<Seen>) {
  const seen: Seen[] = [];
  const finish = runs.finish.bind(runs);
  runs.finish = async (...given) => {
    seen.push(await look());
    await finish(...given);
  };
  const { state } = await refresh();
  return { state, seen };
}

describe('the statuses after an incremental refresh', () => {
  it('are derived of what has changed before it is done, and of all others soon after', async () => {
    const app = await openImported();
    await app.edit(3);
    app.ports.source.putContact(aSourceContact(1, { lastName: 'Byron' }));
    const { seen } = await refreshLookingIn(app, app.storedStatuses);
    expect(seen).toEqual([['modified', 'equal', 'equal']]);
    expect(await app.storedStatuses()).toEqual(['modified', 'equal', 'modified']);
  });

  it('are derived of the contacts of a renamed account before it is done', async () => {
    const app = await openImported();
    app.ports.source.putAccount(aSourceAccount(100, { name: 'Renamed' }));
    const { seen } = await refreshLookingIn(app, app.storedStatuses);
    expect(seen).toEqual([['modified', 'modified', 'modified']]);
  });

  it('are brought to the users of today even when nothing has changed', async () => {
    const app = await openImported();
    await app.edit(2);
    await app.refresh();
    expect(await app.storedStatuses()).toEqual(['equal', 'modified', 'equal']);
  });

  it.each([
    { change: 'comes to share', before: aSourceContact(1).email, after: aSourceContact(2).email, shared: ['1', '2'] },
    { change: 'no longer shares', before: aSourceContact(2).email, after: aSourceContact(1).email, shared: [] },
  ])(
    'are derived of a contact whose email another one $change before it is done',
    async ({ before, after, shared }) => {
      const app = useCasesInMemory();
      await app.open(aSourceContact(1, { email: before }), aSourceContact(2));
      app.ports.source.putContact(aSourceContact(1, { email: after }));
      const sharing = () => idsOf(app.ports.contactBook, { problem: 'email_shared' });
      const { seen } = await refreshLookingIn(app, sharing);
      expect(seen).toEqual([shared]);
    },
  );

  it('are derived of a contact that is gone before it is done', async () => {
    const app = await openImported();
    app.ports.source.removeContact('3');
    expect((await app.refresh()).state).toBe('held');
    app.ports.source.putContact(aSourceContact(4));
    const gone = () => idsOf(app.ports.contactBook, { problem: 'contact_gone' });
    const { seen } = await refreshLookingIn(app, gone);
    expect(seen).toEqual([['3']]);
  });

  it('drop a gone contact whose user was deleted since', async () => {
    const app = await openImported();
    app.ports.source.removeContact('3');
    await app.takeOver();
    app.ports.users.remove(MSP, (await app.userOf(3)).id);
    await app.refresh();
    expect(await idsOf(app.ports.contactBook)).toEqual(['1', '2']);
  });

  it('stay as they were while Managed Backup is away, and the refresh is done', async () => {
    const app = await openImported();
    app.ports.source.putContact(aSourceContact(1, { lastName: 'Byron' }));
    const list = app.ports.packages.list.bind(app.ports.packages);
    app.ports.packages.list = () => Promise.reject(new ConsoleUnavailable('Managed Backup is away.'));
    expect(await app.refresh()).toMatchObject({ state: 'done', problem: null });
    expect(await app.storedStatuses()).toEqual(['equal', 'equal', 'equal']);
    app.ports.packages.list = list;
    await app.refresh();
    expect(await app.storedStatuses()).toEqual(['modified', 'equal', 'equal']);
  });
});
