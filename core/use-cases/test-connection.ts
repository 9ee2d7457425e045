import type { Connection } from '../domain/connection.ts';
import type { TenantId } from '../domain/ids.ts';
import type { CallLedger } from '../ports/call-ledger.ts';
import type { CancelSignal } from '../ports/cancel-signal.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConnectionStore } from '../ports/connection-store.ts';
import type { ContactSource } from '../ports/contact-source.ts';
import { isPluginError } from '../ports/errors.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { CallMeter } from './call-meter.ts';
import { checkedConnection, failedConnection } from './connection-check.ts';
import { openCredentials } from './stored-credentials.ts';

interface TestConnectionPorts {
  readonly source: ContactSource;
  readonly connections: ConnectionStore;
  readonly secrets: SecretBox;
  readonly callLedger: CallLedger;
  readonly clock: Clock;
}

/** Checks the stored credentials again; only what is known of the connection changes. */
export class TestConnection {
  readonly #ports: TestConnectionPorts;

  constructor(ports: TestConnectionPorts) {
    this.#ports = ports;
  }

  async run(tenantId: TenantId, signal: CancelSignal): Promise<Connection> {
    const { source, connections, secrets, clock } = this.#ports;
    const stored = await connections.find(tenantId);
    const credentials = await openCredentials(secrets, tenantId, stored);
    const databaseId = stored?.connection.databaseId ?? null;
    let connection: Connection;
    try {
      const check = await new CallMeter(this.#ports, tenantId).measure((onCall) =>
        source.check(credentials, { signal, onCall }),
      );
      connection = checkedConnection(credentials, check, { known: stored?.connection, at: clock.now() });
    } catch (error) {
      if (!isPluginError(error)) throw error;
      connection = failedConnection(credentials, error, { databaseId, at: clock.now() });
    }
    await connections.note(tenantId, { connection, sealedCredentials: stored?.sealedCredentials ?? null });
    return connection;
  }
}
