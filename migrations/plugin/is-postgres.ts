import type { Knex } from 'knex';

export function isPostgres({ client }: Knex): boolean {
  const { dialect } = client as { readonly dialect: unknown };
  return dialect === 'postgresql';
}
