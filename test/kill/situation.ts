import type { ContactItem, DestinationView, ImportPreview, PackageView, RunView } from '../../core/contract/index.ts';
import { NodeClient } from '../host-shim/console/node-client.ts';
import type { ConsoleProcess } from '../support/console-process.ts';
import type { Installation } from './installation.ts';
import { type ConsoleUser, readContacts, readUsers } from './read-all.ts';

/** What every import begins with. */
export interface Situation {
  readonly client: NodeClient;
  readonly contacts: readonly ContactItem[];
  readonly users: readonly ConsoleUser[];
  readonly preview: ImportPreview;
  readonly assignment: { readonly destinationId: string; readonly packageId: string };
}

export const EVERYBODY = { filter: {} };

const IMPORTED_BEFORE = 0.15;
const RENAMED = 0.06;

/** Gets the contacts, assigns all, imports some and renames some of their users, so that there is work of every kind. */
export async function makeReady(installation: Installation): Promise<Situation> {
  let node = await installation.startNode();
  const client = await NodeClient.signIn(node);
  await client.ask(node, '/connection', { method: 'PUT', body: node.practice });
  await carryOut('/refreshes', {});
  const assignment = await firstChoice(client, node);
  await client.ask(node, '/contacts', { method: 'PATCH', body: { selection: EVERYBODY, ...assignment } });
  const fetched = await readContacts(client, node);
  const importable = fetched.filter(({ active, problem }) => active && problem === null);
  const selection = { ids: importable.slice(0, shareOf(IMPORTED_BEFORE)).map(({ id }) => id) };
  // Unseen it would be held where nothing has been imported yet.
  const { fingerprint } = await previewOf(client, node, selection);
  await carryOut('/imports', { selection, fingerprint });
  for (const { id } of (await readUsers(client, node)).slice(0, shareOf(RENAMED))) {
    await installation.rename(id, 'Renamed', { client, node });
  }
  // Over the MBS API a node shows users as they were up to a minute ago.
  await node.stop();
  node = await installation.startNode();
  const situation = {
    client,
    contacts: await readContacts(client, node),
    users: await readUsers(client, node),
    preview: await previewOf(client, node),
    assignment,
  };
  await node.stop();
  return situation;

  function shareOf(share: number): number {
    return Math.round(installation.contacts * share);
  }

  async function carryOut(route: string, body: object): Promise<void> {
    const { runId } = await client.ask<{ runId: string }>(node, route, { method: 'POST', body });
    const run: RunView | undefined = (await (await client.follow(node, runId)).rest()).at(-1);
    if (run?.state !== 'done') throw new Error(`${route} ended like this: ${JSON.stringify(run)}`);
  }
}

export function previewOf(
  client: NodeClient,
  node: ConsoleProcess,
  selection: object = EVERYBODY,
): Promise<ImportPreview> {
  return client.ask<ImportPreview>(node, '/imports/preview', { method: 'POST', body: { selection } });
}

async function firstChoice(client: NodeClient, node: ConsoleProcess): Promise<Situation['assignment']> {
  const [destination] = await client.ask<readonly DestinationView[]>(node, '/destinations');
  const packages = await client.ask<readonly PackageView[]>(node, '/packages');
  const pack = packages.find(({ enabled }) => enabled);
  if (destination === undefined || pack === undefined) throw new Error('The console has nothing to choose from');
  return { destinationId: destination.id, packageId: pack.id };
}
