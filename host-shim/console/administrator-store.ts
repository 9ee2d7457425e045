import type { Knex } from 'knex';
import { emailKey } from './keys.ts';

export interface Administrator {
  readonly id: string;
  readonly tenantId: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

interface AdministratorRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly email: string;
  readonly name: string;
  readonly password_hash: string;
}

export class AdministratorStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  findById(id: string): Promise<Administrator | null> {
    return this.#findBy({ id });
  }

  findByEmail(email: string): Promise<Administrator | null> {
    return this.#findBy({ email_key: emailKey(email) });
  }

  async findFirst(): Promise<Administrator | null> {
    const row = await this.#knex<AdministratorRow>('console_administrator').orderBy(['created_at', 'id']).first();
    return row ? administratorOf(row) : null;
  }

  /** False when another node has just added the same login. */
  async add(administrator: Administrator): Promise<boolean> {
    const now = new Date().toISOString();
    const added: readonly unknown[] = await this.#knex('console_administrator')
      .insert({
        id: administrator.id,
        tenant_id: administrator.tenantId,
        email: administrator.email,
        email_key: emailKey(administrator.email),
        name: administrator.name,
        password_hash: administrator.passwordHash,
        created_at: now,
        updated_at: now,
      })
      .onConflict('email_key')
      .ignore()
      .returning('id');
    return added.length > 0;
  }

  async change(id: string, fields: { readonly email?: string; readonly passwordHash?: string }): Promise<void> {
    await this.#knex('console_administrator')
      .where({ id })
      .update({
        ...(fields.email === undefined ? {} : { email: fields.email, email_key: emailKey(fields.email) }),
        ...(fields.passwordHash === undefined ? {} : { password_hash: fields.passwordHash }),
        updated_at: new Date().toISOString(),
      });
  }

  async #findBy(condition: Readonly<Record<string, string>>): Promise<Administrator | null> {
    const row = await this.#knex<AdministratorRow>('console_administrator').where(condition).first();
    return row ? administratorOf(row) : null;
  }
}

function administratorOf(row: AdministratorRow): Administrator {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    email: row.email,
    name: row.name,
    passwordHash: row.password_hash,
  };
}
