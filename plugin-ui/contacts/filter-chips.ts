import { html, nothing, type TemplateResult } from 'lit';
import type { ContactFilterQuery, IntegrationStatus, StatusCounts } from '../../core/contract/index.ts';
import { formatNumber } from '../shared/format.ts';
import { filterText, statusText } from '../text/filter-text.ts';
import type { FilterChange } from './contact-filter.ts';

export interface FilterChips {
  readonly filter: ContactFilterQuery;
  /** How many match in each status; null before it is known. */
  readonly counts: StatusCounts | null;
  readonly locale: string;
  readonly choose: (change: FilterChange) => void;
}

interface Chip {
  readonly label: string;
  readonly isPressed: boolean;
  readonly count?: string;
  readonly hint?: string;
  readonly press: () => void;
}

const STATUSES: readonly IntegrationStatus[] = ['blank', 'equal', 'modified', 'failed'];

/** Buttons for each status with the number of its contacts, and for all that need work. */
export function filterChips({ filter, counts, locale, choose }: FilterChips): TemplateResult {
  const counted = (status: IntegrationStatus) => ({
    count: counts === null ? '' : formatNumber(counts[status], locale),
  });
  return html`<div class="chips" role="group" aria-label=${filterText.statuses()}>
      ${chip({
        label: filterText.all(),
        isPressed: filter.status === undefined,
        count: counts === null ? '' : formatNumber(sum(counts), locale),
        press: () => choose({ status: null }),
      })}
      ${STATUSES.map((status) =>
        chip({
          label: statusText[status](),
          isPressed: filter.status === status,
          ...counted(status),
          press: () => choose({ status: filter.status === status ? null : status }),
        }),
      )}
    </div>
    ${chip({
      label: filterText.needsWork(),
      isPressed: filter.needsWork === true,
      hint: filterText.needsWorkHint(),
      press: () => choose({ needsWork: filter.needsWork ? null : true }),
    })}`;
}

function chip({ label, isPressed, count = '', hint, press }: Chip): TemplateResult {
  return html`<button type="button" class="chip" aria-pressed=${isPressed} title=${hint ?? nothing} @click=${press}>
    ${label}${count === '' ? nothing : html` <span class="count">${count}</span>`}
  </button>`;
}

function sum(counts: StatusCounts): number {
  return STATUSES.reduce((total, status) => total + counts[status], 0);
}
