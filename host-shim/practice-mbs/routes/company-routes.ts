import { jsonAnswer } from '../../practice-server/answer.ts';
import { type Company, companyKey } from '../data/company.ts';
import type { Database } from '../data/database.ts';
import type { PracticeState } from '../practice-state.ts';
import type { SentObject } from '../sent/sent-object.ts';
import { type Answer, messageAnswer, nothingAnswer } from '../server/answer.ts';
import { wireCompany } from '../wire/wire-company.ts';
import { askedUuid } from './asked-id.ts';
import { Refused } from './refused.ts';
import type { Asked, Route } from './route.ts';

export const companyRoutes: readonly Route[] = [
  { method: 'GET', route: 'Companies', answer: listCompanies },
  { method: 'GET', route: 'Companies/{id}', answer: oneCompany },
  { method: 'POST', route: 'Companies', answer: createCompany },
  { method: 'PUT', route: 'Companies', answer: changeCompany },
  { method: 'DELETE', route: 'Companies/{id}', answer: deleteCompany },
];

function listCompanies(state: PracticeState): Answer {
  const companies = [...state.database.companies.values()];
  return jsonAnswer(
    200,
    companies.map((company) => wireCompany(state, company)),
  );
}

function oneCompany(state: PracticeState, { call }: Asked): Answer {
  const company = state.database.companies.get(askedUuid(call));
  return jsonAnswer(200, company === undefined ? null : wireCompany(state, company));
}

function createCompany({ database, switches }: PracticeState, { sent }: Asked): Answer {
  const name = sentName(sent);
  if (switches.companyCreation === 'refused') throw new Refused('You have no permission to create companies.');
  if (switches.sameCompanyName === 'refused') checkNameIsFree(database, name);
  const id = database.newId();
  database.companies.set(id, { id, ...sentFields(sent), name, destinationIds: [] });
  return jsonAnswer(200, id);
}

/** Its users go on under the new name: what they hold is the company, not its name (mbs.md §1.3, seen in 1 client). */
function changeCompany({ database, switches }: PracticeState, { sent }: Asked): Answer {
  const company = database.companies.get((sent.text('Id') ?? '').toLowerCase());
  if (company === undefined) throw new Refused('Company not found.');
  const name = sentName(sent);
  if (companyKey(name) !== companyKey(company.name)) checkNameIsFree(database, name);
  database.companies.set(company.id, { ...company, ...sentFields(sent), name });
  renameInUsers(database, company.name, name);
  return nothingAnswer(switches);
}

/** An unknown one is 400 with these words (mbs.md §3.2, seen in 1 client). */
function deleteCompany({ database, switches }: PracticeState, { call }: Asked): Answer {
  const company = database.companies.get(askedUuid(call));
  if (company === undefined) return messageAnswer(400, 'Company not found.', switches);
  database.companies.delete(company.id);
  renameInUsers(database, company.name, '');
  return nothingAnswer(switches);
}

function renameInUsers({ users }: Database, from: string, company: string): void {
  for (const user of users.all()) if (user.company === from) users.put({ ...user, company });
}

function sentName(sent: SentObject): string {
  const name = sent.text('Name') ?? '';
  if (name.trim() === '') throw new Refused('The request is invalid.');
  return name;
}

function checkNameIsFree(database: Database, name: string): void {
  if (database.companyNamed(name) !== undefined) throw new Refused('Company already exists.');
}

function sentFields(sent: SentObject): Pick<Company, 'storageLimitBytes' | 'licenseSettings'> {
  return {
    storageLimitBytes: sent.number('StorageLimit') ?? -1,
    licenseSettings: sent.number('LicenseSettings') ?? 1,
  };
}
