import { type DestinationId, type PackageId, type TenantId, tenantId } from '../../core/domain/ids.ts';
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
  readonly supports?: UserRepositorySupports;
  dispose(): Promise<void>;
}

/** Real differences of an implementation; where nothing is said, all of it holds. */
interface UserRepositorySupports {
  /** A company is made together with its user; else it stays behind when the user is refused in the end. */
  readonly companiesWithTheirUsers: boolean;
  /** More users than are listed or saved in one piece. */
  readonly manyUsers: number;
}

export const OURS = tenantId('provider-1');
export const THEIRS = tenantId('provider-2');
export const SILENT = { sendInstructions: false };
export const never = new AbortController().signal;

const EVERYTHING: UserRepositorySupports = { companiesWithTheirUsers: true, manyUsers: 1205 };

/** A console in which our provider has a destination and a package, with short words for what tests do to it. */
export type UserRepositoryTrial = Awaited<ReturnType<typeof openTrial>>;

export async function openTrial({ users, probe, dispose, supports = EVERYTHING }: UserRepositoryHarness) {
  const chosen = { destinationId: await probe.addDestination(OURS), packageId: await probe.addPackage(OURS) };
  const target = (given: Partial<UserTarget> = {}): UserTarget => aTarget({ ...chosen, ...given });
  const create = (given: Partial<UserTarget> = {}): SaveUser => ({ kind: 'create', target: target(given) });
  const update = (expected: ManagedUser, given: Partial<UserTarget> = {}): SaveUser => ({
    kind: 'update',
    expected,
    target: target({ email: expected.email, ...given }),
  });
  const save = (...commands: SaveUser[]) => users.saveMany(OURS, commands, SILENT);
  const found = async (email: string, tenant = OURS) => (await users.findByEmails(tenant, [email])).at(0);
  const saved = async (given: Partial<UserTarget> = {}): Promise<ManagedUser> => {
    await save(create(given));
    return (await found(target(given).email))!;
  };
  const everybody = async (tenant = OURS) => (await collect(users.all(tenant, never))).flat();
  return { users, probe, supports, dispose, target, create, update, save, found, saved, everybody };
}

export function rejection(code: ReasonCode): SaveResult {
  return { kind: 'rejected', code, quote: null };
}

export function codeOf(result: SaveResult): string {
  return result.kind === 'rejected' ? result.code : result.kind;
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
