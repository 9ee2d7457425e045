import type { PracticeSwitches } from '../switches.ts';

/** The field's name is misspelt on the wire, though one edition of the help prints it correctly (mbs.md §3.3). */
export function licenseField({ licenseSpelling }: PracticeSwitches): string {
  return licenseSpelling === 'misspelt' ? 'LicenseManagmentMode' : 'LicenseManagementMode';
}
