import { describe, expect, it } from 'vitest';
import { address, allRows, everything, get, loginHeaders, post, practice, send } from './practice-client.ts';

const ids = (items: { id: number }[]) => items.map((item) => item.id);

describe('practice Autotask, rule 5: paging', () => {
  it('answers at most 500 rows ascending by id, with details of the page', async () => {
    const server = await practice({ contacts: 1200 });
    const { items, pageDetails } = (await post(server, 'Contacts/query', { filter: [everything] })).json;
    expect(ids(items)).toEqual(server.control.contactIds().slice(0, 500));
    expect(pageDetails).toMatchObject({ count: 500, requestCount: 500, prevPageUrl: null });
    const next = new URL(pageDetails.nextPageUrl!);
    expect(next.origin).toBe(new URL(server.url).origin);
    expect(next.pathname).toBe('/ATServicesRest/V1.0/Contacts/query/next');
    expect(JSON.parse(next.searchParams.get('paging') ?? '')).toEqual({
      pageSize: 500,
      previousIds: [-1],
      nextIds: [items.at(-1)!.id],
    });
    expect(next.searchParams.has('search')).toBe(false);
    expect(pageDetails.nextPageUrl).toContain('paging=%7b%22pageSize%22%3a500%2c');
  });

  it('walks by POST with the same body to the end, and back', async () => {
    const server = await practice({ contacts: 1200 });
    const body = { filter: [everything], includeFields: ['id'], page: 7, sort: 'lastName' };
    expect(ids(await allRows(server, 'Contacts', body))).toEqual(server.control.contactIds());
    const walk = (url: string) =>
      send(url, { method: 'POST', headers: loginHeaders(server), body: JSON.stringify(body) });
    const first = (await post(server, 'Contacts/query', body)).json;
    const second = (await walk(first.pageDetails.nextPageUrl!)).json;
    const third = (await walk(second.pageDetails.nextPageUrl!)).json;
    expect(third.pageDetails).toMatchObject({ count: 200, nextPageUrl: null });
    expect((await walk(third.pageDetails.prevPageUrl!)).json.items).toEqual(second.items);
    expect((await walk(second.pageDetails.prevPageUrl!)).json.items).toEqual(first.items);
  });

  it('walks by GET with the search in the address', async () => {
    const server = await practice({ contacts: 700 });
    const search = JSON.stringify({ filter: [everything], includeFields: ['id'] });
    const first = await get(server, `Contacts/query?search=${encodeURIComponent(search)}`);
    const nextUrl = first.json.pageDetails.nextPageUrl!;
    expect(new URL(nextUrl).searchParams.get('search')).toBe(search);
    const second = await send(nextUrl, { headers: loginHeaders(server) });
    expect(ids([...first.json.items, ...second.json.items])).toEqual(server.control.contactIds());
  });

  it("refuses a GET on a POST's next page, and a POST without body", async () => {
    const server = await practice({ contacts: 700 });
    const { nextPageUrl } = (await post(server, 'Contacts/query', { filter: [everything] })).json.pageDetails;
    const byGet = await send(nextPageUrl!, { headers: loginHeaders(server) });
    expect(byGet.status).toBe(405);
    expect(byGet.json).toEqual({ Message: "The requested resource does not support http method 'GET'." });
    const bodiless = await send(nextPageUrl!, { method: 'POST', headers: loginHeaders(server) });
    expect(bodiless.status).toBe(500);
    expect(bodiless.json).toEqual({ errors: ['Value cannot be null.\r\nParameter name: queryModel'] });
  });

  it.each([
    ['none', null],
    ['promised', expect.any(String) as string],
  ] as const)('ends a full last page with the next page %s', async (nextPageAtExactEnd, nextPageUrl) => {
    const server = await practice({ contacts: 500, switches: { nextPageAtExactEnd } });
    const { pageDetails } = (await post(server, 'Contacts/query', { filter: [everything] })).json;
    expect(pageDetails).toMatchObject({ count: 500, nextPageUrl });
    expect(ids(await allRows(server, 'Contacts', { filter: [everything] }))).toHaveLength(500);
  });

  it('begins with company 0', async () => {
    const server = await practice();
    const page = await post(server, 'Companies/query', { maxRecords: 1, filter: [everything] });
    expect(ids(page.json.items)).toEqual([0]);
    const above = await post(server, 'Companies/query', { filter: [{ op: 'gt', field: 'id', value: 0 }] });
    expect(ids(above.json.items)).not.toContain(0);
  });

  it('neither skips nor doubles rows when some go and some come during a walk', async () => {
    const server = await practice({ contacts: 1200 });
    const before = server.control.contactIds();
    let added = 0;
    server.control.whenCalled('Contacts/query/next', 1, () => {
      server.control.deleteContact(before[100] ?? 0);
      server.control.deleteContact(before[1100] ?? 0);
      added = server.control.addContact({ companyID: 0, firstName: 'Ines', lastName: 'Brandão' });
    });
    const walked = ids(await allRows(server, 'Contacts', { filter: [everything], includeFields: ['id'] }));
    expect(walked).toEqual([...before.filter((_id, index) => index !== 1100), added]);
  });

  it('refuses an address longer than Autotask takes, except its own', async () => {
    const server = await practice();
    const search = encodeURIComponent(
      JSON.stringify({ filter: [{ op: 'eq', field: 'title', value: 'x'.repeat(2100) }] }),
    );
    const answer = await send(address(server, `Contacts/query?search=${search}`), { headers: loginHeaders(server) });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });
});
