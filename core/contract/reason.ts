export type { Reason, ReasonCode } from '../domain/reason.ts';
