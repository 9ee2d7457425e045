import { describe, expect, it } from 'vitest';
import { allRows, everything, get, practice, rows, type WireRow } from './practice-client.ts';

async function wholeData(options: { contacts: number; seed: number }) {
  const server = await practice(options);
  const includeFields = [
    'id',
    'firstName',
    'lastName',
    'emailAddress',
    'companyID',
    'isActive',
    'createDate',
    'lastModifiedDate',
  ];
  const contacts = await allRows(server, 'Contacts', { includeFields, filter: [everything] });
  const companies = await allRows(server, 'Companies', { filter: [everything] });
  return { server, contacts, companies };
}

const emailKey = (contact: WireRow) => (contact.emailAddress ?? '').trim().toLowerCase();
const isAddress = (email: string) => /^[^@\s,;<>]+@[^@\s,;<>]+$/.test(email);

function counts(values: Iterable<number | string>): Map<number | string, number> {
  const found = new Map<number | string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

describe('practice Autotask, rule 9: the data', () => {
  it('is the same for the same seed and other people for another', async () => {
    const [one, same, other] = [
      await wholeData({ contacts: 300, seed: 4 }),
      await wholeData({ contacts: 300, seed: 4 }),
      await wholeData({ contacts: 300, seed: 5 }),
    ];
    expect(same.contacts).toEqual(one.contacts);
    expect(same.companies).toEqual(one.companies);
    expect(other.contacts.map(({ lastName }) => lastName)).not.toEqual(one.contacts.map(({ lastName }) => lastName));
    expect(other.companies.map(({ companyName }) => companyName)).not.toEqual(
      one.companies.map(({ companyName }) => companyName),
    );
  });

  it('has companies from one person to 900, and the MSP itself with id 0', async () => {
    const { contacts, companies } = await wholeData({ contacts: 2000, seed: 1 });
    expect(contacts).toHaveLength(2000);
    expect(companies.length).toBeGreaterThanOrEqual(200);
    expect(companies[0]?.id).toBe(0);
    const sizes = counts(contacts.map(({ companyID }) => companyID));
    expect(sizes.get(0)).toBeGreaterThan(1);
    expect(Math.max(...sizes.values())).toBe(900);
    expect([...sizes.values()].filter((size) => size === 1).length).toBeGreaterThan(20);
    expect(contacts.every(({ companyID }) => companies.some(({ id }) => id === companyID))).toBe(true);
  });

  it.each([1, 2, 3, 4])('is mostly fit for import: 85 to 90 of 100 contacts, with seed %i', async (seed) => {
    const { contacts, companies } = await wholeData({ contacts: 2000, seed });
    const open = new Set(companies.filter(({ isActive }) => isActive).map(({ id }) => id));
    const active = contacts.filter(({ isActive, companyID }) => isActive === 1 && open.has(companyID));
    const uses = counts(active.map(emailKey));
    const fit = active.filter((contact) => isAddress(emailKey(contact)) && uses.get(emailKey(contact)) === 1);
    expect(fit.length / contacts.length).toBeGreaterThanOrEqual(0.85);
    expect(fit.length / contacts.length).toBeLessThanOrEqual(0.9);
  });

  it('holds every trouble with e-mail addresses', async () => {
    const { contacts } = await wholeData({ contacts: 2000, seed: 1 });
    const emails = contacts.map(({ emailAddress }) => emailAddress);
    expect(emails).toContain(null);
    expect(emails).toContain('');
    const filled = emails.filter((email) => email !== null).filter((email) => email.trim() !== '');
    expect(filled.some((email) => email !== email.trim())).toBe(true);
    expect(filled.some((email) => /[A-Z]/.test(email) && /[a-z]/.test(email))).toBe(true);
    expect(filled.some((email) => !isAddress(email.trim()))).toBe(true);
    const shared = [...counts(contacts.map(emailKey))].filter(([email, uses]) => email !== '' && uses > 1);
    const companiesOf = (email: number | string) =>
      new Set(contacts.filter((contact) => emailKey(contact) === email).map(({ companyID }) => companyID));
    expect(shared.length).toBeGreaterThan(3);
    expect(shared.some(([email]) => companiesOf(email).size > 1)).toBe(true);
    const domains = filled.filter((email) => isAddress(email.trim())).map((email) => email.trim().split('@')[1]);
    expect(domains.every((domain) => domain?.toLowerCase().endsWith('.example'))).toBe(true);
  });

  it('holds names of many scripts, accents, apostrophes and hyphens, and nobody made up', async () => {
    const { contacts, companies } = await wholeData({ contacts: 2000, seed: 1 });
    const names = contacts.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
    for (const script of ['Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Han', 'Hangul', 'Devanagari', 'Thai']) {
      expect(
        names.some((name) => new RegExp(`\\p{Script=${script}}`, 'u').test(name)),
        script,
      ).toBe(true);
    }
    for (const mark of [/[áéíóúñçöüåøłšž]/, /['’]/, /\p{L}-\p{L}/u, /[ạảấầẩẫậắặẹệỉịọộơờởợụủứừửữựỳỵỷỹĐđ]/]) {
      expect(
        names.some((name) => mark.test(name)),
        String(mark),
      ).toBe(true);
    }
    const everyText = [...names, ...companies.map(({ companyName }) => companyName)].join('\n');
    expect(everyText).not.toMatch(/\b(test|lorem|user \d|company \d|contact \d|undefined|null|NaN)\b|[{}]/i);
    expect(new Set(companies.map(({ companyName }) => companyName)).size).toBe(companies.length);
  });

  it('has inactive people, and active people of inactive companies', async () => {
    const { contacts, companies } = await wholeData({ contacts: 2000, seed: 1 });
    const closed = new Set(companies.filter(({ isActive }) => !isActive).map(({ id }) => id));
    expect(closed.size).toBeGreaterThan(2);
    expect(new Set(contacts.map(({ isActive }) => isActive))).toEqual(new Set([0, 1]));
    expect(contacts.some(({ isActive, companyID }) => isActive === 1 && closed.has(companyID))).toBe(true);
  });

  it('writes dates with 0 to 3 digits of a second, some without Z', async () => {
    const { server, contacts } = await wholeData({ contacts: 2000, seed: 1 });
    const dates = contacts.map(({ createDate }) => createDate);
    for (const digits of ['', '\\.\\d', '\\.\\d\\d', '\\.\\d\\d\\d']) {
      expect(
        dates.some((date) => new RegExp(`:\\d\\d${digits}Z$`).test(date)),
        digits,
      ).toBe(true);
    }
    expect(dates.some((date) => /\d$/.test(date))).toBe(true);
    server.control.setSwitches({ dates: 'with_z' });
    const written = await rows(server, 'Contacts', everything);
    expect(written.every(({ createDate }) => createDate.endsWith('Z'))).toBe(true);
    expect(contacts.some(({ createDate, lastModifiedDate }) => lastModifiedDate < createDate)).toBe(true);
  });

  it('has ids with large gaps, beyond 32 bits in a big database', async () => {
    const server = await practice({ contacts: 20_000 });
    const ids = server.control.contactIds();
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0))).toBe(true);
    expect(ids.at(-1)).toBeGreaterThan(2 ** 32);
    expect(ids.filter((id, index) => id - (ids[index - 1] ?? id) > 5_000).length).toBeGreaterThan(10);
  });

  it('mixes null and "" for nothing, and has user-defined fields', async () => {
    const server = await practice();
    const [id = 0] = server.control.contactIds();
    const { item } = (await get(server, `Contacts/${id}`)).json;
    expect(Object.values(item)).toContain(null);
    expect(Object.values(item)).toContain('');
    expect(item.userDefinedFields).toHaveLength(3);
  });

  it.each([0, 1, 2, 5, 30])('works with %i contacts', async (contacts) => {
    const data = await wholeData({ contacts, seed: 9 });
    expect(data.contacts).toHaveLength(contacts);
    expect(data.companies[0]?.id).toBe(0);
  });

  it('gives no two of 5,000 companies the same name', async () => {
    const server = await practice({ contacts: 100_000, seed: 2 });
    const body = { includeFields: ['id', 'companyName'], filter: [everything] };
    const companies = await allRows(server, 'Companies', body);
    expect(companies).toHaveLength(5000);
    const names = counts(companies.map(({ companyName }) => companyName.trim().replace(/\s+/g, ' ')));
    expect([...names.values()].filter((uses) => uses > 1)).toEqual([]);
  });
});
