import type { Knex } from 'knex';
import { isPluginError, JoseSecretBox, type MbsLogIn } from '../../adapters/plugin.ts';

interface LogInRow {
  readonly sealed_log_in: string;
}

/** The log-ins of the MBS API: that of the environment, or what was entered in the page, sealed with the key ring. */
export class LiveLogIns {
  readonly #knex: Knex;
  readonly #box: JoseSecretBox;
  readonly #fixed: MbsLogIn | null;

  constructor(parts: { readonly knex: Knex; readonly secretKeys: readonly string[]; readonly fixed: MbsLogIn | null }) {
    this.#knex = parts.knex;
    this.#box = new JoseSecretBox({ keys: parts.secretKeys });
    this.#fixed = parts.fixed;
  }

  /** Whether the environment has it, so that nobody can enter another one. */
  get isFixed(): boolean {
    return this.#fixed !== null;
  }

  async of(tenantId: string): Promise<MbsLogIn | null> {
    if (this.#fixed !== null) return this.#fixed;
    const rows: readonly LogInRow[] = await this.#knex('console_mbs_log_in').where({ tenant_id: tenantId });
    return rows[0] === undefined ? null : this.#open(rows[0].sealed_log_in, tenantId);
  }

  async keep(tenantId: string, { username, password }: MbsLogIn): Promise<void> {
    const sealed = await this.#box.seal(JSON.stringify([username, password]), contextOf(tenantId));
    await this.#knex('console_mbs_log_in')
      .insert({ tenant_id: tenantId, sealed_log_in: sealed, entered_at: new Date().toISOString() })
      .onConflict('tenant_id')
      .merge();
  }

  /** What was sealed with keys that are gone has to be entered again, as if it had never been. */
  async #open(sealed: string, tenantId: string): Promise<MbsLogIn | null> {
    try {
      const pair: unknown = JSON.parse(await this.#box.open(sealed, contextOf(tenantId)));
      const [username, password] = Array.isArray(pair) ? pair.map(String) : [];
      return username === undefined || password === undefined ? null : { username, password };
    } catch (error) {
      if (isPluginError(error) && error.code === 'secret_unreadable') return null;
      throw error;
    }
  }
}

function contextOf(tenantId: string): string {
  return `log-in of the MBS API of ${tenantId}`;
}
