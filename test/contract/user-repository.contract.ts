import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type DestinationId,
  destinationId,
  type PackageId,
  packageId,
  type TenantId,
  tenantId,
  userId,
} from '../../core/domain/ids.ts';
import type { UserTarget } from '../../core/domain/import-plan.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { ReasonCode } from '../../core/domain/reason.ts';
import type { SaveResult, SaveUser, UserRepository } from '../../core/ports/user-repository.ts';
import { aTarget } from '../support/builders.ts';

/** A console with two providers and no user. */
export interface UserRepositoryHarness {
  readonly users: UserRepository;
  /** Works behind the repository's back, as the console's pages do. */
  readonly probe: {
    addDestination(tenant: TenantId): Promise<DestinationId>;
    addPackage(tenant: TenantId): Promise<PackageId>;
    putUser(tenant: TenantId, user: ManagedUser): Promise<void>;
    deleteUser(tenant: TenantId, user: ManagedUser): Promise<void>;
    companies(tenant: TenantId): Promise<readonly string[]>;
  };
  dispose(): Promise<void>;
}

const OURS = tenantId('provider-1');
const THEIRS = tenantId('provider-2');
const SILENT = { sendInstructions: false };
const never = new AbortController().signal;

/** What every {@link UserRepository} promises. */
export function userRepositoryContract(name: string, open: () => Promise<UserRepositoryHarness>): void {
  describe(`UserRepository: ${name}`, () => {
    let harness: UserRepositoryHarness;
    let target: (given?: Partial<UserTarget>) => UserTarget;
    beforeEach(async () => {
      harness = await open();
      const chosen = {
        destinationId: await harness.probe.addDestination(OURS),
        packageId: await harness.probe.addPackage(OURS),
      };
      target = (given = {}) => aTarget({ ...chosen, ...given });
    });
    afterEach(() => harness.dispose());

    const create = (given: Partial<UserTarget> = {}): SaveUser => ({ kind: 'create', target: target(given) });
    const update = (expected: ManagedUser, given: Partial<UserTarget> = {}): SaveUser => ({
      kind: 'update',
      expected,
      target: target({ email: expected.email, ...given }),
    });
    const save = (...commands: SaveUser[]) => harness.users.saveMany(OURS, commands, SILENT);
    const found = async (email: string, tenant = OURS) => (await harness.users.findByEmails(tenant, [email])).at(0);
    const saved = async (given: Partial<UserTarget> = {}): Promise<ManagedUser> => {
      await save(create(given));
      return (await found(target(given).email))!;
    };
    const everybody = async (tenant = OURS) => (await collect(harness.users.all(tenant, never))).flat();

    describe('reading', () => {
      it('finds nobody for no email, an unknown one, or one that no console can hold', async () => {
        await save(create());
        expect(await harness.users.findByEmails(OURS, [])).toEqual([]);
        expect(await harness.users.findByEmails(OURS, ['nobody@engines.example', '', 'ada\0@engines.example'])).toEqual(
          [],
        );
      });

      it('compares emails trimmed and without regard to letter case', async () => {
        const user = await saved({ email: 'Ada@Engines.Example' });
        expect(user.email).toBe('Ada@Engines.Example');
        expect(await harness.users.findByEmails(OURS, [' ADA@engines.example '])).toEqual([user]);
      });

      it('answers each user once, however often it is named', async () => {
        const user = await saved();
        expect(await harness.users.findByEmails(OURS, [user.email, user.email.toUpperCase()])).toEqual([user]);
        expect(await harness.users.findByIds(OURS, [user.id, user.id])).toEqual([user]);
      });

      it('finds users by id and leaves out absent ones', async () => {
        const user = await saved();
        expect(await harness.users.findByIds(OURS, [userId('nobody'), user.id])).toEqual([user]);
        expect(await harness.users.findByIds(OURS, [])).toEqual([]);
      });

      it('shows a user with all its destinations, in a steady order, and one without any', async () => {
        const others = [await harness.probe.addDestination(OURS), await harness.probe.addDestination(OURS)];
        const user = await saved();
        const many = [
          ...user.destinations,
          ...others.map((id) => ({ destinationId: id, packageId: target().packageId })),
        ];
        await harness.probe.putUser(OURS, { ...user, destinations: many.reverse() });
        const shown = (await found(user.email))!;
        expect(new Set(shown.destinations)).toEqual(new Set(many));
        expect(await harness.users.findByIds(OURS, [user.id])).toEqual([shown]);
        await harness.probe.putUser(OURS, { ...user, destinations: [] });
        expect((await found(user.email))?.destinations).toEqual([]);
      });

      it('never shows a user of another provider', async () => {
        const user = await saved();
        expect(await found(user.email, THEIRS)).toBeUndefined();
        expect(await harness.users.findByIds(THEIRS, [user.id])).toEqual([]);
        expect(await everybody(THEIRS)).toEqual([]);
      });

      it('yields every user once, in batches, and nothing when there is none', async () => {
        expect(await collect(harness.users.all(OURS, never))).toEqual([]);
        const emails = Array.from({ length: 1205 }, (_, index) => `person-${index}@engines.example`);
        await save(...emails.map((email) => create({ email })));
        const batches = await collect(harness.users.all(OURS, never));
        expect(batches.length).toBeGreaterThan(1);
        expect(
          batches
            .flat()
            .map(({ email }) => email)
            .sort(),
        ).toEqual(emails.sort());
      });

      it('stops at the next batch when it is aborted', async () => {
        await save(create());
        const reason = new Error('enough');
        await expect(collect(harness.users.all(OURS, AbortSignal.abort(reason)))).rejects.toBe(reason);
      });
    });

    describe('creating', () => {
      it('makes an enabled user with the destination and package, as given, and tells its id', async () => {
        const [result] = await save(create({ firstName: 'Zoë', lastName: '李 🦊', company: "O'Neil & Söhne" }));
        const user = (await found(target().email))!;
        expect(result).toEqual({ kind: 'created', userId: user.id });
        expect(user).toEqual({
          id: user.id,
          email: target().email,
          firstName: 'Zoë',
          lastName: '李 🦊',
          company: "O'Neil & Söhne",
          isEnabled: true,
          destinations: [{ destinationId: target().destinationId, packageId: target().packageId }],
        });
      });

      it('takes empty and long names', async () => {
        const long = 'x'.repeat(5000);
        const user = await saved({ firstName: '', lastName: long, company: '' });
        expect(user).toMatchObject({ firstName: '', lastName: long, company: '' });
        expect(await harness.probe.companies(OURS)).toEqual([]);
      });

      it('answers nothing for no command', async () => {
        expect(await save()).toEqual([]);
      });

      it('makes a missing company once, and knows one that differs only in white space', async () => {
        await save(
          create({ email: 'a@engines.example', company: 'Difference Works' }),
          create({ email: 'b@engines.example', company: 'Difference  Works' }),
          create({ email: 'c@engines.example', company: 'difference works' }),
        );
        await save(create({ email: 'd@engines.example', company: 'Difference Works' }));
        const companies = (await harness.probe.companies(OURS)).map((company) => company.replace(/\s+/g, ' '));
        expect(companies.sort()).toEqual(['Difference Works', 'difference works']);
        expect(await harness.probe.companies(THEIRS)).toEqual([]);
      });

      it('rejects a login that this provider has by now, and changes nothing', async () => {
        const user = await saved();
        expect(await save(create({ email: ` ${user.email.toUpperCase()}`, lastName: 'Byron' }))).toEqual([
          rejection('user_changed_meanwhile'),
        ]);
        expect(await everybody()).toEqual([user]);
      });

      it('rejects a login that another provider has, and never shows that user', async () => {
        const user = await saved();
        const theirs = {
          destinationId: await harness.probe.addDestination(THEIRS),
          packageId: await harness.probe.addPackage(THEIRS),
        };
        const command: SaveUser = { kind: 'create', target: aTarget({ ...theirs, email: user.email }) };
        expect(await harness.users.saveMany(THEIRS, [command], SILENT)).toEqual([rejection('email_taken_elsewhere')]);
        expect(await everybody(THEIRS)).toEqual([]);
        expect(await harness.probe.companies(THEIRS)).toEqual([]);
      });

      it('lets the first of two commands for one login win', async () => {
        const results = await save(create({ lastName: 'First' }), create({ email: 'ADA@engines.example ' }));
        const user = (await found(target().email))!;
        expect(results).toEqual([{ kind: 'created', userId: user.id }, rejection('user_changed_meanwhile')]);
        expect(user.lastName).toBe('First');
      });

      it('gives the login to the second when the first could not be carried out', async () => {
        const results = await save(create({ destinationId: destinationId('gone') }), create({ lastName: 'Second' }));
        expect(results.map(({ kind }) => kind)).toEqual(['rejected', 'created']);
        expect((await found(target().email))?.lastName).toBe('Second');
      });

      it('creates a deleted login anew', async () => {
        const user = await saved();
        await harness.probe.deleteUser(OURS, user);
        const [result] = await save(create());
        expect(result?.kind).toBe('created');
        expect((await found(user.email))?.id).not.toBe(user.id);
      });
    });

    describe('what no command may spoil', () => {
      it('answers in the order of the commands, and carries out all that can be', async () => {
        const taken = await saved({ email: 'taken@engines.example' });
        const changed = await saved({ email: 'changed@engines.example' });
        const theirDestination = await harness.probe.addDestination(THEIRS);
        const theirPackage = await harness.probe.addPackage(THEIRS);
        const results = await save(
          create({ email: 'one@engines.example', destinationId: destinationId('gone') }),
          create({ email: 'two@engines.example' }),
          create({ email: 'three@engines.example', destinationId: theirDestination }),
          create({ email: 'four@engines.example', packageId: packageId('gone') }),
          create({ email: taken.email }),
          create({ email: 'five@engines.example', packageId: theirPackage }),
          update(changed, { lastName: 'Byron' }),
          create({ email: 'six@engines.example' }),
        );
        expect(results.map(codeOf)).toEqual([
          'destination_gone',
          'created',
          'destination_gone',
          'package_gone',
          'user_changed_meanwhile',
          'package_gone',
          'updated',
          'created',
        ]);
        expect((await everybody()).map(({ email }) => email).sort()).toEqual([
          'changed@engines.example',
          'six@engines.example',
          'taken@engines.example',
          'two@engines.example',
        ]);
      });

      it.each([
        ['NUL', 'A\0da'],
        ['half a surrogate pair', 'Ada \ud83e'],
      ])('refuses a name with %s in words, and carries out the rest', async (_, firstName) => {
        const results = await save(create({ firstName }), create({ email: 'two@engines.example' }));
        expect(results.map(codeOf)).toEqual(['console_refused', 'created']);
        expect(results[0]).toHaveProperty('quote', expect.stringContaining('character'));
      });

      it('carries out more commands than one transaction holds, in their order', async () => {
        const emails = Array.from({ length: 1203 }, (_, index) => `person-${index}@engines.example`);
        const results = await save(
          ...emails.map((email) => create({ email })),
          create({ email: 'person-7@engines.example' }),
        );
        expect(results.slice(0, -1).map(codeOf)).toEqual(emails.map(() => 'created'));
        expect(codeOf(results.at(-1)!)).toBe('user_changed_meanwhile');
        const ids = new Map((await everybody()).map((user) => [user.email, user.id]));
        expect(results[700]).toEqual({ kind: 'created', userId: ids.get('person-700@engines.example') });
      });

      it('makes one user of two writers who want the same logins at once', async () => {
        const emails = Array.from({ length: 60 }, (_, index) => `person-${index}@engines.example`);
        const [one, other] = await Promise.all([
          save(...emails.map((email) => create({ email, company: 'One' }))),
          save(...emails.toReversed().map((email) => create({ email, company: 'Other' }))),
        ]);
        const pairs = emails.map((_, index) => [codeOf(one[index]!), codeOf(other.at(-1 - index)!)].sort());
        expect(pairs).toEqual(emails.map(() => ['created', 'user_changed_meanwhile']));
        expect(await everybody()).toHaveLength(60);
      });
    });

    describe('updating', () => {
      it('brings name and company to the target, and leaves email and enabling alone', async () => {
        const before = await saved();
        await harness.probe.putUser(OURS, { ...before, isEnabled: false });
        const expected = (await found(before.email))!;
        const [result] = await save(
          update(expected, {
            email: 'other@engines.example',
            firstName: 'Augusta',
            lastName: 'King',
            company: 'Ockham',
          }),
        );
        expect(result).toEqual({ kind: 'updated', userId: before.id });
        expect(await everybody()).toEqual([{ ...expected, firstName: 'Augusta', lastName: 'King', company: 'Ockham' }]);
        expect(await harness.probe.companies(OURS)).toContain('Ockham');
      });

      it('adds a destination beside the others', async () => {
        const before = await saved();
        const added = await harness.probe.addDestination(OURS);
        await save(update(before, { destinationId: added }));
        expect(new Set((await found(before.email))?.destinations)).toEqual(
          new Set([...before.destinations, { destinationId: added, packageId: target().packageId }]),
        );
      });

      it('changes the package of a destination that the user has, and no other', async () => {
        const kept = await harness.probe.addDestination(OURS);
        const first = await saved();
        await save(update(first, { destinationId: kept }));
        const before = (await found(first.email))!;
        const larger = await harness.probe.addPackage(OURS);
        await save(update(before, { packageId: larger }));
        expect(new Set((await found(first.email))?.destinations)).toEqual(
          new Set([
            { destinationId: target().destinationId, packageId: larger },
            { destinationId: kept, packageId: target().packageId },
          ]),
        );
      });

      it('goes ahead whatever the order of the expected destinations and the letter case of the email', async () => {
        const first = await saved();
        await save(update(first, { destinationId: await harness.probe.addDestination(OURS) }));
        const before = (await found(first.email))!;
        const expected = {
          ...before,
          email: before.email.toUpperCase(),
          destinations: before.destinations.toReversed(),
        };
        expect((await save(update(expected, { lastName: 'King' }))).map(codeOf)).toEqual(['updated']);
      });

      it.each<[string, (user: ManagedUser) => Partial<ManagedUser>]>([
        ['email', () => ({ email: 'moved@engines.example' })],
        ['first name', () => ({ firstName: 'Augusta' })],
        ['last name', () => ({ lastName: 'King' })],
        ['company', () => ({ company: 'Ockham' })],
        ['enabling', () => ({ isEnabled: false })],
        ['destinations', () => ({ destinations: [] })],
      ])('rejects the update of a user whose %s somebody changed meanwhile', async (_, change) => {
        const expected = await saved();
        const edited = { ...expected, ...change(expected) };
        await harness.probe.putUser(OURS, edited);
        expect(await save(update(expected, { lastName: 'Byron', company: 'New' }))).toEqual([
          rejection('user_changed_meanwhile'),
        ]);
        expect(await everybody()).toEqual([edited]);
        expect(await harness.probe.companies(OURS)).not.toContain('New');
      });

      it('rejects the update of a user whose package somebody changed meanwhile', async () => {
        const expected = await saved();
        const packageOfPerson = await harness.probe.addPackage(OURS);
        const edited = {
          ...expected,
          destinations: expected.destinations.map((destination) => ({ ...destination, packageId: packageOfPerson })),
        };
        await harness.probe.putUser(OURS, edited);
        expect((await save(update(expected))).map(codeOf)).toEqual(['user_changed_meanwhile']);
        expect(await everybody()).toEqual([edited]);
      });

      it('rejects the update of a user who is deleted or another provider’s', async () => {
        const expected = await saved();
        const theirs = {
          destinationId: await harness.probe.addDestination(THEIRS),
          packageId: await harness.probe.addPackage(THEIRS),
        };
        const foreign = await harness.users.saveMany(THEIRS, [update(expected, theirs)], SILENT);
        expect(foreign.map(codeOf)).toEqual(['user_changed_meanwhile']);
        expect(await everybody()).toEqual([expected]);
        await harness.probe.deleteUser(OURS, expected);
        expect((await save(update(expected))).map(codeOf)).toEqual(['user_changed_meanwhile']);
        expect(await everybody()).toEqual([]);
      });

      it('lets the first of two updates of one user win', async () => {
        const expected = await saved();
        const results = await save(update(expected, { lastName: 'King' }), update(expected, { lastName: 'Byron' }));
        expect(results.map(codeOf)).toEqual(['updated', 'user_changed_meanwhile']);
        expect((await found(expected.email))?.lastName).toBe('King');
      });

      it('lets the first of two updates win even when it changes nothing', async () => {
        const expected = await saved();
        const results = await save(update(expected), update(expected));
        expect(results.map(codeOf)).toEqual(['updated', 'user_changed_meanwhile']);
      });

      it('lets one of two writers at once win', async () => {
        const expected = await saved();
        const names = ['King', 'Byron'];
        const results = await Promise.all(names.map((lastName) => save(update(expected, { lastName }))));
        const codes = results.flat().map(codeOf);
        expect(codes.toSorted()).toEqual(['updated', 'user_changed_meanwhile']);
        expect((await found(expected.email))?.lastName).toBe(names[codes.indexOf('updated')]);
      });
    });
  });
}

function rejection(code: ReasonCode): SaveResult {
  return { kind: 'rejected', code, quote: null };
}

function codeOf(result: SaveResult): string {
  return result.kind === 'rejected' ? result.code : result.kind;
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
