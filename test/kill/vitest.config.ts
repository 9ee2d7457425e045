import { defineConfig } from 'vitest/config';
import { PlainSummary } from '../support/plain-summary.ts';

/** Kept out of `npm test`: it takes minutes, and what it meets depends on the machine. */
export default defineConfig({
  test: {
    include: ['test/kill/**/*.test.ts'],
    globalSetup: ['test/support/postgres-server.ts'],
    // The story of a round that went well is told, too.
    reporters: ['verbose', new PlainSummary()],
    // Rounds spend most of their time on waiting for a dead worker's lease to run out.
    maxConcurrency: 4,
    hookTimeout: 120_000,
    testTimeout: 300_000,
  },
});
