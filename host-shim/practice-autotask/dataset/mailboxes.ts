import type { Firm } from './firms.ts';
import type { Desk, Person } from './people.ts';
import { mix, pick, share } from './random.ts';

const SHARED: Readonly<Record<string, string>> = {
  de: 'info',
  fr: 'contact',
  es: 'info',
  pt: 'geral',
  pl: 'biuro',
  cs: 'info',
  sv: 'kontakt',
  da: 'kontakt',
  en: 'office',
};

const HOME_PROVIDERS = ['homepost.example', 'mailhaven.example', 'postbox.example'];

export interface MailboxOwner {
  readonly firm: Firm;
  readonly person: Person;
  readonly rank: number;
  readonly desk: Desk | undefined;
  /** The domain of the mailbox that several people use, which may be a sister firm's. */
  readonly sharedDomain: string;
  /** The address is this person's on every account. */
  readonly isShared: boolean;
  readonly hash: number;
}

/**
 * The first e-mail address as someone once typed it: mostly fine, now and then missing, shared,
 * padded or no address.
 */
export function emailAddress(owner: MailboxOwner): string | null {
  const chance = share(mix(owner.hash, 1, 61)) * 100;
  if (owner.desk !== undefined) return `${owner.desk[2]}@${owner.firm.domain}`;
  if (owner.isShared) return `${SHARED[owner.firm.culture.code] ?? 'info'}@${owner.sharedDomain}`;
  if (chance < 2.4) return null;
  if (chance < 3.5) return '';
  if (chance < 3.6) return '  ';
  const address = plainAddress(owner);
  if (chance < 4.2) return broken(address, owner, mix(owner.hash, 2, 61));
  if (chance < 5.6) return padded(address, mix(owner.hash, 3, 61));
  if (chance < 8.7) return capitalised(address);
  if (chance < 9.5) return address.toUpperCase();
  return address;
}

export function secondEmailAddress({ person, hash }: MailboxOwner): string | null {
  const number = mix(hash, 4, 61) % 100;
  if (number < 7) return `${person.givenSlug}.${person.familySlug}@${pick(HOME_PROVIDERS, mix(hash, 5, 61))}`;
  return number < 40 ? '' : null;
}

function plainAddress({ firm, person, hash }: MailboxOwner): string {
  const number = person.namesake > 1 ? String(person.namesake) : '';
  return `${localPart(firm, person, mix(hash, 6, 61))}${number}@${firm.domain}`;
}

/** Each firm has its own way to form addresses; a small one can do with given names or initials. */
function localPart(firm: Firm, { givenSlug, familySlug }: Person, personHash: number): string {
  const style = mix(firm.row, firm.size, 62) % 100;
  if (firm.size <= 4) return style < 60 ? givenSlug : `${givenSlug}.${familySlug}`;
  if (firm.size <= 30) {
    if (style < 35) return `${givenSlug.charAt(0)}.${familySlug}`;
    if (style < 55) return `${givenSlug.charAt(0)}${familySlug}`;
    if (style < 65) return `${givenSlug}_${familySlug}`;
    return `${givenSlug}.${familySlug}`;
  }
  if (style < 12) return `${familySlug}.${givenSlug}`;
  // A few kept the form that was usual before the firm grew.
  return personHash % 25 === 0 ? `${givenSlug}${familySlug}` : `${givenSlug}.${familySlug}`;
}

function broken(address: string, owner: MailboxOwner, hash: number): string {
  const local = address.slice(0, address.indexOf('@'));
  const { domain } = owner.firm;
  return pick(
    [
      `${local}@`,
      `${local}(at)${domain}`,
      `${address}; ${owner.person.familySlug}@${domain}`,
      'n/a',
      `${local} @${domain}`,
      `${local}@@${domain}`,
      `www.${domain}`,
      `${owner.person.givenSlug} <${address}>`,
    ],
    hash,
  );
}

function padded(address: string, hash: number): string {
  return pick([` ${address}`, `${address} `, `${address}  `, `  ${address} `], hash);
}

function capitalised(address: string): string {
  return address.replace(
    /(^|[.@_-])([a-z])/g,
    (_match, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
