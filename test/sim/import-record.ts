import type { BookEntry } from '../../core/domain/email-group.ts';
import type { ContactId, RunId } from '../../core/domain/ids.ts';
import type { RunItem } from '../../core/domain/run.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { SaveUser } from '../../core/ports/user-repository.ts';

/** An outcome with the moment at which it was written down. */
export interface KnownOutcome {
  readonly item: RunItem;
  readonly moment: number;
}

/** What is known of an import beyond what the engine tells. */
export interface ImportRecordOfRun {
  readonly id: RunId;
  readonly scope: BookScope;
  /** The moments of the history between which the import was planned. */
  readonly planned: readonly [number, number];
  readonly createdAt: number;
  readonly frozen: ReadonlyMap<ContactId, BookEntry>;
  readonly outcomes: Map<ContactId, KnownOutcome>;
  readonly commands: SaveUser[];
}
