import type { RunId } from '../domain/ids.ts';

/** Makes ids that are unique everywhere and ascend with time. */
export interface Ids {
  runId(): RunId;
}
