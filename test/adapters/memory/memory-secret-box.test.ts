import { MemorySecretBox } from '../../../adapters/memory/memory-secret-box.ts';
import { secretBoxContract } from '../../contract/secret-box.contract.ts';

secretBoxContract('memory', async () => ({ secrets: new MemorySecretBox(), dispose: async () => undefined }));
