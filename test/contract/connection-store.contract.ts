import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Connection, UNKNOWN_ACCESS } from '../../core/domain/connection.ts';
import { databaseId, tenantId } from '../../core/domain/ids.ts';
import type { ConnectionStore, StoredConnection } from '../../core/ports/connection-store.ts';

export interface ConnectionStoreHarness {
  readonly connections: ConnectionStore;
  dispose(): Promise<void>;
}

const OURS = tenantId('provider-1');
const THEIRS = tenantId('provider-2');

const CONNECTED: StoredConnection = {
  connection: {
    state: 'connected',
    username: 'api@engines.example',
    hasPassword: true,
    zone: 'https://webservices5.autotask.net/ATServicesRest/',
    databaseId: databaseId('500123'),
    checkedAt: '2026-11-24T09:00:00.000Z',
    access: { contacts: 'all', accounts: 'restricted' },
    problem: null,
  },
  sealedCredentials: 'sealed-1',
};
const changed = (change: Partial<Connection>, sealedCredentials = CONNECTED.sealedCredentials): StoredConnection => ({
  connection: { ...CONNECTED.connection, ...change },
  sealedCredentials,
});
const FAILING = changed({
  state: 'failing',
  access: UNKNOWN_ACCESS,
  problem: { code: 'source_unauthorized', text: 'Autotask „refused“ it — 拒否.', remedy: 'Enter it again.' },
});
const FORGOTTEN = changed(
  { state: 'not_configured', username: null, hasPassword: false, zone: null, checkedAt: null, access: UNKNOWN_ACCESS },
  null,
);

/** What every {@link ConnectionStore} promises. */
export function connectionStoreContract(name: string, open: () => Promise<ConnectionStoreHarness>): void {
  describe(`ConnectionStore: ${name}`, () => {
    let harness: ConnectionStoreHarness;
    let connections: ConnectionStore;
    beforeEach(async () => {
      harness = await open();
      connections = harness.connections;
    });
    afterEach(() => harness.dispose());

    it('finds nothing before anything is saved', async () => {
      expect(await connections.find(OURS)).toBeNull();
    });

    it.each([
      ['connected', CONNECTED],
      ['failing', FAILING],
      ['forgotten', FORGOTTEN],
      ['without a database', changed({ state: 'unverified', databaseId: null, zone: null })],
    ])('gives back a connection that is %s as it was saved', async (_, stored) => {
      await connections.save(OURS, stored);
      expect(await connections.find(OURS)).toEqual(stored);
    });

    it('keeps the last one that was saved', async () => {
      await connections.save(OURS, FAILING);
      await connections.save(OURS, CONNECTED);
      expect(await connections.find(OURS)).toEqual(CONNECTED);
      await connections.save(OURS, FORGOTTEN);
      expect(await connections.find(OURS)).toEqual(FORGOTTEN);
    });

    it('keeps the connections of two providers apart', async () => {
      await connections.save(OURS, CONNECTED);
      expect(await connections.find(THEIRS)).toBeNull();
      await connections.save(THEIRS, FAILING);
      expect(await connections.find(OURS)).toEqual(CONNECTED);
      expect(await connections.find(THEIRS)).toEqual(FAILING);
    });

    it('keeps long credentials whole', async () => {
      const long = changed({}, 'x'.repeat(20_000));
      await connections.save(OURS, long);
      expect(await connections.find(OURS)).toEqual(long);
    });

    it('survives two saves at once', async () => {
      await Promise.all([connections.save(OURS, CONNECTED), connections.save(OURS, FAILING)]);
      expect([CONNECTED, FAILING]).toContainEqual(await connections.find(OURS));
    });

    describe('note', () => {
      it('replaces what was known of the credentials that were checked', async () => {
        await connections.save(OURS, CONNECTED);
        await connections.note(OURS, FAILING);
        expect(await connections.find(OURS)).toEqual(FAILING);
      });

      it('does nothing when other credentials were saved meanwhile', async () => {
        const replaced = changed({ username: 'new@engines.example' }, 'sealed-2');
        await connections.save(OURS, replaced);
        await connections.note(OURS, FAILING);
        expect(await connections.find(OURS)).toEqual(replaced);
      });

      it('does nothing when the credentials were forgotten meanwhile, or never saved', async () => {
        await connections.note(OURS, FAILING);
        expect(await connections.find(OURS)).toBeNull();
        await connections.save(OURS, FORGOTTEN);
        await connections.note(OURS, FAILING);
        expect(await connections.find(OURS)).toEqual(FORGOTTEN);
      });

      it('leaves another provider’s connection alone', async () => {
        await connections.save(THEIRS, CONNECTED);
        await connections.note(OURS, FAILING);
        expect(await connections.find(THEIRS)).toEqual(CONNECTED);
      });
    });
  });
}
