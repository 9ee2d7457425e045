import { MemoryConnectionStore } from '../../../adapters/memory/memory-connection-store.ts';
import { connectionStoreContract } from '../../contract/connection-store.contract.ts';

connectionStoreContract('memory', async () => ({
  connections: new MemoryConnectionStore(),
  dispose: async () => undefined,
}));
