import type { EntityAccess } from '../../core/domain/connection.ts';
import { accountId, contactId } from '../../core/domain/ids.ts';
import type { SourceAccount, SourceContact } from '../../core/ports/contact-source.ts';
import type { JsonObject } from './answer.ts';
import type { Stamp } from './query.ts';

// Values are read tolerantly: null, "" and a missing key mean the same, and numbers and flags also come as texts
// (autotask-api.md §4.3 and §9). What can't be read at all is null here, and the caller refuses it.

/** A text; "" for none. NUL and lone surrogates are dropped, because PostgreSQL stores neither. */
export function wireText(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '') : null;
}

/** An id or a count: a whole number from 0 on. Beyond 32 bits is normal; company 0 is real (§3.4). */
export function wireId(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** A flag: contacts have 1 or 0, companies true or false (§4); what is not said to be active is not. */
export function wireFlag(value: unknown): boolean | null {
  const text = wordOf(value);
  if (text === '1' || text === 'true') return true;
  return text === '' || text === '0' || text === 'false' ? false : null;
}

/** A word, number or flag in one spelling; "" for none, null for anything else. */
function wordOf(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  const isWord = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isWord ? String(value).toLowerCase() : null;
}

/** A row of one entity, and what is asked for to get it. */
export interface WireRow<Row> {
  readonly fields: readonly string[];
  /** The fields that tell when a row was made and changed. */
  readonly stamps: readonly Stamp[];
  /** Null when the row can't be read. */
  read(json: JsonObject): Row | null;
}

export const wireContact: WireRow<SourceContact> = {
  fields: ['id', 'firstName', 'lastName', 'emailAddress', 'companyID', 'isActive'],
  stamps: ['lastModifiedDate', 'createDate'],
  read(json) {
    const id = wireId(json['id']);
    const firstName = wireText(json['firstName']);
    const lastName = wireText(json['lastName']);
    const email = wireText(json['emailAddress']);
    const isActive = wireFlag(json['isActive']);
    if (id === null || firstName === null || lastName === null || email === null || isActive === null) return null;
    const company = accountOf(json['companyID']);
    return company === null
      ? null
      : { id: contactId(String(id)), firstName, lastName, email, accountId: accountId(company), isActive };
  },
};

export const wireCompany: WireRow<SourceAccount> = {
  fields: ['id', 'companyName', 'isActive'],
  stamps: ['lastTrackedModifiedDateTime', 'createDate'],
  read(json) {
    const id = wireId(json['id']);
    const name = wireText(json['companyName']);
    const isActive = wireFlag(json['isActive']);
    if (id === null || name === null || isActive === null) return null;
    return { id: accountId(String(id)), name, isActive };
  },
};

/** A row of any entity, of which nothing but the id is asked for. */
export const wireIdOnly: WireRow<string> = {
  fields: ['id'],
  stamps: [],
  read(json) {
    const id = wireId(json['id']);
    return id === null ? null : String(id);
  },
};

/** No company at all is "", which is no account's id; it must not become the MSP's own 0. */
function accountOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return '';
  const id = wireId(value);
  return id === null ? null : String(id);
}

/** What `entityInformation` says about reading an entity (§2.2, seen in 3 clients; as a number in 1). */
export function wireAccess(json: JsonObject): EntityAccess {
  if (wordOf(json['canQuery']) === 'false') return 'none';
  switch (wordOf(json['userAccessForQuery']) ?? '') {
    case 'all':
    case '1':
      return 'all';
    case 'restricted':
    case '2':
      return 'restricted';
    case 'none':
    case '0':
      return 'none';
    default:
      return 'unknown';
  }
}
