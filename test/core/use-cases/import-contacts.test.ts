import { describe, expect, it } from 'vitest';
import { accountId, contactId, destinationId, packageId, userId } from '../../../core/domain/ids.ts';
import { CancelRequested } from '../../../core/ports/job-queue.ts';
import { aSourceAccount, aSourceContact } from '../../support/book-builders.ts';
import { aDestination, anAssignment, aUserDestination } from '../../support/builders.ts';
import { like } from '../../support/like.ts';
import { MSP, OTHER_MSP } from '../../support/run-builders.ts';
import { ALL, only, theUserOf, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

const SHARED = { email: 'info@engines.example' };

describe('ImportContacts', () => {
  it('creates a user with the contact’s values, read back as Equal', async () => {
    const app = useCasesInMemory();
    await app.open(aSourceContact(1, { firstName: ' Ada ', email: ' Contact-1@Engines.example ' }));
    const run = await app.import();
    expect(run).toMatchObject({ state: 'done', total: 1, done: 1, tally: { created: 1 } });
    expect(await app.users()).toMatchObject([
      {
        email: 'Contact-1@Engines.example',
        firstName: 'Ada',
        company: 'Account 100',
        destinations: [aUserDestination()],
      },
    ]);
    expect(await app.row(1)).toMatchObject({ status: 'equal', userId: 'user-1', problem: null });
  });

  it('brings a Modified user to Autotask’s values and leaves its other destinations', async () => {
    const app = useCasesInMemory();
    const other = aUserDestination({
      destinationId: destinationId('destination-2'),
      packageId: packageId('package-2'),
    });
    app.ports.users.put(MSP, theUserOf(1, { firstName: 'Augusta', company: 'Elsewhere', destinations: [other] }));
    await app.open(aSourceContact(1));
    expect((await app.row(1)).status).toBe('modified');
    expect((await app.import()).tally).toMatchObject({ updated: 1 });
    expect(await app.users()).toEqual([theUserOf(1, { destinations: [aUserDestination(), other] })]);
    expect((await app.row(1)).status).toBe('equal');
  });

  it('writes nothing for an Equal one whose destination and package are unchanged', async () => {
    const app = useCasesInMemory();
    // Differs only in what does not count, so that a write would show.
    const user = theUserOf(1, { firstName: ' Ada ', email: 'CONTACT-1@engines.example' });
    app.ports.users.put(MSP, user);
    await app.open(aSourceContact(1));
    expect((await app.import()).tally).toMatchObject({ unchanged: 1 });
    expect(await app.users()).toEqual([user]);
  });

  it('changes the package of an Equal one', async () => {
    const app = useCasesInMemory();
    app.ports.users.put(MSP, theUserOf(1));
    await app.open(aSourceContact(1));
    await app.assign(ALL, { packageId: packageId('package-2') });
    expect((await app.import()).tally).toMatchObject({ updated: 1 });
    expect((await app.users())[0]?.destinations).toEqual([aUserDestination({ packageId: packageId('package-2') })]);
  });

  it('is blocked, with the first reason that holds, and writes nothing', async () => {
    const app = useCasesInMemory();
    app.ports.source.putAccount(aSourceAccount(200, { isActive: false }));
    app.ports.storageDestinations.put(MSP, aDestination({ id: destinationId('closing') }));
    await app.open(
      aSourceContact(1, { email: '' }),
      aSourceContact(2, { email: 'two@at@signs' }),
      aSourceContact(3),
      aSourceContact(4),
      aSourceContact(5),
      aSourceContact(6),
      aSourceContact(7, { accountId: accountId('404') }),
      aSourceContact(8, { isActive: false }),
      aSourceContact(9, { accountId: accountId('200') }),
      aSourceContact(10),
    );
    await app.assign(only(3, 1), { destinationId: null });
    await app.assign(only(4), { packageId: null });
    await app.assign(only(5), { packageId: packageId('package-3') });
    await app.assign(only(6), { destinationId: destinationId('closing') });
    app.ports.storageDestinations.remove(MSP, destinationId('closing'));
    app.ports.users.put(OTHER_MSP, theUserOf(10));
    const run = await app.import();
    expect(await app.outcomes(run)).toEqual({
      1: 'email_missing',
      2: 'email_invalid',
      3: 'destination_required',
      4: 'package_required',
      5: 'package_disabled',
      6: 'destination_gone',
      7: 'account_missing',
      8: 'contact_inactive',
      9: 'contact_inactive',
      10: 'email_taken_elsewhere',
    });
    expect(run).toMatchObject({ state: 'done', total: 10, tally: { failed: 10 } });
    expect(await app.users()).toEqual([]);
    expect(new Set(Object.values(await app.statuses()))).toEqual(new Set(['failed']));
    expect((await app.items(run)).every(({ reason }) => reason?.text && reason.remedy)).toBe(true);
  });

  it('refuses a contact that left Autotask after it was selected', async () => {
    const app = useCasesInMemory();
    await app.open(aSourceContact(1), aSourceContact(2));
    await app.start();
    app.ports.source.removeContact('1');
    const imported = await app.ports.runs.claim({ leaseMs: 1000 });
    await app.takeOver();
    await app.carryOutRun.run(imported!, new AbortController().signal);
    expect(await app.outcomes(imported!.run)).toEqual({ 1: 'contact_gone', 2: 'created' });
    expect(await app.users()).toHaveLength(1);
  });

  it('touches nothing outside the scope of who asked, by the contact’s account or the user’s company', async () => {
    const app = useCasesInMemory();
    app.ports.source.putAccount(aSourceAccount(200));
    const hidden = theUserOf(1, { company: 'Account 200' });
    app.ports.users.put(MSP, hidden);
    await app.open(aSourceContact(1), aSourceContact(2, { accountId: accountId('200') }), aSourceContact(3));
    const run = await app.import(ALL, ['Account 100']);
    expect(await app.outcomes(run)).toEqual({ 1: 'account_out_of_scope', 3: 'created' });
    expect((await app.users())[0]).toEqual(hidden);
  });

  it('quotes the console that refuses a user', async () => {
    const app = useCasesInMemory();
    await app.open(aSourceContact(1, { lastName: 'Love\0lace' }), aSourceContact(2));
    const run = await app.import();
    const [refused] = await app.items(run);
    expect(refused?.reason).toMatchObject({
      code: 'console_refused',
      text: like(/cannot be stored/),
    });
    expect(run.tally).toMatchObject({ created: 1, failed: 1 });
  });

  it('uses the assignment and values as they were when the import was asked for', async () => {
    const app = useCasesInMemory();
    await app.open(aSourceContact(1));
    await app.start();
    await app.assign(ALL, { packageId: packageId('package-2') });
    await app.work();
    expect((await app.users())[0]?.destinations).toEqual([aUserDestination()]);
  });

  it('imports more contacts than one chunk holds, and its results add up to the total', async () => {
    const app = useCasesInMemory();
    const contacts = Array.from({ length: 1203 }, (_, index) =>
      aSourceContact(index + 1, { isActive: index % 100 > 0 }),
    );
    await app.open(...contacts);
    const run = await app.import();
    expect(run).toMatchObject({ total: 1203, done: 1203, tally: { created: 1190, failed: 13, not_attempted: 0 } });
    expect(await app.users()).toHaveLength(1190);
  });

  describe('of contacts that share an email', () => {
    async function openShared() {
      const app = useCasesInMemory();
      await app.open(aSourceContact(1, SHARED), aSourceContact(2, { ...SHARED, email: ' INFO@engines.example' }));
      return app;
    }

    it('refuses both of one selection', async () => {
      const app = await openShared();
      const run = await app.import();
      expect(await app.outcomes(run)).toEqual({ 1: 'email_shared', 2: 'email_shared' });
      expect(await app.users()).toEqual([]);
    });

    it('lets one alone own the user, and refuses the other from then on', async () => {
      const app = await openShared();
      expect((await app.import(only(2))).tally).toMatchObject({ created: 1 });
      expect(await app.list()).toMatchObject([
        { contact: { id: '1' }, status: 'blank', problem: 'email_shared', userId: null },
        { contact: { id: '2' }, status: 'equal', problem: 'email_shared', userId: 'user-1' },
      ]);
      expect(await app.outcomes(await app.import())).toEqual({ 1: 'email_shared', 2: 'unchanged' });
      expect(await app.users()).toHaveLength(1);
    });

    it('leaves a user who existed before ambiguous, until one is imported alone', async () => {
      const app = await openShared();
      app.ports.users.put(MSP, theUserOf(1, SHARED));
      expect(await app.list()).toMatchObject([
        { status: 'blank', problem: 'email_ambiguous' },
        { status: 'blank', problem: 'email_ambiguous' },
      ]);
      expect(await app.outcomes(await app.import(only(1)))).toEqual({ 1: 'unchanged' });
      expect(await app.statuses()).toEqual({ 1: 'equal', 2: 'blank' });
    });

    it('counts only active ones as sharing', async () => {
      const app = useCasesInMemory();
      await app.open(aSourceContact(1, SHARED), aSourceContact(2, { ...SHARED, isActive: false }));
      expect(await app.outcomes(await app.import())).toEqual({ 1: 'created', 2: 'contact_inactive' });
    });
  });

  it('keeps what it has done when it is cancelled, and attempts nothing more', async () => {
    const app = useCasesInMemory();
    await app.open(...Array.from({ length: 700 }, (_, index) => aSourceContact(index + 1)));
    const cancel = new AbortController();
    const { users } = app.ports;
    const saveMany = users.saveMany.bind(users);
    users.saveMany = async (...given) => {
      const results = await saveMany(...given);
      cancel.abort(new CancelRequested());
      return results;
    };
    await app.start();
    const run = await app.work(cancel.signal);
    expect(run).toMatchObject({ state: 'cancelled', total: 700, tally: { created: 500, not_attempted: 200 } });
    expect(await app.users()).toHaveLength(500);
    const left = await app.ports.runs.items(MSP, run.id, { outcome: 'not_attempted', limit: 1 });
    expect(left.items[0]?.reason?.code).toBe('not_attempted');
  });

  describe('Failed', () => {
    async function openFailed() {
      const app = useCasesInMemory();
      await app.open(aSourceContact(1));
      await app.assign(ALL, { packageId: packageId('package-3') });
      await app.import();
      expect(await app.row(1)).toMatchObject({ status: 'failed', problem: 'package_disabled' });
      return app;
    }

    it('stays when only the assignment is mended, and gives way to an import that succeeds', async () => {
      const app = await openFailed();
      await app.assign(ALL, anAssignment());
      expect((await app.row(1)).status).toBe('failed');
      await app.import();
      expect(await app.row(1)).toMatchObject({ status: 'equal', problem: null });
    });

    it('gives way to another email of the contact', async () => {
      const app = await openFailed();
      app.ports.source.putContact(aSourceContact(1, { email: 'new@engines.example' }));
      await app.takeOver();
      expect((await app.row(1)).status).toBe('blank');
    });

    it('stays when the contact is renamed', async () => {
      const app = await openFailed();
      app.ports.source.putContact(aSourceContact(1, { lastName: 'Byron' }));
      await app.takeOver();
      expect((await app.row(1)).status).toBe('failed');
    });

    it('stays while a user appears, and gives way when that user is deleted', async () => {
      const app = await openFailed();
      app.ports.users.put(MSP, theUserOf(1));
      expect((await app.row(1)).status).toBe('failed');
      app.ports.users.remove(MSP, theUserOf(1).id);
      expect((await app.row(1)).status).toBe('blank');
    });

    it('gives way to another email of the user', async () => {
      const app = await openFailed();
      app.ports.users.put(MSP, theUserOf(1));
      await app.list();
      app.ports.users.put(MSP, theUserOf(1, { email: 'moved@engines.example' }));
      expect((await app.row(1)).status).toBe('blank');
    });
  });

  it('is reset to blank by another email on the Users page, and makes a new user then', async () => {
    const app = useCasesInMemory();
    await app.open(aSourceContact(1));
    await app.import();
    app.ports.users.put(MSP, theUserOf(1, { id: userId('user-1'), email: 'moved@engines.example' }));
    expect((await app.row(1)).status).toBe('blank');
    expect(await app.outcomes(await app.import())).toEqual({ [contactId('1')]: 'created' });
    expect(await app.users()).toHaveLength(2);
  });
});
