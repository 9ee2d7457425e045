import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Clock } from '../../core/ports/clock.ts';
import { RunLost } from '../../core/ports/errors.ts';
import type { ClaimedRun } from '../../core/ports/run-store.ts';
import { isUniqueViolation } from './driver-failure.ts';
import { readRows } from './read-rows.ts';
import { claimedRunOf, type RunRow } from './run-row.ts';

const TABLE = 'autotask_run';
/** As the index of unfinished runs has it, to the letter; a parameter would keep SQLite from the index. */
const IS_UNFINISHED = "state in ('queued', 'running')";
/** One after another: what an earlier import of a provider still has to write must not undo what a later one wrote. */
const IS_OLDER = '(other.created_at, other.id) < (run.created_at, run.id)';

/** Workers' holds on runs: a lease is a name and a time in the run's row, and whoever knows the name holds the run. */
export class RunLeases {
  readonly #knex: Knex;
  readonly #clock: Clock;

  constructor(knex: Knex, clock: Clock) {
    this.#knex = knex;
    this.#clock = clock;
  }

  /** Takes up the run that has waited longest, of those that no other run of their provider and kind comes before. */
  async claim(leaseMs: number): Promise<ClaimedRun | null> {
    for (;;) {
      const candidate = await this.#nextFree();
      if (candidate === undefined) return null;
      const lease = randomUUID();
      if (await this.#take(candidate, lease, leaseMs)) return claimedRunOf({ ...candidate, state: 'running' }, lease);
    }
  }

  /** Prolongs the lease, and says whether somebody asked to cancel the run. */
  async renew(claimed: ClaimedRun, leaseMs: number): Promise<boolean> {
    const renewal = this.#held(this.#knex, claimed).update({ lease_until: this.#after(leaseMs) });
    const [row] = await readRows<Pick<RunRow, 'is_cancel_requested'>>(renewal.returning('is_cancel_requested'));
    if (row === undefined) throw lost();
    return Boolean(row.is_cancel_requested);
  }

  /** Gives the run back, behind those that wait already. */
  release(claimed: ClaimedRun): Promise<void> {
    const released = { state: 'queued', lease: null, lease_until: null, queued_at: this.#now() };
    return this.update(this.#knex, claimed, released);
  }

  /**
   * Does work in a transaction during which no other worker takes the run up.
   *
   * @throws `run_lost` when the lease is no longer the run's
   */
  whileHeld<Result>(claimed: ClaimedRun, work: (transaction: Knex.Transaction) => Promise<Result>): Promise<Result> {
    return this.#knex.transaction(async (transaction) => {
      // First of all, so that the run's row is locked, and in SQLite the file for all other writers.
      await this.update(transaction, claimed, { lease: claimed.lease });
      return await work(transaction);
    });
  }

  /** @throws `run_lost` when the lease is no longer the run's */
  async update(knex: Knex, claimed: ClaimedRun, values: object): Promise<void> {
    if ((await this.#held(knex, claimed).update(values)) === 0) throw lost();
  }

  /** @throws `run_lost` when the lease is no longer the run's */
  async check(claimed: ClaimedRun): Promise<void> {
    const held = await readRows(this.#held(this.#knex, claimed).select('id'));
    if (held.length === 0) throw lost();
  }

  /** Whether a worker holds the run that may still be alive. */
  isLive({ lease_until }: RunRow): boolean {
    return lease_until !== null && lease_until >= this.#now();
  }

  async #nextFree(): Promise<RunRow | undefined> {
    const inTheWay = this.#knex(`${TABLE} as other`)
      .whereRaw('other.tenant_id = run.tenant_id and other.kind = run.kind and other.id <> run.id')
      .whereRaw(`other.${IS_UNFINISHED} and (other.lease is not null or (run.lease is null and ${IS_OLDER}))`);
    const next = this.#free(this.#knex(`${TABLE} as run`)).whereNotExists(inTheWay);
    const [row] = await readRows<RunRow>(next.orderBy(['queued_at', 'id']).limit(1));
    return row;
  }

  async #take({ tenant_id, id }: RunRow, lease: string, leaseMs: number): Promise<boolean> {
    try {
      const taken = await this.#free(this.#knex(TABLE).where({ tenant_id, id })).update({
        state: 'running',
        lease,
        lease_until: this.#after(leaseMs),
      });
      return taken === 1;
    } catch (error) {
      // Another worker has taken another run of this provider and kind in the same moment.
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  #free(query: Knex.QueryBuilder): Knex.QueryBuilder {
    return query.whereRaw(`${IS_UNFINISHED} and (lease is null or lease_until < ?)`, [this.#now()]);
  }

  #held(knex: Knex, { run, lease }: ClaimedRun): Knex.QueryBuilder {
    return knex(TABLE).where({ tenant_id: run.tenantId, id: run.id, lease });
  }

  #now(): string {
    return this.#clock.now().toISOString();
  }

  #after(milliseconds: number): string {
    return new Date(this.#clock.now().getTime() + milliseconds).toISOString();
  }
}

function lost(): RunLost {
  return new RunLost('Another worker has taken the run over, or it has ended.');
}
