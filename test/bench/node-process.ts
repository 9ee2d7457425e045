import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { NodeOrder } from './import-node.ts';

/** A node in a process of its own, ready to work. */
export interface NodeProcess {
  begin(): void;
  stop(): Promise<void>;
}

export async function startNode(order: NodeOrder): Promise<NodeProcess> {
  const script = fileURLToPath(new URL('import-node.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const isReady = await Promise.race([once(child.stdout, 'data').then(() => true), exited.then(() => false)]);
  if (!isReady) throw new Error('The node ended before it was ready');
  return {
    begin: () => void child.stdin.write('begin\n'),
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}
