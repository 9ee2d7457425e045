import type { TenantId } from '../../core/domain/ids.ts';
import { ConsoleUnavailable } from '../../core/ports/errors.ts';
import type { Session } from './session.ts';

/** The one provider whose log-in the adapter has; nobody else sees or touches anything through it. */
export class Provider {
  readonly #tenantId: TenantId;
  readonly #session: Session;

  constructor({ tenantId, session }: { readonly tenantId: TenantId; readonly session: Session }) {
    this.#tenantId = tenantId;
    this.#session = session;
  }

  /** @throws `console_unavailable` for another provider */
  sessionOf(tenantId: TenantId): Session {
    if (tenantId === this.#tenantId) return this.#session;
    throw new ConsoleUnavailable('This provider has no log-in of the Managed Backup API.');
  }
}
