import { AsyncLocalStorage } from 'node:async_hooks';
import { MbsApi } from '../../adapters/mbs-api/mbs-api.ts';
import type { Transport } from '../../adapters/mbs-api/transport.ts';
import { packageId, type RunId, type TenantId } from '../../core/domain/ids.ts';
import { destinationIdOf, managedUserOf, putPracticeUser } from '../support/practice-users.ts';
import { SilentLog } from '../support/silent-log.ts';
import type { BackupParts, BackupPorts, Choices, ImportBackup } from './import-backup.ts';
import { answerOf, MbsService } from './mbs-service.ts';
import { MbsTruth } from './mbs-truth.ts';
import { MbsUsers } from './mbs-users.ts';
import { MbsWeather } from './mbs-weather.ts';
import { MbsWire } from './mbs-wire.ts';

const ADDRESS = 'http://127.0.0.1';
// One for all: each that there is costs every promise some time.
const runInCharge = new AsyncLocalStorage<RunId>();

/** Managed Backup behind its public API: a practice MBS for each provider, and an adapter in each process. */
export function mbsBackup({ draws, history, schedule, tenants }: BackupParts): ImportBackup {
  const services = new Map<TenantId, MbsService>();
  for (const [place, tenantId] of tenants.entries()) {
    const others = () => [...services.values()].filter((service) => service.tenantId !== tenantId);
    services.set(tenantId, new MbsService({ tenantId, seed: place + 1, draws, history, schedule, others }));
  }
  const weather = new MbsWeather(draws);
  const controlOf = (tenantId: TenantId) => found(services, tenantId).control;
  const opened = (service: MbsService, transport: Transport, pause: (ms: number) => Promise<void>) =>
    new MbsApi({
      url: ADDRESS,
      ...service.login,
      tenantId: service.tenantId,
      log: new SilentLog(),
      clock: schedule,
      random: () => draws.below(1000) / 1000,
      pause,
      transport,
    });
  const undisturbed = mapped(services, (service) => {
    const send: Transport['send'] = async (exchange) => answerOf(await service.take(exchange), exchange.url.host);
    return opened(service, { send, close: () => Promise.resolve() }, () => Promise.resolve());
  });
  return {
    truth: { ...catalogOf(undisturbed), users: new MbsTruth(controlOf) },
    choices: (tenantId) => choicesOf(found(services, tenantId)),
    putUser(tenantId, user) {
      const id = putPracticeUser(controlOf(tenantId), user);
      return managedUserOf(
        controlOf(tenantId)
          .users()
          .find((each) => each.id === id)!,
      );
    },
    removeUser: (tenantId, { id }) => controlOf(tenantId).deleteUser(id),
    heldBy(process) {
      const apis = mapped(services, (service) => {
        const wire = new MbsWire({ ...process, service, wireWeather: weather, runInCharge, history, schedule });
        return opened(service, wire, (ms) => process.process.wait(ms));
      });
      const users = (tenantId: TenantId) => found(apis, tenantId).users;
      const savedAtOnce = draws.oneOf([2, 5, 200]);
      return (watch) => ({
        ...catalogOf(apis),
        users: new MbsUsers({ ...watch, users, savedAtOnce, runInCharge, history }),
      });
    },
  };
}

function catalogOf(apis: ReadonlyMap<TenantId, MbsApi>): Omit<BackupPorts, 'users'> {
  return {
    storageDestinations: { list: (tenantId) => found(apis, tenantId).storageDestinations.list(tenantId) },
    packages: { list: (tenantId) => found(apis, tenantId).packages.list(tenantId) },
  };
}

function choicesOf({ control }: MbsService): Choices {
  const [account] = control.accounts();
  const [first, second] = account!.destinations.map(({ name }) =>
    destinationIdOf({ accountId: account!.id, destination: name }),
  );
  const packages = control.packages().map(({ id }) => packageId(String(id)));
  return {
    destinationIds: [first!, second!],
    packageIds: [packages[0]!, packages[0]!, packages[1]!, packages.at(-1)!],
  };
}

function mapped<Item, Result>(items: ReadonlyMap<TenantId, Item>, make: (item: Item) => Result) {
  return new Map([...items].map(([tenantId, item]) => [tenantId, make(item)] as const));
}

function found<Item>(items: ReadonlyMap<TenantId, Item>, tenantId: TenantId): Item {
  const item = items.get(tenantId);
  if (item === undefined) throw new Error(`There is no provider ${tenantId}`);
  return item;
}
