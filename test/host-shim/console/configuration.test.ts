import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../../host-shim/console/configuration.ts';
import { StartRefused } from '../../../host-shim/console/start-refused.ts';

const KEY = 'a'.repeat(32);
const OTHER_KEY = 'b'.repeat(44);

describe('configuration', () => {
  it('has a default for everything', () => {
    expect(readConfiguration({})).toEqual({
      mode: 'practice',
      host: '127.0.0.1',
      port: 3000,
      dataDirectory: './data',
      database: { engine: 'sqlite', file: 'data/console.sqlite' },
      administrator: { email: 'admin@msp.example', isEmailSet: false, password: null },
      autotaskUrl: null,
      autotaskIntegrationCode: null,
      practice: { contacts: 2000, seed: 1 },
      managedBackup: null,
      hasPracticeMbs: false,
      secretKeys: null,
      logLevel: 'info',
    });
  });

  it('takes every variable', () => {
    const configuration = readConfiguration({
      HOST: '::1',
      PORT: '0',
      DATA_DIR: '/var/lib/console',
      DATABASE_URL: 'postgres://console:secret@db.example/console',
      CONSOLE_ADMIN_EMAIL: 'boss@msp.example',
      CONSOLE_ADMIN_PASSWORD: ' with spaces ',
      AUTOTASK_URL: 'https://webservices.autotask.net/ATServicesRest',
      AUTOTASK_INTEGRATION_CODE: 'CODE',
      PRACTICE_CONTACTS: '100000',
      PRACTICE_SEED: '7',
      PRACTICE_MBS: '1',
      SECRET_KEYS: `${KEY}, ${OTHER_KEY}`,
      LOG_LEVEL: 'warn',
    });
    expect(configuration).toMatchObject({
      host: '::1',
      port: 0,
      database: { engine: 'postgres', url: 'postgres://console:secret@db.example/console' },
      administrator: { email: 'boss@msp.example', isEmailSet: true, password: ' with spaces ' },
      autotaskUrl: 'https://webservices.autotask.net/ATServicesRest/',
      practice: { contacts: 100_000, seed: 7 },
      hasPracticeMbs: true,
      secretKeys: [KEY, OTHER_KEY],
      logLevel: 'warn',
    });
  });

  it('keeps the database in the data directory, wherever that is', () => {
    expect(readConfiguration({ DATA_DIR: '/srv/c' }).database).toEqual({
      engine: 'sqlite',
      file: '/srv/c/console.sqlite',
    });
    const named = readConfiguration({ DATABASE_URL: 'sqlite:/tmp/other.sqlite' });
    expect(named.database).toEqual({ engine: 'sqlite', file: '/tmp/other.sqlite' });
  });

  it('counts an empty variable as unset', () => {
    expect(readConfiguration({ PORT: '', LOG_LEVEL: ' ', MBS_API_URL: '' })).toEqual(readConfiguration({}));
  });

  it.each(['http://127.0.0.1:8080/x/', 'http://localhost:1/', 'http://[::1]:9/', 'https://a.example/'])(
    'accepts %s for Autotask',
    (url) => {
      expect(readConfiguration({ AUTOTASK_URL: url }).autotaskUrl).toBe(url);
    },
  );

  it.each([
    ['HOST', 'x'.repeat(256)],
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['DATA_DIR', 'a\nb'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'sqlite:'],
    ['DATABASE_URL', 'console.sqlite'],
    ['CONSOLE_ADMIN_EMAIL', 'x'.repeat(255)],
    ['CONSOLE_ADMIN_PASSWORD', 'x'.repeat(1025)],
    ['AUTOTASK_URL', 'http://webservices.autotask.net/ATServicesRest/'],
    ['AUTOTASK_URL', 'http://127.0.0.1.example/'],
    ['AUTOTASK_URL', 'webservices.autotask.net'],
    ['AUTOTASK_URL', 'ftp://127.0.0.1/'],
    ['AUTOTASK_URL', 'https://user:word@webservices.autotask.net/'],
    ['AUTOTASK_URL', 'https://webservices.autotask.net/?a=1'],
    ['AUTOTASK_INTEGRATION_CODE', 'x'.repeat(201)],
    ['PRACTICE_CONTACTS', 'many'],
    ['PRACTICE_CONTACTS', '2000001'],
    ['PRACTICE_SEED', '1e3'],
    ['PRACTICE_MBS', 'yes'],
    ['SECRET_KEYS', 'short'],
    ['SECRET_KEYS', `${KEY},${KEY}`],
    ['SECRET_KEYS', `${KEY},short`],
    ['LOG_LEVEL', 'loud'],
    ['LOG_LEVEL', 'INFO'],
    ['MBS_API_URL', 'https://api.mspbackups.com'],
    ['MBS_API_USERNAME', 'someone'],
    ['MBS_API_PASSWORD', 'something'],
  ])('refuses %s=%s in one line that names it', (name, value) => {
    const refusal = refusalOf({ [name]: value });
    expect(refusal.message).toMatch(new RegExp(`^${name} must `));
    expect(refusal.message).not.toMatch(/[\n\r]/);
  });

  it('takes live Managed Backup by its origin and log-in', () => {
    const MBS = { MBS_API_URL: 'https://mbs.example/', MBS_API_USERNAME: 'api', MBS_API_PASSWORD: 'secret' };
    expect(readConfiguration(MBS).managedBackup).toEqual({
      url: 'https://mbs.example',
      logIn: { username: 'api', password: 'secret' },
    });
    for (const MBS_API_URL of ['http://mbs.example', 'https://mbs.example/api', 'https://me@mbs.example', 'mbs']) {
      expect(refusalOf({ ...MBS, MBS_API_URL }).message).toMatch(/^MBS_API_URL must be an https address/);
    }
    expect(refusalOf({ ...MBS, MBS_API_PASSWORD: '' }).message).toMatch(/together with MBS_API_PASSWORD\.$/);
    expect(refusalOf({ ...MBS, PRACTICE_MBS: '1' }).message).toMatch(/^PRACTICE_MBS must be 0 where .* are set\.$/);
    const { MBS_API_URL } = MBS;
    expect(refusalOf({ MBS_API_URL, PRACTICE_MBS: '1' }).message).toBe(
      'PRACTICE_MBS must be 0 where MBS_API_URL is set.',
    );
  });

  it('goes to the live services in live mode, whose log-in of Managed Backup may be entered later', () => {
    const live = { CONSOLE_MODE: 'live', AUTOTASK_INTEGRATION_CODE: 'CODE' };
    expect(readConfiguration(live)).toMatchObject({
      autotaskUrl: 'https://webservices.autotask.net/ATServicesRest/',
      managedBackup: { url: 'https://api.mspbackups.com', logIn: null },
    });
    const elsewhere = { ...live, AUTOTASK_URL: 'https://a.example/', MBS_API_URL: 'https://mbs.example' };
    expect(readConfiguration(elsewhere)).toMatchObject({
      autotaskUrl: 'https://a.example/',
      managedBackup: { url: 'https://mbs.example', logIn: null },
    });
    expect(refusalOf({ CONSOLE_MODE: 'live' }).message).toMatch(/^AUTOTASK_INTEGRATION_CODE must /);
    expect(refusalOf({ ...live, MBS_API_USERNAME: 'api' }).message).toBe(
      'MBS_API_USERNAME must be set together with MBS_API_PASSWORD.',
    );
    expect(refusalOf({ CONSOLE_MODE: 'real' }).message).toMatch(/^CONSOLE_MODE must /);
  });

  it('asks for the key ring with PostgreSQL', () => {
    expect(refusalOf({ DATABASE_URL: 'postgres://db/x' }).message).toMatch(/^SECRET_KEYS must be set with PostgreSQL/);
  });

  it('never repeats a secret', () => {
    expect(refusalOf({ SECRET_KEYS: 'hunter2' }).message).not.toContain('hunter2');
    expect(refusalOf({ AUTOTASK_URL: 'https://me:hunter2@x.example/' }).message).not.toContain('hunter2');
    expect(refusalOf({ MBS_API_PASSWORD: 'hunter2' }).message).not.toContain('hunter2');
  });
});

function refusalOf(environment: Record<string, string>): StartRefused {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof StartRefused) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
