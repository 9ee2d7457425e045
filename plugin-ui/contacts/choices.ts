import type { DestinationView, PackageView } from '../../core/contract/index.ts';
import { formatGigabytes } from '../shared/format.ts';
import { contactsText } from '../text/contacts-text.ts';

/** An entry of a drop-down. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** What a drop-down offers, and the names of all that can stand in a row. */
export class Choices {
  readonly offered: readonly Choice[];
  readonly #known: ReadonlyMap<string, Choice>;
  readonly #gone: string;

  constructor(offered: readonly Choice[], others: readonly Choice[], gone: string) {
    this.offered = offered;
    this.#known = new Map([...offered, ...others].map((choice) => [choice.id, choice]));
    this.#gone = gone;
  }

  /** What is offered in a row: a choice that is no longer offered stays to be seen where it is assigned. */
  in(assigned: string | null): readonly Choice[] {
    if (assigned === null || this.offered.some(({ id }) => id === assigned)) return this.offered;
    return [this.named(assigned), ...this.offered];
  }

  named(id: string): Choice {
    return this.#known.get(id) ?? { id, label: this.#gone };
  }
}

export function destinationChoices(destinations: readonly DestinationView[]): Choices {
  const choices = destinations.map(({ id, name, storageAccount }) => ({
    id,
    label: contactsText.inStorageAccount(name, storageAccount),
  }));
  return new Choices(choices, [], contactsText.goneDestination());
}

export function packageChoices(packages: readonly PackageView[], locale: string): Choices {
  const label = (item: PackageView) => packageLabel(item, locale);
  const offered = packages.filter(({ enabled }) => enabled).map((item) => ({ id: item.id, label: label(item) }));
  const disabled = packages
    .filter(({ enabled }) => !enabled)
    .map((item) => ({ id: item.id, label: contactsText.disabled(label(item)) }));
  return new Choices(offered, disabled, contactsText.gonePackage());
}

/** The name with the limit, unless the name says it itself. */
function packageLabel({ name, storageLimitGb }: PackageView, locale: string): string {
  if (storageLimitGb === null) return contactsText.withoutLimit(name);
  const limit = formatGigabytes(storageLimitGb, locale);
  return name.includes(limit) ? name : contactsText.withLimit(name, limit);
}
