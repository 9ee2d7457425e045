import { emailKey } from '../../core/domain/email.ts';
import type { TenantId, UserId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { UserRepository } from '../../core/ports/user-repository.ts';
import type { PracticeControl } from '../../host-shim/practice-mbs/practice-mbs.ts';
import { managedUserOf } from '../support/practice-users.ts';

/** The users as the service has them, read behind the adapter's back. */
export class MbsTruth implements UserRepository {
  readonly savedAtOnce = 1;
  readonly #controlOf: (tenantId: TenantId) => PracticeControl;

  constructor(controlOf: (tenantId: TenantId) => PracticeControl) {
    this.#controlOf = controlOf;
  }

  findByEmails(tenantId: TenantId, emails: readonly string[]): Promise<readonly ManagedUser[]> {
    const keys = new Set(emails.map(emailKey));
    return Promise.resolve(this.#users(tenantId).filter(({ email }) => keys.has(emailKey(email))));
  }

  findByIds(tenantId: TenantId, ids: readonly UserId[]): Promise<readonly ManagedUser[]> {
    return Promise.resolve(this.#users(tenantId).filter(({ id }) => ids.includes(id)));
  }

  async *all(tenantId: TenantId): AsyncIterable<readonly ManagedUser[]> {
    yield this.#users(tenantId);
  }

  saveMany(): never {
    throw new Error('Only a run saves users');
  }

  #users(tenantId: TenantId): readonly ManagedUser[] {
    return this.#controlOf(tenantId).users().map(managedUserOf);
  }
}
