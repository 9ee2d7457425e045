import { accountId } from '../../core/domain/ids.ts';
import { AskedSource } from './asked-source.ts';
import { aSourceAccount, aSourceContact, BOOK } from './book-builders.ts';
import { RIGHT, useCasesInMemory } from './use-cases-in-memory.ts';

export type AskedApp = ReturnType<typeof askedApp>;

/** All use cases over a source that keeps what it is asked; the time stands still on both sides until it is turned. */
export function askedApp() {
  const source = new AskedSource(RIGHT);
  const app = useCasesInMemory(() => ({ source }));
  /** Turns the clocks of both sides. */
  const turnTo = (time: string) => {
    source.turnTo(new Date(time));
    app.ports.clock.now = () => new Date(time);
  };
  const state = () => app.ports.contactBook.state(BOOK);
  return { ...app, source, turnTo, state };
}

/**
 * Ready for an incremental refresh at noon: contacts 1 and 2 of account 100 and contact 3 of account 200 were listed
 * at 11, the last one changed at 10.
 */
export async function askedAppAtNoon(): Promise<AskedApp> {
  const app = askedApp();
  app.turnTo('2026-11-24T08:00:00.000Z');
  app.source.putAccount(aSourceAccount(100));
  app.source.putContact(aSourceContact(1));
  app.source.putContact(aSourceContact(2));
  app.turnTo('2026-11-24T10:00:00.000Z');
  app.source.putAccount(aSourceAccount(200));
  app.source.putContact(aSourceContact(3, { accountId: accountId('200') }));
  app.turnTo('2026-11-24T11:00:00.000Z');
  await app.connect();
  await app.refresh();
  await app.assign();
  app.turnTo('2026-11-24T12:00:00.000Z');
  app.source.takeAsked();
  app.source.takeSent();
  return app;
}
