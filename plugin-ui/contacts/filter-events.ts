import type { AccountView } from '../../core/contract/index.ts';
import type { FilterChange } from './contact-filter.ts';

/** An account as the filter shows it. */
export type NamedAccount = Pick<AccountView, 'id' | 'name'>;

/** Something was typed into the search box, or it was emptied. */
export class SearchEvent extends Event {
  readonly words: string;

  constructor(words: string) {
    super('atc-search');
    this.words = words;
  }
}

/** A part of the filter was chosen, or taken away. */
export class FilterEvent extends Event {
  readonly change: FilterChange;

  constructor(change: FilterChange) {
    super('atc-filter');
    this.change = change;
  }
}

/** An account was chosen, or with null the choice taken away. */
export class AccountEvent extends Event {
  readonly account: NamedAccount | null;

  constructor(account: NamedAccount | null) {
    super('atc-account');
    this.account = account;
  }
}

/** All contacts are to be shown again, but for inactive ones. */
export class FilterClearEvent extends Event {
  constructor() {
    super('atc-filter-clear');
  }
}

declare global {
  interface HTMLElementEventMap {
    'atc-search': SearchEvent;
    'atc-filter': FilterEvent;
    'atc-account': AccountEvent;
    'atc-filter-clear': FilterClearEvent;
  }
}
