import { accountId, contactId, databaseId } from '../../core/domain/ids.ts';
import type {
  ContactSource,
  SourceAccount,
  SourceContact,
  SourceCounts,
  SourcePage,
} from '../../core/ports/contact-source.ts';

const PAGE = 500;

/** Contacts out of nothing, so that only the storing takes time. */
export function generatedSource({ contacts, accounts }: SourceCounts): ContactSource {
  const database = databaseId('1');
  return {
    check: async () => ({ zone: 'bench', databaseId: database, access: { contacts: 'all', accounts: 'all' } }),
    counts: async () => ({ contacts, accounts, databaseId: database, at: null }),
    contacts: () => pages(contacts, (index) => generatedContact(index, accounts)),
    accounts: () => pages(accounts, generatedAccount),
    async *ids() {},
    contactsById: async () => [],
    accountsById: async () => [],
    usage: async () => ({ limit: 10_000, used: 0 }),
  };
}

export function generatedContact(index: number, accounts: number): SourceContact {
  return {
    id: contactId(String(30_000_000 + index * 7)),
    firstName: `Jürgen ${index % 997}`,
    lastName: `Ó Briain-${index % 9973}`,
    email: `person.${index}@account-${index % accounts}.example`,
    accountId: accountId(String(index % accounts)),
    isActive: index % 20 !== 0,
  };
}

export function generatedAccount(index: number): SourceAccount {
  return { id: accountId(String(index)), name: `Bäckerei Account ${index}`, isActive: index % 50 !== 1 };
}

async function* pages<Row>(count: number, rowAt: (index: number) => Row): AsyncGenerator<SourcePage<Row>> {
  for (let start = 0; start < count; start += PAGE) {
    const rows = Array.from({ length: Math.min(PAGE, count - start) }, (_, index) => rowAt(start + index));
    yield { rows, newest: null };
  }
}
