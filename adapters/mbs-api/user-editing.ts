import { assignmentProblems } from '../../core/domain/assignment.ts';
import { catalogOf } from '../../core/domain/catalog.ts';
import type { TenantId, UserId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import { firstReason } from '../../core/domain/reason.ts';
import { changeUser } from './change-user.ts';
import { reading } from './port-error.ts';
import { readRow, readRowIfAvailable } from './read-row.ts';
import { type Rejection, refusal, rejection } from './rejection.ts';
import { isTaken } from './taken-login.ts';
import { turnOfUser } from './turns.ts';
import { isSendable, UNSENDABLE_WORDS } from './unsendable.ts';
import type { SavingParts } from './user-saving.ts';
import { isAsWanted, type WantedUser } from './wanted-user.ts';
import { wireUser } from './wire-user.ts';

/**
 * What became of a person's edit of a user.
 *
 * - changed: the user has been read back, and is as wanted.
 * - absent: there is no such user.
 * - unknown: what Managed Backup shows afterwards is not what was wanted, or can't be read.
 */
export type EditResult =
  | { readonly kind: 'changed'; readonly user: ManagedUser }
  | Rejection
  | { readonly kind: 'absent' | 'unknown' };

/** Edits single users for a person: only what is named is changed, on the user as it is at that moment. */
export class UserEditing {
  readonly #parts: Omit<SavingParts, 'log'>;
  readonly #tenantId: TenantId;

  constructor({ tenantId, ...parts }: { readonly tenantId: TenantId } & Omit<SavingParts, 'log'>) {
    this.#parts = parts;
    this.#tenantId = tenantId;
  }

  /** @throws `console_unavailable` when nothing has been changed for that reason */
  async edit(id: UserId, wanted: WantedUser): Promise<EditResult> {
    const { list, turns } = this.#parts;
    const texts = [wanted.email, wanted.firstName, wanted.lastName, wanted.company];
    if (!isSendable(texts)) return rejection('console_refused', UNSENDABLE_WORDS);
    return reading(turns.run(turnOfUser(id), () => this.#edit(id, wanted)).finally(() => list.forget()));
  }

  async #edit(id: UserId, wanted: WantedUser): Promise<EditResult> {
    const { session, companies } = this.#parts;
    const before = await readRow(session, 'Users', id);
    if (before === null) return { kind: 'absent' };
    const problem = await this.#problemOf(wanted, wireUser(before));
    if (problem !== null) return problem;
    const company =
      wanted.company === undefined ? undefined : await (await companies.known(session)).ensure(wanted.company);
    if (typeof company === 'object') return company;
    const undone = await changeUser(session, before, { ...wanted, company });
    if (undone?.kind === 'unsent') return rejection('console_unavailable');
    const after = await readRowIfAvailable(session, 'Users', id);
    const user = after === null || after === 'unread' ? null : wireUser(after);
    if (user !== null && isAsWanted(user, wanted)) return { kind: 'changed', user };
    if (undone?.kind !== 'refused') return { kind: 'unknown' };
    return isTaken(undone.words) ? rejection('email_taken_elsewhere') : refusal(undone.words);
  }

  async #problemOf({ assignment }: WantedUser, user: ManagedUser): Promise<Rejection | null> {
    if (assignment === undefined) return null;
    const { storageDestinations, packages } = this.#parts;
    const [destinations, limits] = await Promise.all([
      storageDestinations.list(this.#tenantId),
      packages.list(this.#tenantId),
    ]);
    const code = firstReason(assignmentProblems(assignment, user, catalogOf(destinations, limits)));
    return code === null ? null : rejection(code);
  }
}
