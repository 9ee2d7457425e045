import { msg, str } from '@lit/localize';
import { formatNumber } from '../shared/format.ts';
import { isolated } from '../shared/isolated.ts';
import { plural } from '../shared/plural.ts';

/** Words of the list: columns, rows, selection and notes. */
export const contactsText = {
  heading: () => msg('Contacts'),
  tableName: () => msg('Autotask contacts'),
  firstName: () => msg('First name'),
  lastName: () => msg('Last name'),
  email: () => msg('Email'),
  account: () => msg('Account'),
  status: () => msg('MBS Integration Status'),
  package: () => msg('Package'),
  bucket: () => msg('Bucket'),
  container: () => msg('Container'),
  rootFolder: () => msg('Root Folder'),
  equal: () => msg('Equal'),
  modified: () => msg('Modified'),
  failed: () => msg('Failed'),
  inactive: () => msg('Inactive'),
  noName: (id: string) => msg(str`Contact ${id}`),
  choose: () => msg('Choose'),
  choiceFor: (column: string, name: string) => msg(str`${column} for ${name}`),
  goneDestination: () => msg('No longer exists'),
  gonePackage: () => msg('No longer exists'),
  disabled: (label: string) => msg(str`${label} (disabled)`),
  noneYet: (page: string) => msg(str`None yet. Add one on the ${isolated(page)}.`),
  notSaved: () => msg('Not saved.'),
  showReason: (name: string) => msg(str`Whole reason for ${name}`),
  select: (name: string, account: string) =>
    account === '' ? msg(str`Select ${name}`) : msg(str`Select ${name}, ${account}`),
  selectAll: () => msg('Select all contacts'),
  outsideSelection: () =>
    msg(
      'All that matched are selected, and this contact was not among them. Clear the selection to choose one by one.',
    ),
  tooManyToAdd: (hidden: number, most: number, locale: string) =>
    plural(hidden, locale, {
      one: () =>
        msg(
          str`${formatNumber(hidden, locale)} selected contact is not in this list, and together with the list there would be more than ${formatNumber(most, locale)}. Clear the selection to select all of this list.`,
        ),
      other: () =>
        msg(
          str`${formatNumber(hidden, locale)} selected contacts are not in this list, and together with the list there would be more than ${formatNumber(most, locale)}. Clear the selection to select all of this list.`,
        ),
    }),
  tooManyToTakeOut: (most: number, locale: string) =>
    msg(
      str`At most ${formatNumber(most, locale)} contacts of a list can be taken out of the selection at once. Narrow the list, or clear the selection.`,
    ),
  noteDelete: () => msg('Users are deleted only on the Users page of Managed Backup.'),
  noteEmail: () =>
    msg('Changing a user’s email on the Users page counts as a new user: the contact’s status is reset to blank.'),
  openUsers: () => msg('Open the Users page'),
  showInactive: () => msg('Show inactive'),
  hideInactive: () => msg('Hide inactive'),
  clearSelection: () => msg('Clear selection'),
  loading: () => msg('Loading contacts…'),
  rowsMissing: () => msg('Some rows could not be loaded.'),
  contacts: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`${formatNumber(count, locale)} contact`),
      other: () => msg(str`${formatNumber(count, locale)} contacts`),
    }),
  inactiveHidden: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`${formatNumber(count, locale)} inactive contact is hidden`),
      other: () => msg(str`${formatNumber(count, locale)} inactive contacts are hidden`),
    }),
  inactiveShown: (count: number, locale: string) =>
    plural(count, locale, {
      one: () => msg(str`${formatNumber(count, locale)} inactive contact is shown`),
      other: () => msg(str`${formatNumber(count, locale)} inactive contacts are shown`),
    }),
  selected: (count: number, locale: string) => msg(str`${formatNumber(count, locale)} selected`),
  selectedHidden: (count: number, hidden: number, locale: string) =>
    msg(str`${formatNumber(count, locale)} selected, ${formatNumber(hidden, locale)} of them hidden`),
  allSelected: (count: number, locale: string) => msg(str`All ${formatNumber(count, locale)} selected`),
  noneSelected: () => msg('None selected'),
  assigned: (column: string, name: string, choice: string) =>
    msg(str`${column} for ${isolated(name)}: ${isolated(choice)}. Saved.`),
  cleared: (column: string, name: string) => msg(str`${column} for ${isolated(name)} cleared. Saved.`),
  notAssigned: (column: string, name: string, why: string) =>
    msg(str`${column} for ${isolated(name)} was not saved: ${why}`),
  sortedBy: (column: string) => msg(str`Sorted by ${column}, ascending.`),
  sortedDescendingBy: (column: string) => msg(str`Sorted by ${column}, descending.`),
} as const;

/** One difference of a Modified contact, by the side that changed since the last import. */
export const differenceText = {
  autotask: (field: string, autotask: string, mbs: string) =>
    msg(str`${field}: Autotask “${isolated(autotask)}”, here “${isolated(mbs)}” — changed in Autotask`),
  mbs: (field: string, autotask: string, mbs: string) =>
    msg(str`${field}: Autotask “${isolated(autotask)}”, here “${isolated(mbs)}” — changed here`),
  both: (field: string, autotask: string, mbs: string) =>
    msg(str`${field}: Autotask “${isolated(autotask)}”, here “${isolated(mbs)}” — changed on both sides`),
  unknown: (field: string, autotask: string, mbs: string) =>
    msg(str`${field}: Autotask “${isolated(autotask)}”, here “${isolated(mbs)}”`),
} as const;
