import { html, nothing, type TemplateResult } from 'lit';
import type { AccountQuery } from '../../core/contract/index.ts';
import '../contacts/atc-filter-bar.ts';
import type { AccountEvent, FilterEvent, SearchEvent } from '../contacts/filter-events.ts';
import type { ImportRoom } from './import-room.ts';

/** Search and filters; nothing as long as there are no contacts that they could be for. */
export function filterBar({ model, locale }: ImportRoom): TemplateResult | typeof nothing {
  const { list, filtering } = model;
  if (!list.isLoaded || (list.total + list.inactive === 0 && !list.isNarrowed)) return nothing;
  return html`<atc-filter-bar
    .locale=${locale}
    .filter=${list.filter}
    .words=${filtering.words}
    .counts=${list.counts}
    .account=${filtering.account}
    .accounts=${(query: AccountQuery) => model.accounts(query)}
    ?busy=${list.isLoading}
    @atc-search=${({ words }: SearchEvent) => filtering.search(words)}
    @atc-filter=${({ change }: FilterEvent) => void filtering.change(change)}
    @atc-account=${({ account }: AccountEvent) => void filtering.chooseAccount(account)}
    @atc-filter-clear=${() => void filtering.clear()}
  ></atc-filter-bar>`;
}
