import { describe, expect, it } from 'vitest';
import { address, everything, get, loginHeaders, post, practice, rows, send } from './practice-client.ts';

const ids = (items: { id: number }[]) => items.map((item) => item.id);

/** Six contacts of one new company, so that each operator has something to find. */
async function prepared() {
  const server = await practice({ now: () => Date.UTC(2026, 10, 24, 9, 0, 0, 120) });
  const companyID = server.control.addCompany({ companyName: 'Ørsted & Søn Bådebyggeri' });
  const add = (values: Record<string, unknown>) => server.control.addContact({ companyID, ...values });
  const anna = add({ firstName: 'Anna', lastName: 'Ørsted', emailAddress: 'Anna@Baade.example', title: 'Owner' });
  const bo = add({ firstName: 'Bo', lastName: 'Kjær', emailAddress: 'bo@baade.example', isActive: 0 });
  const carl = add({ firstName: 'Carl', lastName: 'Ørsted', emailAddress: '', roomNumber: '12' });
  const of = { op: 'eq', field: 'companyID', value: companyID };
  return { server, companyID, anna, bo, carl, of };
}

describe('practice Autotask, rule 4: the query engine', () => {
  it.each([
    [{ op: 'eq', field: 'lastName', value: 'ørsted' }, ['anna', 'carl']],
    [{ op: 'noteq', field: 'lastName', value: 'Ørsted' }, ['bo']],
    [{ op: 'beginsWith', field: 'firstName', value: 'a' }, ['anna']],
    [{ op: 'endsWith', field: 'emailAddress', value: 'BAADE.example' }, ['anna', 'bo']],
    [{ op: 'contains', field: 'emailAddress', value: '@baade' }, ['anna', 'bo']],
    [{ op: 'exist', field: 'title' }, ['anna']],
    [{ op: 'notExist', field: 'title' }, ['bo', 'carl']],
    [{ op: 'in', field: 'firstName', value: ['ANNA', 'carl', 'nobody'] }, ['anna', 'carl']],
    [{ op: 'notIn', field: 'firstName', value: ['Anna'] }, ['bo', 'carl']],
    [{ op: 'eq', field: 'isActive', value: 0 }, ['bo']],
    [{ op: 'eq', field: 'isActive', value: 'true' }, ['anna', 'carl']],
    [{ op: 'gt', field: 'roomNumber', value: '11' }, ['carl']],
    [{ op: 'eq', field: 'title', value: null }, []],
    [{ OP: 'EQ', Field: 'FIRSTNAME', Value: 'Bo' }, ['bo']],
    [
      {
        op: 'or',
        items: [
          { op: 'eq', field: 'firstName', value: 'Anna' },
          { op: 'eq', field: 'isActive', value: 0 },
        ],
      },
      ['anna', 'bo'],
    ],
    [
      {
        op: 'and',
        items: [
          { op: 'eq', field: 'lastName', value: 'Ørsted' },
          { op: 'exist', field: 'title' },
        ],
      },
      ['anna'],
    ],
    [{ op: 'gte', field: 'lastModifiedDate', value: '2026-11-24T09:00:00.12Z' }, ['anna', 'bo', 'carl']],
    [{ op: 'gte', field: 'lastModifiedDate', value: '2026-11-24T09:00:00.120' }, ['anna', 'bo', 'carl']],
    [{ op: 'gt', field: 'lastModifiedDate', value: '2026-11-24T09:00:00.120Z' }, []],
    [{ op: 'lt', field: 'createDate', value: '2026-11-24' }, []],
  ])('finds with %j', async (condition, wanted) => {
    const { server, of, ...people } = await prepared();
    const found = await rows(server, 'Contacts', of, condition);
    expect(ids(found)).toEqual(wanted.map((name) => people[name as 'anna']));
  });

  it('compares ids, beyond 32 bits too', async () => {
    const server = await practice({ contacts: 10_000 });
    const all = server.control.contactIds();
    const last = all.at(-1);
    expect(last).toBeGreaterThan(2 ** 32);
    const from = all.at(-3);
    expect(ids(await rows(server, 'Contacts', { op: 'gte', field: 'id', value: from }))).toEqual(all.slice(-3));
    expect(ids(await rows(server, 'Contacts', { op: 'eq', field: 'Id', value: last }))).toEqual([last]);
    expect(
      ids(
        await rows(server, 'Contacts', { op: 'gt', field: 'id', value: from }, { op: 'lt', field: 'id', value: last }),
      ),
    ).toEqual(all.slice(-2, -1));
    expect(ids(await rows(server, 'Contacts', { op: 'in', field: 'id', value: [from, last, 1] }))).toEqual([
      from,
      last,
    ]);
  });

  it('counts what it would answer', async () => {
    const { server, of } = await prepared();
    const body = { filter: [of, { op: 'eq', field: 'isActive', value: 1 }] };
    expect((await post(server, 'Contacts/query/count', body)).json).toEqual({ queryCount: 2 });
    const search = encodeURIComponent(JSON.stringify(body));
    expect((await get(server, `Contacts/query/count?search=${search}`)).json).toEqual({ queryCount: 2 });
    expect((await post(server, 'Contacts/query/count', { filter: [everything] })).json).toEqual({ queryCount: 403 });
  });

  it('drops an operator that it does not know, which widens the query', async () => {
    const { server, of, anna, bo, carl } = await prepared();
    const misspelt = { op: 'ne', field: 'noSuchField', value: 'x' };
    expect(ids(await rows(server, 'Contacts', of, misspelt))).toEqual([anna, bo, carl]);
    const either = { op: 'or', items: [misspelt, { op: 'eq', field: 'firstName', value: 'Bo' }] };
    expect(ids(await rows(server, 'Contacts', of, either))).toEqual([bo]);
    expect((await rows(server, 'Contacts', misspelt)).length).toBe(403);
  });

  it('finds nothing by a text in place of a long id', async () => {
    const { server, anna } = await prepared();
    expect(await rows(server, 'Contacts', { op: 'eq', field: 'id', value: String(anna) })).toEqual([]);
  });

  it.each([
    ['Contacts', { filter: [{ op: 'eq', field: 'companyName', value: 'x' }] }, 'companyName in the Contact'],
    ['Contacts', { includeFields: ['id', 'CompanyName'], filter: [everything] }, 'CompanyName in the Contact'],
    ['Companies', { filter: [{ op: 'eq', field: 'lastModifiedDate', value: 'x' }] }, 'lastModifiedDate in the Account'],
    ['Contacts', { filter: [{ op: 'eq', field: 'Shoe size', udf: true, value: '1' }] }, 'Shoe size in the Contact'],
  ])('refuses an unknown field of %s', async (entity, body, text) => {
    const server = await practice();
    const answer = await post(server, `${entity}/query`, body);
    expect(answer.status).toBe(500);
    expect(answer.json).toEqual({ errors: [`Unable to find ${text} Entity`] });
  });

  it.each([
    ['no filter', {}],
    ['an empty filter', { filter: [] }],
    ['a field that cannot be queried', { filter: [{ op: 'eq', field: 'solicitationOptOut', value: true }] }],
    ['a page of 501', { maxRecords: 501, filter: [everything] }],
    ['a page of 0', { maxRecords: 0, filter: [everything] }],
    ['501 values', { filter: [{ op: 'in', field: 'id', value: Array.from({ length: 501 }, (_none, id) => id) }] }],
    ['501 alternatives', { filter: [{ op: 'or', items: Array.from({ length: 501 }, () => everything) }] }],
    [
      'two user-defined fields',
      { filter: ['Badge number', 'Training hours'].map((field) => ({ op: 'exist', field, udf: true })) },
    ],
  ])('refuses %s with a text', async (_what, body) => {
    const server = await practice();
    const answer = await post(server, 'Contacts/query', body);
    expect(answer.status).toBe(500);
    expect(answer.json).toEqual({ errors: [expect.any(String)] });
  });

  it('takes 500 values and pages of 1 to 500, and 500 without a word', async () => {
    const server = await practice({ contacts: 700 });
    const values = server.control.contactIds().slice(0, 500);
    const page = await post(server, 'Contacts/query', { filter: [{ op: 'in', field: 'id', value: values }] });
    expect(page.json.pageDetails).toMatchObject({ count: 500, requestCount: 500, nextPageUrl: null });
    const one = await post(server, 'Contacts/query', { MaxRecords: 1, Filter: [everything] });
    expect(one.json.pageDetails).toMatchObject({ count: 1, requestCount: 1 });
  });

  it.each([
    ['broken', '{"filter":'],
    ['a list', '[]'],
    ['no body', ''],
  ])('refuses %s as no query', async (_what, body) => {
    const server = await practice();
    const answer = await send(address(server, 'Contacts/query'), {
      method: 'POST',
      headers: loginHeaders(server),
      body,
    });
    expect(answer.json).toEqual({ errors: ['Value cannot be null.\r\nParameter name: queryModel'] });
  });

  it('filters by a user-defined field', async () => {
    const { server, anna, of } = await prepared();
    server.control.patchContact(anna, { userDefinedFields: [{ name: 'Badge number', value: 'B777' }] });
    const found = await rows(server, 'Contacts', of, { op: 'eq', field: 'badge number', value: 'b777', udf: true });
    expect(ids(found)).toEqual([anna]);
  });

  it('answers only the fields asked for, id first and in its own spelling', async () => {
    const { server, anna, of } = await prepared();
    const ask = (includeFields: string[]) => post(server, 'Contacts/query', { includeFields, filter: [of] });
    const named = await ask(['LASTNAME', 'id', 'emailAddress']);
    expect(Object.keys(named.json.items[0]!)).toEqual(['id', 'emailAddress', 'lastName', 'userDefinedFields']);
    expect(named.json.items[0]!.userDefinedFields).toEqual([]);
    server.control.setSwitches({ missingUserDefinedFields: 'absent' });
    expect(Object.keys((await ask(['id'])).json.items[0]!)).toEqual(['id']);
    const own = await ask(['id', 'Badge number']);
    expect(own.json.items[0]).toEqual({ id: anna, userDefinedFields: [{ name: 'Badge number', value: null }] });
    expect(Object.keys((await ask([])).json.items[0]!)).toHaveLength(45);
  });

  it('answers one row, and null or 404 for one that is not there', async () => {
    const { server, anna } = await prepared();
    expect((await get(server, `Contacts/${anna}`)).json.item).toMatchObject({
      id: anna,
      firstName: 'Anna',
      isActive: 1,
    });
    const missing = await get(server, 'Contacts/1');
    expect([missing.status, missing.json]).toEqual([200, { item: null }]);
    server.control.setSwitches({ missingItem: 'status_404' });
    expect((await get(server, 'Contacts/1')).status).toBe(404);
  });

  it('lists the contacts of one company', async () => {
    const { server, companyID, anna, bo, carl } = await prepared();
    const answer = await get(server, `Companies/${companyID}/Contacts`);
    expect(ids(answer.json.items)).toEqual([anna, bo, carl]);
    expect(answer.json.pageDetails).toEqual({ count: 3, requestCount: 500, prevPageUrl: null, nextPageUrl: null });
  });

  it('describes its fields', async () => {
    const server = await practice();
    const { fields } = (await get(server, 'Contacts/entityInformation/fields')).json;
    expect(fields).toHaveLength(44);
    const field = (name: string) => fields.find((each) => each.name === name);
    expect(field('isActive')).toMatchObject({ dataType: 'integer', isRequired: true });
    expect(field('emailAddress')).toMatchObject({ dataType: 'string', length: 254, isPickList: false });
    expect(field('companyID')).toMatchObject({ isReference: true, referenceEntityType: 'Company' });
    const companies = (await get(server, 'Companies/entityInformation/fields')).json.fields;
    expect(companies).toHaveLength(60);
    const type = companies.find((each) => each.name === 'companyType');
    expect(type!.picklistValues[0]).toMatchObject({ value: '1', label: 'Customer' });
    const own = (await get(server, 'Contacts/entityInformation/userDefinedFields')).json.fields;
    expect(own.map((each) => each.name)).toContain('Badge number');
  });

  it('knows no other entity and no writes', async () => {
    const server = await practice();
    const unknown = await get(server, 'Tickets/query');
    expect(unknown.status).toBe(404);
    expect(unknown.json).toHaveProperty('Message');
    const write = await post(server, 'Companies/0/Contacts', {});
    expect(write.status).toBe(405);
    expect(write.json.Message).toBe("The requested resource does not support http method 'POST'.");
  });
});
