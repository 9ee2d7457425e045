import { type LoggedCall as AnyLoggedCall, CallLog } from '../../practice-server/call-log.ts';
import type { FaultName } from '../faults/fault-names.ts';
import { parseJson } from '../sent/read-sent.ts';
import type { Call } from './call.ts';
import { CallCounters, type PracticeCounters } from './call-counters.ts';

interface Detail {
  /** What was sent as JSON, without passwords; null for other calls. */
  readonly sent: unknown;
}

/** One call as a test or a demo sees it; never a password or a token. */
export type LoggedCall = AnyLoggedCall<FaultName> & Detail;

export function createCallLog(kept: number): CallLog<Call, FaultName, PracticeCounters, Detail> {
  const detailOf = ({ body }: Call) => ({ sent: withoutPassword(parseJson(body)) ?? null });
  return new CallLog({ kept, counters: new CallCounters(), detailOf });
}

function withoutPassword(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent;
  return Object.fromEntries(Object.entries(sent).filter(([name]) => name.toLowerCase() !== 'password'));
}
