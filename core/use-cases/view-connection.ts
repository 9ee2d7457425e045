import type { Connection } from '../domain/connection.ts';
import type { TenantId } from '../domain/ids.ts';
import type { ConnectionStore } from '../ports/connection-store.ts';
import { notConfigured } from './connection-check.ts';

/** Shows the connection without its secrets. */
export class ViewConnection {
  readonly #connections: ConnectionStore;

  constructor({ connections }: { readonly connections: ConnectionStore }) {
    this.#connections = connections;
  }

  async run(tenantId: TenantId): Promise<Connection> {
    return (await this.#connections.find(tenantId))?.connection ?? notConfigured(null);
  }
}
