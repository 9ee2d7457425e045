import { MemoryContactBook } from '../../../adapters/memory/memory-contact-book.ts';
import { contactBookContract } from '../../contract/contact-book.contract.ts';

contactBookContract('memory', () => {
  const book = new MemoryContactBook();
  return Promise.resolve({ book, other: book, dispose: () => Promise.resolve() });
});
