import { DEFAULT_BRAKES, isListTooShort } from '../../core/domain/brake.ts';
import type { Known, RefreshRecord } from './refresh-record.ts';
import { type List, listOf, rowText, type Truth } from './truth.ts';

const SHOWN = 3;

/** Says what is wrong with the list, and with the run, after a refresh. */
export function checkList(record: RefreshRecord): readonly string[] {
  const { run, before, after } = record;
  switch (run.state) {
    case 'done':
      return [...checkDone(record)];
    case 'held':
      return [...untouched(before, after), ...problem(record), ...(isAnyTooShort(record) ? [] : ['held for nothing'])];
    case 'failed':
      return [...untouched(before, after), ...problem(record)];
    case 'cancelled':
    case 'queued':
    case 'running':
      return [`the run is ${run.state}`];
  }
}

export function isAnyTooShort({ before, truths }: RefreshRecord): boolean {
  return truths.some(({ contacts }) => isListTooShort(before.list.size, contacts.size, DEFAULT_BRAKES));
}

/** How one list differs from another, in some examples. */
export function difference(list: List, other: List): readonly string[] {
  const wrong = [...new Set([...list.keys(), ...other.keys()])].filter((id) => list.get(id) !== other.get(id));
  const examples = wrong.slice(0, SHOWN).map((id) => `${id} is ${list.get(id)} and not ${other.get(id)}`);
  return wrong.length === 0 ? [] : [`${wrong.length} rows differ: ${examples.join('; ')}`];
}

function checkDone({ before, after, truths: [first, last] }: RefreshRecord): readonly string[] {
  if (first === last) return difference(after.list, listOf(last));
  const ids = new Set([...after.list.keys(), ...first.contacts.keys(), ...last.contacts.keys()]);
  const [rowsFirst, rowsLast] = [listOf(first), listOf(last)];
  // Who is edited once the changes were asked for is read no more, and listed as known until the next refresh.
  const mayStay = (id: string) =>
    rowsFirst.get(id) !== rowsLast.get(id) && contactIn(after.list.get(id)) === contactIn(before.list.get(id));
  const wrong = [...ids].filter((id) => !mayBe(after.list.get(id), id, [first, last]) && !mayStay(id));
  const examples = wrong.slice(0, SHOWN).map((id) => `${id} is ${after.list.get(id)}`);
  return wrong.length === 0 ? [] : [`${wrong.length} rows were never so: ${examples.join('; ')}`];
}

/** What a row tells of the contact alone. */
function contactIn(row: string | undefined): string {
  return JSON.stringify((JSON.parse(row ?? '[]') as readonly unknown[]).slice(0, 4));
}

/** A contact and its account are read at moments of their own, each before or after the edits. */
function mayBe(row: string | undefined, id: string, truths: readonly Truth[]): boolean {
  const rows = truths.flatMap(({ contacts }) => {
    const contact = contacts.get(id);
    if (contact === undefined) return [undefined];
    return truths.map(({ accounts }) => rowText(contact, accounts.get(contact.accountId)));
  });
  return rows.includes(row);
}

function untouched(before: Known, after: Known): readonly string[] {
  const isSame = JSON.stringify(before.state) === JSON.stringify(after.state);
  const touched = difference(after.list, before.list).map((text) => `the list was not left as it was: ${text}`);
  return isSame ? touched : [...touched, 'what the book knows was not left as it was'];
}

function problem({ run }: RefreshRecord): readonly string[] {
  const { code, text, remedy } = run.problem ?? { code: '', text: '', remedy: '' };
  const isTold = code !== '' && code !== 'internal' && text !== '' && remedy !== '';
  return isTold ? [] : [`the run does not say what is wrong: ${JSON.stringify(run.problem)}`];
}
