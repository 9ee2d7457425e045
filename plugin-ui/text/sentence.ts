import type { StrResult } from '@lit/localize';

/** A sentence that the server says, by its values. */
export type Sentence = (...values: readonly string[]) => StrResult;
