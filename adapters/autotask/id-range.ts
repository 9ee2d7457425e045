/** A stretch of the ids: those beyond `after`, up to and including `upTo`; null stands for no end. */
export interface IdRange {
  readonly after: number;
  readonly upTo: number | null;
}

/** Company 0 is real (autotask-api.md §3.4, seen in 3 clients), so the ids begin before it. */
export const ALL_IDS: IdRange = { after: -1, upTo: null };
