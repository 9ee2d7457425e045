import { assignmentProblems } from '../../core/domain/assignment.ts';
import { type Catalog, catalogOf } from '../../core/domain/catalog.ts';
import { emailKey } from '../../core/domain/email.ts';
import type { TenantId } from '../../core/domain/ids.ts';
import { firstReason, reasonIf } from '../../core/domain/reason.ts';
import { isPluginError } from '../../core/ports/errors.ts';
import type { Log } from '../../core/ports/log.ts';
import { loggedError } from '../../core/ports/logged-error.ts';
import type { Packages } from '../../core/ports/packages.ts';
import type { StorageDestinations } from '../../core/ports/storage-destinations.ts';
import type { SaveResult, SaveUser } from '../../core/ports/user-repository.ts';
import type { Companies, KnownCompanies } from './companies.ts';
import { type Creation, createUser } from './create-user.ts';
import { Lane } from './lane.ts';
import { Outage } from './outage.ts';
import { reading } from './port-error.ts';
import { type Rejection, rejection } from './rejection.ts';
import type { Session } from './session.ts';
import { settleCreation } from './settle-creation.ts';
import { type Turns, turnOfUser } from './turns.ts';
import { isSendable, UNSENDABLE_WORDS } from './unsendable.ts';
import { updateUser } from './update-user.ts';
import type { UserList, UsersByLogin } from './user-list.ts';

export interface SavingParts {
  readonly session: Session;
  readonly list: UserList;
  readonly companies: Companies;
  readonly turns: Turns;
  readonly storageDestinations: StorageDestinations;
  readonly packages: Packages;
  readonly log: Log;
}

/** What there is before anything is saved. */
interface Present {
  readonly users: UsersByLogin;
  readonly catalog: Catalog;
  readonly companies: KnownCompanies;
}

/** Carries out the commands of one call: what one needs of the others is looked up once for all. */
export class UserSaving {
  readonly #parts: SavingParts;
  readonly #tenantId: TenantId;
  readonly #sendInstructions: boolean;
  /** Logins for which a command has gone ahead; the next one for the same login comes too late. */
  readonly #saved = new Set<string>();
  readonly #outage: Outage;
  readonly #lane = new Lane();

  constructor(
    parts: SavingParts,
    { tenantId, sendInstructions }: { readonly tenantId: TenantId; readonly sendInstructions: boolean },
  ) {
    this.#parts = parts;
    this.#tenantId = tenantId;
    this.#sendInstructions = sendInstructions;
    this.#outage = new Outage(parts.session);
  }

  async run(commands: readonly SaveUser[]): Promise<readonly SaveResult[]> {
    const { list, turns } = this.#parts;
    const present = await this.#ifAvailable(this.#present(commands));
    if (present === null) return commands.map(() => rejection('console_unavailable'));
    const creations = await Promise.all(
      commands.map(async (command) => ({
        target: command.target,
        creation: await turns.run(turnOf(command), () => this.#lane.run(() => this.#save(command, present))),
      })),
    ).finally(() => list.forget());
    const isOpen = creations.some(({ creation: { kind } }) => kind === 'taken' || kind === 'unclear');
    const listed = isOpen ? await this.#ifAvailable(list.fresh()) : null;
    return creations.map(({ creation, target }) => settleCreation(creation, target, listed?.users ?? null));
  }

  async #present(commands: readonly SaveUser[]): Promise<Present> {
    const { list, storageDestinations, packages, companies } = this.#parts;
    const hasCreations = commands.some(({ kind }) => kind === 'create');
    const [listed, destinations, limits, known] = await Promise.all([
      hasCreations ? list.fresh() : null,
      storageDestinations.list(this.#tenantId),
      packages.list(this.#tenantId),
      companies.known(this.#outage),
    ]);
    return { users: listed?.users ?? new Map(), catalog: catalogOf(destinations, limits), companies: known };
  }

  /** Null when MBS can't be asked. */
  async #ifAvailable<Found>(work: Promise<Found>): Promise<Found | null> {
    try {
      return await reading(work);
    } catch (error) {
      if (!isPluginError(error)) throw error;
      this.#parts.log.warn({ err: loggedError(error) }, 'Managed Backup can’t be asked about the users to be saved');
      return null;
    }
  }

  /** Begun only as its calls can go out: what is still in the lane when MBS is found to be away has done nothing. */
  async #save(command: SaveUser, present: Present): Promise<Creation> {
    if (this.#outage.isFound) return rejection('console_unavailable');
    const problem = this.#problemOf(command, present);
    if (problem !== null) return problem;
    const parts = { ...present, caller: this.#outage, sendInstructions: this.#sendInstructions };
    const creation = await (command.kind === 'create' ? createUser(command.target, parts) : updateUser(command, parts));
    if (creation.kind !== 'rejected') this.#saved.add(loginOf(command));
    return creation;
  }

  #problemOf(command: SaveUser, { users, catalog }: Present): Rejection | null {
    const expected = command.kind === 'update' ? command.expected : null;
    const login = loginOf(command);
    const isLate = this.#saved.has(login) || (expected === null && users.has(login));
    const code = firstReason(
      reasonIf(isLate, 'user_changed_meanwhile'),
      assignmentProblems(command.target, expected, catalog),
    );
    if (code !== null) return rejection(code);
    const { email, firstName, lastName, company } = command.target;
    return isSendable([email, firstName, lastName, company]) ? null : rejection('console_refused', UNSENDABLE_WORDS);
  }
}

function loginOf(command: SaveUser): string {
  return emailKey(command.kind === 'create' ? command.target.email : command.expected.email);
}

/** What two saves at once must not do at the same time. */
function turnOf(command: SaveUser): string {
  return command.kind === 'create' ? `login ${loginOf(command)}` : turnOfUser(command.expected.id);
}
