import { describe } from 'vitest';
import type { ContactBook } from '../../core/ports/contact-book.ts';
import { contactBookBatches } from './contact-book-batches.contract.ts';
import { contactBookCatalog } from './contact-book-catalog.contract.ts';
import { contactBookCatalogSorts } from './contact-book-catalog-sorts.contract.ts';
import { contactBookChanges } from './contact-book-changes.contract.ts';
import { contactBookFilters } from './contact-book-filters.contract.ts';
import { contactBookGenerations } from './contact-book-generations.contract.ts';
import { contactBookImports } from './contact-book-imports.contract.ts';
import { contactBookPages } from './contact-book-pages.contract.ts';
import { contactBookState } from './contact-book-state.contract.ts';
import { contactBookStranded } from './contact-book-stranded.contract.ts';
import { contactBookSweeps } from './contact-book-sweeps.contract.ts';

export interface ContactBookHarness {
  readonly book: ContactBook;
  /** The same books through another instance, as a second worker has them. */
  readonly other: ContactBook;
  dispose(): Promise<void>;
}

/** Runs a test with a new, isolated book. */
export type WithBook = (test: (harness: ContactBookHarness) => Promise<void>) => () => Promise<void>;

/** For the books of this suite, so that a few hundred contacts make several batches. */
export const BATCH_SIZE = 100;

/** What every {@link ContactBook} promises; `open` gives a new, isolated one for every test. */
export function contactBookContract(name: string, open: () => Promise<ContactBookHarness>): void {
  const withBook: WithBook = (test) => async () => {
    const harness = await open();
    try {
      await test(harness);
    } finally {
      await harness.dispose();
    }
  };
  describe(`ContactBook: ${name}`, () => {
    contactBookGenerations(withBook);
    contactBookChanges(withBook);
    contactBookStranded(withBook);
    contactBookSweeps(withBook);
    contactBookState(withBook);
    contactBookPages(withBook);
    contactBookFilters(withBook);
    contactBookCatalog(withBook);
    contactBookCatalogSorts(withBook);
    contactBookBatches(withBook);
    contactBookImports(withBook);
  });
}
