import type { AccountLayout } from './account-layout.ts';
import type { ContactLayout } from './contact-layout.ts';
import { type Firm, Firms } from './firms.ts';
import { emailAddress, type MailboxOwner, secondEmailAddress } from './mailboxes.ts';
import { type Desk, deskOf, type Person, personOf } from './people.ts';
import { mix, share } from './random.ts';

/** Everything about one contact that other fields are formed from. */
export interface Member {
  readonly firm: Firm;
  readonly person: Person;
  readonly desk: Desk | undefined;
  readonly hash: number;
}

/**
 * Makes the person behind a contact's row; the last one is kept, because a row's fields are read
 * one after another.
 */
export class Roster {
  readonly firms: Firms;
  readonly contacts: ContactLayout;
  readonly accounts: AccountLayout;
  #lastRow = -1;
  #last: Member | undefined;

  constructor(accounts: AccountLayout, contacts: ContactLayout, seed: number) {
    this.firms = new Firms(accounts, seed);
    this.accounts = accounts;
    this.contacts = contacts;
  }

  member(row: number): Member {
    if (row === this.#lastRow && this.#last !== undefined) return this.#last;
    const firm = this.firms.firm(this.contacts.accounts[row] ?? 0);
    const made = this.#make(firm, this.contacts.ranks[row] ?? 0);
    this.#lastRow = row;
    this.#last = made;
    return made;
  }

  emailAddress(row: number): string | null {
    return emailAddress(this.#owner(row));
  }

  secondEmailAddress(row: number): string | null {
    return secondEmailAddress(this.#owner(row));
  }

  isContactActive(row: number): boolean {
    return share(mix(this.member(row).hash, 1, 71)) >= 0.043;
  }

  /** Small customers leave; their people stay as they were (autotask-api.md §9, documented). */
  isAccountActive(row: number): boolean {
    if (row === 0 || (this.accounts.sizes[row] ?? 0) > 12) return true;
    return share(this.firms.hash(row, 71)) >= 0.06;
  }

  /** The owner of two firms is a contact of both, under one address. */
  #make(firm: Firm, rank: number): Member {
    const home = rank === 0 && firm.sister !== undefined ? this.firms.firm(firm.sister) : firm;
    const firmHash = this.firms.hash(home.row, 72);
    const hash = mix(firmHash, rank, 73);
    const desk = rank < 2 ? undefined : deskOf(home, hash);
    const person = personOf(home, rank, firmHash);
    if (desk === undefined) return { firm: home, person, desk, hash };
    return { firm: home, person: { ...person, firstName: desk[0], lastName: desk[1], title: '' }, desk, hash };
  }

  #owner(row: number): MailboxOwner {
    const { firm, person, desk, hash } = this.member(row);
    const rank = this.contacts.ranks[row] ?? 0;
    return {
      firm,
      person,
      desk,
      rank,
      hash,
      sharedDomain: this.#sharedDomain(row),
      isShared: usesSharedMailbox(firm, rank, hash),
    };
  }

  #sharedDomain(row: number): string {
    const own = this.firms.firm(this.contacts.accounts[row] ?? 0);
    return own.sister === undefined ? own.domain : this.firms.firm(own.sister).domain;
  }
}

/** In some small firms everybody at the front uses one mailbox; in bigger ones a few people do. */
function usesSharedMailbox(firm: Firm, rank: number, hash: number): boolean {
  if (rank < 2) return mix(firm.row, firm.size, 74) % 100 < (firm.size === 1 ? 14 : 8) && firm.size !== 2;
  return firm.size > 12 && mix(hash, 2, 74) % 1000 < 9;
}
