export const faultNames = [
  'html_200',
  'html_404',
  'truncated_json',
  'empty_200',
  'error_500',
  'bad_gateway',
  'unavailable',
  'gateway_timeout',
  'slow',
  'reset',
  'reset_midway',
  'errors_in_200',
  'short_page',
  'repeated_page',
  'looping_page',
  'foreign_next_page',
  'redirect',
  'thread_refusal',
  'unauthorized',
] as const;

/**
 * How a call goes wrong; what each answers stands in {@link faultyAnswer}. `short_page` leaves rows
 * out and ends the walk, `repeated_page` answers the page before, `looping_page` names itself as
 * the next page, `foreign_next_page` and `redirect` lead to another origin.
 */
export type FaultName = (typeof faultNames)[number];

const PAGE_FAULTS: ReadonlySet<FaultName> = new Set([
  'short_page',
  'repeated_page',
  'looping_page',
  'foreign_next_page',
] satisfies FaultName[]);

/** Whether a fault is about a page of rows, so that no other call can suffer it. */
export function isPageFault(fault: FaultName): boolean {
  return PAGE_FAULTS.has(fault);
}
