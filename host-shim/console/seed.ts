import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { foldName } from './keys.ts';
import type { StorageType } from './storage-types.ts';

const STORAGE_ACCOUNTS: readonly {
  readonly name: string;
  readonly type: StorageType;
  readonly destinations: readonly string[];
}[] = [
  {
    name: 'AWS Frankfurt',
    type: 'AmazonS3',
    destinations: ['msp-backup-eu-central-1', 'msp-archive-eu-central-1', 'msp-legal-hold'],
  },
  { name: 'AWS Ohio', type: 'AmazonS3', destinations: ['msp-backup-us-east-2', 'msp-archive-us-east-2'] },
  { name: 'Azure West Europe', type: 'Azure', destinations: ['workstations', 'servers'] },
  { name: 'Wasabi Amsterdam', type: 'Wasabi', destinations: ['msp-long-term'] },
  { name: 'Head office file server', type: 'FS', destinations: ['\\\\vault01\\backups'] },
];

const PACKAGES: readonly { readonly name: string; readonly storageLimitGb: number; readonly enabled: boolean }[] = [
  { name: 'Essential 50 GB', storageLimitGb: 50, enabled: true },
  { name: 'Standard 250 GB', storageLimitGb: 250, enabled: true },
  { name: 'Business 1 TB', storageLimitGb: 1024, enabled: true },
  { name: 'Server 5 TB', storageLimitGb: 5120, enabled: true },
  { name: 'Starter 10 GB (retired)', storageLimitGb: 10, enabled: false },
];

const COMPANIES: readonly string[] = ['Internal IT', 'Harbour Street Legal', 'Alder & Finch Architects'];

/** Gives a new provider something to choose from, so that the first import needs no preparation. */
export async function writeSeed(transaction: Knex.Transaction, tenantId: string): Promise<void> {
  for (const { name, type, destinations } of STORAGE_ACCOUNTS) {
    const account = { id: uuidv7(), tenant_id: tenantId, name, type };
    await transaction('console_storage_account').insert(account);
    await transaction('console_destination').insert(
      destinations.map((destination) => ({
        id: uuidv7(),
        tenant_id: tenantId,
        storage_account_id: account.id,
        name: destination,
      })),
    );
  }
  await transaction('console_package').insert(
    PACKAGES.map(({ name, storageLimitGb, enabled }) => ({
      id: uuidv7(),
      tenant_id: tenantId,
      name,
      storage_limit_gb: storageLimitGb,
      enabled,
    })),
  );
  await transaction('console_company').insert(
    COMPANIES.map((name) => ({ id: uuidv7(), tenant_id: tenantId, name, name_key: foldName(name) })),
  );
}
