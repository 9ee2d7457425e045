import type { Knex } from 'knex';
import type { BookKey } from '../../core/domain/scope.ts';
import { STAGED_ACCOUNT, STAGED_CONTACT } from './staged-rows.ts';

/** What is written of a contact at a commit: its own columns and those joined with its account. */
const CONTACT_COLUMNS = [...Object.keys(STAGED_CONTACT), 'account', 'account_sort', 'account_key', 'is_active'];
const ACCOUNT_COLUMNS = Object.keys(STAGED_ACCOUNT);

// Accounts that Autotask does not show leave the contact without one, and as active as it is itself.
const FRESH_CONTACTS = `
  select staged.tenant_id, staged.database_id, staged.id,
    ${qualified(
      'staged',
      Object.keys(STAGED_CONTACT).filter((column) => column !== 'search_text'),
    )},
    staged.search_text || coalesce(account.search_text, '') as search_text,
    coalesce(account.name, '') as account,
    coalesce(account.name_sort, '') as account_sort,
    coalesce(account.name_key, '') as account_key,
    staged.is_active_itself and coalesce(account.is_active, true) as is_active
  from autotask_staged_contact as staged
  left join autotask_account as account on account.tenant_id = staged.tenant_id
    and account.database_id = staged.database_id and account.id = staged.account_id
  where staged.tenant_id = ? and staged.database_id = ? and staged.generation = ?`;

// Rows that stay as they are must not be written: they are nearly all of a usual refresh.
const SAVE_CONTACTS = `
  insert into autotask_contact (tenant_id, database_id, id, ${CONTACT_COLUMNS.join(', ')})
  select fresh.tenant_id, fresh.database_id, fresh.id, ${qualified('fresh', CONTACT_COLUMNS)}
  from (${FRESH_CONTACTS}) as fresh
  left join autotask_contact as present on present.tenant_id = fresh.tenant_id
    and present.database_id = fresh.database_id and present.id = fresh.id
  where present.id is null or present.is_gone
    or (${qualified('present', CONTACT_COLUMNS)}) <> (${qualified('fresh', CONTACT_COLUMNS)})
  on conflict (tenant_id, database_id, id) do update set ${excluded(CONTACT_COLUMNS)},
    is_gone = false, revision = autotask_contact.revision + 1`;

const MARK_GONE = `
  update autotask_contact set is_gone = true, revision = revision + 1
  where tenant_id = ? and database_id = ? and not is_gone and not exists (
    select 1 from autotask_staged_contact as staged where staged.tenant_id = autotask_contact.tenant_id
      and staged.database_id = autotask_contact.database_id and staged.generation = ?
      and staged.id = autotask_contact.id)`;

const SAVE_ACCOUNTS = `
  insert into autotask_account (tenant_id, database_id, id, ${ACCOUNT_COLUMNS.join(', ')})
  select staged.tenant_id, staged.database_id, staged.id, ${qualified('staged', ACCOUNT_COLUMNS)}
  from autotask_staged_account as staged
  left join autotask_account as present on present.tenant_id = staged.tenant_id
    and present.database_id = staged.database_id and present.id = staged.id
  where staged.tenant_id = ? and staged.database_id = ? and staged.generation = ? and (present.id is null
    or (${qualified('present', ACCOUNT_COLUMNS)}) <> (${qualified('staged', ACCOUNT_COLUMNS)}))
  on conflict (tenant_id, database_id, id) do update set ${excluded(ACCOUNT_COLUMNS)}`;

const DROP_ACCOUNTS = `
  delete from autotask_account where tenant_id = ? and database_id = ? and not exists (
    select 1 from autotask_staged_account as staged where staged.tenant_id = autotask_account.tenant_id
      and staged.database_id = autotask_account.database_id and staged.generation = ?
      and staged.id = autotask_account.id)`;

/** Puts a staged generation in the place of the present one: a few statements, whatever the number of contacts. */
export async function commitGeneration(transaction: Knex.Transaction, key: BookKey, generation: string): Promise<void> {
  const bindings = [key.tenantId, key.databaseId, generation];
  for (const statement of [SAVE_ACCOUNTS, DROP_ACCOUNTS, SAVE_CONTACTS, MARK_GONE]) {
    await transaction.raw(statement, bindings);
  }
}

function qualified(alias: string, columns: readonly string[]): string {
  return columns.map((column) => `${alias}.${column}`).join(', ');
}

function excluded(columns: readonly string[]): string {
  return columns.map((column) => `${column} = excluded.${column}`).join(', ');
}
