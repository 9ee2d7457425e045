import { describe, expect, it } from 'vitest';
import { accountId, contactId } from '../../../core/domain/ids.ts';
import { allRows, OPTIONS, openSource, rejection, WHOLE } from './opened-source.ts';
import { errors, json, NO_PERMISSION, type RecordedAutotask, type Reply } from './recorded-autotask.ts';
import { recordedCompany, recordedContact } from './recorded-rows.ts';

function fill(recorded: RecordedAutotask, contacts: number): void {
  for (let id = 1; id <= contacts; id += 1) {
    recorded.contacts.set(
      id,
      recordedContact(id, { firstName: 'Ann', lastName: 'Lee', email: '', accountId: accountId('0'), isActive: true }),
    );
  }
}

describe('what is sent', () => {
  it('carries three headers to the zone, and none to the zone look-up', async () => {
    const { recorded, source, credentials } = await openSource();
    await source.check(credentials, OPTIONS);
    const [lookUp, ...signed] = recorded.arrived;
    expect(lookUp?.path).toBe('/ATServicesRest/V1.0/zoneInformation');
    expect(lookUp?.query.get('user')).toBe(credentials.username);
    expect(lookUp?.headers).not.toHaveProperty('secret');
    expect(lookUp?.headers).not.toHaveProperty('apiintegrationcode');
    expect(signed.map(({ path }) => path).sort()).toEqual([
      '/zone3/atservicesrest/V1.0/Companies/entityInformation',
      '/zone3/atservicesrest/V1.0/Contacts/entityInformation',
    ]);
    for (const { headers } of signed) {
      expect(headers['username']).toBe(recorded.signIn.username);
      expect(headers['secret']).toBe(recorded.signIn.password);
      expect(headers['apiintegrationcode']).toBe(recorded.signIn.integrationCode);
      expect(headers).not.toHaveProperty('impersonationresourceid');
    }
  });

  it("prefers the credentials' own integration code to the host's", async () => {
    const { recorded, source, credentials } = await openSource({ integrationCode: 'HOST' });
    expect((await rejection(source.counts(credentials, OPTIONS))).code).toBe('source_unauthorized');
    await source.counts({ ...credentials, integrationCode: recorded.signIn.integrationCode }, OPTIONS);
    expect(recorded.signed.map(({ headers }) => headers['apiintegrationcode'])).toEqual([
      'HOST',
      recorded.signIn.integrationCode,
      recorded.signIn.integrationCode,
    ]);
  });

  it('asks for pages of 500 with the used fields only, from id 0 on and then beyond the last id', async () => {
    const { recorded, source, credentials } = await openSource();
    fill(recorded, 501);
    await allRows(source.contacts(credentials, WHOLE, OPTIONS));
    await allRows(source.accounts(credentials, WHOLE, OPTIONS));
    const contacts = {
      maxRecords: 500,
      includeFields: [
        'id',
        'firstName',
        'lastName',
        'emailAddress',
        'companyID',
        'isActive',
        'lastModifiedDate',
        'createDate',
      ],
    };
    expect(recorded.signed.map(({ body }) => body)).toEqual([
      { ...contacts, filter: [{ op: 'gte', field: 'id', value: 0 }] },
      { ...contacts, filter: [{ op: 'gt', field: 'id', value: 500 }] },
      {
        maxRecords: 500,
        includeFields: ['id', 'companyName', 'isActive', 'lastTrackedModifiedDateTime', 'createDate'],
        filter: [{ op: 'gte', field: 'id', value: 0 }],
      },
    ]);
  });

  it('looks the zone up once per user name', async () => {
    const { recorded, source, credentials } = await openSource();
    await source.counts(credentials, OPTIONS);
    await allRows(source.contacts(credentials, WHOLE, OPTIONS));
    expect(recorded.arrived.filter(({ path }) => path.endsWith('zoneInformation'))).toHaveLength(1);
  });

  it('stays at 3 calls at once per entity', async () => {
    const { recorded, source, credentials } = await openSource();
    fill(recorded, 1);
    await source.check(credentials, OPTIONS);
    const release = recorded.hold();
    const before = recorded.signed.length;
    const running = Promise.all(Array.from({ length: 8 }, () => allRows(source.contacts(credentials, WHOLE, OPTIONS))));
    await recorded.until(() => recorded.signed.length - before >= 3);
    await recorded.turns();
    expect(recorded.signed.length - before).toBe(3);
    release();
    await running;
    expect(recorded.mostInFlight).toBe(3);
    expect(recorded.signed.length - before).toBe(8);
  });

  it('asks for the next page while the present one is being stored', async () => {
    const { recorded, source, credentials } = await openSource();
    fill(recorded, 1001);
    const rows = source.contacts(credentials, WHOLE, OPTIONS)[Symbol.asyncIterator]();
    await rows.next();
    await recorded.until(() => recorded.signed.length === 2);
    await rows.next();
    await recorded.until(() => recorded.signed.length === 3);
    expect((await rows.next()).value).toMatchObject({ rows: { length: 1 } });
    expect((await rows.next()).done).toBe(true);
    expect(recorded.signed).toHaveLength(3);
  });
});

