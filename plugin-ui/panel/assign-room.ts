import { html, nothing, type TemplateResult } from 'lit';
import type { BulkChoiceEvent, BulkRefusedEvent } from '../contacts/assign-bar-events.ts';
import '../contacts/atc-assign-bar.ts';
import { countOf } from '../contacts/contact-selection.ts';
import type { ImportRoom } from './import-room.ts';

/** The bar that assigns to the selection; it comes with the list and stays as long as there is one. */
export function assignBar({ model, locale, announce }: ImportRoom): TemplateResult | typeof nothing {
  const { place, catalog, bulk, selecting } = model;
  const count = countOf(selecting.selection);
  if (place !== 'table' && place !== 'none-match' && count === 0) return nothing;
  return html`<atc-assign-bar
    exportparts="notice"
    .locale=${locale}
    .count=${count}
    .destinations=${catalog.destinations}
    .packages=${catalog.packages}
    ?catalog-known=${catalog.isLoaded}
    .choice=${bulk.choice}
    .problem=${bulk.problem}
    .saved=${bulk.saved}
    .offer=${bulk.offer}
    ?saving=${bulk.isSaving}
    @atc-bulk-choice=${({ change }: BulkChoiceEvent) => bulk.choose(change)}
    @atc-bulk-assign=${() => void bulk.assign()}
    @atc-bulk-refused=${({ why }: BulkRefusedEvent) => announce(why)}
    @atc-fill-down=${() => void bulk.takeOffer()}
  ></atc-assign-bar>`;
}
