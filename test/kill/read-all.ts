import type { ContactItem, RunItemView } from '../../core/contract/index.ts';
import type { NodeClient } from '../host-shim/console/node-client.ts';
import type { ConsoleProcess } from '../support/console-process.ts';

/** A user as the Users page has it. */
export interface ConsoleUser {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly destinationId: string | null;
  readonly packageId: string | null;
}

export function readContacts(client: NodeClient, node: ConsoleProcess): Promise<readonly ContactItem[]> {
  return readAll<ContactItem>(client, node, '/contacts');
}

export function readUsers(client: NodeClient, node: ConsoleProcess): Promise<readonly ConsoleUser[]> {
  return readAll<ConsoleUser>(client, node, '/console/users');
}

export function readItems(client: NodeClient, node: ConsoleProcess, runId: string): Promise<readonly RunItemView[]> {
  return readAll<RunItemView>(client, node, `/runs/${runId}/items`);
}

async function readAll<Item>(client: NodeClient, node: ConsoleProcess, route: string): Promise<readonly Item[]> {
  const all: Item[] = [];
  let after = '';
  for (;;) {
    const page = await client.ask<{ items: readonly Item[]; next: string | null }>(node, `${route}?limit=500${after}`);
    all.push(...page.items);
    if (page.next === null) return all;
    after = `&after=${encodeURIComponent(page.next)}`;
  }
}
