import { describe, expect, it, onTestFinished } from 'vitest';
import { AutotaskContactSource } from '../../../adapters/autotask/autotask-contact-source.ts';
import {
  type PracticeAutotaskOptions,
  startPracticeAutotask,
} from '../../../host-shim/practice-autotask/practice-autotask.ts';
import { allRows, OPTIONS, rejection } from './opened-source.ts';

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

async function open(options: Partial<PracticeAutotaskOptions> = {}) {
  const practice = await startPracticeAutotask({ contacts: 12_000, seed: 3, ...options });
  const { username, secret: password, integrationCode } = practice.credentials;
  const source = new AutotaskContactSource({ url: practice.url, integrationCode, log: QUIET });
  onTestFinished(async () => {
    await source.close();
    await practice.close();
  });
  const { control } = practice;
  const credentials = { username, password, integrationCode: null };
  return {
    source,
    control,
    credentials,
    /** Reads contacts and accounts side by side. */
    async readBoth(onCall: () => void = () => undefined) {
      const [contacts, accounts] = await Promise.all([
        allRows(
          source.contacts(credentials, { count: control.contactIds().length, boundaries: [] }, { ...OPTIONS, onCall }),
        ),
        allRows(
          source.accounts(credentials, { count: control.companyIds().length, boundaries: [] }, { ...OPTIONS, onCall }),
        ),
      ]);
      return { contacts: sorted(contacts), accounts: sorted(accounts) };
    },
  };
}

const sorted = (rows: readonly { readonly id: string }[]) =>
  rows.map(({ id }) => Number(id)).sort((one, other) => one - other);

function callsOf(counters: { readonly calls: Readonly<Record<string, number>> }): number {
  return Object.entries(counters.calls).reduce((sum, [route, calls]) => (/^zone/i.test(route) ? sum : sum + calls), 0);
}

describe('reading contacts and accounts of the practice server side by side', () => {
  it('gets every row once, with 3 calls at once, none refused, and 7 beyond the pages at most', async () => {
    const { control, readBoth } = await open({ switches: { latencyMs: 20 } });
    let told = 0;
    const read = await readBoth(() => {
      told += 1;
    });
    expect(read).toEqual({ contacts: control.contactIds(), accounts: control.companyIds() });
    const counters = control.counters();
    expect(counters.mostInFlight['Contacts']).toBe(3);
    expect(counters.mostInFlight['Companies']).toBeLessThanOrEqual(3);
    expect(counters.statuses).not.toHaveProperty('429');
    const pages = Math.ceil(read.contacts.length / 500) + Math.ceil(read.accounts.length / 500);
    expect(callsOf(counters)).toBeLessThanOrEqual(pages + 7);
    expect(told).toBe(callsOf(counters));
  });

  it('recovers from a server that frees its threads late', async () => {
    const { control, readBoth } = await open({ switches: { slotReleaseMs: 12 } });
    expect(await readBoth()).toEqual({ contacts: control.contactIds(), accounts: control.companyIds() });
    expect(control.counters().mostInFlight['Contacts']).toBeLessThanOrEqual(3);
  });

  it('recovers from other programs that take threads, with fewer calls at once', async () => {
    const { control, readBoth } = await open({ switches: { threadLimit: 1 } });
    expect(await readBoth()).toEqual({ contacts: control.contactIds(), accounts: control.companyIds() });
    const { statuses } = control.counters();
    expect(statuses['429']).toBeLessThan(10);
  });

  it('starts no call after a 401, in whatever lane', async () => {
    const { source, control, credentials } = await open();
    control.whenCalled('Contacts/query', 4, () => control.lockUser());
    const reading = allRows(source.contacts(credentials, { count: 12_000, boundaries: [] }, OPTIONS));
    expect((await rejection(reading)).code).toBe('source_unauthorized');
    expect((await rejection(source.counts(credentials, OPTIONS))).code).toBe('source_unauthorized');
    expect(control.counters().startedAfter401).toBeLessThanOrEqual(2);
  });
});
