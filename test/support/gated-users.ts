import type { UserRepository } from '../../core/ports/user-repository.ts';
import type { Gate } from './gate.ts';

/** Users that can be held back before they are written. */
export function gatedUsers(users: UserRepository, gate: Gate): UserRepository {
  return {
    savedAtOnce: users.savedAtOnce,
    findByEmails: (tenantId, emails) => users.findByEmails(tenantId, emails),
    findByIds: (tenantId, ids) => users.findByIds(tenantId, ids),
    all: (tenantId, signal) => users.all(tenantId, signal),
    async saveMany(tenantId, commands, options) {
      await gate.pass();
      return users.saveMany(tenantId, commands, options);
    },
  };
}
