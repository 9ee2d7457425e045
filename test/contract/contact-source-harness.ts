import { setMaxListeners } from 'node:events';
import type { Credentials, SourceAccess } from '../../core/domain/connection.ts';
import type { AccountId, ContactId } from '../../core/domain/ids.ts';
import type {
  ContactSource,
  SourceAccount,
  SourceContact,
  SourcePage,
  WholeReading,
} from '../../core/ports/contact-source.ts';
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
  /** Sets the time that the source stamps what is put with. */
  turnTo(now: Date): Promise<void>;
  grant(access: SourceAccess): Promise<void>;
  /** From now on, until told otherwise. */
  trouble(trouble: SourceTrouble | null): Promise<void>;
  readonly probe: {
    /** How many calls with credentials have arrived behind the source. */
    calls(): Promise<number>;
  };
  dispose(): Promise<void>;
}

export const options = { signal: new AbortController().signal };
setMaxListeners(0, options.signal); // Many operations share it.

/** Reads everything, with nothing known beforehand. */
export const whole: WholeReading = { count: 0, boundaries: [] };

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
export async function all<Row>(pages: AsyncIterable<SourcePage<Row>>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const { rows } of pages) all.push(...rows);
  return all;
}

export async function allIds(pages: AsyncIterable<readonly string[]>): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of pages) ids.push(...page);
  return ids;
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
