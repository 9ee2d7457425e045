import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import type { TenantId } from '../../core/domain/ids.ts';
import type { Activity, ActivityLog } from '../../core/ports/activity-log.ts';

const TABLE = 'autotask_activity';

export interface KnexActivityLogOptions {
  readonly knex: Knex;
  /** Ids that ascend with time: they order the activities of one moment. */
  readonly newId?: () => string;
}

/** Who did what, a row per activity. */
export class KnexActivityLog implements ActivityLog {
  readonly #knex: Knex;
  readonly #newId: () => string;

  constructor({ knex, newId = uuidv7 }: KnexActivityLogOptions) {
    this.#knex = knex;
    this.#newId = newId;
  }

  async record(tenantId: TenantId, { at, by, action, subject }: Activity): Promise<void> {
    await this.#knex(TABLE).insert({ tenant_id: tenantId, id: this.#newId(), at, by, action, subject });
  }

  async recent(tenantId: TenantId, limit: number): Promise<readonly Activity[]> {
    const rows: readonly Activity[] = await this.#knex(TABLE)
      .where({ tenant_id: tenantId })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit)
      .select('at', 'by', 'action', 'subject');
    return rows;
  }
}
