/**
 * What a wait shows, by how long it has lasted.
 *
 * - none: it may be over before anybody notices.
 * - spinner: something is going on.
 * - bar: how far it is, in numbers.
 * - background: that nobody needs to stay for it.
 */
export type ProgressPhase = 'none' | 'spinner' | 'bar' | 'background';

const PHASES: readonly { readonly phase: ProgressPhase; readonly from: number }[] = [
  { phase: 'none', from: 0 },
  { phase: 'spinner', from: 1_000 },
  { phase: 'bar', from: 3_000 },
  { phase: 'background', from: 10_000 },
];

export function progressPhase(elapsedMs: number): ProgressPhase {
  return PHASES.findLast(({ from }) => elapsedMs >= from)?.phase ?? 'none';
}

/** How long until the wait shows something else; null when it does no more. */
export function untilNextPhase(elapsedMs: number): number | null {
  const next = PHASES.find(({ from }) => from > elapsedMs);
  return next === undefined ? null : next.from - elapsedMs;
}
