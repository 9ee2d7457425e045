import { emailKey } from '../domain/email.ts';
import type { UserId } from '../domain/ids.ts';
import type { BookKey } from '../domain/scope.ts';
import type { BookRow, TouchedContacts } from '../ports/contact-book.ts';
import { type DerivingPorts, deriveRows, loadCatalog, withCompleteGroups } from './derive-rows.ts';

/** Brings the stored statuses to today's truth: of the contacts of some users, of some contacts, or of the whole book. */
export class RederiveStatuses {
  readonly #ports: DerivingPorts;

  constructor(ports: DerivingPorts) {
    this.#ports = ports;
  }

  async run(key: BookKey, changed?: { readonly userIds: readonly UserId[] } | TouchedContacts): Promise<void> {
    const { contactBook } = this.#ports;
    const catalog = await loadCatalog(this.#ports, key.tenantId);
    if (changed === undefined) {
      for await (const rows of contactBook.emailBatches(key)) await deriveRows(this.#ports, key, rows, catalog);
    } else {
      const rows = await ('userIds' in changed ? this.#ofUsers(key, changed.userIds) : this.#ofTouched(key, changed));
      await deriveRows(this.#ports, key, await withCompleteGroups(this.#ports, key, rows), catalog);
    }
    // A contact that is gone stays only as long as its user does.
    await contactBook.dropGone(key);
  }

  async #ofUsers(key: BookKey, userIds: readonly UserId[]): Promise<readonly BookRow[]> {
    const { contactBook, users } = this.#ports;
    const present = await users.findByIds(key.tenantId, userIds);
    const before = await contactBook.ofUsers(key, userIds);
    const now = await contactBook.withEmails(
      key,
      present.map(({ email }) => emailKey(email)),
    );
    return [...before, ...now];
  }

  async #ofTouched(key: BookKey, { contactIds, emailKeys }: TouchedContacts): Promise<readonly BookRow[]> {
    const { contactBook } = this.#ports;
    return [...(await contactBook.withIds(key, contactIds)), ...(await contactBook.withEmails(key, emailKeys))];
  }
}
