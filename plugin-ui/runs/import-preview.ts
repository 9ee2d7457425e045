import { html, nothing, type TemplateResult } from 'lit';
import type { ImportPreview } from '../../core/contract/index.ts';
import { formatGigabytes, formatNumber } from '../shared/format.ts';
import { textAndRemedy } from '../shared/text-and-remedy.ts';
import { reasonWords } from '../text/reason-text.ts';
import { importText } from '../text/runs-text.ts';
import { type CountTile, countTile } from './count-tile.ts';
import { blockedCount } from './preview-counts.ts';
import { previewedContacts } from './previewed-contacts.ts';

/** A list this short is shown whole, without a scroll area of its own. */
const SHORT_LIST = 6;

export interface PreviewedImport {
  readonly preview: ImportPreview;
  /** What was shown before, when the plan has changed since. */
  readonly earlier: ImportPreview | null;
  /** What the destination's column is called. */
  readonly column: string;
  readonly destinationName: (id: string) => string;
  readonly packageName: (id: string) => string;
  readonly locale: string;
}

interface CountedName {
  readonly name: string;
  readonly count: number;
}

/** What an import would do, in numbers: by effect, by reason, by destination and package, and what that adds up to. */
export function importPreview(view: PreviewedImport): TemplateResult {
  const { preview, column, destinationName, packageName, locale } = view;
  const destinations = preview.byDestination.map(({ destinationId, count }) => ({
    name: destinationName(destinationId),
    count,
  }));
  const packages = preview.byPackage.map(({ packageId, count }) => ({ name: packageName(packageId), count }));
  return html`${effects(view)} ${whoGoesAhead(preview, locale)} ${reasons(preview, locale)}
    <div class="columns">
      ${counted(importText.byDestination(column), destinations, locale)}
      ${counted(importText.byPackage(), packages, locale)}
    </div>
    ${capacity(preview, locale)}`;
}

function effects({ preview, earlier, locale }: PreviewedImport): TemplateResult {
  const tile = (effect: 'create' | 'update' | 'unchanged', label: string, tone: CountTile['tone']) =>
    countTile({ count: preview[effect], before: earlier?.[effect], label, tone, locale });
  const blocked = { count: blockedCount(preview), before: earlier === null ? undefined : blockedCount(earlier) };
  return html`<dl class="tiles">
    ${tile('create', importText.willBeCreated(), 'success')} ${tile('update', importText.willBeUpdated(), 'success')}
    ${tile('unchanged', importText.leftAlone(), '')}
    ${countTile({ ...blocked, label: importText.blocked(), tone: 'danger', locale })}
  </dl>`;
}

function whoGoesAhead(preview: ImportPreview, locale: string): TemplateResult | typeof nothing {
  const { create, update, unchanged, named } = preview;
  if (create + update + unchanged === 0) return nothing;
  const who = (effect: 'create' | 'update' | 'unchanged', heading: string) => {
    const contacts = named.filter((contact) => contact.effect === effect);
    return previewedContacts({ heading, contacts, count: preview[effect], locale });
  };
  return html`<div>
    ${who('create', importText.whoIsCreated())} ${who('update', importText.whoIsUpdated())}
    ${who('unchanged', importText.whoIsLeftAlone())}
  </div>`;
}

function reasons({ blocked, named }: ImportPreview, locale: string): TemplateResult | typeof nothing {
  if (blocked.length === 0) return nothing;
  return html`<section>
    <h3>${importText.whyBlocked()}</h3>
    <ul class="reasons">
      ${blocked.map(
        ({ code, count, reason }) => html`<li>
          <span class="count">${formatNumber(count, locale)}</span>
          <div>
            ${textAndRemedy(reasonWords(reason))}
            ${previewedContacts({
              heading: importText.whoIsBlocked(count, locale),
              contacts: named.filter((contact) => contact.reason === code),
              count,
              locale,
            })}
          </div>
        </li>`,
      )}
    </ul>
  </section>`;
}

function counted(heading: string, names: readonly CountedName[], locale: string): TemplateResult | typeof nothing {
  if (names.length === 0) return nothing;
  const list = html`<ul class="names">
    ${names.map(
      ({ name, count }) => html`<li>
        <bdi>${name}</bdi><span class="count">${formatNumber(count, locale)}</span>
      </li>`,
    )}
  </ul>`;
  return html`<section>
    <h3>${heading}</h3>
    ${
      names.length <= SHORT_LIST
        ? list
        : html`<div class="scroll" role="region" aria-label=${heading} tabindex="0">${list}</div>`
    }
  </section>`;
}

function capacity({ create, capacityGb }: ImportPreview, locale: string): TemplateResult | typeof nothing {
  if (create === 0) return nothing;
  return html`<p>
    ${capacityGb === null ? importText.capacityUnlimited() : importText.capacity(formatGigabytes(capacityGb, locale))}
  </p>`;
}
