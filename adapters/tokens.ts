import type { ServiceIdentifier } from 'inversify';
import type { ActivityLog } from '../core/ports/activity-log.ts';
import type { CallLedger } from '../core/ports/call-ledger.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { ConnectionStore } from '../core/ports/connection-store.ts';
import type { ContactBook } from '../core/ports/contact-book.ts';
import type { ContactSource } from '../core/ports/contact-source.ts';
import type { Ids } from '../core/ports/ids.ts';
import type { JobQueue } from '../core/ports/job-queue.ts';
import type { Log } from '../core/ports/log.ts';
import type { Packages } from '../core/ports/packages.ts';
import type { RunStore } from '../core/ports/run-store.ts';
import type { SecretBox } from '../core/ports/secret-box.ts';
import type { StorageDestinations } from '../core/ports/storage-destinations.ts';
import type { UserRepository } from '../core/ports/user-repository.ts';

/**
 * Every port that an adapter fills and a host may fill instead.
 *
 * @public
 */
export interface Ports {
  readonly activityLog: ActivityLog;
  readonly callLedger: CallLedger;
  readonly clock: Clock;
  readonly connections: ConnectionStore;
  readonly contactBook: ContactBook;
  readonly source: ContactSource;
  readonly ids: Ids;
  readonly jobs: JobQueue;
  readonly log: Log;
  readonly packages: Packages;
  readonly runs: RunStore;
  readonly secrets: SecretBox;
  readonly storageDestinations: StorageDestinations;
  readonly users: UserRepository;
}

type Tokens = { readonly [Port in keyof Ports]: ServiceIdentifier<Ports[Port]> };

/** What each port is bound by in the container. */
export const TOKENS: Tokens = {
  activityLog: Symbol('activityLog'),
  callLedger: Symbol('callLedger'),
  clock: Symbol('clock'),
  connections: Symbol('connections'),
  contactBook: Symbol('contactBook'),
  source: Symbol('source'),
  ids: Symbol('ids'),
  jobs: Symbol('jobs'),
  log: Symbol('log'),
  packages: Symbol('packages'),
  runs: Symbol('runs'),
  secrets: Symbol('secrets'),
  storageDestinations: Symbol('storageDestinations'),
  users: Symbol('users'),
};
