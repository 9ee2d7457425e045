import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryContactSource } from '../../../adapters/memory/memory-contact-source.ts';
import type { Credentials } from '../../../core/domain/connection.ts';
import { accountId, contactId, databaseId, userId } from '../../../core/domain/ids.ts';
import type { Reading, SourceOptions, TimedCounts } from '../../../core/ports/contact-source.ts';
import {
  ConsoleUnavailable,
  type PluginError,
  SourceUnauthorized,
  SourceUnavailable,
} from '../../../core/ports/errors.ts';
import { CancelRequested } from '../../../core/ports/job-queue.ts';
import { aSourceAccount, aSourceContact, EVERYTHING } from '../../support/book-builders.ts';
import { aRequest, MSP } from '../../support/run-builders.ts';
import { never, RIGHT, theUserOf, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

type Moment = 'contacts' | 'accounts' | 'second count';

/** Sends one row and then does what a test wants of it. */
class FaultySource extends MemoryContactSource {
  at: Moment | null = null;
  fault: () => void = () => undefined;
  hidden = 0;
  #counted = 0;

  override async counts(credentials: Credentials, options: SourceOptions): Promise<TimedCounts> {
    const counts = await super.counts(credentials, options);
    this.#counted += 1;
    if (this.#counted % 2 === 0) this.#reach('second count');
    return { ...counts, contacts: counts.contacts + this.hidden };
  }

  override async *contacts(credentials: Credentials, reading: Reading, options: SourceOptions) {
    yield* super.contacts(credentials, reading, options);
    this.#reach('contacts');
    options.signal.throwIfAborted();
  }

  override async *accounts(credentials: Credentials, reading: Reading, options: SourceOptions) {
    yield* super.accounts(credentials, reading, options);
    this.#reach('accounts');
  }

  #reach(moment: Moment): void {
    if (this.at === moment) this.fault();
  }
}

function openApp() {
  const source = new FaultySource(RIGHT);
  return { ...useCasesInMemory(() => ({ source })), source };
}

/** What holds for a refresh that reads everything. */
const FULL = { mode: 'full' } as const;

describe('RefreshContacts', () => {
  let app: ReturnType<typeof openApp>;

  beforeEach(async () => {
    app = openApp();
    await app.open(aSourceContact(1), aSourceContact(2));
  });

  it('is done when only the statuses could not be derived, because Managed Backup is away', async () => {
    app.source.putContact(aSourceContact(3));
    app.ports.packages.list = () => Promise.reject(new ConsoleUnavailable('Managed Backup is away.'));
    expect(await app.refresh(FULL)).toMatchObject({ state: 'done' });
    expect(await app.ports.contactBook.withIds(EVERYTHING, [contactId('3')])).toHaveLength(1);
  });

  it('lists what Autotask shows, joined with the accounts', async () => {
    app.ports.source.putContact(aSourceContact(3, { firstName: 'Zoë', accountId: accountId('0') }));
    app.ports.source.putAccount(aSourceAccount(0, { name: 'MSP itself' }));
    expect(await app.refresh(FULL)).toMatchObject({ state: 'done', total: 3, done: 3, problem: null });
    expect((await app.row(3)).contact).toMatchObject({ firstName: 'Zoë', account: 'MSP itself', isActive: true });
  });

  describe.each<Moment>(['contacts', 'accounts', 'second count'])('that fails at: %s', (at) => {
    async function refreshFailingWith(error: PluginError) {
      const before = await app.list();
      app.ports.source.putContact(aSourceContact(1, { lastName: 'Byron' }));
      app.source.at = at;
      app.source.fault = () => {
        throw error;
      };
      const run = await app.refresh(FULL);
      expect(await app.list()).toEqual(before);
      return run;
    }

    it('leaves the list as it was, and the connection connected when Autotask is away', async () => {
      const run = await refreshFailingWith(new SourceUnavailable('Autotask is away.'));
      expect(run).toMatchObject({
        state: 'failed',
        problem: { code: 'source_unavailable', text: 'Autotask is away.' },
      });
      expect((await app.viewConnection.run(MSP)).state).toBe('connected');
    });

    it('leaves the list as it was, and the connection failing when Autotask refuses the credentials', async () => {
      const run = await refreshFailingWith(new SourceUnauthorized('The API user is locked.'));
      expect(run).toMatchObject({ state: 'failed', problem: { code: 'source_unauthorized' } });
      expect(await app.viewConnection.run(MSP)).toMatchObject({
        state: 'failing',
        databaseId: EVERYTHING.databaseId,
        problem: { code: 'source_unauthorized', text: 'The API user is locked.' },
      });
    });

    it('does not try credentials again that were refused since it was asked for', async () => {
      await app.startRefresh.run(MSP, aRequest());
      app.ports.source.accept({ ...RIGHT, password: 'replaced in Autotask' });
      await app.testConnection.run(MSP, never());
      const before = app.ports.source.calls;
      expect(await app.work()).toMatchObject({ state: 'failed', problem: { code: 'source_unauthorized' } });
      expect(app.ports.source.calls).toBe(before);
    });

    it('is made good by the next one', async () => {
      await refreshFailingWith(new SourceUnavailable('Autotask is away.'));
      app.source.at = null;
      expect(await app.refresh(FULL)).toMatchObject({ state: 'done' });
      expect((await app.row(1)).contact.lastName).toBe('Byron');
    });

    it('leaves credentials alone that were replaced meanwhile', async () => {
      app.source.at = at;
      app.source.fault = () => {
        throw new SourceUnauthorized('The API user is locked.');
      };
      const { check } = app.source;
      const other = { ...RIGHT, password: 'newer' };
      app.source.check = async (...given) => {
        const checked = await check.apply(app.source, given);
        app.source.check = check;
        app.source.accept(other);
        await app.saveConnection.run(MSP, other, 'Grace', new AbortController().signal);
        app.source.accept(RIGHT);
        return checked;
      };
      await app.refresh(FULL);
      expect(await app.viewConnection.run(MSP)).toMatchObject({ state: 'connected', problem: null });
    });
  });

  it('leaves the list as it was when fewer contacts come than Autotask counts', async () => {
    app.ports.source.removeContact('2');
    app.source.hidden = 1;
    expect(await app.refresh(FULL)).toMatchObject({ state: 'failed', problem: { code: 'source_incomplete' } });
    expect(Object.keys(await app.statuses())).toEqual(['1', '2']);
  });

  it('takes a contact that comes while it reads', async () => {
    app.source.at = 'accounts';
    app.source.fault = () => app.ports.source.putContact(aSourceContact(9));
    expect((await app.refresh(FULL)).state).toBe('done');
  });

  it('takes the absence of a contact that goes while it reads', async () => {
    app.source.at = 'contacts';
    app.source.fault = () => app.ports.source.removeContact('2');
    expect((await app.takeOver(FULL)).state).toBe('done');
  });

  it('leaves the list as it was when it is cancelled', async () => {
    app.ports.source.putContact(aSourceContact(3));
    const cancel = new AbortController();
    app.source.at = 'second count';
    app.source.fault = () => cancel.abort(new CancelRequested());
    expect(await app.refresh({ ...FULL, signal: cancel.signal })).toMatchObject({ state: 'cancelled', problem: null });
    expect(Object.keys(await app.statuses())).toEqual(['1', '2']);
  });

  it.each([
    [{ contacts: 'none', accounts: 'all' }, /contacts/],
    [{ contacts: 'all', accounts: 'none' }, /accounts/],
  ] as const)('leaves the list as it was without a right: %o', async (access, entity) => {
    app.ports.source.putContact(aSourceContact(3));
    app.ports.source.grant(access);
    const { state, problem } = await app.refresh(FULL);
    expect([state, problem?.code]).toEqual(['failed', 'source_forbidden']);
    expect(problem?.text).toMatch(entity);
    expect(await app.viewConnection.run(MSP)).toMatchObject({ state: 'failing', access });
    expect(Object.keys(await app.statuses())).toEqual(['1', '2']);
  });

  it('says nothing of the inside of an unforeseen error', async () => {
    app.source.at = 'contacts';
    app.source.fault = () => {
      throw new Error('secret inside');
    };
    const { problem } = await app.refresh(FULL);
    expect(problem?.code).toBe('internal');
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it('keeps assignments, links and statuses', async () => {
    await app.import();
    const before = await app.list();
    await app.refresh(FULL);
    expect(await app.list()).toEqual(before);
    expect(before.map(({ status }) => status)).toEqual(['equal', 'equal']);
  });

  it('keeps what an import failed with', async () => {
    app.ports.packages.remove(MSP, (await app.row(1)).assignment.packageId!);
    await app.import();
    await app.refresh(FULL);
    expect(await app.row(1)).toMatchObject({ status: 'failed', problem: 'package_gone' });
  });

  it('drops a contact that is gone, unless it has a user', async () => {
    await app.import({ ids: [aSourceContact(1).id] });
    app.ports.source.removeContact('1');
    app.ports.source.removeContact('2');
    await app.takeOver(FULL);
    expect(await app.list()).toMatchObject([{ contact: { id: '1', isGone: true }, problem: 'contact_gone' }]);
    app.ports.users.remove(MSP, userId('user-1'));
    await app.takeOver(FULL);
    expect(await app.list()).toEqual([]);
  });

  it('brings a renamed account to its contacts, which makes imported ones Modified', async () => {
    await app.import();
    app.ports.source.putAccount(aSourceAccount(100, { name: 'Renamed' }));
    await app.refresh(FULL);
    expect(await app.row(1)).toMatchObject({
      status: 'modified',
      contact: { account: 'Renamed' },
      differences: [{ field: 'account', autotask: 'Renamed', mbs: 'Account 100', changedIn: 'autotask' }],
    });
  });

  it('derives the statuses from the users of today', async () => {
    app.ports.users.put(MSP, theUserOf(1));
    app.ports.users.put(MSP, theUserOf(2, { lastName: 'Byron' }));
    await app.refresh(FULL);
    expect(await app.ports.contactBook.counts(EVERYTHING, {})).toEqual({ blank: 0, equal: 1, modified: 1, failed: 0 });
  });

  it('starts a new list for another database and keeps the old one', async () => {
    app.ports.source.move('4712');
    app.ports.source.putContact(aSourceContact(3));
    await app.refresh();
    expect((await app.viewConnection.run(MSP)).databaseId).toBe('4712');
    const newScope = { ...EVERYTHING, databaseId: databaseId('4712') };
    const rows = await app.list({}, newScope);
    expect(rows.map(({ contact }) => contact.id)).toEqual(['1', '2', '3']);
    expect(rows.map(({ assignment }) => assignment.packageId)).toEqual([null, null, null]);
    expect(Object.keys(await app.statuses())).toEqual(['1', '2']);
  });

  it('ends as not connected when the credentials were forgotten before it began', async () => {
    app.ports.source.putContact(aSourceContact(3));
    await app.startRefresh.run(MSP, aRequest());
    await app.forgetConnection.run(MSP, 'Grace');
    expect(await app.work()).toMatchObject({ state: 'failed', problem: { code: 'not_connected' } });
    expect(Object.keys(await app.statuses())).toEqual(['1', '2']);
  });
});
