import type { EntityName } from '../dataset/database.ts';
import { type FaultName, faultNames } from '../faults/fault-names.ts';
import type { Permission } from '../practice-state.ts';
import { entriesOf, type LooseObject, looseObject, looseText } from '../query/loose-json.ts';
import type { Merge, PracticeControl, RowValues } from './practice-control.ts';

type Action = (control: PracticeControl, asked: LooseObject) => unknown;

const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['contactids', (control) => control.contactIds()],
  ['companyids', (control) => control.companyIds()],
  ['contact', (control, asked) => control.contact(number(asked, 'id'))],
  ['company', (control, asked) => control.company(number(asked, 'id'))],
  ['patchcontact', (control, asked) => control.patchContact(number(asked, 'id'), values(asked, 'values'))],
  ['patchcompany', (control, asked) => control.patchCompany(number(asked, 'id'), values(asked, 'values'))],
  ['addcontact', (control, asked) => control.addContact(values(asked, 'values'))],
  ['addcompany', (control, asked) => control.addCompany(values(asked, 'values'))],
  ['deletecontact', (control, asked) => control.deleteContact(number(asked, 'id'))],
  ['deletecompany', (control, asked) => control.deleteCompany(number(asked, 'id'))],
  ['mergecontacts', (control, asked) => control.mergeContacts(merge(asked))],
  ['mergecompanies', (control, asked) => control.mergeCompanies(merge(asked))],
  ['setpermission', (control, asked) => control.setPermission(entity(asked), permission(asked))],
  ['switches', (control) => control.switches],
  ['setswitches', (control, asked) => control.setSwitches(values(asked, 'switches'))],
  ['orderfault', orderFault],
  ['clearfaults', (control) => control.clearFaults()],
  ['lockuser', (control) => control.lockUser()],
  ['unlockuser', (control) => control.unlockUser()],
  ['movezone', moveZone],
  ['usehour', (control, asked) => control.useHour(number(asked, 'calls'))],
  ['counters', (control) => control.counters()],
  ['calls', (control) => control.calls()],
  ['resetcounters', (control) => control.resetCounters()],
]);

/** Does what an action over HTTP asks for; throws an `Error` that names what is wrong with it. */
export function runAction(control: PracticeControl, asked: LooseObject): unknown {
  const name = looseText(asked.get('do'));
  const action = actions.get(name.toLowerCase());
  if (action === undefined) throw new Error(`There is no action "${name}"`);
  return action(control, asked);
}

function orderFault(control: PracticeControl, asked: LooseObject): void {
  const fault = asked.get('fault');
  control.orderFault({
    fault: Array.isArray(fault) ? fault.map(faultName) : faultName(fault),
    ...given(asked, text, ['path', 'leadsTo']),
    ...given(asked, number, ['skip', 'times', 'probability', 'seed', 'delayMs']),
  });
}

function faultName(value: unknown): FaultName {
  const fault = faultNames.find((name) => name === value);
  if (fault === undefined) throw new Error(`"fault" takes one or a list of ${faultNames.join(', ')}`);
  return fault;
}

function moveZone(control: PracticeControl, asked: LooseObject): void {
  if (asked.get('home') === true) control.moveZone({ home: true });
  else control.moveZone(given(asked, text, ['url']));
}

function number(asked: LooseObject, name: string): number {
  const value = asked.get(name.toLowerCase());
  if (typeof value !== 'number') throw new Error(`"${name}" takes a number`);
  return value;
}

function text(asked: LooseObject, name: string): string {
  const value = asked.get(name.toLowerCase());
  if (typeof value !== 'string') throw new Error(`"${name}" takes a text`);
  return value;
}

/** Those of some arguments that came. */
function given<Value>(
  asked: LooseObject,
  read: (asked: LooseObject, name: string) => Value,
  names: readonly string[],
): Record<string, Value> {
  const came = names.filter((name) => asked.has(name.toLowerCase()));
  return Object.fromEntries(came.map((name) => [name, read(asked, name)]));
}

function values(asked: LooseObject, name: string): RowValues {
  const value = asked.get(name);
  if (looseObject(value) === undefined) throw new Error(`"${name}" takes an object`);
  return Object.fromEntries(entriesOf(value));
}

function merge(asked: LooseObject): Merge {
  return { from: number(asked, 'from'), into: number(asked, 'into') };
}

function entity(asked: LooseObject): EntityName {
  const name = asked.get('entity');
  if (name !== 'Contacts' && name !== 'Companies') throw new Error('"entity" takes Contacts or Companies');
  return name;
}

function permission(asked: LooseObject): Permission {
  const name = asked.get('permission');
  if (name !== 'none' && name !== 'restricted' && name !== 'all') {
    throw new Error('"permission" takes none, restricted or all');
  }
  return name;
}
