import { describe, expect, it } from 'vitest';
import { Assignments } from '../../../../plugin-ui/contacts/assignments.ts';
import { ContactList } from '../../../../plugin-ui/contacts/contact-list.ts';
import { FakePluginApi, sampleProblem } from '../fake-plugin-api.ts';
import { sampleContact, sampleContacts } from '../sample-contacts.ts';

function openList(count = 250) {
  const api = new FakePluginApi();
  api.items = [...sampleContacts(count)];
  const assignments = new Assignments(() => Promise.resolve());
  return { api, list: new ContactList({ api: () => api, assignments, changed: () => undefined }) };
}

describe('ContactList', () => {
  it('opens with the active contacts and counts the inactive ones', async () => {
    const { api, list } = openList();
    await list.reload(() => []);
    expect([list.total, list.inactive, list.isLoaded]).toEqual([228, 22, true]);
    expect(api.sentTo('contacts')).toContainEqual({ active: true, sort: 'lastName', at: 0, limit: 100 });
  });

  it('asks for a further page once, without totals', async () => {
    const { api, list } = openList();
    await list.reload(() => []);
    const page = await list.page(1);
    expect(page).toHaveLength(100);
    expect(api.sentTo('contacts').at(-1)).toMatchObject({ at: 100, totals: false });
    const asked = api.calls.length;
    expect(list.page(1)).toHaveLength(100);
    expect(api.calls).toHaveLength(asked);
  });

  it('reads only the pages on screen again', async () => {
    const { api, list } = openList(500);
    await list.reload(() => []);
    api.calls.length = 0;
    await list.reload(() => [2, 3]);
    expect(api.sentTo('contacts').map((sent) => (sent as { at?: number }).at)).toEqual([200, 300, undefined]);
    expect(list.page(2)).toBeInstanceOf(Array);
  });

  it('answers many wishes to reload by one more reading', async () => {
    const { api, list } = openList(10);
    const first = list.reload(() => []);
    await Promise.all([first, list.reload(() => []), list.reload(() => []), list.reload(() => [])]);
    expect(api.sentTo('contacts').filter((sent) => (sent as { at?: number }).at === 0)).toHaveLength(2);
  });

  it('keeps the rows it has when a reload fails, and says so', async () => {
    const { api, list } = openList(10);
    await list.reload(() => []);
    const { version } = list;
    api.failing.set('contacts', sampleProblem());
    await list.reload(() => []);
    expect(list.problem?.code).toBe('console_unavailable');
    expect([list.isLoaded, list.version, list.total]).toEqual([true, version, 10]);
    api.failing.clear();
    await list.reload(() => []);
    expect(list.problem).toBe(null);
  });

  it('shows the answer to the last question, whatever comes late', async () => {
    const { api, list } = openList(22);
    await list.reload(() => []);
    let answer = (): void => undefined;
    api.waiting.set('contacts', new Promise<void>((resolve) => (answer = resolve)));
    const slow = list.show({ filter: {} });
    api.waiting.clear();
    await list.show({ filter: { active: false } });
    answer();
    await slow;
    expect([list.total, list.isLoading]).toEqual([2, false]);
  });

  it('tells a page that could not be read', async () => {
    const { api, list } = openList();
    await list.reload(() => []);
    api.failing.set('contacts', sampleProblem());
    const failed = await Promise.resolve(list.page(1)).then(
      () => false,
      () => true,
    );
    expect([failed, list.problem?.code]).toEqual([true, 'console_unavailable']);
  });

  it('shows rows as they are assigned', async () => {
    const { api, list } = openList(0);
    api.items = [sampleContact()];
    const assignments = new Assignments(() => new Promise(() => undefined));
    const other = new ContactList({ api: () => api, assignments, changed: () => undefined });
    await Promise.all([list.reload(() => []), other.reload(() => [])]);
    void assignments.assign('1', { packageId: 'p1' });
    other.redraw();
    expect(((await other.page(0))[0] ?? null)?.packageId).toBe('p1');
    expect(((await list.page(0))[0] ?? null)?.packageId).toBe(null);
  });
});
