/** What makes a run wait for a person before it changes anything. */
export interface Brakes {
  /** The least share of the contacts listed before that a refresh may bring without being asked. */
  readonly refreshShare: number;
}

export const DEFAULT_BRAKES: Brakes = { refreshShare: 0.9 };

/** Whether a new list has so few contacts beside the present one that a person should look first. */
export function isListTooShort(before: number, after: number, { refreshShare }: Brakes): boolean {
  return before > 0 && (after === 0 || after < before * refreshShare);
}
