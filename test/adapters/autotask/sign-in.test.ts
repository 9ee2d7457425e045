import { describe, expect, it } from 'vitest';
import { accountId } from '../../../core/domain/ids.ts';
import { isPluginError } from '../../../core/ports/errors.ts';
import { allRows, OPTIONS, type OpenedSource, openSource, rejection, WHOLE } from './opened-source.ts';
import { errors, type Reply, refused } from './recorded-autotask.ts';
import { recordedContact } from './recorded-rows.ts';

const everything = async ({ source, credentials }: OpenedSource) => {
  const results = await Promise.allSettled([
    source.counts(credentials, OPTIONS),
    allRows(source.contacts(credentials, WHOLE, OPTIONS)),
    allRows(source.accounts(credentials, WHOLE, OPTIONS)),
  ]);
  return results.map((result) => {
    if (result.status === 'fulfilled') return 'done';
    return isPluginError(result.reason) ? result.reason.code : String(result.reason);
  });
};
const zoneLookUps = ({ recorded }: OpenedSource) =>
  recorded.arrived.filter(({ path }) => path.endsWith('zoneInformation')).length;

describe('a 401', () => {
  it('is not repeated: the zone is asked for again, and all else ends', async () => {
    const opened = await openSource();
    opened.recorded.replace(/V1\.0\/(Contacts|Companies)/, refused);
    expect(await everything(opened)).toEqual(Array(3).fill('source_unauthorized'));
    expect(opened.recorded.signed).toHaveLength(1);
    expect(zoneLookUps(opened)).toBe(2);
    expect(opened.waits).toEqual([]);
  });

  it('stops calls that wait in line, and only those in flight go on', async () => {
    const opened = await openSource();
    await opened.source.check(opened.credentials, OPTIONS);
    const before = opened.recorded.signed.length;
    opened.recorded.replace(/V1\.0\/(Contacts|Companies)/, refused);
    const runs = await Promise.all(Array.from({ length: 5 }, () => everything(opened)));
    expect(new Set(runs.flat())).toEqual(new Set(['source_unauthorized']));
    expect(opened.recorded.signed.length - before).toBeLessThanOrEqual(6);
  });

  it('lets nothing out until a person checks again, and then one call', async () => {
    const opened = await openSource();
    const { recorded, source, credentials } = opened;
    recorded.replace(/V1\.0\/(Contacts|Companies)/, refused);
    await everything(opened);
    const before = recorded.signed.length;
    expect(await everything(opened)).toEqual(Array(3).fill('source_unauthorized'));
    expect(recorded.signed).toHaveLength(before);
    await rejection(source.check(credentials, OPTIONS));
    expect(recorded.signed).toHaveLength(before + 1);

    recorded.mend();
    expect(await everything(opened)).toEqual(Array(3).fill('source_unauthorized'));
    expect(recorded.signed).toHaveLength(before + 1);
    await source.check(credentials, OPTIONS);
    expect(await everything(opened)).toEqual(Array(3).fill('done'));
  });

  it('concerns nobody else', async () => {
    const { recorded, source, credentials } = await openSource();
    await rejection(source.check({ ...credentials, password: 'old' }, OPTIONS));
    await source.counts(credentials, OPTIONS);
    expect(recorded.signed).toHaveLength(3);
  });

  it('says in words what it can mean, without the secret', async () => {
    const { source, credentials } = await openSource();
    const error = await rejection(source.check({ ...credentials, password: 's3cr3t-in-clear' }, OPTIONS));
    expect(error.code).toBe('source_unauthorized');
    const said = `${error.safeDetail ?? ''} ${error.remedy ?? ''}`;
    for (const word of ['Password', 'integration code', 'locked', 'Save']) expect(said).toContain(word);
    expect(JSON.stringify([error.message, error.stack, String(error.cause)])).not.toContain('s3cr3t-in-clear');
  });
});

