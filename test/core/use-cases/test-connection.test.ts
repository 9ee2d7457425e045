import { describe, expect, it } from 'vitest';
import { SourceUnavailable } from '../../../core/ports/errors.ts';
import { aSourceContact, BOOK } from '../../support/book-builders.ts';
import { Gate } from '../../support/gate.ts';
import { like } from '../../support/like.ts';
import { MSP } from '../../support/run-builders.ts';
import { never, RIGHT, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

const NEWER = { ...RIGHT, password: 'newer' };

describe('TestConnection', () => {
  it('changes nothing but what is known of the connection', async () => {
    const app = useCasesInMemory();
    await app.open(aSourceContact(1));
    const sealed = (await app.ports.connections.find(MSP))?.sealedCredentials;
    const rows = await app.list();
    app.ports.source.grant({ contacts: 'restricted', accounts: 'all' });
    expect(await app.testConnection.run(MSP, never())).toMatchObject({ access: { contacts: 'restricted' } });
    expect((await app.ports.connections.find(MSP))?.sealedCredentials).toBe(sealed);
    expect(await app.list()).toEqual(rows);
  });

  it('shows as failing what Autotask refuses by now, and mends it', async () => {
    const app = useCasesInMemory();
    await app.connect();
    app.ports.source.accept(NEWER);
    expect(await app.testConnection.run(MSP, never())).toMatchObject({
      state: 'failing',
      databaseId: BOOK.databaseId,
      problem: { code: 'source_unauthorized' },
    });
    expect((await app.viewConnection.run(MSP)).state).toBe('failing');
    app.ports.source.accept(RIGHT);
    expect(await app.testConnection.run(MSP, never())).toMatchObject({ state: 'connected', problem: null });
  });

  it('shows as unverified what Autotask does not answer for', async () => {
    const app = useCasesInMemory();
    await app.connect();
    app.ports.source.failWith(new SourceUnavailable('Autotask is away.'));
    const tested = await app.testConnection.run(MSP, never());
    expect(tested).toMatchObject({ state: 'unverified', databaseId: BOOK.databaseId });
    expect(await app.viewConnection.run(MSP)).toEqual(tested);
  });

  describe('of a UserName that Autotask has moved to another zone', () => {
    const MOVED = 'https://webservices15.autotask.net/ATServicesRest/';

    async function openMoved() {
      const app = useCasesInMemory();
      await app.connect();
      const { source } = app.ports;
      const check = source.check.bind(source);
      source.check = async (...given) => ({ ...(await check(...given)), zone: MOVED });
      return app;
    }

    it('says so, from where and to where, and is connected', async () => {
      const app = await openMoved();
      expect(await app.testConnection.run(MSP, never())).toMatchObject({
        state: 'connected',
        zone: MOVED,
        problem: {
          code: 'zone_moved',
          text: `Autotask has moved this UserName from https://memory.example/ to ${MOVED}.`,
          remedy: like(/Nothing needs to be done/),
        },
      });
    });

    it('says so once', async () => {
      const app = await openMoved();
      await app.testConnection.run(MSP, never());
      expect(await app.testConnection.run(MSP, never())).toMatchObject({ zone: MOVED, problem: null });
    });

    it('names a missing right first', async () => {
      const app = await openMoved();
      app.ports.source.grant({ contacts: 'restricted', accounts: 'all' });
      expect((await app.testConnection.run(MSP, never())).problem?.code).toBe('source_restricted');
    });

    it('is not said of another UserName', async () => {
      const app = await openMoved();
      const other = { ...RIGHT, username: 'other@msp.example' };
      app.ports.source.accept(other);
      const saved = await app.saveConnection.run(MSP, other, 'Grace', never());
      expect(saved).toMatchObject({ zone: MOVED, problem: null });
    });
  });

  it('never brings back credentials that were replaced while it was slow', async () => {
    const app = useCasesInMemory();
    await app.connect();
    const gate = new Gate();
    const { source } = app.ports;
    const check = source.check.bind(source);
    source.check = async (credentials, signal) => {
      if (credentials.password === RIGHT.password) await gate.pass();
      return check(credentials, signal);
    };
    gate.close();
    const slow = app.testConnection.run(MSP, never());
    await gate.reached();
    source.accept(NEWER);
    await app.saveConnection.run(MSP, NEWER, 'Grace', never());
    const saved = await app.ports.connections.find(MSP);
    gate.open();
    expect((await slow).state).toBe('failing');
    expect(await app.ports.connections.find(MSP)).toEqual(saved);
  });

  it('says so without credentials', async () => {
    const app = useCasesInMemory();
    await expect(app.testConnection.run(MSP, never())).rejects.toMatchObject({ code: 'not_connected' });
  });

  it('says that a stored secret is damaged', async () => {
    const app = useCasesInMemory();
    await app.connect();
    const stored = await app.ports.connections.find(MSP);
    const sealedCredentials = await app.ports.secrets.seal('{"username":1}', `autotask-credentials:${MSP}`);
    await app.ports.connections.save(MSP, { connection: stored!.connection, sealedCredentials });
    await expect(app.testConnection.run(MSP, never())).rejects.toMatchObject({ code: 'secret_unreadable' });
  });
});
