import { describe, expect, it } from 'vitest';
import { everything, get, loginHeaders, post, practice } from './practice-client.ts';

const REFUSAL = {
  errors: ['The logged in Resource does not have the adequate permissions to query this entity type.'],
};

describe('practice Autotask, rule 3: permissions', () => {
  it('refuses an entity without the right, and only that entity', async () => {
    const server = await practice();
    server.control.setPermission('Contacts', 'none');
    const [firstId] = server.control.contactIds();
    for (const answer of [
      await post(server, 'Contacts/query', { filter: [everything] }),
      await post(server, 'Contacts/query/count', { filter: [everything] }),
      await get(server, `Contacts/${firstId}`),
      await get(server, 'Companies/0/Contacts'),
    ]) {
      expect(answer.status).toBe(500);
      expect(answer.json).toEqual(REFUSAL);
    }
    expect((await post(server, 'Companies/query', { filter: [everything] })).status).toBe(200);
  });

  it.each(['Contacts', 'Companies'] as const)(
    'hides rows of %s behind a partial right, without a word',
    async (entity) => {
      const server = await practice({ contacts: 2000 });
      const count = async () => (await post(server, `${entity}/query/count`, { filter: [everything] })).json.queryCount;
      const all = await count();
      server.control.setPermission(entity, 'restricted');
      const seen = await count();
      expect(seen).toBeGreaterThan(all * 0.5);
      expect(seen).toBeLessThan(all);
      const page = await post(server, `${entity}/query`, { filter: [everything] });
      expect(page.json.pageDetails.count).toBe(Math.min(500, seen));
    },
  );

  it('hides a single row too', async () => {
    const server = await practice({ contacts: 2000 });
    server.control.patchCompany(0, { companyType: 7 });
    server.control.setPermission('Companies', 'restricted');
    expect((await get(server, 'Companies/0')).json).toEqual({ item: null });
  });

  it.each([
    ['none', 'None', 'words'],
    ['restricted', 'Restricted', 'words'],
    ['all', 'All', 'words'],
    ['none', 0, 'numbers'],
    ['restricted', 2, 'numbers'],
    ['all', 1, 'numbers'],
  ] as const)('says %s as %j in the entity information, by %s', async (permission, said, accessSpelling) => {
    const server = await practice({ switches: { accessSpelling } });
    server.control.setPermission('Contacts', permission);
    const { info } = (await get(server, 'Contacts/entityInformation')).json;
    expect(info).toMatchObject({ name: 'Contact', userAccessForQuery: said, hasUserDefinedFields: true });
    const other = (await get(server, 'Companies/entityInformation')).json;
    expect(other.info.userAccessForQuery).toBe(accessSpelling === 'words' ? 'All' : 1);
  });

  it('refuses an impersonation on a query, or ignores it when so switched', async () => {
    const server = await practice();
    const impersonating = { ...loginHeaders(server), ImpersonationResourceId: '29682885' };
    const ask = () => post(server, 'Contacts/query', { filter: [everything] }, impersonating);
    expect((await ask()).json).toEqual(REFUSAL);
    server.control.setSwitches({ impersonationOnReads: 'ignored' });
    expect((await ask()).status).toBe(200);
  });
});
