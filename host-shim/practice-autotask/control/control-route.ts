import type { IncomingMessage } from 'node:http';
import { type Answer, jsonAnswer } from '../../practice-server/answer.ts';
import { type LooseObject, looseObject, parseJson } from '../query/loose-json.ts';
import { runAction } from './actions.ts';
import type { PracticeControl } from './practice-control.ts';

/** The address of the control, off the REST interface. */
export const CONTROL_PATH = '/practice/control';

/**
 * The control over HTTP, for scripts and demos; from this machine only.
 *
 * @remarks
 * `POST /practice/control` takes one action or a list of them as `application/json`. An action is
 * `{"do": "<method>", …}`, where the method is one of {@link PracticeControl} and its arguments
 * stand beside it by name:
 *
 * | do | beside it |
 * |---|---|
 * | `patchContact`, `patchCompany` | `id`, `values` |
 * | `addContact`, `addCompany` | `values` |
 * | `deleteContact`, `deleteCompany`, `contact`, `company` | `id` |
 * | `mergeContacts`, `mergeCompanies` | `from`, `into` |
 * | `setPermission` | `entity`, `permission` |
 * | `setSwitches` | `switches` |
 * | `orderFault` | `fault`, one or a list; what else orders have, each optional (see below) |
 * | `moveZone` | `url` or `home`, both optional |
 * | `useHour` | `calls` |
 * | `clearFaults`, `lockUser`, `unlockUser`, `resetCounters` | |
 * | `counters`, `calls`, `switches`, `contactIds`, `companyIds` | |
 *
 * An order of faults may say `path`, `skip`, `times`, `probability`, `seed`, `delayMs` and
 * `leadsTo`; `{"do": "orderFault", "fault": ["slow", "reset"], "probability": 0.1, "seed": 7}` spoils
 * one call in ten. A call in `calls` has `method`, `route`, `path`, `filter`, `status`, `fault` and
 * when it started and ended. What `switches` there are stands in {@link PracticeControl.switches}.
 *
 * The answer is `{"results": […]}`, one per action. The first that fails makes it 400 with
 * `{"error": "…", "results": […]}`, and those after it are not done. `GET` answers switches and
 * counters.
 *
 * @example `curl -d '{"do":"lockUser"}' -H 'content-type: application/json' http://127.0.0.1:PORT/practice/control`
 */
export function controlAnswer(control: PracticeControl, request: IncomingMessage, body: string): Answer | undefined {
  if (request.url?.split('?')[0] !== CONTROL_PATH) return undefined;
  if (!isLoopback(request.socket.remoteAddress))
    return jsonAnswer(403, { error: 'The control serves this machine only' });
  if (request.method === 'GET') return jsonAnswer(200, { switches: control.switches, counters: control.counters() });
  if (request.method !== 'POST') return jsonAnswer(405, { error: 'The control takes GET and POST' });
  // A page in somebody's browser cannot send this type without being asked first.
  if (!request.headers['content-type']?.startsWith('application/json')) {
    return jsonAnswer(415, { error: 'The control takes application/json' });
  }
  return runActions(control, parseJson(body));
}

function runActions(control: PracticeControl, wanted: unknown): Answer {
  const actions = (Array.isArray(wanted) ? wanted : [wanted]).map(looseObject);
  const results: unknown[] = [];
  try {
    for (const action of actions) results.push(runAction(control, asked(action)) ?? null);
  } catch (error) {
    return jsonAnswer(400, { error: error instanceof Error ? error.message : String(error), results });
  }
  return jsonAnswer(200, { results });
}

function asked(action: LooseObject | undefined): LooseObject {
  if (action === undefined) throw new Error('An action is an object with "do"');
  return action;
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::1$|(::ffff:)?127\.)/.test(address);
}
