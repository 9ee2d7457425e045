const faultsBefore = [
  'reset',
  'error_500',
  'bad_gateway',
  'unavailable',
  'html_200',
  'too_many',
  'token_expired',
] as const;
const faultsAfter = [
  'answer_lost',
  'reset_midway',
  'error_after_effect',
  'gateway_timeout',
  'html_after_effect',
  'garbage_json',
  'empty_200',
] as const;

/** Faults that strike instead of the call: it has no effect. */
export type FaultBefore = (typeof faultsBefore)[number];
/** Faults that strike the answer: the call has had its effect. */
export type FaultAfter = (typeof faultsAfter)[number];

export const faultNames = [...faultsBefore, ...faultsAfter, 'slow_effect', 'slow_answer'] as const;

/**
 * How a call goes wrong; what each answers stands in {@link insteadOfCall} and {@link insteadOfAnswer}. The slow ones
 * answer rightly in the end: `slow_effect` does its work late, long after an impatient client has looked, and
 * `slow_answer` does it at once.
 */
export type FaultName = (typeof faultNames)[number];

export function isFaultBefore(fault: FaultName): fault is FaultBefore {
  return faultsBefore.some((name) => name === fault);
}

export function isFaultAfter(fault: FaultName): fault is FaultAfter {
  return faultsAfter.some((name) => name === fault);
}
