import type {
  ContactDetail,
  ContactExplanation,
  ContactItem,
  DestinationView,
  PackageView,
  Reason,
} from '../../../core/contract/index.ts';

const FIRST = [
  'Ann',
  'Björn',
  'Chloé',
  'Đức',
  'Elif',
  'Farida',
  'Giulia',
  'Haruto',
  'Ivana',
  'José',
  'Kwame',
  'Łukasz',
];
const LAST = [
  'Lee',
  'Åkesson',
  'Dubois',
  'Nguyễn',
  'Yılmaz',
  'Haddad',
  'Rossi',
  '佐藤',
  'Petrović',
  'Álvarez',
  'Mensah',
];
const ACCOUNTS = [
  'Acme Dental',
  'Baker & Sons Accounting LLP',
  'Contoso Legal',
  'Delta Freight',
  'Évora Wines',
  'Fjord Property Management',
  'Greenfield Primary School',
];

export const DESTINATIONS: readonly DestinationView[] = [
  { id: 'd1', name: 'acme-backups', kind: 'bucket', storageAccount: 'Corp S3', assigned: 12 },
  { id: 'd2', name: 'clients-eu', kind: 'bucket', storageAccount: 'Corp S3', assigned: 1 },
  { id: 'd3', name: 'long-term', kind: 'bucket', storageAccount: 'Archive (Wasabi)', assigned: 0 },
];

export const PACKAGES: readonly PackageView[] = [
  { id: 'p1', name: 'Starter', storageLimitGb: 50, enabled: true, assigned: 4 },
  { id: 'p2', name: 'Standard', storageLimitGb: 250, enabled: true, assigned: 1234 },
  { id: 'p3', name: 'Server', storageLimitGb: 2048, enabled: true, assigned: 0 },
  { id: 'p4', name: 'Legacy', storageLimitGb: null, enabled: false, assigned: 1 },
];

const SHARED: Reason = {
  code: 'email_shared',
  text: 'Several contacts share this email address, and a user can belong to only one of them.',
  remedy: 'Import one of them alone, or give each contact an email address of its own in Autotask.',
};

const MISSING: Reason = {
  code: 'email_missing',
  text: 'The contact has no email address, and the email is the login in Managed Backup.',
  remedy: 'Enter an email address for the contact in Autotask, then get the contacts again.',
};

const REFUSED: Reason = {
  code: 'console_refused',
  text: 'Managed Backup refused the user. It said: “The login is reserved.”',
  remedy: 'Mend what the message names, then import the contact again.',
};

export function sampleContact(change: Partial<ContactItem> = {}): ContactItem {
  return {
    id: '1',
    firstName: 'Ann',
    lastName: 'Lee',
    email: 'ann.lee@acmedental.example',
    account: 'Acme Dental',
    accountId: '10',
    active: true,
    status: 'blank',
    destinationId: null,
    packageId: null,
    userId: null,
    problem: null,
    reason: null,
    difference: null,
    ...change,
  };
}

/** The contact with a trace: no user has its email, and an import would create one. */
export function sampleDetail(item: ContactItem, change: Partial<ContactExplanation> = {}): ContactDetail {
  const matchedOn = item.email === '' ? null : item.email;
  const trace = { matchedOn, ownership: 'free', sharedWith: [], effect: 'create', blockedBy: null } as const;
  return { ...item, explanation: { ...trace, ...change } };
}

/** Believable contacts in every status, the same ones every time. */
export function sampleContacts(count: number): readonly ContactItem[] {
  return Array.from({ length: count }, (_, index) => sampleContact(variant(index)));
}

function variant(index: number): Partial<ContactItem> {
  const firstName = pick(FIRST, index * 7 + Math.floor(index / 12));
  const lastName = pick(LAST, index * 5 + Math.floor(index / 11));
  const accountIndex = (index * 3) % ACCOUNTS.length;
  const account = pick(ACCOUNTS, accountIndex);
  const login = `${plain(firstName)}.${plain(lastName)}${index}`;
  const named = {
    id: String(1000 + index),
    firstName,
    lastName,
    account,
    accountId: String(accountIndex),
    email: `${login}@${plain(account).slice(0, 9)}.example`,
    active: index % 11 !== 10,
  };
  return { ...named, ...standing(index, named.lastName) };
}

function standing(index: number, lastName: string): Partial<ContactItem> {
  const assigned = { destinationId: `d${(index % 3) + 1}`, packageId: `p${(index % 3) + 1}` };
  if (index % 9 === 2) return { ...assigned, status: 'equal', userId: `u${index}` };
  if (index % 23 === 5) {
    const difference = { field: 'lastName', autotask: lastName, mbs: 'Li', changedIn: 'autotask' } as const;
    return { ...assigned, status: 'modified', userId: `u${index}`, difference: [difference] };
  }
  if (index % 29 === 7) return { ...assigned, status: 'failed', problem: 'console_refused', reason: REFUSED };
  if (index % 31 === 3) return { email: '', problem: 'email_missing', reason: MISSING };
  if (index % 19 === 4) return { email: 'info@shared.example', problem: 'email_shared', reason: SHARED };
  return index % 5 === 0 ? assigned : {};
}

function pick(texts: readonly string[], index: number): string {
  return texts[index % texts.length] ?? '';
}

function plain(text: string): string {
  const folded = text
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
  return folded === '' ? 'sato' : folded;
}
