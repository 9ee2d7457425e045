import type { BackupPackage } from './backup-package.ts';
import { Database } from './database.ts';
import { Draw } from './draw.ts';
import { type SeedSize, seededUsers } from './seeded-users.ts';
import type { StorageAccount } from './storage-account.ts';

type SeededAccount = Pick<StorageAccount, 'displayName' | 'type'> & { readonly destinations: readonly string[] };

// A name with a trailing space is as it was seen (mbs.md §3.3).
const ACCOUNTS: readonly SeededAccount[] = [
  { displayName: 'Corp S3', type: 'AmazonS3', destinations: ['msp-eu-central-1', 'msp-us-east-2', 'msp-legal-hold'] },
  { displayName: 'Azure ', type: 'Azure', destinations: ['workstations', 'servers'] },
  { displayName: 'Wasabi Amsterdam', type: 'Wasabi', destinations: ['msp-long-term'] },
  { displayName: 'Head office file server', type: 'FS', destinations: ['\\\\vault01\\backups'] },
];

const UNPRICED: Omit<BackupPackage, 'id' | 'name' | 'storageLimitGb' | 'isEnabled'> = {
  description: '',
  usesRestoreLimit: false,
  restoreLimitGb: -1,
  isGlacierRestoreLimit: false,
  glacierRestoreType: 0,
  cost: 0,
};

const PRICED: typeof UNPRICED = {
  description: 'Per month, with 50 GB to restore',
  usesRestoreLimit: true,
  restoreLimitGb: 50,
  isGlacierRestoreLimit: true,
  glacierRestoreType: 2,
  cost: 12.5,
};

const PACKAGES: readonly (Pick<BackupPackage, 'name' | 'storageLimitGb' | 'isEnabled'> & Partial<typeof UNPRICED>)[] = [
  { name: '10 gigs', storageLimitGb: 10, isEnabled: true },
  { name: 'Standard 250 GB', storageLimitGb: 250, isEnabled: true, ...PRICED },
  { name: 'Business 1 TB', storageLimitGb: 1024, isEnabled: true },
  { name: 'Half a gig (retired)', storageLimitGb: 0.5, isEnabled: false },
];

const COMPANIES = ['Internal IT', 'Harbour Street Legal', 'Alder & Finch Architects', 'Contoso ', 'Müller & Söhne'];

export function createDatabase({ users, seed }: SeedSize): Database {
  const database = new Database(seed);
  for (const account of ACCOUNTS) addAccount(database, account, seed);
  for (const each of PACKAGES) addPackage(database, each);
  for (const name of COMPANIES) addCompany(database, name, seed);
  for (const user of seededUsers(database, { users, seed })) database.users.put(user);
  return database;
}

function addAccount(database: Database, { displayName, type, destinations }: SeededAccount, seed: number): void {
  const draw = new Draw(seed, 'account', displayName);
  const id = draw.uuid();
  const day = String(1 + Math.floor(draw.share() * 28)).padStart(2, '0');
  database.accounts.set(id, {
    id,
    displayName,
    type,
    createdAt: `2017-01-${day}T14:34:23.427`,
    destinations: destinations.map((name) => ({ id: new Draw(seed, displayName, name).uuid(), name, displayName })),
  });
}

function addPackage(database: Database, seeded: (typeof PACKAGES)[number]): void {
  const id = database.newPackageId();
  database.packages.set(id, { id, ...UNPRICED, ...seeded });
}

function addCompany(database: Database, name: string, seed: number): void {
  const draw = new Draw(seed, 'company', name);
  const id = draw.uuid();
  const storageLimitBytes = draw.pick([-1, 107_374_182_400]);
  database.companies.set(id, { id, name, storageLimitBytes, licenseSettings: 1, destinationIds: [] });
}
