import { describe } from 'vitest';
import type { ContactBook } from '../../core/ports/contact-book.ts';
import type { RunStore } from '../../core/ports/run-store.ts';
import type { VirtualClock } from '../support/virtual-clock.ts';
import { runStoreChanges } from './run-store-changes.contract.ts';
import { runStoreCreation } from './run-store-creation.contract.ts';
import { runStoreHolding } from './run-store-holding.contract.ts';
import { runStoreIntents } from './run-store-intents.contract.ts';
import { runStoreItems } from './run-store-items.contract.ts';
import { runStoreLeases } from './run-store-leases.contract.ts';
import { runStoreOpenItems } from './run-store-open-items.contract.ts';
import { runStoreTurns } from './run-store-turns.contract.ts';

export interface RunStoreHarness {
  readonly store: RunStore;
  /** The same runs through another instance, as another node has them. */
  readonly other: RunStore;
  readonly book: ContactBook;
  readonly clock: VirtualClock;
  dispose(): Promise<void>;
}

/** Runs a test with a new, isolated store. */
export type WithStore = (test: (harness: RunStoreHarness) => Promise<void>) => () => Promise<void>;

/** What every {@link RunStore} promises; `open` gives a new, isolated one for every test. */
export function runStoreContract(name: string, open: () => Promise<RunStoreHarness>): void {
  const withStore: WithStore = (test) => async () => {
    const harness = await open();
    try {
      await test(harness);
    } finally {
      await harness.dispose();
    }
  };
  describe(`RunStore: ${name}`, () => {
    runStoreCreation(withStore);
    runStoreLeases(withStore);
    runStoreTurns(withStore);
    runStoreHolding(withStore);
    runStoreItems(withStore);
    runStoreOpenItems(withStore);
    runStoreIntents(withStore);
    runStoreChanges(withStore);
  });
}
