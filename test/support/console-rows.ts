import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { comparable } from '../../core/domain/comparison.ts';
import { emailKey } from '../../core/domain/email.ts';
import { type DestinationId, destinationId, type PackageId, packageId, type TenantId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';

const NOW = '2026-11-24T09:00:00.000Z';

/** Writes and reads the stand-in console's tables as its pages would, behind every adapter's back. */
export class ConsoleRows {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async addDestination(tenant: TenantId, given: { name?: string; account?: string; type?: string } = {}) {
    const account = {
      id: randomUUID(),
      tenant_id: tenant,
      name: given.account ?? 'S3',
      type: given.type ?? 'AmazonS3',
    };
    await this.#knex('console_storage_account').insert(account);
    return this.addDestinationTo(tenant, account.id, given.name ?? 'backups');
  }

  async addDestinationTo(tenant: TenantId, account: string, name: string): Promise<DestinationId> {
    const id = randomUUID();
    await this.#knex('console_destination').insert({ id, tenant_id: tenant, storage_account_id: account, name });
    return destinationId(id);
  }

  async addPackage(
    tenant: TenantId,
    given: { name?: string; limit?: number; enabled?: boolean } = {},
  ): Promise<PackageId> {
    const id = randomUUID();
    await this.#knex('console_package').insert({
      id,
      tenant_id: tenant,
      name: given.name ?? '100 GB',
      storage_limit_gb: given.limit ?? 100,
      enabled: given.enabled ?? true,
    });
    return packageId(id);
  }

  async putUser(tenant: TenantId, user: ManagedUser): Promise<void> {
    await this.deleteUser(tenant, user);
    await this.#knex('console_user').insert({
      id: user.id,
      tenant_id: tenant,
      email: user.email,
      email_key: emailKey(user.email),
      first_name: user.firstName,
      last_name: user.lastName,
      company: user.company,
      enabled: user.isEnabled,
      created_at: NOW,
      updated_at: NOW,
    });
    for (const kept of user.destinations) {
      const row = { user_id: user.id, destination_id: kept.destinationId, package_id: kept.packageId };
      await this.#knex('console_user_destination').insert(row);
    }
    if (user.company === '') return;
    const company = { id: randomUUID(), tenant_id: tenant, name: user.company, name_key: comparable(user.company) };
    await this.#knex('console_company').insert(company).onConflict(['tenant_id', 'name_key']).ignore();
  }

  async deleteUser(tenant: TenantId, user: ManagedUser): Promise<void> {
    await this.#knex('console_user').where({ tenant_id: tenant, id: user.id }).delete();
  }

  async companies(tenant: TenantId): Promise<readonly string[]> {
    return this.#knex('console_company').where({ tenant_id: tenant }).pluck('name');
  }
}
