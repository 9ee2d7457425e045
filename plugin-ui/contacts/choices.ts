import type { DestinationView, PackageView } from '../../core/contract/index.ts';
import { formatGigabytes } from '../shared/format.ts';
import { assignText } from '../text/assign-text.ts';
import { contactsText } from '../text/contacts-text.ts';
import { kindWord } from './destination-word.ts';

/** An entry of a drop-down. */
export interface Choice {
  readonly id: string;
  /** What stands in the closed box: short, and no other entry's. */
  readonly label: string;
  /** What helps to choose, in the open list. */
  readonly details: string;
}

interface NamedEntry {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of the same name. */
  readonly difference: string;
  readonly details: string;
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

  labelOf(assigned: string | null): string | null {
    return assigned === null ? null : this.named(assigned).label;
  }

  named(id: string): Choice {
    return this.#known.get(id) ?? { id, label: this.#gone, details: '' };
  }
}

export function destinationChoices(destinations: readonly DestinationView[], locale: string): Choices {
  const entries = destinations.map(({ id, name, kind, storageAccount, assigned }) => ({
    id,
    name,
    difference: storageAccount,
    details: assignText.destinationDetails(kindWord(kind), storageAccount, assigned, locale),
  }));
  return new Choices(toldApart(entries), [], contactsText.goneDestination());
}

export function packageChoices(packages: readonly PackageView[], locale: string): Choices {
  const entries = packages.map(({ id, name, storageLimitGb, assigned }) => {
    const limit = storageLimitGb === null ? assignText.noLimit() : formatGigabytes(storageLimitGb, locale);
    const details = assignText.packageDetails(limit, assigned, locale);
    return { id, name, difference: limit, details };
  });
  const enabled = new Set(packages.filter((item) => item.enabled).map(({ id }) => id));
  const choices = toldApart(entries);
  const disabled = choices
    .filter(({ id }) => !enabled.has(id))
    .map((choice) => ({ ...choice, label: contactsText.disabled(choice.label) }));
  return new Choices(
    choices.filter(({ id }) => enabled.has(id)),
    disabled,
    contactsText.gonePackage(),
  );
}

/** Names alone, unless several have the same one; where what tells those apart is the same as well, they are counted. */
function toldApart(entries: readonly NamedEntry[]): readonly Choice[] {
  const seen = new Set<string>();
  const shared = new Set(entries.map(({ name }) => name).filter((name) => seen.has(name) || !seen.add(name)));
  return counted(
    entries.map(({ id, name, difference, details }) => ({
      id,
      label: shared.has(name) ? assignText.toldApart(name, difference) : name,
      details,
    })),
  );
}

/** In the order of their ids, so that each keeps its number wherever it stands in the list. */
function counted(choices: readonly Choice[]): readonly Choice[] {
  const labels = new Map<string, string>();
  const taken = new Set(choices.map(({ label }) => label));
  const given = new Set<string>();
  for (const { id, label } of [...choices].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const free = given.has(label) ? nextFree(label, taken) : label;
    given.add(label);
    taken.add(free);
    labels.set(id, free);
  }
  return choices.map((choice) => ({ ...choice, label: labels.get(choice.id) ?? choice.label }));
}

function nextFree(label: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(assignText.counted(label, number))) number += 1;
  return assignText.counted(label, number);
}
