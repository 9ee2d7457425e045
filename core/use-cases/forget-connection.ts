import type { TenantId } from '../domain/ids.ts';
import type { ActivityLog } from '../ports/activity-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConnectionStore } from '../ports/connection-store.ts';
import { notConfigured } from './connection-check.ts';

interface ForgetConnectionPorts {
  readonly connections: ConnectionStore;
  readonly activityLog: ActivityLog;
  readonly clock: Clock;
}

/** Forgets the credentials and nothing else: contacts, assignments and links stay. */
export class ForgetConnection {
  readonly #ports: ForgetConnectionPorts;

  constructor(ports: ForgetConnectionPorts) {
    this.#ports = ports;
  }

  async run(tenantId: TenantId, by: string): Promise<void> {
    const { connections, activityLog, clock } = this.#ports;
    const stored = await connections.find(tenantId);
    if (stored === null) return;
    const { username, databaseId } = stored.connection;
    await connections.save(tenantId, { connection: notConfigured(databaseId), sealedCredentials: null });
    await activityLog.record(tenantId, {
      at: clock.now().toISOString(),
      by,
      action: 'connection_forgotten',
      subject: username ?? '',
    });
  }
}