describe('what is read', () => {
  it('takes the database from the zone', async () => {
    const { recorded, source, credentials } = await openSource();
    recorded.customerInstance = 175;
    const check = await source.check(credentials, OPTIONS);
    expect(check).toMatchObject({ databaseId: '175', zone: `${recorded.origin}/zone3/atservicesrest/` });
  });

  it('yields no page at all when there is nothing', async () => {
    const { source, credentials } = await openSource();
    for await (const page of source.contacts(credentials, WHOLE, OPTIONS))
      expect.unreachable(`A page of ${page.rows.length} rows`);
  });

  it('ends at a full page that has no successor', async () => {
    const { recorded, source, credentials } = await openSource();
    fill(recorded, 500);
    expect(await allRows(source.contacts(credentials, WHOLE, OPTIONS))).toHaveLength(500);
    expect(recorded.signed).toHaveLength(2);
  });

  it('goes on after a short page that is not the last', async () => {
    const { recorded, source, credentials } = await openSource();
    fill(recorded, 3);
    const nextPageUrl = `${recorded.origin}/zone3/atservicesrest/V1.0/Contacts/query/next?paging=1`;
    const [first] = recorded.contacts.values();
    recorded.replace(/Contacts\/query$/, json({ items: [first], pageDetails: { count: 1, nextPageUrl } }), 1);
    const ids = (await allRows(source.contacts(credentials, WHOLE, OPTIONS))).map(({ id }) => id);
    expect(ids).toEqual(['1', '2', '3']);
  });

  it('finds a company renamed to a limit message no limit', async () => {
    const { recorded, source, credentials } = await openSource();
    recorded.companies.set(5, recordedCompany(5, { name: 'Thread Threshold Ltd', isActive: true }));
    expect(await allRows(source.accounts(credentials, WHOLE, OPTIONS))).toHaveLength(2);
  });

  it.each([
    [{ canQuery: true, userAccessForQuery: 'All' }, 'all'],
    [{ canQuery: true, userAccessForQuery: 1 }, 'all'],
    [{ canQuery: 'true', userAccessForQuery: 'restricted' }, 'restricted'],
    [{ userAccessForQuery: 2 }, 'restricted'],
    [{ canQuery: true, userAccessForQuery: 'None' }, 'none'],
    [{ canQuery: true, userAccessForQuery: 0 }, 'none'],
    [{ canQuery: false, userAccessForQuery: 'All' }, 'none'],
    [{ canQuery: true }, 'unknown'],
    [{ canQuery: true, userAccessForQuery: 'Somewhat' }, 'unknown'],
  ])('reads the access %o as %s', async (info, access) => {
    const { recorded, source, credentials } = await openSource();
    recorded.replace(/Companies\/entityInformation/, json({ info }));
    expect((await source.check(credentials, OPTIONS)).access).toEqual({ contacts: 'all', accounts: access });
  });

  it('takes a refusal of entityInformation itself as no access', async () => {
    const { recorded, source, credentials } = await openSource();
    recorded.replace(/Contacts\/entityInformation/, errors(NO_PERMISSION));
    expect((await source.check(credentials, OPTIONS)).access).toEqual({ contacts: 'none', accounts: 'all' });
  });
});

