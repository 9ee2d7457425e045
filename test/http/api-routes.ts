import type { Permission } from '../../core/contract/index.ts';
import type { Method } from '../support/plugin-harness.ts';

export interface ApiRoute {
  readonly method: Method;
  /** Below `/api`; `:run` and `:contact` stand for ids. */
  readonly path: string;
  readonly permission: Permission;
  /** A body that is accepted. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

const selection = { ids: ['1'] };

/** Every route of the plugin. */
export const API_ROUTES: readonly ApiRoute[] = [
  { method: 'GET', path: '/connection', permission: 'psa.view' },
  {
    method: 'PUT',
    path: '/connection',
    permission: 'psa.manage',
    body: { username: 'a', password: 'b', integrationCode: 'c' },
    required: ['username', 'password'],
  },
  { method: 'DELETE', path: '/connection', permission: 'psa.manage' },
  { method: 'POST', path: '/connection/test', permission: 'psa.manage' },
  { method: 'POST', path: '/refreshes', permission: 'psa.manage', body: { mode: 'full' }, required: [] },
  { method: 'GET', path: '/refreshes/forecast', permission: 'psa.manage' },
  { method: 'GET', path: '/contacts', permission: 'psa.view' },
  { method: 'GET', path: '/contacts.csv', permission: 'psa.view' },
  { method: 'GET', path: '/contacts/:contact', permission: 'psa.view' },
  {
    method: 'PATCH',
    path: '/contacts',
    permission: 'psa.manage',
    body: { selection, destinationId: 'destination-1', packageId: 'package-1' },
    required: ['selection'],
  },
  {
    method: 'POST',
    path: '/imports/preview',
    permission: 'psa.manage',
    body: { selection },
    required: ['selection'],
  },
  {
    method: 'POST',
    path: '/imports',
    permission: 'psa.manage',
    body: { selection, sendInstructions: false },
    required: ['selection'],
  },
  { method: 'GET', path: '/runs', permission: 'psa.view' },
  { method: 'GET', path: '/runs/:run', permission: 'psa.view' },
  { method: 'GET', path: '/runs/:run/events', permission: 'psa.view' },
  { method: 'GET', path: '/runs/:run/items', permission: 'psa.view' },
  { method: 'GET', path: '/runs/:run/items.csv', permission: 'psa.view' },
  { method: 'POST', path: '/runs/:run/cancel', permission: 'psa.manage' },
  { method: 'POST', path: '/runs/:run/release', permission: 'psa.manage' },
  { method: 'POST', path: '/runs/:run/retry-failed', permission: 'psa.manage' },
  { method: 'GET', path: '/accounts', permission: 'psa.view' },
  { method: 'GET', path: '/destinations', permission: 'psa.view' },
  { method: 'GET', path: '/packages', permission: 'psa.view' },
  { method: 'GET', path: '/activity', permission: 'psa.view' },
  { method: 'GET', path: '/health', permission: 'psa.view' },
  { method: 'GET', path: '/openapi.json', permission: 'psa.view' },
];

/** The methods of each address. */
export const API_PATHS: ReadonlyMap<string, readonly Method[]> = API_ROUTES.reduce(
  (paths, { path, method }) => paths.set(path, [...(paths.get(path) ?? []), method]),
  new Map<string, readonly Method[]>(),
);
