import { emailKey } from '../domain/email.ts';
import type { ContactId } from '../domain/ids.ts';
import { type ImportEffect, planImport } from '../domain/import-plan.ts';
import type { Derivation } from '../domain/integration-status.ts';
import { type Reason, reasonOf } from '../domain/reason.ts';
import type { BookScope } from '../domain/scope.ts';
import { ContactNotFound } from '../ports/errors.ts';
import { type DerivingPorts, deriveRows, loadCatalog, withCompleteGroups } from './derive-rows.ts';
import { type ListedContact, listedContact } from './list-contacts.ts';

/** One contact with the trace of what was decided about it. */
export interface ExplainedContact {
  readonly listed: ListedContact;
  /** What the user was looked for by; null when the contact has no email. */
  readonly matchedOn: string | null;
  readonly ownership: Derivation['ownership'];
  /** Other contacts with the same email. */
  readonly sharedWith: readonly ContactId[];
  /** What an import of this contact alone would do now. */
  readonly effect: ImportEffect;
  readonly blockedBy: Reason | null;
}

/** Says of one contact how its status came about and what an import would do. */
export class ExplainContact {
  readonly #ports: DerivingPorts;

  constructor(ports: DerivingPorts) {
    this.#ports = ports;
  }

  async run(scope: BookScope, id: ContactId): Promise<ExplainedContact> {
    const row = await this.#ports.contactBook.find(scope, id);
    if (row === null) throw new ContactNotFound(`There is no contact ${id} in the list.`);
    const catalog = await loadCatalog(this.#ports, scope.tenantId);
    const rows = await withCompleteGroups(this.#ports, scope, [row]);
    const derivation = (await deriveRows(this.#ports, scope, rows, catalog)).get(id);
    if (derivation === undefined) throw new Error('A contact is derived with its own group');
    const plan = planImport(derivation, { catalog, accounts: scope.accounts, rivals: 1 });
    const key = emailKey(row.entry.contact.email);
    return {
      listed: listedContact(derivation, scope.accounts),
      matchedOn: key === '' ? null : key,
      ownership: derivation.ownership,
      sharedWith: rows.map(({ entry }) => entry.contact.id).filter((other) => other !== id),
      effect: plan.effect,
      blockedBy: plan.effect === 'blocked' ? reasonOf(plan.reason) : null,
    };
  }
}
