import { comparable } from '../../core/domain/comparison.ts';
import { MbsFailure } from './mbs-failure.ts';
import type { Caller } from './outage.ts';
import { type Rejection, refusal, rejection } from './rejection.ts';
import type { Session } from './session.ts';
import { wireText } from './wire-value.ts';
import { write } from './write-outcome.ts';

/** The name by which MBS has a company, or why it can't have it. */
export type Company = string | Rejection;

/** The companies as one save sees them. */
export interface KnownCompanies {
  /** Makes the company when it is missing. A user is given it by its name, just as MBS spells it (mbs.md §0.4). */
  ensure(name: string): Promise<Company>;
}

interface Made {
  readonly company: Promise<Company>;
  /** When it was made; until then it is after everything. */
  endedAt: number;
}

type Names = ReadonlyMap<string, string>;

/** What a company is given besides its name (mbs.md §3.3): no limit of its own, licences from the global pool. */
const NEW_COMPANY = { StorageLimit: -1, LicenseSettings: 1 };

/**
 * Makes missing companies, each once, however many saves want it at the same time: what was made after a save had
 * asked for its list is known to it, too. Names that differ only in white space are one company.
 */
export class Companies {
  readonly #session: Session;
  readonly #made = new Map<string, Made>();
  /** Counts what happens, to tell what came first. */
  #moment = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Those that are missing are made by the caller. @throws MbsFailure */
  async known(caller: Caller): Promise<KnownCompanies> {
    const askedAt = this.#next();
    const names = await this.#names();
    return {
      ensure: async (name) => {
        const key = comparable(name);
        return key === '' ? '' : (names.get(key) ?? this.#madeSince(askedAt, () => this.#make(key, name, caller), key));
      },
    };
  }

  #madeSince(askedAt: number, make: () => Promise<Company>, key: string): Promise<Company> {
    const before = this.#made.get(key);
    if (before !== undefined && before.endedAt > askedAt) return before.company;
    const made: Made = { company: make(), endedAt: Number.POSITIVE_INFINITY };
    this.#made.set(key, made);
    return made.company.finally(() => {
      made.endedAt = this.#next();
    });
  }

  /** Unless it answers with an id, only the list tells whether it has been made. */
  async #make(key: string, name: string, caller: Caller): Promise<Company> {
    const body = { Name: name, ...NEW_COMPANY };
    const outcome = await write(caller, { method: 'POST', path: 'Companies', body });
    if (outcome.kind === 'done' && outcome.id !== null) return name;
    if (outcome.kind === 'unsent') return rejection('console_unavailable');
    const listed = (await this.#namesIfAny()).get(key);
    if (listed !== undefined) return listed;
    return outcome.kind === 'refused' ? refusal(outcome.words) : rejection('console_unavailable');
  }

  async #namesIfAny(): Promise<Names> {
    try {
      return await this.#names();
    } catch (error) {
      if (error instanceof MbsFailure) return new Map();
      throw error;
    }
  }

  async #names(): Promise<Names> {
    const rows = await this.#session.list('Companies');
    return new Map(rows.map((row) => wireText(row, 'Name')).map((name) => [comparable(name), name]));
  }

  #next(): number {
    this.#moment += 1;
    return this.#moment;
  }
}