const dated = (date: string): Reply => ({ type: 'application/json', headers: { date }, text: '{"queryCount":4}' });

describe('counts', () => {
  it('were made at the older of the two times', async () => {
    const { recorded, source, credentials } = await openSource();
    const early = new Date('2026-03-01T11:59:58Z').toUTCString();
    recorded.replace(/Companies\/query\/count/, dated(early));
    expect(await source.counts(credentials, OPTIONS)).toMatchObject({ accounts: 4, at: '2026-03-01T11:59:58.000Z' });
  });

  it('were made nobody knows when, as soon as one time can not be read', async () => {
    const { recorded, source, credentials } = await openSource();
    recorded.replace(/Companies\/query\/count/, dated('today'));
    expect((await source.counts(credentials, OPTIONS)).at).toBeNull();
  });
});

describe('usage', () => {
  it.each([{}, { externalRequestThreshold: 0, currentTimeframeRequestCount: 1 }, { externalRequestThreshold: 9 }])(
    'is no usage in %o',
    async (answer) => {
      const { recorded, source, credentials } = await openSource();
      recorded.replace(/ThresholdInformation/, json(answer));
      expect((await rejection(source.usage(credentials, OPTIONS))).code).toBe('source_incomplete');
    },
  );

  it('is asked one at a time, and reads numbers that come as texts', async () => {
    const { recorded, source, credentials } = await openSource();
    recorded.replace(
      /ThresholdInformation/,
      json({ externalRequestThreshold: '10000', currentTimeframeRequestCount: '17' }),
    );
    await source.check(credentials, OPTIONS);
    const release = recorded.hold();
    const before = recorded.signed.length;
    const asked = Promise.all([source.usage(credentials, OPTIONS), source.usage(credentials, OPTIONS)]);
    await recorded.until(() => recorded.signed.length > before);
    await recorded.turns();
    expect(recorded.signed.length - before).toBe(1);
    release();
    expect(await asked).toEqual(Array(2).fill({ limit: 10_000, used: 17 }));
  });
});

describe('rows by id', () => {
  it('that were not asked for fail the reading', async () => {
    const { recorded, source, credentials } = await openSource();
    fill(recorded, 3);
    recorded.replace(/Contacts\/query$/, json({ items: [...recorded.contacts.values()] }));
    const reading = source.contactsById(credentials, [contactId('1'), contactId('2')], OPTIONS);
    expect((await rejection(reading)).code).toBe('source_incomplete');
  });
});

describe('cancelling', () => {
  it('ends the call in flight with the reason', async () => {
    const { recorded, source, credentials } = await openSource();
    const controller = new AbortController();
    const reason = new Error('cancelled');
    recorded.replace(/Contacts\/query$/, 'silence');
    const reading = rejection(allRows(source.contacts(credentials, WHOLE, { signal: controller.signal })));
    await recorded.until(() => recorded.signed.length === 1);
    controller.abort(reason);
    expect(await reading).toBe(reason);
    await recorded.until(() => recorded.inFlight === 0);
  });

  it('ends the page asked for ahead when the reader stops', async () => {
    const { recorded, source, credentials } = await openSource();
    fill(recorded, 501);
    let asked = 0;
    recorded.replace(/Contacts\/query$/, () => {
      asked += 1;
      return asked === 1 ? null : 'silence';
    });
    for await (const { rows } of source.contacts(credentials, WHOLE, OPTIONS)) {
      expect(rows).toHaveLength(500);
      await recorded.until(() => recorded.signed.length === 2);
      break;
    }
    await recorded.until(() => recorded.inFlight === 0);
  });

  it('ends a wait before a repeat', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const { recorded, source, credentials } = await openSource({
      pause: (_ms, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(reason));
          controller.abort(reason);
        }),
    });
    recorded.replace(/query\/count/, { status: 503, text: '' });
    expect(await rejection(source.counts(credentials, { signal: controller.signal }))).toBe(reason);
  });
});
