import type { Package } from '../domain/catalog.ts';
import type { TenantId } from '../domain/ids.ts';

/** The packages that can be assigned. */
export interface Packages {
  /**
   * All packages of the provider by name, disabled ones included.
   *
   * @throws `console_unavailable`
   */
  list(tenantId: TenantId): Promise<readonly Package[]>;
}
