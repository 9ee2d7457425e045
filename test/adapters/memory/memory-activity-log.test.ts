import { MemoryActivityLog } from '../../../adapters/memory/memory-activity-log.ts';
import { activityLogContract } from '../../contract/activity-log.contract.ts';

activityLogContract('memory', async () => ({
  activityLog: new MemoryActivityLog(),
  dispose: async () => undefined,
}));
