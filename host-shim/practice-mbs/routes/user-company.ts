import type { PracticeState } from '../practice-state.ts';
import { Refused } from './refused.ts';

/** The company that a user gets who is sent with a name: how it is spelt there, or empty for none. */
export function userCompany({ database, switches }: PracticeState, sentName: string): string {
  const name = sentName.trim();
  if (name === '') return '';
  const known = database.companyNamed(name);
  if (known !== undefined) return known.name;
  switch (switches.unknownCompany) {
    case 'left_out':
      return '';
    case 'refused':
      throw new Refused('Company not found.');
    case 'created': {
      const id = database.newId();
      database.companies.set(id, { id, name, storageLimitBytes: -1, licenseSettings: 1, destinationIds: [] });
      return name;
    }
  }
}
