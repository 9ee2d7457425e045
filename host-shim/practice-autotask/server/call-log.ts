import { type LoggedCall as AnyLoggedCall, CallLog } from '../../practice-server/call-log.ts';
import type { FaultName } from '../faults/fault-names.ts';
import { looseObject, parseJson } from '../query/loose-json.ts';
import type { Call } from './call.ts';
import { CallCounters, type PracticeCounters } from './call-counters.ts';

interface Detail {
  /** The filter of a query as it was sent; null for other calls. */
  readonly filter: unknown;
}

/** One call as a test or a demo sees it; never what its headers held. */
export type LoggedCall = AnyLoggedCall<FaultName> & Detail;

export type PracticeCallLog = CallLog<Call, FaultName, PracticeCounters, Detail>;

export function createCallLog(kept: number): PracticeCallLog {
  const detailOf = ({ search, body }: Call) => ({
    filter: looseObject(parseJson(search.get('search') ?? body))?.get('filter') ?? null,
  });
  return new CallLog({ kept, counters: new CallCounters(), detailOf });
}
