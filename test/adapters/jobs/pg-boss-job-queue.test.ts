import { expect } from 'vitest';
import { jobQueueContract } from '../../contract/job-queue.contract.ts';
import { openPgBossNodes } from './pg-boss-nodes.ts';

jobQueueContract('pg-boss', async () => {
  const nodes = await openPgBossNodes();
  return {
    ...nodes,
    concurrency: 4,
    node: () => nodes.node(),
    async dispose() {
      expect(nodes.clock.waiting).toBe(0);
      expect(nodes.log.lines.filter(({ message }) => message.startsWith('wake-ups'))).toEqual([]);
      await nodes.dispose();
    },
  };
});
