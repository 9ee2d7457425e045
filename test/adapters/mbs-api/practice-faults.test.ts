import { describe, expect, it, onTestFinished } from 'vitest';
import { MbsApi, type MbsApiOptions } from '../../../adapters/mbs-api/mbs-api.ts';
import type { SaveUser } from '../../../core/ports/user-repository.ts';
import { type PracticeMbsOptions, startPracticeMbs } from '../../../host-shim/practice-mbs/practice-mbs.ts';
import { codeOf } from '../../contract/user-repository-trial.ts';
import { aTarget } from '../../support/builders.ts';
import { SilentLog } from '../../support/silent-log.ts';
import { OURS, rejectionOf, SILENT } from './opened-mbs.ts';

/** The adapter in front of a practice MBS. Waits take no time. */
async function openPractice(options: PracticeMbsOptions = {}, given: Partial<MbsApiOptions> = {}) {
  const practice = await startPracticeMbs({ users: 0, ...options });
  const { url, login, control } = practice;
  const pause = async () => undefined;
  const mbs = new MbsApi({ url, ...login, tenantId: OURS, log: new SilentLog(), pause, ...given });
  onTestFinished(async () => {
    await mbs.close();
    await practice.close();
  });
  const destinations = await mbs.storageDestinations.list(OURS);
  const packages = await mbs.packages.list(OURS);
  const chosen = { destinationId: destinations[0]!.id, packageId: packages.find(({ enabled }) => enabled)!.id };
  const people = (count: number, company = 'Contoso'): SaveUser[] =>
    Array.from({ length: count }, (_, index) => ({
      kind: 'create',
      target: aTarget({ ...chosen, email: `person-${index}@engines.example`, company }),
    }));
  const save = (commands: readonly SaveUser[]) => mbs.users.saveMany(OURS, commands, SILENT);
  control.resetCounters();
  return { mbs, control, destinations, chosen, people, save };
}

const CREATE = 'POST Users';

