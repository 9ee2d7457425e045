import 'reflect-metadata';
import { Container, type ServiceIdentifier } from 'inversify';
import { uuidv7 } from 'uuidv7';
import type { Brakes } from '../core/domain/brake.ts';
import { runId } from '../core/domain/ids.ts';
import { AutotaskContactSource } from './autotask/autotask-contact-source.ts';
import { InProcessJobQueue } from './jobs/in-process-job-queue.ts';
import { PgBossJobQueue } from './jobs/pg-boss-job-queue.ts';
import { KnexActivityLog } from './knex/knex-activity-log.ts';
import { KnexCallLedger } from './knex/knex-call-ledger.ts';
import { KnexConnectionStore } from './knex/knex-connection-store.ts';
import { KnexContactBook } from './knex/knex-contact-book.ts';
import { KnexPackages } from './knex/knex-packages.ts';
import { KnexRunStore } from './knex/knex-run-store.ts';
import { KnexStorageDestinations } from './knex/knex-storage-destinations.ts';
import { KnexUserRepository } from './knex/knex-user-repository.ts';
import { type DatabaseConfig, type OpenDatabase, openDatabase } from './knex/open-database.ts';
import { MbsProviders, type MbsProvidersOptions } from './mbs-api/mbs-providers.ts';
import { JoseSecretBox } from './secrets/jose-secret-box.ts';
import { type Ports, TOKENS } from './tokens.ts';
import { type UseCases, useCasesOf } from './use-cases.ts';

/** What the adapters need to know of the host. */
export interface ContainerSettings {
  readonly database: OpenDatabase['knex'] | DatabaseConfig;
  readonly secretKeys: readonly string[];
  readonly autotask: { readonly url: string; readonly integrationCode: string };
  /** Left out, users, destinations and packages are those of the console's tables. */
  readonly mbs?: Pick<MbsProvidersOptions, 'url' | 'logInOf'>;
  readonly log: Ports['log'];
  readonly brakes: Brakes;
  /** Ports that the host fills itself. */
  readonly ports?: Partial<Ports>;
}

/** The one place where every part meets. */
export interface Wiring {
  readonly database: OpenDatabase;
  readonly ports: Ports;
  readonly useCases: UseCases;
  /** Null unless the users are those of the MBS API. */
  readonly mbs: MbsProviders | null;
  /** Closes what was opened here. */
  close(): Promise<void>;
}

const DATABASE: ServiceIdentifier<OpenDatabase> = Symbol('database');
const MBS: ServiceIdentifier<MbsProviders> = Symbol('mbs');
const PORTS: ServiceIdentifier<Ports> = Symbol('ports');
const USE_CASES: ServiceIdentifier<UseCases> = Symbol('useCases');

/** Wires one plugin instance; nothing outside this file asks a container for anything. */
export function wire(settings: ContainerSettings): Wiring {
  const container = new Container({ defaultScope: 'Singleton' });
  bindAdapters(container, settings);
  if (settings.mbs === undefined) bindConsoleTables(container);
  else bindMbs(container, settings.mbs);
  rebindHostPorts(container, settings.ports ?? {});
  bindCore(container, settings.brakes);
  const database = container.get(DATABASE);
  return {
    database,
    ports: container.get(PORTS),
    useCases: container.get(USE_CASES),
    mbs: settings.mbs === undefined ? null : container.get(MBS),
    async close() {
      await container.unbindAllAsync();
      await database.close();
    },
  };
}

