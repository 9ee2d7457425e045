import type { Credentials } from '../domain/connection.ts';
import type { TenantId } from '../domain/ids.ts';
import type { StoredConnection } from '../ports/connection-store.ts';
import { NotConnected, SecretUnreadable } from '../ports/errors.ts';
import type { SecretBox } from '../ports/secret-box.ts';

export function sealCredentials(box: SecretBox, tenantId: TenantId, credentials: Credentials): Promise<string> {
  return box.seal(JSON.stringify(credentials), contextOf(tenantId));
}

/** @throws `not_connected`, `secret_unreadable` */
export async function openCredentials(
  box: SecretBox,
  tenantId: TenantId,
  stored: StoredConnection | null,
): Promise<Credentials> {
  if (!stored?.sealedCredentials) {
    throw new NotConnected('No UserName and Password are stored. Enter them and press Save.');
  }
  const opened: unknown = JSON.parse(await box.open(stored.sealedCredentials, contextOf(tenantId)));
  if (isCredentials(opened)) return opened;
  throw new SecretUnreadable('The stored credentials are damaged. Enter UserName and Password again and press Save.');
}

function isCredentials(value: unknown): value is Credentials {
  return (
    typeof value === 'object' &&
    value !== null &&
    'username' in value &&
    typeof value.username === 'string' &&
    'password' in value &&
    typeof value.password === 'string' &&
    'integrationCode' in value &&
    (value.integrationCode === null || typeof value.integrationCode === 'string')
  );
}

/** Binds a sealed text to its provider, so that it can't be put into another provider's row. */
function contextOf(tenantId: TenantId): string {
  return `autotask-credentials:${tenantId}`;
}
