import type { Credentials, SourceAccess } from '../../core/domain/connection.ts';
import type { AccountId, ContactId } from '../../core/domain/ids.ts';
import type { ContactSource, SourceAccount, SourceContact } from '../../core/ports/contact-source.ts';
import { isPluginError, type PluginError } from '../../core/ports/errors.ts';

/** What may be wrong with what stands behind a source. */
export type SourceTrouble = 'down' | 'throttled' | 'not_data';

/** A source with the MSP's own account "0" in it and nothing else that the tests rely on. */
export interface ContactSourceHarness {
  readonly source: ContactSource;
  readonly credentials: Credentials;
  /** Ids are given by the source, in ascending order. */
  putAccount(account: Omit<SourceAccount, 'id'>): Promise<AccountId>;
  putContact(contact: Omit<SourceContact, 'id'>): Promise<ContactId>;
  removeContact(id: ContactId): Promise<void>;
  grant(access: SourceAccess): Promise<void>;
  /** From now on, until told otherwise. */
  trouble(trouble: SourceTrouble | null): Promise<void>;
  readonly probe: {
    /** How many calls with credentials have arrived behind the source. */
    calls(): Promise<number>;
  };
  dispose(): Promise<void>;
}

export const never = new AbortController().signal;
/** Ann Lee, unless told otherwise. */
export const person = (
  values: Partial<Omit<SourceContact, 'id'>> & { accountId: AccountId },
): Omit<SourceContact, 'id'> => ({
  firstName: 'Ann',
  lastName: 'Lee',
  email: 'ann.lee@northwind.example',
  isActive: true,
  ...values,
});

/** Every row of every page. */
export async function all<Row>(pages: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}

/** The port's error that a promise was rejected with. */
export async function errorOf(promise: Promise<unknown>): Promise<PluginError> {
  const error: unknown = await promise.then(
    () => new Error('Nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  if (isPluginError(error)) return error;
  throw error;
}
