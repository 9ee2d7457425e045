import { emailKey } from '../domain/email.ts';
import type { UserId } from '../domain/ids.ts';
import type { BookKey } from '../domain/scope.ts';
import { type DerivingPorts, deriveRows, loadCatalog, withCompleteGroups } from './derive-rows.ts';

/** Brings the stored statuses to today's truth: of the contacts of some users, or of the whole book. */
export class RederiveStatuses {
  readonly #ports: DerivingPorts;

  constructor(ports: DerivingPorts) {
    this.#ports = ports;
  }

  async run(key: BookKey, changed?: { readonly userIds: readonly UserId[] }): Promise<void> {
    const catalog = await loadCatalog(this.#ports, key.tenantId);
    if (changed === undefined) {
      for await (const rows of this.#ports.contactBook.emailBatches(key)) {
        await deriveRows(this.#ports, key, rows, catalog);
      }
      return;
    }
    const { contactBook, users } = this.#ports;
    const present = await users.findByIds(key.tenantId, changed.userIds);
    const before = await contactBook.ofUsers(key, changed.userIds);
    const now = await contactBook.withEmails(
      key,
      present.map(({ email }) => emailKey(email)),
    );
    await deriveRows(this.#ports, key, await withCompleteGroups(this.#ports, key, [...before, ...now]), catalog);
    // A contact that is gone stays only as long as its user does.
    await contactBook.dropGone(key);
  }
}
