import { MemoryContactBook } from '../../../adapters/memory/memory-contact-book.ts';
import { BATCH_SIZE, contactBookContract } from '../../contract/contact-book.contract.ts';

contactBookContract('memory', () => {
  const book = new MemoryContactBook({ batchSize: BATCH_SIZE });
  return Promise.resolve({ book, other: book, dispose: () => Promise.resolve() });
});