describe('over a practice MBS that misbehaves', () => {
  it.each([1, 2, 3])('creates nobody twice and claims nobody who is not there (seed %i)', async (seed) => {
    const { control, people, save } = await openPractice();
    const before = ['reset', 'error_500', 'bad_gateway', 'unavailable', 'html_200', 'too_many'] as const;
    const after = ['answer_lost', 'reset_midway', 'error_after_effect', 'html_after_effect', 'empty_200'] as const;
    control.orderFault({
      fault: [...before, ...after, 'gateway_timeout', 'garbage_json'],
      path: CREATE,
      share: 0.4,
      seed,
    });
    const commands = people(60);
    const results = await save(commands);
    const there = new Map(control.users().map(({ login, id }) => [login, id]));
    expect(there.size).toBe(control.users().length);
    expect(new Set(results.map(codeOf))).toEqual(new Set(['created', 'unknown']));
    for (const [index, { target }] of commands.entries()) {
      const id = there.get(target.email);
      expect(results[index]).toEqual(id === undefined ? { kind: 'unknown' } : { kind: 'created', userId: id });
    }
    control.clearFaults();
    const again = await save(commands);
    expect(again.map(codeOf)).toEqual(
      results.map(({ kind }) => (kind === 'created' ? 'user_changed_meanwhile' : 'created')),
    );
    expect(control.users()).toHaveLength(60);
  });

  it('does not call a user made whose creation is still under way', async () => {
    const { control, people, save } = await openPractice(
      { wait: () => new Promise(() => undefined) },
      { timeoutMs: 300 },
    );
    control.orderFault({ fault: 'slow_effect', path: CREATE });
    expect(await save(people(1))).toEqual([{ kind: 'unknown' }]);
    expect(control.counters().createsByLogin).toEqual({ 'person-0@engines.example': 1 });
  });

  it.each(['status_401', 'status_403'] as const)('goes on when the tokens end in the middle (%s)', async (badToken) => {
    const { control, people, save } = await openPractice({ switches: { badToken, badTokenOnCreate: 'refused' } });
    control.whenCalled(CREATE, 15, () => control.expireTokens());
    expect((await save(people(30))).map(codeOf)).toEqual(Array.from({ length: 30 }, () => 'created'));
    expect(control.counters().calls['POST Provider/Login']).toBe(1);
  });

  it('stops asking when the credentials are void in the middle', async () => {
    const { mbs, control, people, save } = await openPractice();
    control.whenCalled(CREATE, 15, () => {
      control.changePassword('new-password');
      control.expireTokens();
    });
    const codes = (await save(people(200))).map(codeOf);
    expect(new Set(codes)).toEqual(new Set(['created', 'console_unavailable']));
    expect(codes.filter((code) => code === 'created')).toHaveLength(control.users().length);
    expect(control.counters().calls['POST Provider/Login']).toBe(1);
    expect(control.counters().calls[CREATE]).toBeLessThan(25);
    expect(await rejectionOf(mbs.check())).toMatchObject({ code: 'console_unavailable' });
  });

  it.each([
    // Four are under way when the first one has been tried five times.
    { fault: 'too_many', tries: 4 * 5, done: ['created', 'console_unavailable'] },
    // One 503 may be about one user, so two rounds of them are waited for, and those may have had their effect.
    { fault: 'unavailable', tries: 8 + 3, done: ['created', 'unknown', 'console_unavailable'] },
    { fault: 'html_200', tries: 8 + 3, done: ['created', 'unknown', 'console_unavailable'] },
  ] as const)('begins with nobody else once Managed Backup is away ($fault)', async ({ fault, tries, done }) => {
    const { control, people, save } = await openPractice();
    control.orderFault({ fault, path: CREATE, skip: 10, times: 1_000_000 });
    const codes = (await save(people(200))).map(codeOf);
    expect(new Set(codes)).toEqual(new Set(done));
    expect(codes.filter((code) => code === 'created')).toHaveLength(10);
    expect(control.counters().calls[CREATE]).toBeLessThanOrEqual(10 + tries);
  });

  it('begins with nobody else once users can’t be read before they are updated', async () => {
    const { mbs, control, people, save } = await openPractice();
    const commands = people(60);
    await save(commands);
    const users = await mbs.users.findByEmails(
      OURS,
      commands.map(({ target }) => target.email),
    );
    control.resetCounters();
    control.orderFault({ fault: 'unavailable', path: 'GET Users/{id}', times: 1_000_000 });
    const [{ target }] = commands as [SaveUser];
    const updates = users.map((expected): SaveUser => {
      return { kind: 'update', expected, target: { ...target, email: expected.email, lastName: 'King' } };
    });
    expect(new Set((await save(updates)).map(codeOf))).toEqual(new Set(['console_unavailable']));
    expect(control.counters().calls['GET Users/{id}']).toBeLessThanOrEqual((8 + 3) * 4);
    expect(control.counters().calls['PUT Users']).toBeUndefined();
  });

  it('blocks just the rows whose company MBS will not make', async () => {
    const { control, people, save } = await openPractice({ switches: { companyCreation: 'refused' } });
    const [known, unknown] = [people(1), people(2, 'Brand New Inc').slice(1)];
    expect(await save([...known, ...unknown])).toMatchObject([
      { kind: 'created' },
      { code: 'console_refused', quote: 'You have no permission to create companies.' },
    ]);
    expect(control.users()).toHaveLength(1);
  });

  it('quotes MBS when a package is disabled or deleted after the look', async () => {
    const { control, chosen, people, save } = await openPractice();
    control.whenCalled(CREATE, 1, () => control.changePackage(Number(chosen.packageId), { isEnabled: false }));
    const results = await save(people(5));
    expect(results.map(codeOf)).toContain('console_refused');
    expect(results.find(({ kind }) => kind === 'rejected')).toHaveProperty('quote', expect.stringMatching(/package/i));
    expect((await save(people(6))).map(codeOf).at(-1)).toBe('package_disabled');
    control.removePackage(Number(chosen.packageId));
    expect((await save(people(7))).map(codeOf).at(-1)).toBe('package_gone');
  });

  it('gives a user the one destination of a file share', async () => {
    const { control, destinations, people, save } = await openPractice();
    const share = destinations.find(({ kind }) => kind === 'root_folder')!;
    const commands = people(1).map((command) => ({
      ...command,
      target: { ...command.target, destinationId: share.id },
    }));
    expect((await save(commands)).map(codeOf)).toEqual(['created']);
    expect(control.users()[0]?.destinations[0]?.destination).toBe(share.name);
  });

  it.each([
    { leftOutOnPut: 'blanked' },
    { leftOutOnPut: 'kept', nothingReturned: 'status_200', givenDestination: 'nothing' },
    { idSpelling: 'Id', licenseSpelling: 'correct', messageSpelling: 'message' },
    { idSpelling: 'ID', refusals: 'said_in_200', deletedPackageId: 'zero' },
  ] as const)('updates a user and blanks nothing with %o', async (switches) => {
    const { mbs, control, destinations, people, save } = await openPractice({ switches });
    await save(people(1));
    const [user] = await mbs.users.findByEmails(OURS, ['person-0@engines.example']);
    control.putUser({ id: user!.id, notificationEmails: ['boss@engines.example'], licenseMode: 1 });
    const [before] = control.users();
    const target = { ...people(1)[0]!.target, lastName: 'King', destinationId: destinations[1]!.id };
    expect(await save([{ kind: 'update', expected: user!, target }])).toEqual([{ kind: 'updated', userId: user!.id }]);
    const [after] = control.users();
    expect(after).toEqual({ ...before, lastName: 'King', destinations: after!.destinations });
    expect(after!.destinations).toHaveLength(2);
  });

  it('derives the statuses of many users from one list', async () => {
    const { mbs, control } = await openPractice({ users: 3000 });
    const emails = control.users().map(({ login }) => login);
    let found = 0;
    for (let from = 0; from < emails.length; from += 500) {
      found += (await mbs.users.findByEmails(OURS, emails.slice(from, from + 500))).length;
    }
    expect(found).toBe(3000);
    expect(control.counters().calls['GET Users']).toBe(1);
  });
});
