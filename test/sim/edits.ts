import type { Draws } from './draws.ts';
import type { Tenant } from './tenant.ts';

/** Something that people do in Autotask. */
type Edit = (tenant: Tenant, draws: Draws) => void;

const NAMES = ['Ada', 'Bo', 'Çelik', 'Dvořák', "O'Hara", '李', ' Eve ', 'von Ähren'] as const;
const EMAILS = ['', 'shared@engines.example', 'SHARED@Engines.example', 'broken@', 'bo@lathe.example'] as const;

const EDITS: readonly Edit[] = [
  patchContact((_tenant, draws) => ({ lastName: draws.oneOf(NAMES) })),
  patchContact((_tenant, draws) => ({ emailAddress: draws.oneOf(EMAILS) })),
  patchContact((tenant, draws) => ({ companyID: aCompany(tenant, draws) })),
  patchContact((_tenant, draws) => ({ isActive: draws.below(2) })),
  patchCompany((_tenant, draws) => ({ companyName: `${draws.oneOf(NAMES)} & Sons` })),
  patchCompany((_tenant, draws) => ({ isActive: draws.chance(0.5) })),
  addContact,
  addCompany,
  deleteContact,
  deleteCompany,
  mergeContacts,
  mergeCompanies,
];

export function edit(tenant: Tenant, draws: Draws): void {
  const draw = tenant.contacts.size === 0 ? addContact : draws.oneOf(EDITS);
  draw(tenant, draws);
}

/** Takes away more than a refresh may without being asked. */
export function deleteMany(tenant: Tenant, draws: Draws): void {
  const kept = draws.below(9);
  for (const [place, id] of [...tenant.contacts.keys()].entries()) {
    if (place % 9 === kept || draws.chance(0.1)) remove(tenant, id);
  }
}

function patchContact(values: (tenant: Tenant, draws: Draws) => Record<string, unknown>): Edit {
  return (tenant, draws) => {
    const id = aContact(tenant, draws);
    tenant.control.patchContact(id, values(tenant, draws));
    tenant.note({ contacts: [id] });
  };
}

function patchCompany(values: (tenant: Tenant, draws: Draws) => Record<string, unknown>): Edit {
  return (tenant, draws) => {
    const id = aCompany(tenant, draws);
    tenant.control.patchCompany(id, values(tenant, draws));
    tenant.note({ companies: [id] });
  };
}

function addContact(tenant: Tenant, draws: Draws): void {
  const values = { firstName: draws.oneOf(NAMES), lastName: 'New', emailAddress: draws.oneOf(EMAILS) };
  const id = tenant.control.addContact({ ...values, companyID: aCompany(tenant, draws) });
  tenant.note({ contacts: [id] });
}

function addCompany(tenant: Tenant, draws: Draws): void {
  const id = tenant.control.addCompany({ companyName: `${draws.oneOf(NAMES)} New` });
  const contact = tenant.control.addContact({ firstName: 'First', lastName: draws.oneOf(NAMES), companyID: id });
  tenant.note({ companies: [id], contacts: [contact] });
}

function deleteContact(tenant: Tenant, draws: Draws): void {
  remove(tenant, aContact(tenant, draws));
}

function deleteCompany(tenant: Tenant, draws: Draws): void {
  const id = aCompany(tenant, draws);
  const contacts = tenant.contactsOf(id);
  if (id === 0 || contacts.length > tenant.contacts.size / 50) return;
  tenant.control.deleteCompany(id);
  tenant.note({ companies: [id], contacts });
}

function mergeContacts(tenant: Tenant, draws: Draws): void {
  const [from, into] = [aContact(tenant, draws), aContact(tenant, draws)];
  if (from === into) return;
  tenant.control.mergeContacts({ from, into });
  tenant.note({ contacts: [from, into] });
}

function mergeCompanies(tenant: Tenant, draws: Draws): void {
  const [from, into] = [aCompany(tenant, draws), aCompany(tenant, draws)];
  if (from === into || from === 0) return;
  const contacts = tenant.contactsOf(from);
  tenant.control.mergeCompanies({ from, into });
  tenant.note({ contacts, companies: [from, into] });
}

function remove(tenant: Tenant, id: number): void {
  tenant.control.deleteContact(id);
  tenant.note({ contacts: [id] });
}

function aContact(tenant: Tenant, draws: Draws): number {
  return draws.oneOf([...tenant.contacts.keys()]);
}

function aCompany(tenant: Tenant, draws: Draws): number {
  return draws.oneOf([...tenant.companies.keys()]);
}
