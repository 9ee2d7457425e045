import type { UserRepository } from '../../core/ports/user-repository.ts';

/** Lets the users be read for the plan of an import, and puts something else in the place of that from then on. */
export function readUsersOnce(users: UserRepository, then: UserRepository['findByEmails']): void {
  const findByEmails = users.findByEmails.bind(users);
  users.findByEmails = (tenantId, emails) => {
    users.findByEmails = then;
    return findByEmails(tenantId, emails);
  };
}
