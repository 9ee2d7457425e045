import { MemoryContactBook } from '../../../adapters/memory/memory-contact-book.ts';
import { MemoryRunStore } from '../../../adapters/memory/memory-run-store.ts';
import { runId } from '../../../core/domain/ids.ts';
import { runStoreContract } from '../../contract/run-store.contract.ts';
import { steppingIds } from '../../support/stepping-ids.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

runStoreContract('memory', () => {
  const book = new MemoryContactBook();
  const clock = new VirtualClock();
  const nextId = steppingIds('run');
  const store = new MemoryRunStore({ contactBook: book, clock, ids: { runId: () => runId(nextId()) } });
  return Promise.resolve({ store, other: store, book, clock, dispose: () => Promise.resolve() });
});