function bindAdapters(container: Container, { database, secretKeys, autotask, log }: ContainerSettings): void {
  container
    .bind(DATABASE)
    .toResolvedValue(() => openDatabase(typeof database === 'function' ? database : { log, ...database }));
  container.bind(TOKENS.log).toConstantValue(log);
  container.bind(TOKENS.clock).toConstantValue({ now: () => new Date() });
  container.bind(TOKENS.ids).toConstantValue({ runId: () => runId(uuidv7()) });
  container.bind(TOKENS.secrets).toResolvedValue(() => new JoseSecretBox({ keys: secretKeys }));
  container
    .bind(TOKENS.source)
    .toResolvedValue(
      (sourceLog, clock) => new AutotaskContactSource({ ...autotask, log: sourceLog, clock }),
      [TOKENS.log, TOKENS.clock],
    )
    .onDeactivation((source) => (source instanceof AutotaskContactSource ? source.close() : undefined));
  container.bind(TOKENS.contactBook).toResolvedValue(({ knex }) => new KnexContactBook({ knex }), [DATABASE]);
  container
    .bind(TOKENS.runs)
    .toResolvedValue(
      ({ knex }, clock, ids) => new KnexRunStore({ knex, clock, ids }),
      [DATABASE, TOKENS.clock, TOKENS.ids],
    );
  container.bind(TOKENS.connections).toResolvedValue(({ knex }) => new KnexConnectionStore({ knex }), [DATABASE]);
  container.bind(TOKENS.activityLog).toResolvedValue(({ knex }) => new KnexActivityLog({ knex }), [DATABASE]);
  container.bind(TOKENS.callLedger).toResolvedValue(({ knex }) => new KnexCallLedger({ knex }), [DATABASE]);
  container
    .bind(TOKENS.jobs)
    .toResolvedValue(
      ({ knex }, runs, jobsLog) =>
        isPostgres(knex)
          ? new PgBossJobQueue({ knex, runs, log: jobsLog })
          : new InProcessJobQueue({ runs, log: jobsLog }),
      [DATABASE, TOKENS.runs, TOKENS.log],
    );
}

function bindConsoleTables(container: Container): void {
  container
    .bind(TOKENS.users)
    .toResolvedValue(
      ({ knex }, clock, log) => new KnexUserRepository({ knex, clock, log }),
      [DATABASE, TOKENS.clock, TOKENS.log],
    );
  container
    .bind(TOKENS.storageDestinations)
    .toResolvedValue(({ knex }) => new KnexStorageDestinations({ knex }), [DATABASE]);
  container.bind(TOKENS.packages).toResolvedValue(({ knex }) => new KnexPackages({ knex }), [DATABASE]);
}

function bindMbs(container: Container, mbs: NonNullable<ContainerSettings['mbs']>): void {
  container
    .bind(MBS)
    .toResolvedValue((log, clock) => new MbsProviders({ ...mbs, log, clock }), [TOKENS.log, TOKENS.clock])
    .onDeactivation((providers) => providers.close());
  container.bind(TOKENS.users).toResolvedValue(({ users }) => users, [MBS]);
  container.bind(TOKENS.storageDestinations).toResolvedValue(({ storageDestinations }) => storageDestinations, [MBS]);
  container.bind(TOKENS.packages).toResolvedValue(({ packages }) => packages, [MBS]);
}

function isPostgres({ client }: OpenDatabase['knex']): boolean {
  const { dialect } = client as { readonly dialect: unknown };
  return dialect === 'postgresql';
}

function rebindHostPorts(container: Container, ports: Partial<Ports>): void {
  const rebind = <Port extends keyof Ports>(port: Port, implementation: Ports[Port] | undefined) => {
    if (implementation === undefined) return;
    container.unbind(TOKENS[port]);
    container.bind(TOKENS[port]).toConstantValue(implementation);
  };
  for (const port of Object.keys(TOKENS) as (keyof Ports)[]) rebind(port, ports[port]);
}

function bindCore(container: Container, brakes: Brakes): void {
  container.bind(PORTS).toDynamicValue(
    (context): Ports => ({
      activityLog: context.get(TOKENS.activityLog),
      callLedger: context.get(TOKENS.callLedger),
      clock: context.get(TOKENS.clock),
      connections: context.get(TOKENS.connections),
      contactBook: context.get(TOKENS.contactBook),
      source: context.get(TOKENS.source),
      ids: context.get(TOKENS.ids),
      jobs: context.get(TOKENS.jobs),
      log: context.get(TOKENS.log),
      packages: context.get(TOKENS.packages),
      runs: context.get(TOKENS.runs),
      secrets: context.get(TOKENS.secrets),
      storageDestinations: context.get(TOKENS.storageDestinations),
      users: context.get(TOKENS.users),
    }),
  );
  container.bind(USE_CASES).toResolvedValue((ports) => useCasesOf(ports, brakes), [PORTS]);
}