describe('a refusal in words', () => {
  it('proves the sign-in, so that what follows need not go out one by one', async () => {
    const { recorded, source, credentials } = await openSource();
    recorded.access.Contacts = 'none';
    await rejection(allRows(source.contacts(credentials, WHOLE, OPTIONS)));
    const release = recorded.hold();
    const reading = Promise.all([1, 2].map(() => allRows(source.accounts(credentials, WHOLE, OPTIONS))));
    await recorded.until(() => recorded.signed.length === 3);
    release();
    await reading;
  });
});

describe('a 401 after the zone has moved', () => {
  const moved = async () => {
    const opened = await openSource();
    const { recorded, source, credentials } = opened;
    recorded.contacts.set(
      7,
      recordedContact(7, { firstName: 'Ann', lastName: 'Lee', email: '', accountId: accountId('0'), isActive: true }),
    );
    await source.check(credentials, OPTIONS);
    recorded.arrived.length = 0;
    recorded.zonePath = '/zone29/ATServicesRest/';
    return opened;
  };

  it('is repeated once, in the new zone', async () => {
    const opened = await moved();
    expect(await allRows(opened.source.contacts(opened.credentials, WHOLE, OPTIONS))).toHaveLength(1);
    expect(opened.recorded.signed.map(({ path }) => path)).toEqual([
      '/zone3/atservicesrest/V1.0/Contacts/query',
      '/zone29/ATServicesRest/V1.0/Contacts/query',
    ]);
    expect(zoneLookUps(opened)).toBe(1);
  });

  it('goes unnoticed by everything that runs', async () => {
    const opened = await moved();
    expect(await everything(opened)).toEqual(Array(3).fill('done'));
    const old = opened.recorded.signed.filter(({ path }) => path.startsWith('/zone3/'));
    expect(old.length).toBeLessThanOrEqual(6);
  });

  it('is final when the new zone refuses too', async () => {
    const opened = await moved();
    opened.recorded.replace(/zone29.*V1\.0/, refused);
    expect(await everything(opened)).toEqual(Array(3).fill('source_unauthorized'));
    const repeats = opened.recorded.signed.filter(({ path }) => path.startsWith('/zone29/'));
    expect(repeats).toHaveLength(1);
    expect(zoneLookUps(opened)).toBe(1);
  });

  it('is final when the new zone is not one of Autotask', async () => {
    const opened = await moved();
    opened.recorded.zoneUrl = 'https://webservices3.autotask.net.evil.example/ATServicesRest/';
    expect(await everything(opened)).toEqual(Array(3).fill('source_unauthorized'));
    expect(opened.recorded.signed.every(({ path }) => path.startsWith('/zone3/'))).toBe(true);
  });

  it('ends a reading whose rows would come from another database', async () => {
    const { recorded, source, credentials } = await openSource();
    for (let id = 1; id <= 501; id += 1) {
      recorded.contacts.set(
        id,
        recordedContact(id, {
          firstName: 'Ann',
          lastName: 'Lee',
          email: '',
          accountId: accountId('0'),
          isActive: true,
        }),
      );
    }
    let calls = 0;
    recorded.replace(/zone3\/.*Contacts\/query$/, () => {
      calls += 1;
      if (calls === 1) return null;
      recorded.zonePath = '/zone29/ATServicesRest/';
      recorded.customerInstance = 99;
      return refused;
    });
    const error = await rejection(allRows(source.contacts(credentials, WHOLE, OPTIONS)));
    expect(error.code).toBe('source_incomplete');
    expect(error.safeDetail).toContain('another Autotask database');
  });
});

