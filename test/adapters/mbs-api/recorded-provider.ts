import { randomUUID } from 'node:crypto';

export type WireJson = Record<string, unknown>;

/** One provider's part of the service: rows as they are on the wire, and what the calls do to them. */
export class RecordedProvider {
  readonly name: string;
  readonly password: string;
  readonly users: WireJson[] = [];
  readonly companies: WireJson[] = [];
  readonly packages: WireJson[] = [];
  readonly accounts: WireJson[] = [];
  readonly destinations: WireJson[] = [];

  readonly #firstPackage: number;

  constructor(given: { readonly name: string; readonly password: string; readonly firstPackage: number }) {
    this.name = given.name;
    this.password = given.password;
    this.#firstPackage = given.firstPackage;
  }

  user(email: string): WireJson {
    const user = this.users.find((row) => row['Email'] === email);
    if (user === undefined) throw new Error(`There is no user ${email}`);
    return user;
  }

  hasLogin(email: unknown): boolean {
    return this.users.some((row) => String(row['Email']).toLowerCase() === String(email).toLowerCase());
  }

  addPackage(given: WireJson = {}): string {
    const id = this.#firstPackage + this.packages.length;
    this.packages.push({ ID: id, Name: '100 GB', StorageLimit: 100, Enabled: true, ...given });
    return String(id);
  }

  /** A destination of a storage account of its own. */
  addDestination(given: { name?: string; account?: string; type?: unknown } = {}): WireJson {
    const { name = 'backups', account = 'Corp S3 ', type = 'AmazonS3' } = given;
    const accountId = randomUUID();
    const destination = {
      AccountID: accountId,
      AccountDisplayName: account,
      Destination: name,
      DestinationDisplayName: `${name} display`,
    };
    this.accounts.push({ AccountID: accountId, DisplayName: account, StorageType: type, Destinations: [] });
    this.destinations.push(destination);
    return destination;
  }

  /** What a call is told; undefined when there is no such call. */
  answer(method: string, path: string, body: WireJson, other: RecordedProvider): unknown {
    const [entity = '', id] = path.split('/');
    if (method === 'GET') return this.#read(entity, id);
    if (method === 'POST' && entity === 'Users') return this.#create(body, other);
    if (method === 'PUT' && entity === 'Users') return this.#change(body);
    if (method === 'POST' && entity === 'Companies') return this.#addCompany(body);
    if (method === 'POST' && entity === 'Destinations') return this.#assign(body);
    if (method === 'PUT' && entity === 'Destinations') return this.#reassign(body);
    return undefined;
  }

  #read(entity: string, id: string | undefined): unknown {
    if (entity === 'Users' && id !== undefined) return this.users.find(({ ID }) => ID === id) ?? null;
    const lists: Record<string, WireJson[]> = {
      Users: this.users,
      Companies: this.companies,
      Packages: this.packages,
      Accounts: this.accounts,
      Destinations: this.destinations,
    };
    return lists[entity];
  }

  #create({ Password, SendEmailInstruction, DestinationList, ...rest }: WireJson, other: RecordedProvider): string {
    if (typeof Password !== 'string' || Password.length < 6 || Password.length > 100) return 'Password is not valid.';
    if (typeof SendEmailInstruction !== 'boolean') return 'SendEmailInstruction is not valid.';
    if (this.hasLogin(rest['Email']) || other.hasLogin(rest['Email'])) return 'Email already exist.';
    const ID = randomUUID();
    const list = (DestinationList as WireJson[]).map((assigned) => ({ ID: randomUUID(), ...assigned }));
    this.users.push({ ID, Company: '', ...rest, DestinationList: list, SpaceUsed: 0 });
    return ID;
  }

  /** What is left out is blanked (mbs.md §3.3: possibly so). */
  #change({ ID, Password, ...rest }: WireJson): null {
    if (Password !== undefined) throw new Error('A change must not set a password');
    const user = this.users.find((row) => row['ID'] === ID);
    if (user === undefined) return null;
    const blank = { FirstName: '', LastName: '', NotificationEmails: [], Company: '', LicenseManagmentMode: 0 };
    Object.assign(user, blank, rest);
    return null;
  }

  #addCompany(body: WireJson): string {
    const Id = randomUUID();
    this.companies.push({ Id, ...body, Destinations: [] });
    return Id;
  }

  #assign({ UserID, ...assigned }: WireJson): null {
    this.#assignmentsOf(UserID).push({ ID: randomUUID(), ...assigned });
    return null;
  }

  #reassign({ UserID, ID, ...assigned }: WireJson): null {
    const found = this.#assignmentsOf(UserID).find((row) => row['ID'] === ID);
    if (found === undefined) throw new Error('A change names an assignment');
    Object.assign(found, assigned);
    return null;
  }

  #assignmentsOf(user: unknown): WireJson[] {
    return this.users.find(({ ID }) => ID === user)?.['DestinationList'] as WireJson[];
  }
}
