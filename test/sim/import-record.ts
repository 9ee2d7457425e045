import type { BookEntry } from '../../core/domain/email-group.ts';
import type { ContactId, RunId } from '../../core/domain/ids.ts';
import type { RunItem } from '../../core/domain/run.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { SaveUser } from '../../core/ports/user-repository.ts';

/** An outcome with the moment at which it was written down, and those between which its worker last read users. */
export interface KnownOutcome {
  readonly item: RunItem;
  readonly moment: number;
  readonly read: readonly [number, number];
}

/** A preview that a person has looked at: when, and the contacts as they were. */
export interface Previewed {
  readonly moment: number;
  readonly entries: ReadonlyMap<ContactId, BookEntry>;
}

/** What is known of an import beyond what the engine tells. */
export interface ImportRecordOfRun {
  readonly id: RunId;
  readonly scope: BookScope;
  /** What a person has looked at and confirmed; null when nobody has. */
  readonly previewed: Previewed | null;
  /** The images of the users that the plan has seen. */
  readonly seen: ReadonlyMap<ContactId, string>;
  readonly createdAt: number;
  readonly frozen: ReadonlyMap<ContactId, BookEntry>;
  readonly outcomes: Map<ContactId, KnownOutcome>;
  readonly commands: SaveUser[];
}
