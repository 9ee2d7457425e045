import type { Company } from '../data/company.ts';
import type { PracticeState } from '../practice-state.ts';
import { spelled } from './spelled.ts';

/** The id is spelt `Id` here, and the limit is in bytes (mbs.md §3.3). */
export function wireCompany({ switches }: PracticeState, company: Company): unknown {
  const value = {
    Id: company.id,
    Name: company.name,
    StorageLimit: company.storageLimitBytes,
    LicenseSettings: company.licenseSettings,
    Destinations: company.destinationIds.map((id) => ({ DestinationId: id })),
  };
  return spelled(value, switches.idSpelling);
}
