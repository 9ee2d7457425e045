import type { ContactItem, DestinationView, PackageView } from '../../core/contract/index.ts';
import { contactsText } from '../text/contacts-text.ts';
import { type Choices, destinationChoices, packageChoices } from './choices.ts';
import { destinationWord } from './destination-word.ts';

/** A column in which is chosen what a contact gets. */
export interface ChoiceColumn {
  readonly kind: 'destination' | 'package';
  readonly key: 'destinationId' | 'packageId';
  /** What the column is called. */
  readonly word: string;
  readonly choices: Choices;
}

/** What a contact has got, in words: the column's and the choice's. */
export interface AssignedChoice {
  readonly word: string;
  readonly label: string;
}

export function destinationColumn(destinations: readonly DestinationView[], locale: string): ChoiceColumn {
  const choices = destinationChoices(destinations, locale);
  return { kind: 'destination', key: 'destinationId', word: destinationWord(destinations), choices };
}

export function packageColumn(packages: readonly PackageView[], locale: string): ChoiceColumn {
  const choices = packageChoices(packages, locale);
  return { kind: 'package', key: 'packageId', word: contactsText.package(), choices };
}

/** What the contact has got in each of the columns, if anything. */
export function assignedIn(columns: readonly ChoiceColumn[], item: ContactItem): readonly AssignedChoice[] {
  return columns.flatMap(({ key, word, choices }) => {
    const label = choices.labelOf(item[key]);
    return label === null ? [] : [{ word, label }];
  });
}
