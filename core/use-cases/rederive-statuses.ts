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

  async ofAll(key: BookKey): Promise<void> {
    const { contactBook, clock } = this.#ports;
    const begunAt = clock.now();
    const catalog = await loadCatalog(this.#ports, key.tenantId);
    for await (const rows of contactBook.emailBatches(key)) {
      await deriveRows(this.#ports, key, rows, catalog, begunAt);
    }
    await contactBook.dropGone(key);
  }

  async ofUsers(key: BookKey, userIds: readonly UserId[]): Promise<void> {
    const { contactBook, users } = this.#ports;
    const present = await users.findByIds(key.tenantId, userIds);
    const before = await contactBook.ofUsers(key, userIds);
    const now = await contactBook.withEmails(
      key,
      present.map(({ email }) => emailKey(email)),
    );
    await this.#derive(key, [...before, ...now]);
  }

  async ofContacts(key: BookKey, { contactIds, emailKeys }: TouchedContacts): Promise<void> {
    const { contactBook } = this.#ports;
    const byId = await contactBook.withIds(key, contactIds);
    await this.#derive(key, [...byId, ...(await contactBook.withEmails(key, emailKeys))]);
  }

  async #derive(key: BookKey, rows: readonly BookRow[]): Promise<void> {
    const catalog = await loadCatalog(this.#ports, key.tenantId);
    await deriveRows(this.#ports, key, await withCompleteGroups(this.#ports, key, rows), catalog);
    // A contact that is gone stays only as long as its user does.
    await this.#ports.contactBook.dropGone(key);
  }
}
