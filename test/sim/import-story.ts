import { emailKey } from '../../core/domain/email.ts';
import type { Run } from '../../core/domain/run.ts';
import { checkImportItems } from './check-import-items.ts';
import { checkImportList } from './check-import-list.ts';
import { checkImportRuns } from './check-import-runs.ts';
import { checkImportUsers } from './check-import-users.ts';
import { ImportPeople } from './import-people.ts';
import type { ImportProvider } from './import-provider.ts';
import { type ImportScene, ImportWorld } from './import-world.ts';

/** Tells the story of a seed: imports among people and trouble, and then in peace; answers what went wrong in it. */
export async function tellImportStory(seed: number, scene: ImportScene): Promise<readonly string[]> {
  const world = new ImportWorld(seed, scene);
  for (const provider of world.providers) await settleIn(world, provider);
  const people = new ImportPeople(world);
  people.plan();
  await world.rest();
  await check(world);
  await world.calmDown();
  for (const provider of world.providers) await repeatInPeace(world, provider);
  await check(world);
  return [...new Set(world.complaints)];
}

/** Contacts are there, some with an assignment, some with a user, and some linked to it. */
async function settleIn(world: ImportWorld, provider: ImportProvider): Promise<void> {
  const { draws, ports, office } = world;
  await provider.refresh();
  for (const { id, email } of provider.contacts.values()) {
    if (draws.chance(0.9)) {
      await office.assignContacts.run(provider.scope, { ids: [id] }, provider.anAssignment(), 'Grace');
    }
    if (email === '' || draws.chance(0.6) || (await world.isTaken(email))) continue;
    const user = await provider.putUser(provider.aUser(email.trim()));
    const link = {
      userId: user.id,
      ...provider.aName(),
      account: user.company,
      importedAt: '2026-11-01T09:00:00.000Z',
    };
    if (draws.chance(0.5)) await ports.contactBook.recordImports(provider.key, [{ contactId: id, link }]);
  }
  await office.rederiveStatuses.ofAll(provider.key);
}

async function check(world: ImportWorld): Promise<void> {
  world.complaints.push(
    ...(await checkImportRuns(world)),
    ...checkImportItems(world),
    ...(await checkImportUsers(world)),
    ...(await checkImportList(world)),
  );
}

/** An import that nothing disturbs, and the same once more, which has nothing left to write. */
async function repeatInPeace(world: ImportWorld, provider: ImportProvider): Promise<void> {
  const first = await importAll(world, provider);
  const second = await importAll(world, provider);
  const outcomes = world.runs.records.get(first.id)?.outcomes;
  const { commands = [], frozen } = world.runs.records.get(second.id) ?? {};
  const failed = new Set(
    [...(frozen?.values() ?? [])]
      .filter(({ contact }) => outcomes?.get(contact.id)?.item.outcome === 'failed')
      .map(({ contact }) => emailKey(contact.email)),
  );
  const written = commands.filter(({ target }) => !failed.has(emailKey(target.email)));
  if (written.length > 0) world.complaints.push(`a repeated import wrote ${JSON.stringify(written)}`);
  if (second.tally.created + second.tally.updated > 0) world.complaints.push('a repeated import changed something');
  if (first.state !== 'done' || second.state !== 'done') world.complaints.push('an import in peace is not done');
}

async function importAll(world: ImportWorld, { scope }: ImportProvider): Promise<Run> {
  const { office, history } = world;
  const name = `in peace ${scope.tenantId} ${history.moment} ${world.schedule.now().toISOString()}`;
  const order = { requestedBy: 'Grace', idempotencyKey: name, fingerprint: name };
  const selection = { filter: {}, except: [] };
  const { id } = await office.startImport.run(scope, { ...order, selection, sendInstructions: false }, 'known');
  await world.rest();
  return office.findRun.run(scope, id);
}
