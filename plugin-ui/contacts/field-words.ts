import type { Difference } from '../../core/contract/index.ts';
import { contactsText } from '../text/contacts-text.ts';

/** What the fields that can differ are called. */
export const FIELD_WORDS: Readonly<Record<Difference['field'], () => string>> = {
  firstName: contactsText.firstName,
  lastName: contactsText.lastName,
  account: contactsText.account,
};
