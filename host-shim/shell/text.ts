const number = new Intl.NumberFormat('en');
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

function counted(one: string, many: string) {
  return (count: number): string => `${number.format(count)} ${count === 1 ? one : many}`;
}

/** Everything the pages say. */
export const text = {
  product: 'Management Console',
  skip: 'Skip to the content',
  loading: 'Loading …',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  showMore: 'Show more',
  shown: (count: number) => `The first ${number.format(count)} are shown.`,
  clearSearch: 'Clear search',
  noMatchHint: 'Each word you type must begin a word of what you look for.',
  none: 'None',

  menu: {
    label: 'Main',
    groups: [
      {
        name: 'Organization',
        pages: [
          { name: 'Users', url: '/users' },
          { name: 'Companies', url: '/companies' },
        ],
      },
      {
        name: 'Backup',
        pages: [
          { name: 'Storage Accounts', url: '/storage-accounts' },
          { name: 'Packages', url: '/packages' },
        ],
      },
      { name: 'Settings', pages: [{ name: 'Autotask', url: '/settings/autotask' }] },
    ],
    logIn: { group: 'Settings', page: { name: 'Managed Backup', url: '/settings/managed-backup' } },
    signedInAs: (email: string) => `Signed in as ${email}`,
    signOut: 'Sign out',
  },

  signIn: {
    title: 'Sign in',
    lead: 'to the Management Console',
    email: 'Email',
    password: 'Password',
    submit: 'Sign in',
    required: 'Enter your email and your password.',
    again: 'You have been signed out. What you typed is still there once you sign in again.',
  },

  home: {
    title: 'Welcome',
    lead: 'Bring the people you look after into the service, in four steps.',
    steps: [
      { title: 'Connect', detail: 'Enter the user name and the secret of an API user of your PSA.' },
      { title: 'Get the contacts', detail: 'The list shows who is already here and who is not.' },
      { title: 'Choose', detail: 'Say where each person’s data goes and how much room there is.' },
      { title: 'Import', detail: 'A preview tells what will happen before anything does.' },
    ],
    start: 'Get started',
  },

  users: {
    title: 'Users',
    lead: 'A user’s email is the login, and unique across the whole service.',
    add: 'Add user',
    search: 'Search users',
    searchHint: 'Name, email or company',
    count: counted('user', 'users'),
    many: 'More than 10,000 users',
    email: 'Email',
    firstName: 'First name',
    lastName: 'Last name',
    company: 'Company',
    storage: 'Storage',
    status: 'Status',
    namesUnknown: 'The names of destinations and packages could not be loaded, so their ids are shown.',
    actions: 'Actions',
    enabled: 'Enabled',
    disabled: 'Disabled',
    edit: 'Edit User',
    editName: (name: string) => `Edit User ${name}`,
    delete: 'Delete',
    deleteName: (name: string) => `Delete ${name}`,
    empty: 'No users yet',
    emptyHint: 'Users come from Autotask: get the contacts there and import them. You can also add a user here.',
    emptyLink: { name: 'Go to Settings > Autotask', url: '/settings/autotask' },
    noMatch: 'No user matches the search',
    live:
      'They can be edited here, which changes them in Managed Backup at once. Users are made by an import from ' +
      'Autotask, and deleted in the Managed Backup console only.',
    liveEmpty:
      'Managed Backup has none. Get the contacts under Settings > Autotask and import them, or add users in the ' +
      'Managed Backup console.',
    saved: (name: string) => `${name} was saved.`,
    deleted: (name: string) => `${name} was deleted.`,
    form: {
      addTitle: 'Add user',
      editTitle: 'Edit User',
      email: 'Email',
      emailHint: 'The login. It need not be an email address.',
      emailRequired: 'Enter the email.',
      companyHint: 'A company that is not there yet is added.',
      note: 'Changing the email counts as a new user: the Autotask contact’s status is reset to blank.',
    },
    deletion: {
      title: (name: string) => `Delete ${name}?`,
      detail:
        'The user can no longer sign in or back up. If an Autotask contact was imported as this user, its status becomes blank again.',
      confirm: 'Delete user',
    },
  },

  companies: {
    title: 'Companies',
    lead: 'Users belong to companies. An import creates the ones that are missing.',
    add: 'Add company',
    name: 'Name',
    search: 'Search companies',
    searchHint: 'Name',
    count: counted('company', 'companies'),
    many: 'Many companies',
    empty: 'No companies yet',
    emptyHint: 'An import from Autotask adds those of the contacts it brings. You can also add a company here.',
    emptyLink: { name: 'Go to Settings > Autotask', url: '/settings/autotask' },
    noMatch: 'No company matches the search',
    live: 'They are only shown here; change them in the Managed Backup console.',
    liveEmpty: 'Managed Backup has none. An import creates the ones that are missing.',
    saved: (name: string) => `${name} was added.`,
    nameRequired: 'Enter the company’s name.',
  },

  storage: {
    title: 'Storage Accounts',
    lead: 'Where backups go. Each destination here can be chosen for a user.',
    add: 'Add storage account',
    addDestination: 'Add destination',
    addDestinationTo: (account: string) => `Add destination to ${account}`,
    single: 'A file share has one root folder.',
    name: 'Name',
    type: 'Type',
    search: 'Search storage accounts',
    searchHint: 'Account or destination',
    count: counted('storage account', 'storage accounts'),
    many: 'Many storage accounts',
    empty: 'No storage accounts yet',
    emptyHint:
      'Add the account of a cloud provider, or a file share. No contact can be imported without a destination.',
    noMatch: 'No storage account matches the search',
    live:
      'They are only shown here. They hold keys to a cloud, which this console does not ask for: add and change them in ' +
      'the Managed Backup console, under Backup > Storage Accounts.',
    liveEmpty:
      'Managed Backup has none. Add one in the Managed Backup console, under Backup > Storage Accounts: no contact ' +
      'can be imported without a destination.',
    noDestinations: 'No destinations yet',
    saved: (name: string) => `${name} was added.`,
    nameRequired: 'Enter a name.',
    firstDestination: (kind: string) => `First ${kind.toLowerCase()}`,
    kinds: { bucket: 'Bucket', container: 'Container', rootFolder: 'Root Folder' },
    kindsMany: { bucket: 'Buckets', container: 'Containers', rootFolder: 'Root Folder' },
  },

  packages: {
    title: 'Packages',
    lead: 'How much room a user’s backups may take. Newer consoles call a package a storage limit.',
    add: 'Add package',
    name: 'Name',
    limit: 'Storage limit (GB)',
    limitHint: 'A number above 0, such as 250 or 0.5',
    limitRequired: 'Enter a number of GB above 0 and at most 1,000,000,000, such as 250 or 0.5.',
    nameRequired: 'Enter the package’s name.',
    status: 'Status',
    actions: 'Actions',
    enabled: 'Enabled',
    disabled: 'Disabled',
    enable: 'Enable',
    enableName: (name: string) => `Enable ${name}`,
    disable: 'Disable',
    disableName: (name: string) => `Disable ${name}`,
    search: 'Search packages',
    searchHint: 'Name',
    count: counted('package', 'packages'),
    many: 'Many packages',
    empty: 'No packages yet',
    emptyHint: 'Add one, such as 250 GB. No contact can be imported without a package.',
    noMatch: 'No package matches the search',
    live:
      'They can be enabled and disabled here, which changes them in Managed Backup at once. Add and change them in the ' +
      'Managed Backup console, under Backup > Storage Limits: they have a cost and a restore limit, too.',
    liveEmpty:
      'Managed Backup has none. Add one in the Managed Backup console, under Backup > Storage Limits: no contact ' +
      'can be imported without a package.',
    gigabytes: (count: number) => number.format(count),
    noLimit: 'No limit',
    saved: (name: string) => `${name} was added.`,
    switched: (name: string, state: string) => `${name}: ${state.toLowerCase()}.`,
  },

  autotask: {
    title: 'Autotask',
    failed: 'The Autotask page could not be loaded',
  },

  connect: {
    title: 'Connect Managed Backup',
    lead: 'This console shows live Managed Backup. Enter the log-in of its API; it is checked before it is kept.',
    kept: 'A log-in is kept already. Another one takes its place as soon as Managed Backup has accepted it.',
    fixed:
      'This console shows live Managed Backup with the log-in of its environment. Another one is set there, as ' +
      'MBS_API_USERNAME and MBS_API_PASSWORD; then the console is started again.',
    practice:
      'This console shows the practice Managed Backup that runs in it, and is connected to it already. For the live one ' +
      'start the console with npm run start:live and without PRACTICE_MBS.',
    username: 'API login',
    password: 'API password',
    where:
      'The main administrator generates both in the Managed Backup console, under Settings > General > API ' +
      'credentials. Generating new ones voids the old ones at once.',
    submit: 'Check and connect',
    checking: 'Managed Backup is asked. Where it does not answer, that can take some minutes.',
    required: 'Enter the login and the password of the API.',
    promise:
      'The log-in is kept sealed and never shown again. Nothing is written to Managed Backup before you have ' +
      'confirmed the preview of an import, saved a user that you edited, or enabled or disabled a package. No user is ' +
      'ever deleted, and no backup data is ever erased.',
  },

  live: {
    asOf: (title: string, whose: 'live' | 'practice', asOf: Date) =>
      `${title} of ${whose} Managed Backup as of ${time.format(asOf)}.`,
  },

  problems: {
    title: 'This could not be loaded',
    logIn: { name: 'Enter another log-in', url: '/settings/managed-backup' },
    unreachable: 'The console does not answer. Check that it is running and that you are connected.',
    unreadable: 'The console gave an answer that the page does not understand.',
    byCode: {
      signed_out: 'You were signed out before this could be saved. Try again.',
      database_unavailable: 'The console can’t reach its database. Try again in a moment.',
      email_taken: 'Another user has this email already.',
      company_exists: 'A company of this name is there already.',
      destination_exists: 'This storage account has a destination of this name already.',
    },
    pageFailed: 'The page made a mistake. Load it again; if that does not help, tell your administrator.',
  },
} as const;
