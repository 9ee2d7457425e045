import type { TenantId } from '../../core/domain/ids.ts';
import type { ContactSource } from '../../core/ports/contact-source.ts';
import { generatedSource } from './generated-source.ts';

const CONTACTS_PER_ACCOUNT = 20;

/** Contacts that can all be imported: active ones, with emails that no other provider has. */
export function importableSource(provider: TenantId, contacts: number): ContactSource {
  const source = generatedSource({ contacts, accounts: Math.ceil(contacts / CONTACTS_PER_ACCOUNT) });
  return {
    ...source,
    async *contacts(...reading) {
      for await (const page of source.contacts(...reading)) {
        const rows = page.rows.map((row) => ({ ...row, isActive: true, email: `${provider}.${row.email}` }));
        yield { ...page, rows };
      }
    },
    async *accounts(...reading) {
      for await (const page of source.accounts(...reading)) {
        yield { ...page, rows: page.rows.map((row) => ({ ...row, isActive: true })) };
      }
    },
  };
}
