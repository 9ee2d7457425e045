// Brings the types of the client below, which has none of its own.
import 'autotask-rest-api-types/apigrate';
import { AutotaskRestApi } from '@apigrate/autotask-restapi';
import {
  type AutotaskQuery,
  type AutotaskQueryResult,
  type Company,
  type Contact,
  collectAll,
} from 'autotask-rest-api-types';
import type { PracticeAutotask } from '../../host-shim/practice-autotask/practice-autotask.ts';

const PAGE = 500;

const fields = {
  Contacts: ['id', 'firstName', 'lastName', 'emailAddress', 'companyID', 'isActive'],
  Companies: ['id', 'companyName', 'isActive'],
} satisfies { Contacts: (keyof Contact)[]; Companies: (keyof Company)[] };

const ownCompany = {
  includeFields: ['id'],
  filter: [{ op: 'eq', field: 'id', value: 0 }],
} satisfies AutotaskQuery<Company>;

/** A public Autotask client that reads everything there is of an entity. */
export interface IndependentClient {
  /** Finds the zone and proves the credentials. */
  connect(): Promise<void>;
  contacts(): Promise<Contact[]>;
  companies(): Promise<Company[]>;
}

/** `@apigrate/autotask-restapi`, whose pages are walked by hand as its readers advise: on from the last id. */
export function apigrateClient({ url, credentials }: PracticeAutotask): IndependentClient {
  const { username, secret, integrationCode } = credentials;
  const api = new AutotaskRestApi(username, secret, integrationCode, { base_url: url });
  return {
    connect: async () => {
      await api.Companies.query(ownCompany);
    },
    contacts: () => walked((query) => api.Contacts.query(query), fields.Contacts),
    companies: () => walked((query) => api.Companies.query(query), fields.Companies),
  };
}

/** `autotask-rest-api-types`, which walks by itself but starts above company 0. */
export function typedClient(practice: PracticeAutotask): IndependentClient {
  const everything = <Row>(includeFields: (keyof Row & string)[]): AutotaskQuery<Row> => ({
    includeFields,
    filter: [],
  });
  const zone = zoneOf(practice);
  const ask = poster<Company>(practice, zone, 'Companies');
  return {
    connect: async () => {
      await ask(ownCompany);
    },
    contacts: () => collectAll(poster<Contact>(practice, zone, 'Contacts'), everything<Contact>(fields.Contacts), PAGE),
    companies: () => collectAll(ask, everything<Company>(fields.Companies), PAGE),
  };
}

type Ask<Row> = (query: AutotaskQuery<Row>) => Promise<AutotaskQueryResult<Row>>;

async function walked<Row extends { id?: number }>(ask: Ask<Row>, includeFields: (keyof Row & string)[]) {
  const found: Row[] = [];
  for (let after: number | undefined = -1; after !== undefined; ) {
    const filter: AutotaskQuery<Row>['filter'] = [{ op: 'gt', field: 'id', value: after }];
    const { items } = await ask({ includeFields, maxRecords: PAGE, filter });
    found.push(...items);
    after = items.length < PAGE ? undefined : items.at(-1)?.id;
  }
  return found;
}

/** That package leaves the calls to its user: the zone once, without credentials, then the queries. */
async function zoneOf({ url, credentials }: PracticeAutotask): Promise<string> {
  const user = encodeURIComponent(credentials.username);
  const answer = await fetch(`${url}V1.0/zoneInformation?user=${user}`);
  return ((await answer.json()) as { url: string }).url;
}

function poster<Row>({ credentials }: PracticeAutotask, zone: Promise<string>, entity: string): Ask<Row> {
  const headers = {
    UserName: credentials.username,
    Secret: credentials.secret,
    ApiIntegrationCode: credentials.integrationCode,
    'Content-Type': 'application/json',
  };
  return async (query) => {
    const address = `${await zone}V1.0/${entity}/query`;
    const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(query) });
    return (await answer.json()) as AutotaskQueryResult<Row>;
  };
}
