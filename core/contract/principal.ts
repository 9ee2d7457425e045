/** `psa.view` shows the page; `psa.manage` lets save credentials, refresh and import. */
export type Permission = 'psa.view' | 'psa.manage';

/**
 * Who is asking, as the host knows it.
 *
 * @public
 */
export interface Principal {
  readonly id: string;
  readonly name: string;
  /** The provider. */
  readonly tenantId: string;
  readonly permissions: readonly Permission[];
  /** The company names the principal may touch. */
  readonly accounts: 'all' | readonly string[];
}
