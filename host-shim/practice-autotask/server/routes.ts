import type { Answer } from '../../practice-server/answer.ts';
import type { EntityName } from '../dataset/database.ts';
import type { PracticeState } from '../practice-state.ts';
import { Refusal } from '../query/refusal.ts';
import { notFoundAnswer, refusalAnswer, wrongMethodAnswer } from './answer.ts';
import type { Call } from './call.ts';
import {
  entityFields,
  entityInformation,
  entityUserDefinedFields,
  thresholdInformation,
  version,
} from './information-routes.ts';
import { companyContacts, item, query, queryCount, queryNext } from './query-routes.ts';

interface Route {
  readonly methods: readonly string[];
  readonly isQuery: boolean;
  readonly answer: (state: PracticeState, call: Call) => Answer;
}

const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['Version', read(version)],
  ['ThresholdInformation', read(thresholdInformation)],
  ['Companies/{id}/Contacts', read(companyContacts)],
  ...entityRoutes('Contacts'),
  ...entityRoutes('Companies'),
]);

function entityRoutes(entity: EntityName): [string, Route][] {
  return [
    [`${entity}/query`, ask((state, call) => query(state, call, entity))],
    [`${entity}/query/next`, ask((state, call) => queryNext(state, call, entity))],
    [`${entity}/query/count`, ask((state, call) => queryCount(state, call, entity))],
    [`${entity}/{id}`, read((state, call) => item(state, call, entity))],
    [`${entity}/entityInformation`, read((state) => entityInformation(state, entity))],
    [`${entity}/entityInformation/fields`, read((state) => entityFields(state, entity))],
    [`${entity}/entityInformation/userDefinedFields`, read((state) => entityUserDefinedFields(state, entity))],
  ];
}

function read(answer: Route['answer']): Route {
  return { methods: ['GET'], isQuery: false, answer };
}

function ask(answer: Route['answer']): Route {
  return { methods: ['GET', 'POST'], isQuery: true, answer };
}

/** The right answer to a call that was let in. */
export function routeAnswer(state: PracticeState, call: Call): Answer {
  const route = routes.get(call.route);
  if (route === undefined) return notFoundAnswer(call.url);
  if (!route.methods.includes(call.method)) return wrongMethodAnswer(call.method);
  // Seen as an error by 2 clients and as ignored by 1 (autotask-api.md §2.1).
  if (route.isQuery && call.headers['impersonationresourceid'] !== undefined) {
    if (state.switches.impersonationOnReads === 'refused') {
      return refusalAnswer('The logged in Resource does not have the adequate permissions to query this entity type.');
    }
  }
  try {
    return route.answer(state, call);
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error.message);
    throw error;
  }
}
