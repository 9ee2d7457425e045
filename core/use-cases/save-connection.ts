import type { Connection, Credentials } from '../domain/connection.ts';
import type { TenantId } from '../domain/ids.ts';
import type { ActivityLog } from '../ports/activity-log.ts';
import type { CallLedger } from '../ports/call-ledger.ts';
import type { CancelSignal } from '../ports/cancel-signal.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConnectionStore } from '../ports/connection-store.ts';
import type { ContactSource } from '../ports/contact-source.ts';
import { isPluginError } from '../ports/errors.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { CallMeter } from './call-meter.ts';
import { checkedConnection, failedConnection } from './connection-check.ts';
import { sealCredentials } from './stored-credentials.ts';

interface SaveConnectionPorts {
  readonly source: ContactSource;
  readonly connections: ConnectionStore;
  readonly secrets: SecretBox;
  readonly activityLog: ActivityLog;
  readonly callLedger: CallLedger;
  readonly clock: Clock;
}

/**
 * Checks credentials, then stores them.
 *
 * Wrong ones are refused and the working pair stays; when Autotask can't be reached they are stored unverified.
 */
export class SaveConnection {
  readonly #ports: SaveConnectionPorts;

  constructor(ports: SaveConnectionPorts) {
    this.#ports = ports;
  }

  async run(tenantId: TenantId, credentials: Credentials, by: string, signal: CancelSignal): Promise<Connection> {
    const { connections, secrets, activityLog, clock } = this.#ports;
    const connection = await this.#check(tenantId, credentials, signal);
    const sealedCredentials = await sealCredentials(secrets, tenantId, credentials);
    await connections.save(tenantId, { connection, sealedCredentials });
    await activityLog.record(tenantId, {
      at: clock.now().toISOString(),
      by,
      action: 'connection_saved',
      subject: credentials.username,
    });
    return connection;
  }

  async #check(tenantId: TenantId, credentials: Credentials, signal: CancelSignal): Promise<Connection> {
    const { source, connections, clock } = this.#ports;
    const known = (await connections.find(tenantId))?.connection;
    try {
      const check = await new CallMeter(this.#ports, tenantId).measure((onCall) =>
        source.check(credentials, { signal, onCall }),
      );
      return checkedConnection(credentials, check, { known, at: clock.now() });
    } catch (error) {
      if (!isPluginError(error) || error.code === 'source_unauthorized') throw error;
      return failedConnection(credentials, error, { databaseId: known?.databaseId ?? null, at: clock.now() });
    }
  }
}
