import type { Company, Contact } from 'autotask-rest-api-types';
import { afterEach, describe, expect, it } from 'vitest';
import { AutotaskContactSource } from '../../../adapters/autotask/autotask-contact-source.ts';
import { accountId, contactId } from '../../../core/domain/ids.ts';
import type { SourceAccount, SourceContact, SourcePage } from '../../../core/ports/contact-source.ts';
import {
  type PracticeAutotask,
  startPracticeAutotask,
} from '../../../host-shim/practice-autotask/practice-autotask.ts';
import { apigrateClient, type IndependentClient, typedClient } from '../../support/independent-clients.ts';

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startedPractice(): Promise<PracticeAutotask> {
  const practice = await startPracticeAutotask({ contacts: 3000, seed: 3, switches: { slotReleaseMs: 0 } });
  closing.push(() => practice.close());
  return practice;
}

/** What our own source reads, ascending by id as Autotask answers it. */
async function ourRows(practice: PracticeAutotask) {
  const { username, secret, integrationCode } = practice.credentials;
  const source = new AutotaskContactSource({ url: practice.url, integrationCode, log: QUIET });
  closing.push(() => source.close());
  const credentials = { username, password: secret, integrationCode: null };
  const options = { signal: new AbortController().signal };
  const counts = await source.counts(credentials, options);
  const whole = (count: number) => ({ count, boundaries: [] });
  return {
    contacts: await ascending(source.contacts(credentials, whole(counts.contacts), options)),
    accounts: await ascending(source.accounts(credentials, whole(counts.accounts), options)),
  };
}

async function ascending<Row extends { readonly id: string }>(pages: AsyncIterable<SourcePage<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page.rows);
  return rows.toSorted((one, other) => Number(one.id) - Number(other.id));
}

function asContact(row: Contact): SourceContact {
  return {
    id: contactId(String(row.id)),
    firstName: row.firstName ?? '',
    lastName: row.lastName ?? '',
    email: row.emailAddress ?? '',
    accountId: accountId(String(row.companyID)),
    isActive: row.isActive === 1,
  };
}

function asAccount(row: Company): SourceAccount {
  return { id: accountId(String(row.id)), name: row.companyName ?? '', isActive: row.isActive === true };
}

const clients: [string, (practice: PracticeAutotask) => IndependentClient, { lowestCompany: number }][] = [
  ['@apigrate/autotask-restapi', apigrateClient, { lowestCompany: 0 }],
  ['autotask-rest-api-types', typedClient, { lowestCompany: 1 }],
];

describe.each(clients)('%s on the practice server', (_name, clientOf, { lowestCompany }) => {
  it('sees exactly the contacts that our source sees', async () => {
    const practice = await startedPractice();
    const { contacts } = await ourRows(practice);
    expect(contacts).toHaveLength(3000);
    expect((await clientOf(practice).contacts()).map(asContact)).toEqual(contacts);
  });

  it(`sees exactly the accounts that our source sees, from ${lowestCompany} on`, async () => {
    const practice = await startedPractice();
    const { accounts } = await ourRows(practice);
    expect(accounts[0]?.id).toBe('0');
    const theirs = (await clientOf(practice).companies()).map(asAccount);
    expect(theirs).toEqual(accounts.filter(({ id }) => Number(id) >= lowestCompany));
  });

  it('looks up the zone without credentials and is led to where the tenant was moved', async () => {
    const practice = await startedPractice();
    practice.control.moveZone();
    expect(await clientOf(practice).contacts()).toHaveLength(3000);
    const routes = practice.control.calls().map(({ route, status }) => `${route} ${status}`);
    expect(routes[0]).toBe('zoneInformation 200');
    expect(new Set(routes.slice(1))).toEqual(new Set(['Contacts/query 200']));
  });
});