describe('the doctor', () => {
  it('knows a wrong UserName from a wrong Password', async () => {
    const { recorded, source, credentials } = await openSource();
    const error = await rejection(source.check({ ...credentials, username: 'nobody@msp.example' }, OPTIONS));
    expect(error.code).toBe('source_unauthorized');
    expect(error.safeDetail).toContain('does not know this UserName');
    expect(recorded.signed).toEqual([]);
    expect(recorded.arrived).toHaveLength(1);
  });

  it('names a wrong integration code, and makes no further call', async () => {
    const { recorded, source, credentials } = await openSource();
    recorded.replace(/V1\.0\/(Contacts|Companies)/, errors('IntegrationCode is invalid.'));
    const error = await rejection(source.check(credentials, OPTIONS));
    expect(error.code).toBe('source_unauthorized');
    expect(error.safeDetail).toContain('integration code');
    const before = recorded.signed.length;
    expect((await rejection(source.counts(credentials, OPTIONS))).code).toBe('source_unauthorized');
    expect(recorded.signed).toHaveLength(before);
  });

  it.each([
    ['UserName', { username: '' }],
    ['UserName', { username: 'ünï@msp.example' }],
    ['Password', { password: 'broken\r\nX-Evil: 1' }],
    ['Password', { password: '' }],
    ['Password', { password: ' padded' }],
    ['integration code', { integrationCode: 'tab\tbed' }],
  ])('refuses a %s that can not be sent as it is: %o', async (field, wrong) => {
    const { recorded, source, credentials } = await openSource();
    const error = await rejection(source.check({ ...credentials, ...wrong }, OPTIONS));
    expect(error.code).toBe('source_unauthorized');
    expect(error.safeDetail).toContain(field);
    expect(recorded.arrived).toEqual([]);
  });

  it('sends a secret of any printable symbols as it is', async () => {
    const { recorded, source, credentials } = await openSource();
    const password = `!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~ x`;
    await rejection(source.check({ ...credentials, password }, OPTIONS));
    expect(recorded.signed[0]?.headers['secret']).toBe(password);
  });
});

describe('the zone', () => {
  const JSON_TYPE = 'application/json';
  it.each<[string, Reply, string]>([
    ['a web page', { type: 'text/html', text: '<html></html>' }, 'maintenance'],
    ['nothing', { type: JSON_TYPE, text: '' }, 'maintenance'],
    ['no address', { type: JSON_TYPE, text: '{"ci":1}' }, 'which zone'],
    ['no database', { type: JSON_TYPE, text: '{"url":"https://127.0.0.1:1/"}' }, 'which zone'],
    ['a 401', refused, '401'],
    ['a 404', { status: 404, text: '' }, '404'],
  ])('can not be found from %s, and nothing is sent anywhere', async (_name, reply, words) => {
    const { recorded, source, credentials } = await openSource();
    recorded.replace(/zoneInformation/, reply);
    const error = await rejection(source.check(credentials, OPTIONS));
    expect(error.code).toBe('source_unavailable');
    expect(error.safeDetail).toContain(words);
    expect(recorded.signed).toEqual([]);
  });

  it.each([
    'https://evil.example/ATServicesRest/',
    'https://autotask.net.evil.example/',
    'https://notautotask.net/',
    'http://webservices3.autotask.net/ATServicesRest/',
    'https://webservices3.autotask.net:8443/ATServicesRest/',
    'https://user:pass@webservices3.autotask.net/ATServicesRest/',
    'http://127.0.0.1:1/ATServicesRest/',
    'javascript:alert(1)',
    'not an address',
  ])('is not followed to %s', async (zoneUrl) => {
    const { recorded, source, credentials } = await openSource();
    recorded.zoneUrl = zoneUrl;
    const error = await rejection(source.check(credentials, OPTIONS));
    expect(error.code).toBe('source_unavailable');
    expect(error.safeDetail).toContain('not one of Autotask');
    expect(recorded.signed).toEqual([]);
  });

  it('is asked for anew by every check', async () => {
    const opened = await openSource();
    const { recorded, source, credentials } = opened;
    await source.check(credentials, OPTIONS);
    recorded.zonePath = '/zone29/ATServicesRest/';
    expect((await source.check(credentials, OPTIONS)).zone).toContain('/zone29/');
    expect(recorded.signed.every(({ path }) => !path.startsWith('/zone29/') || path.includes('V1.0'))).toBe(true);
  });
});
