import type { Knex } from 'knex';
import type { TenantId } from '../../core/domain/ids.ts';
import type { ReasonCode } from '../../core/domain/reason.ts';
import type { SaveResult, SaveUser } from '../../core/ports/user-repository.ts';
import { decideSaves, type SaveDecision } from './decide-saves.ts';
import type { Dialect } from './dialect.ts';
import { SaveStateReader } from './save-state-reader.ts';
import { UserSaveWriter } from './user-save-writer.ts';

export interface SaveBatchOptions {
  readonly dialect: Dialect;
  readonly tenantId: TenantId;
  readonly now: string;
  readonly newId: () => string;
}

/** Carries out commands in one transaction: reads what they name, decides each, writes what goes ahead. */
export async function saveUserBatch(
  transaction: Knex.Transaction,
  commands: readonly SaveUser[],
  options: SaveBatchOptions,
): Promise<readonly SaveResult[]> {
  const { dialect, tenantId, newId } = options;
  await dialect.beginWriting(transaction, 'console_user');
  const reader = new SaveStateReader(transaction, options);
  const decisions = decideSaves(commands, await reader.read(commands), options);
  const creates = decisions.filter((decision) => decision.kind === 'create');
  const updates = decisions.filter((decision) => decision.kind === 'update');

  const writer = new UserSaveWriter(transaction, options);
  const inserted = await writer.insertUsers(creates);
  const saved = [...creates.filter(({ id }) => inserted.has(id)), ...updates];
  await writer.updateUsers(updates);
  await writer.assignDestinations(saved);
  await writer.ensureCompanies(saved, newId);

  // A login that was free when it was looked up, and another writer's when it was inserted, is looked up again.
  const lost = creates.filter(({ id }) => !inserted.has(id)).map(({ emailKey }) => emailKey);
  const owners = await reader.loginOwners(lost);
  return decisions.map((decision) => {
    if (decision.kind !== 'create' || inserted.has(decision.id)) return resultOf(decision);
    const isTaken = (owners.get(decision.emailKey) ?? tenantId) !== tenantId;
    return rejected(isTaken ? 'email_taken_elsewhere' : 'user_changed_meanwhile');
  });
}

function resultOf(decision: SaveDecision): SaveResult {
  if (decision.kind === 'reject') return rejected(decision.code, decision.quote);
  return { kind: decision.kind === 'create' ? 'created' : 'updated', userId: decision.id };
}

function rejected(code: ReasonCode, quote: string | null = null): SaveResult {
  return { kind: 'rejected', code, quote };
}
