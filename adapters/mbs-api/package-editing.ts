import { isDeepStrictEqual } from 'node:util';
import type { Package } from '../../core/domain/catalog.ts';
import type { PackageId } from '../../core/domain/ids.ts';
import { fieldOf, type JsonObject } from './json.ts';
import { reading } from './port-error.ts';
import { readRow, readRowIfAvailable } from './read-row.ts';
import { type Rejection, refusal, rejection } from './rejection.ts';
import type { Session } from './session.ts';
import { type Turns, turnOfPackage } from './turns.ts';
import { wirePackage } from './wire-package.ts';
import { write } from './write-outcome.ts';

/** What a package is to be; what is left out stays as it is. */
export interface WantedPackage {
  readonly isEnabled?: boolean | undefined;
}

/**
 * What became of a person's edit of a package.
 *
 * - changed: the package has been read back, is as wanted, and is otherwise as it was.
 * - absent: there is no such package.
 * - unknown: what Managed Backup shows afterwards is not what was wanted, or can't be read.
 */
export type PackageEditResult =
  | { readonly kind: 'changed'; readonly package: Package }
  | Rejection
  | { readonly kind: 'absent' | 'unknown' };

/** What a package is made of besides being enabled (mbs.md §1.6). */
const KEPT = [
  'ID',
  'Name',
  'Description',
  'StorageLimit',
  'UseRestoreLimit',
  'RestoreLimit',
  'Cost',
  'GlacierRestoreType',
] as const;

/** Enables and disables single packages for a person, each as it is at that moment. */
export class PackageEditing {
  readonly #session: Session;
  readonly #turns: Turns;

  constructor({ session, turns }: { readonly session: Session; readonly turns: Turns }) {
    this.#session = session;
    this.#turns = turns;
  }

  /** @throws `console_unavailable` when nothing has been changed for that reason */
  edit(id: PackageId, wanted: WantedPackage): Promise<PackageEditResult> {
    return reading(this.#turns.run(turnOfPackage(id), () => this.#edit(id, wanted)));
  }

  async #edit(id: PackageId, { isEnabled }: WantedPackage): Promise<PackageEditResult> {
    const before = await readRow(this.#session, 'Packages', id);
    if (before === null) return { kind: 'absent' };
    const present = wirePackage(before);
    if (isEnabled === undefined || present.enabled === isEnabled) return { kind: 'changed', package: present };
    const outcome = await write(this.#session, { method: 'PUT', path: 'Packages', body: switched(before, isEnabled) });
    if (outcome.kind === 'unsent') return rejection('console_unavailable');
    // Whatever a sentence or a lost answer leaves open, the package itself tells.
    const after = await readRowIfAvailable(this.#session, 'Packages', id);
    if (after !== null && after !== 'unread' && isKept(before, after)) {
      const then = wirePackage(after);
      if (then.enabled === isEnabled) return { kind: 'changed', package: then };
    }
    return outcome.kind === 'refused' ? refusal(outcome.words) : { kind: 'unknown' };
  }
}

/** What is left out may be blanked (mbs.md §3.3, inferred), so everything goes back as it came, spelling included. */
function switched(before: JsonObject, isEnabled: boolean): JsonObject {
  const others = Object.entries(before).filter(([name]) => name.toLowerCase() !== 'enabled');
  return { ...Object.fromEntries(others), Enabled: isEnabled };
}

/** Null, "" and a missing field are the same. */
function isKept(before: JsonObject, after: JsonObject): boolean {
  const valuesOf = (row: JsonObject) => KEPT.map((name) => fieldOf(row, name) ?? '');
  return isDeepStrictEqual(valuesOf(before), valuesOf(after));
}
