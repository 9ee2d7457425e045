import { expect } from 'vitest';
import { MbsApi } from '../../../adapters/mbs-api/mbs-api.ts';
import { destinationId, packageId, type TenantId } from '../../../core/domain/ids.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import { type PracticeMbs, startPracticeMbs } from '../../../host-shim/practice-mbs/practice-mbs.ts';
import { putPracticeUser } from '../../support/practice-users.ts';
import { SilentLog } from '../../support/silent-log.ts';
import { type MbsPart, mbsContracts, OURS, THEIRS } from './mbs-contracts.ts';
import { openPracticeDesk } from './practice-desk.ts';

mbsContracts('MBS API, practice', async (clock) => {
  // Two servers are two providers; letter case tells companies apart, as it does in Autotask.
  const start = (seed: number) => startPracticeMbs({ users: 0, seed, switches: { sameCompanyName: 'created' } });
  const [one, other] = [await start(1), await start(2)];
  const ours = await partOf(one, { tenantId: OURS, clock });
  const theirs = await partOf(other, { tenantId: THEIRS, clock });
  // The ids of packages differ in the service; two servers would give the same.
  for (let count = 0; count < 8; count += 1) await theirs.addPackage();
  const tellLogins = (from: PracticeMbs, to: PracticeMbs) => {
    for (const { login } of from.control.users()) to.control.takeElsewhere(login);
  };
  return {
    of: (tenant) => (tenant === OURS ? ours : theirs),
    shareLogins: () => tellLogins(one, other),
    async dispose() {
      for (const { control } of [one, other]) {
        expect(control.erasedUsers()).toEqual([]);
        expect(control.calls().filter(({ method }) => method === 'DELETE')).toEqual([]);
      }
      await Promise.all([ours.mbs.close(), theirs.mbs.close(), one.close(), other.close()]);
    },
  };
});

async function partOf(practice: PracticeMbs, owner: { tenantId: TenantId; clock: Clock }): Promise<MbsPart> {
  const { url, login, control } = practice;
  const mbs = new MbsApi({ url, ...login, log: new SilentLog(), ...owner });
  const desk = await openPracticeDesk(practice);
  for (const { id } of control.packages()) control.removePackage(id);
  const seeded = new Set((await mbs.storageDestinations.list(owner.tenantId)).map(({ id }) => id));
  const seededCompanies = new Set(control.companies().map(({ id }) => id));
  return {
    mbs,
    storageDestinations: {
      list: async (tenant) => (await mbs.storageDestinations.list(tenant)).filter(({ id }) => !seeded.has(id)),
    },
    async addDestination({ name = 'backups', account = 'Corp S3', type = 'AmazonS3' } = {}) {
      const id = control.addAccount({ displayName: account, type, destinations: [name] });
      return destinationId(`${id}/${encodeURIComponent(name)}`);
    },
    async addPackage({ name = '100 GB', limit = 100, enabled = true } = {}) {
      const id = await desk.addPackage({ Name: name, StorageLimit: limit });
      if (!enabled) control.changePackage(id, { isEnabled: false });
      return packageId(String(id));
    },
    putUser: async (user) => void putPracticeUser(control, user),
    deleteUser: async ({ id }) => control.deleteUser(id),
    companies: () =>
      control
        .companies()
        .filter(({ id }) => !seededCompanies.has(id))
        .map(({ name }) => name),
  };
}
