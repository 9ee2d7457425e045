import type { ContactItem } from '../../core/contract/index.ts';
import { contactsText } from '../text/contacts-text.ts';

type NamedContact = Pick<ContactItem, 'id' | 'firstName' | 'lastName' | 'email'>;

/** What a contact is called in the names of the controls of its row. */
export function contactName({ id, firstName, lastName, email }: NamedContact): string {
  const name = [firstName, lastName]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
  return name || email.trim() || contactsText.noName(id);
}
