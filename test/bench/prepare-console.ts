import { wire } from '../../adapters/container.ts';
import { migratePlugin } from '../../adapters/knex/migrate-plugin.ts';
import { openDatabase } from '../../adapters/knex/open-database.ts';
import { tenantId } from '../../core/domain/ids.ts';
import { migrateConsole } from '../../host-shim/console/migrate-console.ts';
import { ConsoleRows } from '../support/console-rows.ts';
import { BENCH_SETTINGS } from './bench-settings.ts';
import { askForImport, EVERYBODY, everythingOf } from './import-everybody.ts';
import { importableSource } from './importable-source.ts';
import { runRefresh } from './run-refresh.ts';
import { answer, order } from './run-script.ts';

export interface ProviderOrder {
  readonly provider: string;
  readonly contacts: number;
}

/** A database to be made a console of, whose providers have contacts that can all be imported. */
export interface PrepareOrder {
  readonly connection: string;
  readonly providers: readonly ProviderOrder[];
  /** Whether the imports of everybody wait to be worked on. */
  readonly imports: 'asked for' | 'none';
}

const { connection, providers, imports } = order() as PrepareOrder;
const { knex, close } = openDatabase({ connection });
await migrateConsole(knex, connection.startsWith('sqlite:') ? 'sqlite' : 'postgres');
await migratePlugin(knex);
for (const provider of providers) await prepare(provider);
if (imports === 'asked for') {
  const wiring = wire({ ...BENCH_SETTINGS, database: knex });
  for (const { provider } of providers) await askForImport(wiring, tenantId(provider));
  await wiring.close();
}
await close();
answer(null);

async function prepare({ provider, contacts }: ProviderOrder): Promise<void> {
  const tenant = tenantId(provider);
  const ports = { source: importableSource(tenant, contacts) };
  const wiring = wire({ ...BENCH_SETTINGS, database: knex, ports });
  const { saveConnection, assignContacts } = wiring.useCases;
  const credentials = { username: 'bench', password: 'bench', integrationCode: null };
  await saveConnection.run(tenant, credentials, 'bench', new AbortController().signal);
  await runRefresh(wiring, tenant, 'full');
  const console = new ConsoleRows(knex);
  const assignment = {
    destinationId: await console.addDestination(tenant),
    packageId: await console.addPackage(tenant),
  };
  await assignContacts.run(everythingOf(tenant), EVERYBODY, assignment, 'bench');
  await wiring.close();
}
