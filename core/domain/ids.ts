declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type TenantId = Id<'tenant'>;
/** Autotask's own contact id, as text. */
export type ContactId = Id<'contact'>;
/** Autotask's own company id, as text; "0" is real: the MSP's own company (autotask-api.md §3.4). */
export type AccountId = Id<'account'>;
/** The Autotask customer instance (`ci` of the zone answer): one database of one Autotask customer. */
export type DatabaseId = Id<'database'>;
export type UserId = Id<'user'>;
export type DestinationId = Id<'destination'>;
export type PackageId = Id<'package'>;
export type RunId = Id<'run'>;

// The only casts of the core: a brand has no value at run time.
export const tenantId = (text: string): TenantId => text as TenantId;
export const contactId = (text: string): ContactId => text as ContactId;
export const accountId = (text: string): AccountId => text as AccountId;
export const databaseId = (text: string): DatabaseId => text as DatabaseId;
export const userId = (text: string): UserId => text as UserId;
export const destinationId = (text: string): DestinationId => text as DestinationId;
export const packageId = (text: string): PackageId => text as PackageId;
export const runId = (text: string): RunId => text as RunId;
